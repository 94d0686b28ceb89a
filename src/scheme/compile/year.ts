import { periodsInYear } from '../../model/period';
import type { View } from '../../model/view';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import { rankBy, starCalibration } from './period';
import { meets, places, rounded } from './step';

/** From the stars of the periods to the level of the year. */
export function yearViews(scheme: Scheme): View[] {
  return [
    yearTotal(scheme),
    yearRank(scheme),
    yearLevel(scheme),
    levelLine(scheme),
    calibration(scheme),
  ];
}

function yearTotal(scheme: Scheme): View {
  const full = lit(periodsInYear(scheme.cadence));
  return {
    name: 'score.year_total',
    reads: ['score.period_score', 'score.period_stars'],
    columns: [
      'subject_id',
      'track',
      'year',
      'periods',
      'stars_so_far',
      'stars',
      'score',
      'in_force',
    ],
    stored: false,
    sql: sql`
      ${note(`year.combine: ${scheme.year.combine}; a missing period: ${scheme.year.missing}`)}
      SELECT
        e.subject_id, e.track, e.year,
        CAST(count(s.stars) AS INTEGER) AS periods,
        CAST(sum(s.stars) AS INTEGER) AS stars_so_far,
        CASE WHEN count(s.stars) = ${full} THEN CAST(sum(s.stars) AS INTEGER) END AS stars,
        CASE WHEN count(s.stars) = ${full}
          THEN ${rounded(sql`avg(s.score)`, scheme.year.score.round)} END AS score,
        bool_and(e.in_force) AS in_force
      FROM score.period_score AS e
      LEFT JOIN score.period_stars AS s USING (subject_id, period_id)
      GROUP BY e.subject_id, e.track, e.year`.text,
  };
}

const keyColumn: Record<Scheme['year']['rank']['by'][number], Sql> = {
  stars: sql`stars`,
  score: sql`score`,
};

function yearRank(scheme: Scheme): View {
  const { by, ties, within } = scheme.year.rank;
  const keys = by.map((key) => keyColumn[key]);
  const order = join(keys.map((key) => sql`${key} DESC`));
  return {
    name: 'score.year_rank',
    reads: ['score.year_total'],
    columns: [
      'subject_id',
      'track',
      'year',
      'stars',
      'score',
      'in_force',
      'rank',
      'position',
      'rated',
      'tied',
    ],
    stored: false,
    sql: sql`
      ${note(`year.rank: within ${within}, by ${by.join(', then ')}, ties ${ties}`)}
      SELECT
        subject_id, track, year, stars, score, in_force,
        CAST(${rankBy[ties]} OVER best AS INTEGER) AS rank,
        CAST(rank() OVER best AS INTEGER) AS position,
        CAST(count(*) OVER (PARTITION BY year, track) AS INTEGER) AS rated,
        CAST(count(*) OVER (PARTITION BY year, track, ${join(keys)}) AS INTEGER) AS tied
      FROM score.year_total
      WHERE stars IS NOT NULL
      WINDOW best AS (PARTITION BY year, track ORDER BY ${order})`.text,
  };
}

function yearLevel(scheme: Scheme): View {
  const { levels, atQuota } = scheme.year;
  const cases = join(
    levels.map((rule) => sql`WHEN ${meets(rule, sql`stars`, atQuota)} THEN ${lit(rule.level)}`),
    '\n',
  );
  return {
    name: 'score.year_level',
    reads: ['score.year_rank'],
    columns: [
      'subject_id',
      'track',
      'year',
      'stars',
      'score',
      'in_force',
      'rank',
      'position',
      'rated',
      'tied',
      'level',
    ],
    stored: true,
    sql: sql`
      ${note(`year.levels: the first that a subject meets; tied across a quota's last place: ${atQuota}`)}
      SELECT
        subject_id, track, year, stars, score, in_force, rank, position, rated, tied,
        CASE
          ${cases}
        END AS level
      FROM score.year_rank`.text,
  };
}

/** The stars that a level took: its cut point, or the stars of the last place in its quota where that is higher. */
function levelLine(scheme: Scheme): View {
  const selects = scheme.year.levels.map((rule) => {
    const cut = lit(rule.atLeast ?? null);
    const line = rule.top
      ? sql`greatest(${cut}, min(stars) FILTER (position <= ${places(rule.top)}))`
      : cut;
    const count = rule.top ? sql`any_value(${places(rule.top)})` : sql`NULL`;
    return sql`
      SELECT
        year, track, ${lit(rule.level)} AS level, CAST(${count} AS INTEGER) AS places,
        CAST(${line} AS DOUBLE) AS line
      FROM score.year_level
      GROUP BY year, track`;
  });
  return {
    name: 'score.level_line',
    reads: ['score.year_level'],
    columns: ['year', 'track', 'level', 'places', 'line'],
    stored: true,
    sql: sql`
      ${note('year.levels: what each level took in the end, by year and track')}
      ${join(selects, '\nUNION ALL\n')}`.text,
  };
}

function calibration(scheme: Scheme): View {
  const levels = scheme.year.levels.map(
    (rule, index) => sql`
      SELECT
        ${lit(`year.levels[${index}]`)} AS clause, CAST(year AS VARCHAR) AS period_id, track,
        unnest(['places', 'line']) AS name, unnest([CAST(places AS DOUBLE), line]) AS value
      FROM score.level_line
      WHERE level = ${lit(rule.level)}`,
  );
  const stars = starCalibration(scheme);
  return {
    name: 'score.calibration',
    reads: [...(stars.length > 0 ? ['score.period_rank'] : []), 'score.level_line'],
    columns: ['clause', 'period_id', 'track', 'name', 'value'],
    stored: false,
    sql: sql`
      ${note('numbers that the scheme learned from the data')}
      ${join([...stars, ...levels], '\nUNION ALL\n')}`.text,
  };
}
