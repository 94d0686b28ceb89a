import { columnFamily, type ColumnFamily } from './column-type';

export const figureMarks = ['bar', 'dot', 'line', 'area', 'cell', 'histogram'] as const;

export type FigureMark = (typeof figureMarks)[number];

/** How a result is drawn; columns count from 0, null for none. `y` null counts rows. */
export interface FigureChoice {
  readonly mark: FigureMark;
  readonly x: number;
  readonly y: number | null;
  readonly colour: number | null;
  readonly facet: number | null;
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** A figure that the types of the columns call for; null where nothing can be drawn. */
export function suggestFigure(columns: readonly Column[]): FigureChoice | null {
  const family = (index: number): ColumnFamily => columnFamily(columns[index]?.type ?? '');
  const all = columns.map((_, index) => index);
  const order = all.filter((index) => isTimeLike(columns[index]));
  const numbers = all.filter((index) => family(index) === 'number' && !order.includes(index));
  const words = all.filter((index) => /text|boolean/.test(family(index)) && index !== order[0]);
  const [time, number, second, word] = [order[0], numbers[0], numbers[1], words[0]];
  if (time !== undefined && number !== undefined)
    return { mark: 'line', x: time, y: number, colour: word ?? null, facet: null };
  if (word !== undefined && number !== undefined)
    return { mark: 'bar', x: word, y: number, colour: words[1] ?? null, facet: null };
  if (number !== undefined && second !== undefined)
    return { mark: 'dot', x: number, y: second, colour: null, facet: null };
  if (number !== undefined)
    return { mark: 'histogram', x: number, y: null, colour: null, facet: null };
  const counted = time ?? word;
  return counted === undefined
    ? null
    : { mark: 'bar', x: counted, y: null, colour: null, facet: null };
}

/** Times, and what is called by the words of time. */
function isTimeLike(column: Column | undefined): boolean {
  if (!column) return false;
  return (
    columnFamily(column.type) === 'time' ||
    /^(year|period|period_id|number|quarter|month)$/i.test(column.name)
  );
}
