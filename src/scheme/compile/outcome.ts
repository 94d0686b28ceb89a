import type { View } from '../../model/view';
import { lit, note, sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import { figureView } from './figures';
import { listViews } from './lists';
import { isOfPeople, peopleView } from './people';
import { rewardViews } from './rewards';
import { inForce } from '../../sql/in-force';
import { rounded } from '../../sql/rounded';

/** What follows from the year: lists, rewards, the means of the economy and the headline figures. */
export function outcomeViews(scheme: Scheme): View[] {
  return [
    ...listViews(scheme),
    ...rewardViews(scheme),
    ...(isOfPeople(scheme) ? [peopleView(scheme)] : []),
    economy(scheme),
    figureView(scheme),
  ];
}

function economy(scheme: Scheme): View {
  const { denominator, round } = scheme.economy;
  const over = denominator === 'reporting' ? sql`count(*)` : sql`any_value(s.subjects)`;
  return {
    name: 'score.economy',
    reads: ['canon.economy', 'canon.subject'],
    columns: ['year', 'measure', 'reporting', 'subjects', 'denominator', 'total_wan', 'mean_wan'],
    stored: false,
    sql: sql`
      ${note(`economy.denominator: ${denominator}; all are the subjects in force in the year, or that report; 万元 (10,000 yuan)`)}
      WITH figure AS (
        SELECT year, measure, subject_id, value_yuan
        FROM canon.economy
        WHERE cadence = 'year'
      ),
      size AS (
        SELECT y.year, count(*) AS subjects
        FROM (SELECT DISTINCT year FROM figure) AS y
        CROSS JOIN canon.subject AS s
        WHERE
          ${inForce(sql`s`, sql`y.year`)}
          OR (y.year, s.subject_id) IN (SELECT (year, subject_id) FROM figure)
        GROUP BY y.year
      )
      SELECT
        e.year, e.measure,
        CAST(count(*) AS INTEGER) AS reporting,
        CAST(any_value(s.subjects) AS INTEGER) AS subjects,
        CAST(${over} AS INTEGER) AS denominator,
        CAST(sum(e.value_yuan) AS DOUBLE) / ${lit(10_000)} AS total_wan,
        ${rounded(sql`CAST(sum(e.value_yuan) AS DOUBLE) / 10000 / ${over}`, round)} AS mean_wan
      FROM figure AS e
      JOIN size AS s USING (year)
      GROUP BY e.year, e.measure`.text,
  };
}
