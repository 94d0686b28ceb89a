import { columnNames } from '../src/ingest/layout/column-names';
import { givenHeading, headings } from '../src/ingest/layout/headings';
import type { Correction } from '../src/model/correction';
import type { MarkedRow, SheetCells, TableLayout } from '../src/model/layout';
import {
  columnLetter,
  type SourceColumn,
  type SourceSheet,
  type SourceTable,
} from '../src/model/source';
import { id, join, lit, rows, sql, type Sql } from '../src/sql/sql';
import { columnFacts, type Ask } from './column-facts';
import type { Connection } from './database';
import { preamble } from './preamble';
import { decodeRows } from './rows';
import { cellNames } from './sheet-cells';

/** A column of a table's view, and the expression over the sheet that it is. */
interface Cell {
  readonly ordinal: number;
  readonly header: string;
  readonly unit: string | null;
  readonly name: string;
  readonly from: Sql;
}

/** A table that is to be made. */
export interface NewTable {
  readonly sheet: SourceSheet;
  readonly cells: SheetCells;
  readonly layout: TableLayout;
  /** Filled cells of each of its columns, without corrections; null where they are not known. */
  readonly filled: readonly number[] | null;
}

/** Corrections of cells of one table, by column. */
type Corrected = ReadonlyMap<number, readonly Correction[]>;

/**
 * Makes the view `raw.<tableId>` of one table on a sheet: its data rows with `source_row`, one column for each of its own,
 * and where rows of groups stand among them one more with the group that each row is under. A cell that was corrected has
 * its other value there, as long as it holds what was corrected; the sheet stays as it is.
 */
export async function makeTable(
  connection: Connection,
  { sheet, cells, layout, filled }: NewTable,
  tableId: string,
  corrections: readonly Correction[],
  signal: AbortSignal | undefined,
): Promise<SourceTable> {
  const ask: Ask = async (statement) => decodeRows(await connection.run(statement.text, signal));
  const corrected = byColumn(sheet, layout, corrections);
  const columns = cellsOf(sheet, cells, layout, corrected);
  // a column of groups is none of the sheet's
  const isKnown = filled?.length === columns.length && corrected.size === 0;
  await ask(tableView(sheet, layout, columns, tableId));
  const [extent] = await ask(sql`
    SELECT count(*) AS rows, max(source_row) AS last_row FROM ${id('raw', tableId)}`);
  const headerRow = layout.header.at(-1) ?? layout.body.first - 1;
  const first = layout.header[0] ?? layout.body.first;
  const last = Math.max(headerRow, first, Number(extent?.['last_row'] ?? 0));
  const letter = (ordinal: number) => columnLetter(ordinal);
  return {
    id: tableId,
    fileId: sheet.fileId,
    file: sheet.file,
    sheet: sheet.sheet,
    sheetId: sheet.id,
    layout,
    range: `${letter(layout.columns.first)}${first}:${letter(layout.columns.last)}${last}`,
    preamble: preamble(cells, layout),
    headerRow,
    rows: Number(extent?.['rows']),
    columns: await describeColumns(ask, tableId, columns, isKnown ? filled : null),
  };
}

function byColumn(
  { file, sheet }: SourceSheet,
  { body }: TableLayout,
  corrections: readonly Correction[],
): Corrected {
  const own = corrections.filter(
    (one) =>
      one.file === file && one.sheet === sheet && one.row >= body.first && one.row <= body.last,
  );
  const columns = [...new Set(own.map(({ column }) => column))];
  return new Map(columns.map((column) => [column, own.filter((one) => one.column === column)]));
}

/** A cell as it counts. */
function cellFrom(ordinal: number, corrected: readonly Correction[] | undefined): Sql {
  const cell = sql`s.${id(`c${ordinal}`)}`;
  if (corrected === undefined) return cell;
  const cases = corrected.map(
    ({ row, was, value }) => sql`
      WHEN s.source_row = ${lit(row)} AND ${cell} IS NOT DISTINCT FROM ${lit(was)} THEN ${lit(value)}`,
  );
  return sql`CASE ${join(cases, ' ')} ELSE ${cell} END`;
}

