import { numberOf, textOf } from '../../model/row';
import { periodOrder } from '../../sql/period-order';
import { lit, sql } from '../../sql/sql';
import { question, text, type Question } from '../question';

/** A headline figure of a year or of one of its periods. */
export interface FigureLine {
  readonly figure: string;
  readonly period: string;
  readonly value: number | null;
  /** null of a share, whose value is a part of 1. */
  readonly unit: string | null;
  /** How many report it, how many it is divided by, or the working in numbers; null where nothing need be said. */
  readonly over: {
    readonly kind: 'reporting' | 'denominator' | 'working';
    readonly words: string;
  } | null;
  /** Some of the figures behind it are bounds. */
  readonly qualifier: 'at_least' | 'below' | 'about' | null;
}

/** Schemes and views say 比 for a share. */
function unitOf(said: string): string | null {
  return said === '比' ? null : said;
}

/** The figures of a year and of its periods, in the order of time. */
export function headlineFigures(year: number): Question<FigureLine> {
  return question(
    sql`
      SELECT figure_id, period, value, unit, basis
      FROM report.headline
      WHERE starts_with(period, ${lit(String(year))})
      ORDER BY ${periodOrder(sql`period`)}, figure_id`,
    (row) => {
      const basis = textOf(row, 'basis') ?? '';
      const [, kind, words = '', bound] =
        /^(reporting |denominator )?(.*?)(?:, (at_least|below|about))?$/.exec(basis) ?? [];
      return {
        figure: text(row, 'figure_id'),
        period: text(row, 'period'),
        value: numberOf(row, 'value'),
        unit: unitOf(text(row, 'unit')),
        over:
          words === ''
            ? null
            : {
                kind: (kind?.trim() ?? 'working') as 'reporting' | 'denominator' | 'working',
                words,
              },
        qualifier: (bound ?? null) as FigureLine['qualifier'],
      };
    },
  );
}
