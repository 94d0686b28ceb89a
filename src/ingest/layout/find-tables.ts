import type { MarkedRow, SheetCells, Span, TableLayout } from '../../model/layout';
import { readGrid, type Grid, type GridRow } from './grid';
import { labelColumn } from './label-column';
import { labelRows, type LabelledRow } from './label-rows';
import { partRows } from './part-rows';
import { sideBySide } from './side-by-side';
import { tableOf } from './table-of';
import { saysUnit } from './units';

/**
 * All tables of a sheet in reading order, with what every filled row is to them; none where the sheet holds no table.
 */
export function findTables(sheet: SheetCells): readonly TableLayout[] {
  const rows = { first: sheet.rows[0]?.row ?? 1, last: sheet.rows.at(-1)?.row ?? 0 };
  return tablesIn(sheet, { first: 1, last: sheet.width }, rows, true);
}

/** @param parting whether blocks side by side are looked for: within such blocks they aren't again */
function tablesIn(sheet: SheetCells, columns: Span, rows: Span, parting: boolean): TableLayout[] {
  const grid = readGrid(sheet, columns, rows);
  const blocks = parting ? sideBySide(grid) : [columns];
  if (blocks.length > 1) return blocksOf(sheet, grid, blocks, rows);
  const parts = partRows(label(grid));
  return parts.flatMap((part, index) => {
    const from = index === 0 ? rows.first : (part[0]?.row.row ?? rows.first);
    const next = parts[index + 1]?.[0]?.row.row;
    const to = next === undefined ? rows.last : next - 1;
    const within = { ...grid, rows: part.map(({ row }) => row) };
    if (parting && parts.length > 1 && sideBySide(within).length > 1)
      return tablesIn(sheet, columns, { first: from, last: to }, true);
    return tableOf(
      grid,
      part,
      sheet.hidden.filter((row) => row >= from && row <= to),
    );
  });
}

function label(grid: Grid): readonly LabelledRow[] {
  const column = grid.rows[0]?.filled[0];
  const lone = grid.rows.every(({ filled }) => filled.length === 1 && filled[0] === column);
  return lone ? labelColumn(grid) : labelRows(grid);
}

/** The tables of blocks side by side. Lines above all of them are titles of each. */
function blocksOf(
  sheet: SheetCells,
  grid: Grid,
  blocks: readonly Span[],
  rows: Span,
): TableLayout[] {
  const titles = grid.rows.slice(
    0,
    grid.rows.findIndex(({ filled }) => filled.length > 1),
  );
  const first = grid.rows[titles.length]?.row ?? rows.first;
  return blocks.flatMap((block) =>
    tablesIn(sheet, block, { first, last: rows.last }, false).map((table, index) =>
      index === 0 ? under(titles, table) : table,
    ),
  );
}

function under(titles: readonly GridRow[], table: TableLayout): TableLayout {
  const marked = titles.map(({ row, texts }): MarkedRow => ({
    row,
    kind: texts.some(saysUnit) ? 'unit' : 'title',
  }));
  return { ...table, marked: [...marked, ...table.marked] };
}
