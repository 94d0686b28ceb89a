import type { GridRow } from './grid';
import type { Tally } from './profile';

/** Whether a row counts the columns under a header: 1 2 3, (1) (2) (3), A B C. */
export function isNumberingRow(row: GridRow, below: readonly Tally[]): boolean {
  if (!isNumbering(row.filled.map((column) => row.texts[column] ?? ''))) return false;
  // data may read 1 2 3 too: what it counts stands over words, and over more than two rows' worth of them
  const isWords = (column: number) => {
    const tally = below[column];
    return tally !== undefined && tally.rows >= 2 && tally.text + tally.code > tally.rows * 0.8;
  };
  if (row.filled.length === 3 && row.numbers.length === 3) return isWords(row.filled[0] ?? 0);
  return row.filled.some(isWords);
}

/** What a count begins with; few rows of data have it, and the rest is looked at in those alone. */
const firstForm = /^[(（]?(?:0{0,2}[1１]|[AＡ])(?:\.0)?[)）]?(?:=|$)/;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** 1 2 3, and also 甲 乙 1 2 3=1+2, as columns are named for formulas. */
function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3 || !texts.some((text) => firstForm.test(text))) return false;
  const plain = texts.map((text) => text.normalize('NFKC').replace(/^\((.{1,3})\)$/, '$1'));
  if (plain.every((text, at) => text === letters[at])) return true;
  const numbers = plain
    .filter((text) => !/^(?:[甲乙丙丁—-]|栏次|行次|代码|编号|序号|code|no\.?)$/i.test(text))
    .map((text) => Number(/^\d{1,3}(?=$|\.0$|=)/.exec(text)?.[0]));
  const steps = numbers.filter((number, at) => number === (numbers[at - 1] ?? 0) + 1).length;
  // the columns of a second block may begin again, and columns of sums have codes of another kind
  return numbers.length >= 3 && numbers[0] === 1 && steps >= numbers.length * 0.65;
}