function cellsOf(
  sheet: SourceSheet,
  cells: SheetCells,
  layout: TableLayout,
  corrected: Corrected,
): Cell[] {
  const { first, last } = layout.columns;
  const given = sheet.headings?.map(givenHeading) ?? headings(cells, layout);
  const ordinals = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const group = groupsOf(layout)[0];
  const groupColumn =
    group &&
    cells.rows.find(({ row }) => row === group.row)?.cells.findIndex((cell) => cell !== null);
  const heads = ordinals.map((_, index) => given[index]?.text ?? '');
  const names = columnNames(
    groupColumn === undefined ? heads : [...heads, 'group'],
    ordinals.map(columnLetter),
  );
  const own = ordinals.map((ordinal, index) => ({
    ordinal,
    header: heads[index] ?? '',
    unit: given[index]?.unit ?? null,
    name: names[index] ?? '',
    from: cellFrom(ordinal, corrected.get(ordinal)),
  }));
  if (groupColumn === undefined) return own;
  const name = names.at(-1) ?? 'group';
  return [
    ...own,
    { ordinal: groupColumn + 1, header: '', unit: null, name, from: sql`given.words` },
  ];
}

function groupsOf(layout: TableLayout): MarkedRow[] {
  return layout.marked.filter(({ kind, text }) => kind === 'group' && text !== undefined);
}

function tableView(
  sheet: SourceSheet,
  layout: TableLayout,
  columns: readonly Cell[],
  tableId: string,
): Sql {
  const { body } = layout;
  const own = cellNames(sheet.width).slice(layout.columns.first - 1, layout.columns.last);
  const groups = groupsOf(layout);
  const left = layout.marked
    .filter(({ row }) => row >= body.first && row <= body.last)
    .map(({ row }) => lit(row));
  const conditions = [sql`s.source_row BETWEEN ${lit(body.first)} AND ${lit(body.last)}`];
  if (left.length > 0) conditions.push(sql`s.source_row NOT IN (${join(left)})`);
  // beside another table, a row may be filled there and blank here
  if (own.length < sheet.width) {
    conditions.push(sql`coalesce(${join(own.map((cell) => sql`s.${id(cell)}`))}) IS NOT NULL`);
  }
  const grouped =
    groups.length === 0
      ? sql``
      : sql`
    ASOF LEFT JOIN ${rows(
      ['row', 'words'],
      groups.map(({ row, text }) => [row, text ?? '']),
    )} ON s.source_row > given.row`;
  return sql`
    CREATE VIEW ${id('raw', tableId)} AS
    SELECT
      s.source_row,
      ${join(
        columns.map(({ from, name }) => sql`${from} AS ${id(name)}`),
        ',\n      ',
      )}
    FROM ${id('raw', sheet.id)} AS s ${grouped}
    WHERE ${join(conditions, '\n      AND ')}`;
}

/** Rows from which the examples of a column are taken. */
const exampleRows = 50;
const mostExamples = 3;

async function describeColumns(
  ask: Ask,
  tableId: string,
  columns: readonly Cell[],
  filled: readonly number[] | null,
): Promise<SourceColumn[]> {
  const names = columns.map(({ name }) => name);
  const facts = await columnFacts(ask, tableId, names, filled);
  const first = await ask(
    sql`SELECT * FROM ${id('raw', tableId)} ORDER BY source_row LIMIT ${lit(exampleRows)}`,
  );
  return columns.map(({ ordinal, header, unit, name }, index) => {
    const texts = first.map((row) => row[name]).filter((cell) => typeof cell === 'string');
    return {
      ordinal,
      letter: columnLetter(ordinal),
      header,
      unit,
      name,
      filled: facts[index]?.filled ?? 0,
      missing: facts[index]?.missing ?? 0,
      numeric: facts[index]?.numeric ?? 0,
      examples: [...new Set(texts)].slice(0, mostExamples),
    };
  });
}
