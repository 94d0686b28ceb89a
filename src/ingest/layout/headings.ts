import type { Heading, MergedCells, SheetCells, TableLayout } from '../../model/layout';
import { isEconomyRole } from '../../model/mapping';
import { knownRole } from '../dictionary';
import { readHeader } from '../header';
import { readUnit, unitAbove } from './units';

/** A cell of a header as it stands over a column, with the cell that its text is written in. */
interface Part {
  readonly text: string;
  readonly origin: string;
}

const nothing: Part = { text: '', origin: '' };

/**
 * What the columns of a table are called, one heading for each. The cells of merged blocks hold for all columns that
 * they cover; where a sheet merges nothing, an upper cell holds also for the columns at its right that the row below
 * gives names to and that have no upper cell of their own.
 */
export function headings(sheet: SheetCells, table: TableLayout): readonly Heading[] {
  const { first, last } = table.columns;
  const ordinals = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const rows = spreadRows(sheet, table, ordinals);
  const units = unitRows(sheet, table);
  const above = unitOver(sheet, table);
  return ordinals.map((ordinal, index) => {
    const parts = rows
      .map((row) => row[index] ?? nothing)
      .filter(({ text, origin }, at, all) => text !== '' && origin !== all[at - 1]?.origin);
    const text = parts.map((part) => part.text).join(' ');
    const below = units.map((row) => readUnit(textAt(row, ordinal))).find((unit) => unit !== null);
    return { text, unit: below ?? unitOf(parts) ?? (isMeasured(text) ? above : null) };
  });
}

/** Whether a unit above the table can be meant for a column: names, codes and numbers of rows have none. */
function isMeasured(text: string): boolean {
  const role = knownRole(readHeader(text).name);
  return role === null || role === 'indicator' || isEconomyRole(role);
}

/** The lowest part of a header that says a unit: 收入(万元), or a part that is a unit. */
function unitOf(parts: readonly Part[]): string | null {
  for (const { text } of parts.toReversed()) {
    const unit = readHeader(text).unit ?? readUnit(/[(（][^()（）]*[)）]$/.exec(text)?.[0] ?? '');
    if (unit !== null) return unit;
    if (parts.length > 1 && readUnit(text) !== null) return readUnit(text);
  }
  return null;
}

/** The heading of a column that a file itself names, where no header stands among the rows. */
export function givenHeading(text: string): Heading {
  return { text, unit: unitOf([{ text, origin: text }]) };
}

type Cells = readonly (string | null)[];

function textAt(cells: Cells, ordinal: number): string {
  return cells[ordinal - 1]?.trim() ?? '';
}

/** Rows of units next to the header. */
function unitRows(sheet: SheetCells, table: TableLayout): Cells[] {
  const head = table.header[0] ?? Infinity;
  const beside = new Set(
    table.marked.filter(({ row, kind }) => kind === 'unit' && row > head).map(({ row }) => row),
  );
  return sheet.rows.filter(({ row }) => beside.has(row)).map(({ cells }) => cells);
}

/** The unit that a line above the header says for the whole table; the nearest one counts. */
function unitOver(sheet: SheetCells, table: TableLayout): string | null {
  const head = table.header[0] ?? table.body.first;
  const lines = new Set(table.marked.filter(({ row }) => row < head).map(({ row }) => row));
  return (
    sheet.rows
      .filter(({ row }) => lines.has(row))
      .toReversed()
      .flatMap(({ cells }) => cells)
      .map((cell) => (cell === null ? null : unitAbove(cell)))
      .find((unit) => unit !== null) ?? null
  );
}

function spreadRows(sheet: SheetCells, table: TableLayout, ordinals: readonly number[]): Part[][] {
  const byRow = new Map(sheet.rows.map(({ row, cells }) => [row, cells]));
  const rows = table.header.map((row) =>
    ordinals.map((ordinal): Part => {
      const text = textAt(byRow.get(row) ?? [], ordinal);
      return text === '' ? nothing : { text, origin: `${row}:${ordinal}` };
    }),
  );
  const blocks = sheet.merged.filter(
    ({ rows: { first } }) => first >= (table.header[0] ?? 0) && first <= (table.header.at(-1) ?? 0),
  );
  return blocks.length > 0 ? spreadMerged(rows, blocks, table, ordinals) : spreadRight(rows);
}

function spreadMerged(
  rows: Part[][],
  blocks: readonly MergedCells[],
  table: TableLayout,
  ordinals: readonly number[],
): Part[][] {
  for (const block of blocks) {
    const source =
      rows[table.header.indexOf(block.rows.first)]?.[block.columns.first - (ordinals[0] ?? 1)];
    if (!source || source.text === '') continue;
    table.header.forEach((row, at) => {
      if (row < block.rows.first || row > block.rows.last) return;
      ordinals.forEach((ordinal, index) => {
        const target = rows[at];
        if (target && ordinal >= block.columns.first && ordinal <= block.columns.last)
          target[index] = source;
      });
    });
  }
  return rows;
}

/** Spreads each upper cell to the right as far as the row below names parts of it, never across another upper cell. */
function spreadRight(rows: readonly Part[][]): Part[][] {
  const walls = new Set<number>();
  return rows.map((row, at) => {
    const lower = rows.slice(at + 1);
    const named = (index: number) => lower.some((below) => (below[index]?.text ?? '') !== '');
    let source = nothing;
    return row.map((part, index) => {
      if (part.text !== '') {
        walls.add(index);
        source = named(index) ? part : nothing;
        return part;
      }
      if (walls.has(index) || !named(index)) source = nothing;
      return source;
    });
  });
}
