import { periodsInYear } from '../../model/period';
import type { View } from '../../model/view';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Scheme, Year } from '../shape';
import { meets, places, rankBy } from './ladder';
import { rounded } from '../../sql/rounded';

/** From the results of the periods to the level of the year. */
export function yearViews(scheme: Scheme): View[] {
  const year = yearOf(scheme);
  return [yearTotal(scheme, year), yearRank(scheme, year), yearLevel(year), levelLine(year)];
}

/** The year of a scheme; one that states none has the result of its last period. */
export function yearOf(scheme: Scheme): Year {
  if (scheme.year) return scheme.year;
  const { within, ties } = scheme.rank;
  return {
    combine: 'last',
    missing: 'present',
    score: { combine: 'last', round: { digits: 8, mode: 'half-up' } },
    rank: { within, ties, by: ['score'] },
    levels: [],
    atQuota: 'exclude',
  };
}

/** How many periods make a whole year. */
function periodsOf(scheme: Scheme, year: Year): number {
  return year.periods ?? periodsInYear(scheme.rollUp?.to ?? scheme.cadence);
}

function starsOf(combine: Year['combine']): Sql {
  const stars = {
    sum: sql`sum(s.stars)`,
    mean: sql`avg(s.stars)`,
    last: sql`max_by(s.stars, e.number)`,
    best: sql`max(s.stars)`,
    // none of no periods is not known, rather than 0
    count: sql`CASE WHEN count(s.stars) > 0 THEN count(*) FILTER (s.stars > 0) END`,
  }[combine];
  return combine === 'mean' ? stars : sql`CAST(${stars} AS INTEGER)`;
}

function scoreOf({ combine, round }: Year['score']): Sql {
  const score = {
    mean: sql`avg(s.score ORDER BY e.number)`,
    sum: sql`sum(s.score ORDER BY e.number)`,
    last: sql`max_by(s.score, e.number)`,
    best: sql`max(s.score)`,
  }[combine];
  return rounded(score, round);
}

function yearTotal(scheme: Scheme, year: Year): View {
  const whole = (count: Sql, value: Sql) =>
    year.missing === 'unrated'
      ? sql`CASE WHEN ${count} = ${lit(periodsOf(scheme, year))} THEN ${value} END`
      : value;
  const stars = starsOf(year.combine);
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
      ${note(`year.combine: ${year.combine}; a missing period: ${year.missing}`)}
      SELECT
        e.subject_id, max_by(e.track, e.number) AS track, e.year,
        CAST(count(s.score) AS INTEGER) AS periods,
        ${stars} AS stars_so_far,
        ${whole(sql`count(s.stars)`, stars)} AS stars,
        ${whole(sql`count(s.score)`, scoreOf(year.score))} AS score,
        bool_and(e.in_force) AS in_force
      FROM score.period_score AS e
      LEFT JOIN score.period_stars AS s USING (subject_id, period_id)
      WHERE e.year IS NOT NULL
      GROUP BY e.subject_id, e.year`.text,
  };
}

const keyColumn: Record<Year['rank']['by'][number], Sql> = {
  stars: sql`stars`,
  score: sql`score`,
};

function yearRank(scheme: Scheme, year: Year): View {
  const { by, ties, within } = year.rank;
  const down = scheme.rank.first === 'lowest' ? sql`ASC` : sql`DESC`;
  const keys = by.map((key) => keyColumn[key]);
  const order = join(by.map((key) => sql`${keyColumn[key]} ${key === 'score' ? down : sql`DESC`}`));
  const ranked = ties === 'ordinal' ? sql`${order}, subject_id` : order;
  const group = within === 'track' ? sql`year, track` : sql`year`;
  const rated = join(
    keys.map((key) => sql`${key} IS NOT NULL`),
    ' AND ',
  );
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
        CAST(${rankBy[ties]} OVER (PARTITION BY ${group} ORDER BY ${ranked}) AS INTEGER) AS rank,
        CAST(rank() OVER (PARTITION BY ${group} ORDER BY ${order}) AS INTEGER) AS position,
        CAST(count(*) OVER (PARTITION BY ${group}) AS INTEGER) AS rated,
        CAST(count(*) OVER (PARTITION BY ${group}, ${join(keys)}) AS INTEGER) AS tied
      FROM score.year_total
      WHERE ${rated}`.text,
  };
}

/** Levels are given by the stars of the year, or by its score where it is ranked by that alone. */
export function levelFigure(year: Year): Sql {
  return year.rank.by.includes('stars') ? sql`stars` : sql`score`;
}

function yearLevel(year: Year): View {
  const { levels, atQuota } = year;
  const cases = join(
    levels.map(
      (rule) => sql`WHEN ${meets(rule, levelFigure(year), atQuota)} THEN ${lit(rule.level)}`,
    ),
    '\n',
  );
  const level =
    levels.length === 0
      ? sql`CAST(NULL AS INTEGER)`
      : sql`
          CASE
            ${cases}
          END`;
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
        ${level} AS level
      FROM score.year_rank`.text,
  };
}

const lineColumns = ['year', 'track', 'level', 'places', 'line'];

/** The figure that a level took: its cut point, or that of the last place in its quota where that is higher. */
function levelLine(year: Year): View {
  const figure = levelFigure(year);
  const selects = year.levels.map((rule) => {
    const cut = lit(rule.atLeast ?? null);
    const line = rule.top
      ? sql`greatest(${cut}, min(${figure}) FILTER (position <= ${places(rule.top)}))`
      : cut;
    const count = rule.top ? sql`any_value(${places(rule.top)})` : sql`NULL`;
    return sql`
      SELECT
        year, track, ${lit(rule.level)} AS level, CAST(${count} AS INTEGER) AS places,
        CAST(${line} AS DOUBLE) AS line
      FROM score.year_level
      GROUP BY year, track`;
  });
  const none = sql`
    SELECT
      year, track, CAST(NULL AS INTEGER) AS level, CAST(NULL AS INTEGER) AS places,
      CAST(NULL AS DOUBLE) AS line
    FROM score.year_level
    WHERE FALSE`;
  return {
    name: 'score.level_line',
    reads: ['score.year_level'],
    columns: lineColumns,
    stored: true,
    sql: sql`
      ${note('year.levels: what each level took in the end, by year and track')}
      ${selects.length === 0 ? none : join(selects, '\nUNION ALL\n')}`.text,
  };
}

/** Lines of the levels, as rows of the calibration. */
export function levelCalibration(scheme: Scheme): Sql[] {
  return yearOf(scheme).levels.map(
    (rule, index) => sql`
      SELECT
        ${lit(`year.levels[${index}]`)} AS clause, CAST(year AS VARCHAR) AS period_id, track,
        unnest(['places', 'line']) AS name, unnest([CAST(places AS DOUBLE), line]) AS value
      FROM score.level_line
      WHERE level = ${lit(rule.level)}`,
  );
}
