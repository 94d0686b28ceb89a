import { finding } from '../../model/finding';
import { dataRows, labelOf, type CheckedTable, type TableCheck } from './checked-table';

/** A number of things that a text speaks of. */
interface Said {
  readonly count: number;
  readonly unit: string;
}

const chinese =
  /(\d{1,6})\s*(?:个|家|户|人|名|项|条)?(?:行政|建制|自然|参评|被考核)?(村\(居\)|村\(社区\)|村居|村民小组|村|社区|居委会|户|家庭|党组织|党支部|镇街|乡镇|镇\(街道\)|人|名|项|条|家)/g;
const english =
  /(\d{1,6})\s+(villages|communities|households|towns|organi[sz]ations|people|rows|items)\b/gi;

/** Parts of the whole, and numbers that are none of a count of rows. */
const partial =
  /其中|未|缺|不含|除|前\s*$|后\s*$|第\s*$|达到|超过|以上|至少|不足|奖励?|每\s*$|[≥≤<>]\s*$|except|without|of which|top\s*$|at least/i;

/** How far a text may be off for it to be about the rows of the table. */
const nearShare = 0.15;
const nearRows = 2;

/** Titles and notes that speak of another number of rows than the table has: 共25户 over 24. */
export const counts: TableCheck = {
  name: 'counts',
  find: (table) => {
    const given = dataRows(table).length;
    const known = knownCounts(table);
    const labels = table.rows
      .filter(({ kind }) => kind === 'total')
      .map((row) => ({ row: row.row, text: labelOf(row) }));
    return [...table.texts, ...labels].flatMap(({ row, text }) => {
      const said = countsIn(text);
      const sum = said.reduce((before, { count }) => before + count, 0);
      if (said.length === 0 || known.has(sum) || said.some(({ count }) => known.has(count)))
        return [];
      const off = said.find(
        ({ count }) => Math.abs(count - given) <= Math.max(nearRows, given * nearShare),
      );
      if (!off || given < 3) return [];
      return finding('count_mismatch', {
        row,
        value: text.slice(0, 120),
        detail: { said: off.count, unit: off.unit, rows: given },
      });
    });
  },
};

function countsIn(text: string): Said[] {
  if (text.length > 400) return [];
  const plain = text.normalize('NFKC');
  return [...plain.matchAll(chinese), ...plain.matchAll(english)].flatMap((match) => {
    const before = plain.slice(Math.max(0, match.index - 6), match.index);
    const digit = /[\d.,]$/.test(before);
    const [, count = '', unit = ''] = match;
    return digit || partial.test(before) ? [] : [{ count: Number(count), unit }];
  });
}

/** Numbers that a text may rightly speak of: rows, groups, rows of each section, distinct words of each column. */
function knownCounts(table: CheckedTable): Set<number> {
  const data = dataRows(table);
  const known = new Set([
    data.length,
    table.rows.filter(({ kind }) => kind === 'data' || kind === 'hidden').length,
    table.rows.filter(({ kind }) => kind === 'group').length,
  ]);
  table.columns.forEach((column, at) => {
    if (column.numeric) return;
    known.add(new Set(data.flatMap(({ cells }) => cells[at]?.trim() ?? [])).size);
  });
  let section = 0;
  for (const { kind } of table.rows) {
    if (kind === 'data') section += 1;
    else if (kind !== 'hidden') {
      known.add(section);
      section = 0;
    }
  }
  return known.add(section);
}
