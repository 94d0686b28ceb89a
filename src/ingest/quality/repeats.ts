import { knownRole } from '../dictionary';
import { finding, type Finding } from '../../model/finding';
import { readHeader } from '../header';
import type { Role } from '../../model/mapping';
import { nameKey, plainText } from '../names';
import {
  dataRows,
  type CheckedColumn,
  type CheckedRow,
  type CheckedTable,
  type TableCheck,
} from './checked-table';
import { isNumbering } from './kinds-of-column';

/** Rows that say nothing new are told only where they fill this many cells. */
const fewestCells = 3;

/** Repeats are listed one by one up to this many, or up to the share below; beyond, one finding tells their number. */
const fewestListed = 5;

/** In a shorter list a name may well stand twice. */
const fewestSubjects = 5;

/** A table where more rows than this name a subject again lists its subjects more than once on purpose. */
const mostAgain = 0.2;

/** Rows that stand twice in a table, and subjects that are named twice in one that names each once. */
export const repeats: TableCheck = {
  name: 'repeats',
  find: (table) => {
    const rows = repeatedRows(table);
    const told = new Set(rows.map(({ row }) => row));
    return [...rows, ...repeatedSubjects(table).filter(({ row }) => !told.has(row))];
  },
};

function repeatedRows(table: CheckedTable): Finding[] {
  const told = table.columns.map((column) => !isNumbering(column));
  const key = ({ cells }: CheckedRow) => {
    const words = cells.map((cell, at) => (told[at] ? (cell?.trim() ?? '') : ''));
    return words.filter((word) => word !== '').length >= fewestCells ? words.join('\u001f') : null;
  };
  const found = again(table, key).map(({ row, first }) =>
    finding('row_repeated', { row: row.row, detail: { other: first.row } }),
  );
  const most = Math.max(fewestListed, dataRows(table).length * mostAgain);
  return found[0] && found.length > most ? [{ ...found[0], count: found.length }] : found;
}

function repeatedSubjects(table: CheckedTable): Finding[] {
  const column = (...roles: Role[]) =>
    table.columns.findIndex((one) => !one.numeric && roles.includes(roleOf(one)));
  const name = column('name');
  const code = table.columns.findIndex((one) => roleOf(one) === 'code');
  if (name < 0) return [];
  const others = table.columns.flatMap((one, at) =>
    ['district', 'town', 'period', 'year'].includes(roleOf(one)) ? [at] : [],
  );
  const text = (row: CheckedRow, at: number) => plainText(row.cells[at] ?? null);
  const key = (row: CheckedRow) => {
    const called = nameKey(row.cells[name] ?? null);
    if (called === '') return null;
    return [called, code < 0 ? '' : text(row, code), ...others.map((at) => text(row, at))].join(
      '\u001f',
    );
  };
  const found = again(table, key);
  const rows = dataRows(table).length;
  if (rows < fewestSubjects || found.length > Math.max(1, rows * mostAgain)) return [];
  return found.map(({ row, first }) =>
    finding('subject_repeated', {
      row: row.row,
      column: table.columns[name]?.letter ?? null,
      value: (row.cells[name] ?? '').trim(),
      detail: { other: first.row },
    }),
  );
}

function roleOf({ header }: CheckedColumn): Role {
  return knownRole(readHeader(header).name) ?? 'ignore';
}

/** Rows whose key stood before under the same heading of a group, with the first that has it. */
function again(
  { rows }: CheckedTable,
  keyOf: (row: CheckedRow) => string | null,
): { row: CheckedRow; first: CheckedRow }[] {
  const first = new Map<string, CheckedRow>();
  const found: { row: CheckedRow; first: CheckedRow }[] = [];
  let section = '';
  for (const row of rows) {
    if (row.kind === 'group') section = row.cells.find((cell) => cell !== null) ?? '';
    if (row.kind !== 'data') continue;
    const key = keyOf(row);
    if (key === null) continue;
    const before = first.get(`${section}\u001e${key}`);
    if (before) found.push({ row, first: before });
    else first.set(`${section}\u001e${key}`, row);
  }
  return found;
}
