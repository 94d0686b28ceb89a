import { economyRoles } from '../../model/mapping';
import type { View } from '../../model/view';
import { join, lit, note, sql, type Sql } from '../../sql/sql';
import type { Figure, Scheme } from '../shape';
import { countFigure, countReads, countWhere, shareFigure } from './figure-counts';
import { figureRow, noBasis } from './figure-row';

const columns = ['figure_id', 'period', 'value', 'unit', 'basis'];

/** The headline figures that a document declares, one row for each period that has one. */
export function figureView(scheme: Scheme): View {
  const { figures } = scheme;
  const plain = figures.filter(({ is }) => !('ratio' in is));
  const ratios = figures.filter(({ is }) => 'ratio' in is);
  const none = sql`
    SELECT
      CAST(NULL AS VARCHAR) AS figure_id, CAST(NULL AS VARCHAR) AS period, CAST(NULL AS DOUBLE) AS value,
      CAST(NULL AS VARCHAR) AS unit, CAST(NULL AS VARCHAR) AS basis
    WHERE FALSE`;
  const own =
    plain.length === 0
      ? none
      : join(
          plain.map((figure) => plainFigure(scheme, figure)),
          '\nUNION ALL\n',
        );
  const quotients = ratios.map((figure) => ratioFigure(figure));
  return {
    name: 'score.figure',
    reads: [...new Set(figures.flatMap((figure) => readsOfFigure(figure)))],
    columns,
    stored: true,
    sql: sql`
      ${note('figures: the headline figures of the scheme')}
      WITH plain AS (
        ${own}
      )
      SELECT figure_id, period, CAST(value AS DOUBLE) AS value, unit, basis
      FROM plain
      ${join(
        quotients.map(
          (one) => sql`
          UNION ALL
          ${one}`,
        ),
        '\n',
      )}`.text,
  };
}

function plainFigure(scheme: Scheme, figure: Figure): Sql {
  const { is } = figure;
  if ('among' in is) {
    return 'count' in is
      ? countWhere(figure, is.count, is.among)
      : shareFigure(figure, is.share, is.basis, is.among);
  }
  if ('count' in is) return countFigure(figure, is.count);
  if ('flag' in is) {
    return figureRow(
      figure,
      sql`period_id`,
      sql`count(*)`,
      noBasis,
      sql`
      FROM score.flag
      WHERE flag = ${lit(is.flag)}
      GROUP BY period_id`,
    );
  }
  if ('perHead' in is) {
    const kind = scheme.rewards?.perHead.find(({ id }) => id === is.perHead);
    const once = kind?.times === 'stars' ? is.stars : 1;
    const amount = (kind?.amount ?? 0) * (kind?.months ?? 1) * once * is.periods;
    return figureRow(
      figure,
      sql`period`,
      lit(amount),
      lit(`1 × ${is.stars} × ${is.periods}`),
      sql`
      FROM (SELECT DISTINCT year AS period FROM score.entry)`,
    );
  }
  if ('sum' in is) return measureFigure(figure, is.sum, sql`sum(value ORDER BY subject_id)`, false);
  if ('median' in is) return measureFigure(figure, is.median, sql`median(value)`, false);
  if ('mean' in is)
    return measureFigure(figure, is.mean, sql`sum(value ORDER BY subject_id)`, is.basis);
  throw new RangeError(`${figure.id} is a ratio`);
}

const ofScore: Readonly<Record<string, { from: Sql; value: Sql; period: Sql; reads: string }>> = {
  score: {
    from: sql`score.period_score`,
    value: sql`score`,
    period: sql`period_id`,
    reads: 'score.period_score',
  },
  rank: {
    from: sql`score.period_rank`,
    value: sql`rank`,
    period: sql`period_id`,
    reads: 'score.period_rank',
  },
  stars: {
    from: sql`score.period_stars`,
    value: sql`stars`,
    period: sql`period_id`,
    reads: 'score.period_stars',
  },
  level: {
    from: sql`score.year_level`,
    value: sql`level`,
    period: sql`CAST(year AS VARCHAR)`,
    reads: 'score.year_level',
  },
};

/** The relation of a figure: subject_id, period, value, qualifier. Money is in 万元. */
function valuesOf(name: string): Sql {
  const own = ofScore[name];
  if (own)
    return sql`
      SELECT subject_id, ${own.period} AS period, ${own.value} AS value, CAST(NULL AS VARCHAR) AS qualifier
      FROM ${own.from}`;
  if ((economyRoles as readonly string[]).includes(name)) {
    return sql`
      SELECT subject_id, period_id AS period, CAST(value_yuan AS DOUBLE) / 10000 AS value, qualifier
      FROM canon.economy
      WHERE measure = ${lit(name)}`;
  }
  return sql`
    SELECT subject_id, period_id AS period, value, qualifier
    FROM canon.observation
    WHERE indicator_id = ${lit(name)}`;
}

/** What figures such as "over 140" make of a figure taken from them. */
const bound = sql`
  CASE
    WHEN count(qualifier) = 0 THEN ''
    WHEN count(DISTINCT qualifier) = 1 THEN ', ' || min(qualifier)
    ELSE ', about'
  END`;

function measureFigure(
  figure: Figure,
  name: string,
  aggregate: Sql,
  basis: 'reporting' | 'all' | false,
): Sql {
  const all = sql`(SELECT count(*) FROM canon.subject)`;
  const denominator = basis === 'all' ? all : sql`count(value)`;
  const value = basis === false ? aggregate : sql`${aggregate} / nullif(${denominator}, 0)`;
  const said = sql`
    ${lit(basis === false ? 'reporting ' : 'denominator ')} || ${basis === false ? sql`count(value)` : denominator}
      || ${bound}`;
  return figureRow(
    figure,
    sql`period`,
    value,
    said,
    sql`
    FROM (
      ${valuesOf(name)}
    )
    WHERE value IS NOT NULL
    GROUP BY period`,
  );
}

/** A whole number without its decimal point. */
function plain(value: Sql): Sql {
  return sql`regexp_replace(CAST(${value} AS VARCHAR), '\.0$', '')`;
}

function ratioFigure(figure: Figure): Sql {
  if (!('ratio' in figure.is)) throw new RangeError(`${figure.id} is no ratio`);
  const [above, below] = figure.is.ratio;
  return figureRow(
    figure,
    sql`a.period`,
    sql`a.value / nullif(b.value, 0)`,
    sql`${plain(sql`a.value`)} || '/' || ${plain(sql`b.value`)}`,
    sql`
    FROM plain AS a
    JOIN plain AS b USING (period)
    WHERE a.figure_id = ${lit(above)} AND b.figure_id = ${lit(below)}`,
  );
}

function readsOfFigure({ is }: Figure): string[] {
  if ('count' in is || 'share' in is) return countReads(is);
  if ('flag' in is) return ['score.flag'];
  if ('perHead' in is) return ['score.entry'];
  if ('ratio' in is) return [];
  const name = 'sum' in is ? is.sum : 'median' in is ? is.median : 'mean' in is ? is.mean : '';
  const all = 'mean' in is && is.basis === 'all' ? ['canon.subject'] : [];
  const own = ofScore[name];
  if (own) return [own.reads, ...all];
  const money = (economyRoles as readonly string[]).includes(name);
  return [money ? 'canon.economy' : 'canon.observation', ...all];
}
