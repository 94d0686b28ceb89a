import type { CheckedRow, CheckedTable } from '../../../src/ingest/quality/checked-table';
import { tableChecks } from '../../../src/ingest/quality';
import { readHeader } from '../../../src/ingest/header';
import type { Finding } from '../../../src/model/finding';
import { columnLetter } from '../../../src/model/source';

/** A row as a test writes it: its cells by spaces; `合计|` before them makes it a total, `组|` a group. */
type Line = string;

const kinds: Readonly<Record<string, CheckedRow['kind']>> = {
  计: 'total',
  组: 'group',
  藏: 'hidden',
};

/** A table for the checks: headers by spaces, then rows by spaces (`·` is a blank cell); the first row is row 2. */
export function checkedTable(
  headers: string,
  lines: readonly Line[],
  texts: readonly string[] = [],
): CheckedTable {
  const rows = lines.map((line, index): CheckedRow => {
    const [, mark, rest] = /^(?:([计组藏])\|)?(.*)$/.exec(line) ?? [];
    const cells = (rest ?? '').split(' ').map((cell) => (cell === '·' ? null : cell));
    return {
      row: index + 2,
      kind: kinds[mark ?? ''] ?? 'data',
      cells,
      numbers: cells.map(readNumber),
    };
  });
  const columns = headers.split(' ').map((header, at) => {
    const filled = rows.filter(({ kind, cells }) => kind === 'data' && cells[at] !== null);
    const numeric = filled.filter(({ numbers }) => numbers[at] !== null);
    return {
      ordinal: at + 1,
      letter: columnLetter(at + 1),
      header,
      unit: readHeader(header).unit,
      numeric: numeric.length > 0 && numeric.length >= filled.length / 2,
    };
  });
  return { columns, rows, texts: texts.map((text, index) => ({ row: index + 100, text })) };
}

function readNumber(cell: string | null): number | null {
  const plain = (cell ?? '')
    .replaceAll(',', '')
    .replace(/[%余]$/, '')
    .replace(/^第(\d+)名$/, '$1');
  return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
}

/** All that the checks find in a table, as `code row column`. */
export function problems(table: CheckedTable): string[] {
  return found(table).map(({ code, row, column }) =>
    [code, row, column].filter((part) => part !== null).join(' '),
  );
}

export function found(table: CheckedTable): Finding[] {
  return tableChecks.flatMap((check) => check.find(table));
}
