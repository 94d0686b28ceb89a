import { economyRoles } from '../../model/mapping';
import type { View } from '../../model/view';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import { rounded } from '../../sql/rounded';
import type { EconomyRules } from './rules';
import { groupColumns } from './value';

const columns = [
  'subject_id',
  'period_id',
  'year',
  'measure',
  'actual',
  'plan',
  'completion',
  'solved',
  'qualifier',
];

/**
 * Each subject's figure beside its plan. Where the figure, its plan or its completion is not reported but the two others
 * are, it is worked out from them: `solved` says which. Money is in 万元, other figures as they are; `completion` is a
 * share.
 */
export function economyPlan({ plans }: EconomyRules): View {
  const none = sql`
    SELECT
      CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS period_id, CAST(NULL AS INTEGER) AS year,
      CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS DOUBLE) AS actual, CAST(NULL AS DOUBLE) AS plan,
      CAST(NULL AS DOUBLE) AS completion, CAST(NULL AS VARCHAR) AS solved, CAST(NULL AS VARCHAR) AS qualifier
    WHERE FALSE`;
  return {
    name: 'report.economy_plan',
    reads: readsOf(plans),
    columns,
    stored: true,
    sql: plans.length === 0 ? none.text : join(plans.map(onePlan), '\nUNION ALL\n').text,
  };
}

type Plan = EconomyRules['plans'][number];

function readsOf(plans: readonly Plan[]): string[] {
  const money = plans.filter(({ of }) => isEconomic(of));
  const named = plans.flatMap(({ of, plan, completion }) => [of, plan ?? of, completion ?? of]);
  return [
    ...(money.length > 0 ? ['canon.economy'] : []),
    ...(named.some((measure) => !isEconomic(measure)) ? ['canon.observation'] : []),
    ...(money.some(({ plan }) => plan !== undefined && !isEconomic(plan)) ? ['canon.source'] : []),
    ...(plans.length > 0 ? ['canon.period'] : []),
  ];
}

function isEconomic(measure: string): boolean {
  return (economyRoles as readonly string[]).includes(measure);
}

function onePlan({ of, plan, completion, round }: Plan): Sql {
  const money = isEconomic(of);
  const parts = [valuesOf(of, 'actual', money)];
  if (plan !== undefined) parts.push(valuesOf(plan, 'plan', money));
  if (completion !== undefined) parts.push(valuesOf(completion, 'completion', false));
  return sql`
    ${note(`economy.plans: ${of} against ${plan ?? 'a plan worked out'}, completion ${completion ?? 'worked out'}`)}
    SELECT
      subject_id, period_id, year, ${lit(of)} AS measure,
      coalesce(own, ${rounded(sql`planned * completed`, round)}) AS actual,
      coalesce(planned, ${rounded(sql`own / nullif(completed, 0)`, round)}) AS plan,
      coalesce(own / nullif(planned, 0), completed) AS completion,
      CASE
        WHEN own IS NULL THEN 'actual'
        WHEN planned IS NULL THEN 'plan'
        WHEN completed IS NULL THEN 'completion'
      END AS solved,
      qualifier
    FROM (
      SELECT
        f.subject_id, f.period_id, p.year,
        max(f.value) FILTER (f.part = 'actual') AS own,
        max(f.value) FILTER (f.part = 'plan') AS planned,
        max(f.value) FILTER (f.part = 'completion') / 100 AS completed,
        any_value(f.qualifier) FILTER (f.part = 'actual') AS qualifier
      FROM (
        ${join(parts, '\nUNION ALL\n')}
      ) AS f
      JOIN canon.period AS p USING (period_id)
      GROUP BY f.subject_id, f.period_id, p.year
    )
    WHERE CAST(own IS NOT NULL AS INTEGER) + CAST(planned IS NOT NULL AS INTEGER) + CAST(completed IS NOT NULL AS INTEGER) > 1`;
}

function valuesOf(measure: string, part: 'actual' | 'plan' | 'completion', money: boolean): Sql {
  if (isEconomic(measure)) {
    return sql`
      SELECT subject_id, period_id, ${lit(part)} AS part, CAST(value_yuan AS DOUBLE) / 10000 AS value, qualifier
      FROM canon.economy
      WHERE measure = ${lit(measure)}`;
  }
  if (money) {
    return sql`
      SELECT
        o.subject_id, o.period_id, ${lit(part)} AS part,
        o.value * power(10, coalesce(c.power, 0)) / 10000 AS value, o.qualifier
      FROM canon.observation AS o
      LEFT JOIN canon.source AS c USING (source_id, source_column)
      WHERE o.indicator_id = ${lit(measure)}`;
  }
  return sql`
    SELECT subject_id, period_id, ${lit(part)} AS part, value, qualifier
    FROM canon.observation
    WHERE indicator_id = ${lit(measure)}`;
}

/** Completion of the plans of groups, over the subjects that have both: the sum of the figures by the sum of the plans. */
export const economyCompletion: View = {
  name: 'report.economy_completion',
  reads: ['report.economy_plan', 'report.economy_group'],
  columns: [
    ...groupColumns,
    'period_id',
    'year',
    'measure',
    'subjects',
    'reached',
    'actual',
    'plan',
    'completion',
    'qualifier',
  ],
  stored: false,
  sql: sql`
    ${note('completion against plan, by group')}
    SELECT
      m.scope, m.district, m.place, p.period_id, p.year, p.measure,
      CAST(count(*) AS INTEGER) AS subjects, CAST(count(*) FILTER (p.completion >= 1) AS INTEGER) AS reached,
      sum(p.actual ORDER BY p.actual) AS actual, sum(p.plan ORDER BY p.plan) AS plan,
      sum(p.actual ORDER BY p.actual) / nullif(sum(p.plan ORDER BY p.plan), 0) AS completion,
      CASE
        WHEN min(p.qualifier) = max(p.qualifier) THEN min(p.qualifier)
        WHEN count(p.qualifier) > 0 THEN 'about'
      END AS qualifier
    FROM report.economy_group AS m
    JOIN report.economy_plan AS p USING (subject_id)
    WHERE p.actual IS NOT NULL AND p.plan IS NOT NULL
    GROUP BY m.scope, m.district, m.place, p.period_id, p.year, p.measure`.text,
};
