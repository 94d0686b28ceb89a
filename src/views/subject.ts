import type { View } from '../model/view';
import { join, lit, note, sql } from '../sql/sql';

/** What a scheme has of which a subject's page tells. */
export interface SubjectRules {
  readonly vetoes: boolean;
  readonly flags: boolean;
  readonly rectification: boolean;
  /** The scheme scores people, who are told of in groups. */
  readonly people: boolean;
}

/** Where the values of a part lie among the subjects of a track: quartiles of value and contribution. */
const partQuartile: View = {
  name: 'report.part_quartile',
  reads: ['score.contribution', 'score.period_score'],
  columns: [
    'period_id',
    'track',
    'part',
    'subjects',
    'low',
    'median',
    'high',
    'median_contribution',
  ],
  stored: false,
  sql: sql`
    ${note('quartiles of each part, over the subjects of a track that have a value')}
    SELECT
      c.period_id, e.track, c.part, CAST(count(*) AS INTEGER) AS subjects,
      quantile_cont(c.value, 0.25) AS low, median(c.value) AS median,
      quantile_cont(c.value, 0.75) AS high, median(c.contribution) AS median_contribution
    FROM score.contribution AS c
    JOIN score.period_score AS e USING (subject_id, period_id)
    WHERE c.value IS NOT NULL
    GROUP BY c.period_id, e.track, c.part`.text,
};

/**
 * What happened to a subject: vetoes, its time on the rectification list, flags held, and years on the watch list.
 * `point` is a period or a year; `what` names the clause; `state` is the effect, or how an entry on the list came about.
 */
function subjectEvent({ vetoes, flags, rectification }: SubjectRules): View {
  const selects = [
    ...(vetoes
      ? [
          sql`
            SELECT subject_id, period_id AS point, 'veto' AS kind, veto AS what, effect AS state
            FROM score.veto`,
        ]
      : []),
    ...(rectification
      ? [
          sql`
            SELECT
              subject_id, period_id AS point, 'rectification' AS kind, reason AS what,
              CASE
                WHEN relapse THEN 'relapse'
                WHEN extended THEN 'extended'
                WHEN entered = period_id THEN 'entered'
                ELSE 'stays'
              END AS state
            FROM score.rectification`,
        ]
      : []),
    ...(flags
      ? [
          sql`
            SELECT
              subject_id, period_id AS point, 'flag' AS kind, flag AS what, CAST(running AS VARCHAR) AS state
            FROM score.flag`,
        ]
      : []),
    sql`
      SELECT
        subject_id, CAST(year AS VARCHAR) AS point, 'watch' AS kind, CAST(NULL AS VARCHAR) AS what,
        CAST(stars AS VARCHAR) AS state
      FROM score.watch`,
  ];
  return {
    name: 'report.subject_event',
    reads: [
      ...(vetoes ? ['score.veto'] : []),
      ...(rectification ? ['score.rectification'] : []),
      ...(flags ? ['score.flag'] : []),
      'score.watch',
    ],
    columns: ['subject_id', 'point', 'kind', 'what', 'state'],
    stored: false,
    sql: sql`
      ${note('what happened to each subject')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

/** Results of people as groups; empty under a scheme of organisations. */
function peopleGroup({ people }: SubjectRules): View {
  const columns = ['period_id', 'scope', 'place', 'people', 'mean_score'];
  return {
    name: 'report.people_group',
    reads: people ? ['score.people'] : [],
    columns,
    stored: false,
    sql: people
      ? sql`SELECT period_id, scope, place, people, mean_score FROM score.people`.text
      : sql`
          SELECT
            CAST(NULL AS VARCHAR) AS period_id, CAST(NULL AS VARCHAR) AS scope, CAST(NULL AS VARCHAR) AS place,
            CAST(NULL AS INTEGER) AS people, CAST(NULL AS DOUBLE) AS mean_score
          WHERE ${lit(false)}`.text,
  };
}

/** What the page of one subject reads beside the reports of all. */
export function subjectViews(rules: SubjectRules): readonly View[] {
  return [partQuartile, subjectEvent(rules), peopleGroup(rules)];
}
