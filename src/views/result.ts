import { columnFamily } from '../model/column-type';
import { mostKeptRows } from '../model/kept-rows';
import { numberOf, textOf, type Row } from '../model/row';
import { id, join, lit, sql, type Sql } from '../sql/sql';
import type { Question } from './question';

/** A kept result: the table `temp.<result>` with columns `c1`, `c2`, … of these types. */
export interface KeptResult {
  readonly result: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Which rows of a result are shown, and in what order. Columns count from 0. */
export interface ResultOrder {
  readonly sort: { readonly column: number; readonly descending: boolean } | null;
  /** Rows in which a column, or any for null, holds a text in whatever case. */
  readonly filter: { readonly column: number | null; readonly text: string } | null;
}

/** A row as the engine writes its values; null stays null. */
export type ResultRow = readonly (string | null)[];

const column = (index: number) => id(`c${index + 1}`);
const written = (index: number) => sql`CAST(${column(index)} AS VARCHAR)`;
const tableOf = ({ result }: KeptResult) => id('temp', result);

/** Rows from a place on, in the order of the statement where nothing else is asked. */
export function resultRows(
  kept: KeptResult,
  order: ResultOrder,
  offset: number,
  limit: number,
): Question<ResultRow> {
  const cells = kept.columns.map((_, index) => sql`${written(index)} AS ${column(index)}`);
  const sorted = order.sort
    ? sql`${column(order.sort.column)} ${order.sort.descending ? sql`DESC` : sql`ASC`} NULLS LAST, rowid`
    : sql`rowid`;
  return {
    sql: sql`
      SELECT ${join(cells)}
      FROM ${tableOf(kept)}
      ${where(kept, order)}
      ORDER BY ${sorted}
      LIMIT ${lit(limit)} OFFSET ${lit(offset)}`.text,
    read: (row) => kept.columns.map((_, index) => textOf(row, `c${index + 1}`)),
  };
}

/** How many rows the order leaves. */
export function resultCount(kept: KeptResult, order: ResultOrder): Question<number> {
  return {
    sql: sql`
      SELECT count(*)::INTEGER AS n
      FROM ${tableOf(kept)}
      ${where(kept, order)}`.text,
    read: (row) => numberOf(row, 'n') ?? 0,
  };
}

/** The row kept to tell that there are more is none of those shown. */
const shown = sql`rowid < ${lit(mostKeptRows)}`;

function where(kept: KeptResult, { filter }: ResultOrder): Sql {
  if (!filter || filter.text === '') return sql`WHERE ${shown}`;
  const columns = filter.column === null ? kept.columns.map((_, index) => index) : [filter.column];
  const found = columns.map(
    (index) => sql`contains(lower(${written(index)}), lower(${lit(filter.text)}))`,
  );
  return sql`WHERE ${shown} AND (${join(found, ' OR ')})`;
}

/** What a column holds, as text; `distinct` does not count nulls. */
export interface ColumnFacts {
  readonly nulls: number;
  readonly distinct: number;
  readonly least: string | null;
  readonly greatest: string | null;
}

export function columnFacts(kept: KeptResult, index: number): Question<ColumnFacts> {
  return {
    sql: sql`
      SELECT
        count(*) FILTER (${column(index)} IS NULL)::INTEGER AS nulls,
        count(DISTINCT ${column(index)})::INTEGER AS uniques,
        CAST(min(${column(index)}) AS VARCHAR) AS least,
        CAST(max(${column(index)}) AS VARCHAR) AS greatest
      FROM ${tableOf(kept)}
      WHERE ${shown}`.text,
    read: (row) => ({
      nulls: numberOf(row, 'nulls') ?? 0,
      distinct: numberOf(row, 'uniques') ?? 0,
      least: textOf(row, 'least'),
      greatest: textOf(row, 'greatest'),
    }),
  };
}

/** A bar of a small histogram: values from one edge to the next, or one value. */
export interface HistogramBar {
  readonly from: string;
  /** Null for a value by itself. */
  readonly to: string | null;
  readonly count: number;
}

const bars = 12;

/** Numbers and times in bars of equal width; of everything else the most frequent values. */
export function columnHistogram(kept: KeptResult, index: number): Question<HistogramBar> {
  const family = columnFamily(kept.columns[index]?.type ?? '');
  const statement =
    family === 'number' || family === 'time' ? binned(kept, index) : frequent(kept, index);
  return {
    sql: statement.text,
    read: (row) => ({
      from: textOf(row, 'from_text') ?? '',
      to: textOf(row, 'to_text'),
      count: numberOf(row, 'n') ?? 0,
    }),
  };
}

function binned(kept: KeptResult, index: number): Sql {
  const isTime = columnFamily(kept.columns[index]?.type ?? '') === 'time';
  const value = isTime
    ? sql`epoch_ms(CAST(${column(index)} AS TIMESTAMP))::DOUBLE`
    : sql`${column(index)}::DOUBLE`;
  const edge = (number: Sql) =>
    isTime
      ? sql`CAST(CAST(make_timestamp(CAST(${number} AS BIGINT) * 1000) AS DATE) AS VARCHAR)`
      : sql`CAST(${number} AS VARCHAR)`;
  return sql`
    WITH
      v AS (
        SELECT ${value} AS x FROM ${tableOf(kept)} WHERE ${shown} AND isfinite(${value})
      ),
      e AS (SELECT min(x) AS low, max(x) AS high FROM v),
      b AS (
        SELECT
          CASE
            WHEN high = low THEN 0
            ELSE least(floor((x - low) / (high - low) * ${lit(bars)}), ${lit(bars - 1)})
          END AS bar,
          low, high
        FROM v, e
      )
    SELECT
      ${edge(sql`low + (high - low) * bar / ${lit(bars)}`)} AS from_text,
      ${edge(sql`low + (high - low) * (bar + 1) / ${lit(bars)}`)} AS to_text,
      count(*)::INTEGER AS n
    FROM b
    GROUP BY bar, low, high
    ORDER BY bar`;
}

function frequent(kept: KeptResult, index: number): Sql {
  return sql`
    SELECT ${written(index)} AS from_text, NULL::VARCHAR AS to_text, count(*)::INTEGER AS n
    FROM ${tableOf(kept)}
    WHERE ${shown} AND ${column(index)} IS NOT NULL
    GROUP BY ALL
    ORDER BY n DESC, from_text
    LIMIT ${lit(bars)}`;
}

/** Values of some columns for a figure: numbers, times in milliseconds, everything else as text. */
export function resultValues(
  kept: KeptResult,
  columns: readonly number[],
  order: ResultOrder,
  limit: number,
): Question<readonly (string | number | null)[]> {
  const values = columns.map((index) => {
    const family = columnFamily(kept.columns[index]?.type ?? '');
    if (family === 'number') return sql`CAST(${column(index)} AS DOUBLE) AS ${column(index)}`;
    if (family === 'time')
      return sql`epoch_ms(CAST(${column(index)} AS TIMESTAMP))::DOUBLE AS ${column(index)}`;
    return sql`${written(index)} AS ${column(index)}`;
  });
  return {
    sql: sql`
      SELECT ${join(values)}
      FROM ${tableOf(kept)}
      ${where(kept, order)}
      ORDER BY rowid
      LIMIT ${lit(limit)}`.text,
    read: (row: Row) => columns.map((index) => plain(row[`c${index + 1}`])),
  };
}

function plain(value: Row[string] | undefined): string | number | null {
  return typeof value === 'boolean' ? String(value) : (value ?? null);
}
