import type { View } from '../../model/view';
import { lit, note, sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import { figureView } from './figures';
import { listViews } from './lists';
import { isOfPeople, peopleView } from './people';
import { rewardViews } from './rewards';
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
      ${note(`economy.denominator: ${denominator}; figures in 万元 (10,000 yuan)`)}
      SELECT
        e.year, e.measure,
        CAST(count(*) AS INTEGER) AS reporting,
        CAST(any_value(s.subjects) AS INTEGER) AS subjects,
        CAST(${over} AS INTEGER) AS denominator,
        CAST(sum(e.value_yuan) AS DOUBLE) / ${lit(10_000)} AS total_wan,
        ${rounded(sql`CAST(sum(e.value_yuan) AS DOUBLE) / 10000 / ${over}`, round)} AS mean_wan
      FROM canon.economy AS e
      CROSS JOIN (SELECT count(*) AS subjects FROM canon.subject) AS s
      WHERE e.cadence = 'year'
      GROUP BY e.year, e.measure`.text,
  };
}
