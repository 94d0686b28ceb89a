import type { View } from '../../model/view';
import { periodOrder } from '../../sql/period-order';
import { id, join, lit, note, rows, sql, type Sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import { namesOf, scoreMeasures } from '../references';
import { isLeaf, measuresOf, rootId, treeNodes } from '../tree';
import { holds, readsOf, rosterWords } from './condition';
import { listed } from './given';
import { markMeasures } from './marks';

/** The one track of a scheme in which all subjects are compared. */
export const oneTrack = '*';

/** Who is scored, when, and with whom each is compared. */
export function entryViews(scheme: Scheme): View[] {
  const attributes = namesOf(scheme, 'attribute');
  return [
    assessed(scheme),
    ...(attributes.length > 0 ? [attributeView(attributes)] : []),
    entry(scheme),
  ];
}

function assessed(scheme: Scheme): View {
  const { from, to } = scheme.valid;
  const inTime = scheme.cadence === 'round' ? periodOrder : (period: Sql) => period;
  const valid = [
    ...(from === null ? [] : [sql`${inTime(sql`p.period_id`)} >= ${inTime(lit(from))}`]),
    ...(to === null ? [] : [sql`${inTime(sql`p.period_id`)} <= ${inTime(lit(to))}`]),
  ];
  const marks = markMeasures(scheme);
  const ofMarks =
    marks.length === 0
      ? sql``
      : sql`
          UNION ALL
          SELECT period_id FROM canon.mark WHERE indicator_id IN ${listed(marks)}`;
  return {
    name: 'score.assessed',
    reads: [
      'canon.subject',
      'canon.period',
      'canon.observation',
      ...(marks.length > 0 ? ['canon.mark'] : []),
    ],
    columns: ['subject_id', 'roster_track', 'period_id', 'year', 'number', 'in_force'],
    stored: true,
    sql: sql`
      ${note(`cadence: every subject in each ${scheme.cadence} for which the data has figures`)}
      SELECT
        s.subject_id, s.track AS roster_track, p.period_id, p.year, p.number,
        ${valid.length === 0 ? lit(true) : join(valid, ' AND ')} AS in_force
      FROM canon.subject AS s
      CROSS JOIN canon.period AS p
      WHERE p.cadence = ${lit(scheme.cadence)}
        ${scheme.subject.track === 'roster' ? sql`AND s.track IS NOT NULL` : sql``}
        AND p.period_id IN (
          SELECT period_id FROM canon.observation WHERE indicator_id IN ${listed(scoreMeasures(scheme))}
          ${ofMarks}
        )`.text,
  };
}

/** Words about each subject in each period: of the roster, or of a column. A column that says no period holds always; of several words the first by sort order. */
function attributeView(attributes: readonly string[]): View {
  const ofRoster = rosterWords.filter((word) => attributes.includes(word));
  const ofColumns = attributes.filter((one) => !(rosterWords as readonly string[]).includes(one));
  const selects = [
    ...ofRoster.map(
      (word) => sql`
        SELECT a.subject_id, a.period_id, ${lit(word)} AS attribute, s.${id(word)} AS words
        FROM score.assessed AS a
        JOIN canon.subject AS s USING (subject_id)
        WHERE s.${id(word)} IS NOT NULL`,
    ),
    ...(ofColumns.length === 0
      ? []
      : [
          sql`
            SELECT a.subject_id, a.period_id, t.attribute, min(t.words) AS words
            FROM score.assessed AS a
            JOIN canon.attribute AS t
              ON t.subject_id = a.subject_id AND coalesce(t.period_id, a.period_id) = a.period_id
            WHERE t.attribute IN ${listed(ofColumns)}
            GROUP BY a.subject_id, a.period_id, t.attribute`,
        ]),
  ];
  return {
    name: 'score.attribute',
    reads: [
      'score.assessed',
      ...(ofRoster.length > 0 ? ['canon.subject'] : []),
      ...(ofColumns.length > 0 ? ['canon.attribute'] : []),
    ],
    columns: ['subject_id', 'period_id', 'attribute', 'words'],
    stored: true,
    sql: sql`
      ${note('words that the scheme asks for')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

function entry(scheme: Scheme): View {
  const { track, where, smallest } = scheme.subject;
  const { label, from, reads } = trackOf(scheme);
  const filter = where ? sql`WHERE ${holds(where)}` : sql``;
  const joined =
    smallest?.join === 'all'
      ? sql`
          CASE
            WHEN count(*) OVER (PARTITION BY period_id, track) < ${lit(smallest.size)} THEN ${lit(oneTrack)}
            ELSE track
          END AS track`
      : sql`track`;
  return {
    name: 'score.entry',
    reads: [...new Set(['score.assessed', ...reads, ...(where ? readsOf([where]) : [])])],
    columns: ['subject_id', 'track', 'period_id', 'year', 'number', 'in_force'],
    stored: true,
    sql: sql`
      ${note(`subject.track: ${typeof track === 'string' ? track : JSON.stringify(track)}`)}
      WITH placed AS (
        SELECT
          e.subject_id,
          ${label} AS track,
          e.period_id, e.year, e.number, e.in_force
        FROM score.assessed AS e
        ${from}
        ${filter}
      )
      SELECT
        subject_id,
        ${joined},
        period_id, year, number, in_force
      FROM placed`.text,
  };
}

/** The track of an assessed subject `e`, and what must be joined for it. */
function trackOf({ subject: { track }, score }: Scheme): {
  label: Sql;
  from: Sql;
  reads: string[];
} {
  if (track === 'roster') return { label: sql`e.roster_track`, from: sql``, reads: [] };
  if (track === 'none') return { label: lit(oneTrack), from: sql``, reads: [] };
  if ('attribute' in track) {
    return {
      label: sql`coalesce(w.words, ${lit(oneTrack)})`,
      from: sql`
        LEFT JOIN score.attribute AS w
          ON w.subject_id = e.subject_id AND w.period_id = e.period_id AND w.attribute = ${lit(track.attribute)}`,
      reads: ['score.attribute'],
    };
  }
  if ('measure' in track) {
    const bounds = track.bounds.toSorted((a, b) => b - a);
    const cases = bounds.map(
      (bound) => sql`WHEN m.value >= ${lit(bound)} THEN ${lit(`≥ ${bound}`)}`,
    );
    const lowest = bounds.at(-1) ?? 0;
    return {
      label: sql`
        CASE
          WHEN m.value IS NULL THEN ${lit(oneTrack)}
          ${join(cases, '\n')}
          ELSE ${lit(`< ${lowest}`)}
        END`,
      from: sql`
        LEFT JOIN canon.observation AS m
          ON m.subject_id = e.subject_id AND m.period_id = e.period_id AND m.indicator_id = ${lit(track.measure)}`,
      reads: ['canon.observation'],
    };
  }
  return {
    label: sql`CAST(coalesce(r.parts, 0) AS VARCHAR)`,
    from: sql`LEFT JOIN (${reportedParts(score, track.least)}) AS r USING (subject_id, period_id)`,
    reads: ['canon.observation', ...(markMeasures({ score }).length > 0 ? ['canon.mark'] : [])],
  };
}

/** How many parts of the whole score a subject has figures for. */
function reportedParts(score: Scheme['score'], least: number): Sql {
  const nodes = treeNodes(score);
  const top = new Map<string, string>();
  for (const node of nodes) {
    if (node.parent === rootId) top.set(node.id, node.id);
    else if (node.parent !== null) top.set(node.id, top.get(node.parent) ?? node.id);
  }
  const pairs = nodes
    .filter(isLeaf)
    .flatMap((leaf) =>
      measuresOf(leaf.node).map((measure) => [measure, leaf.id, top.get(leaf.id) ?? leaf.id]),
    );
  const marks = markMeasures({ score }).length > 0;
  const figures = marks
    ? sql`
        (
          SELECT subject_id, period_id, indicator_id FROM canon.observation
          UNION ALL
          SELECT subject_id, period_id, indicator_id FROM canon.mark
        )`
    : sql`canon.observation`;
  return sql`
    SELECT subject_id, period_id, count(*) AS parts
    FROM (
      SELECT o.subject_id, o.period_id, given.part
      FROM ${figures} AS o
      JOIN ${rows(['measure', 'indicator', 'part'], pairs)} ON given.measure = o.indicator_id
      GROUP BY o.subject_id, o.period_id, given.part
      HAVING count(DISTINCT given.indicator) >= ${lit(least)}
    )
    GROUP BY subject_id, period_id`;
}
