import type { Sheet, SheetCell, SheetColumn } from '../../model/sheet';
import { inSteps } from '../../model/steps';

/** What a spreadsheet takes for the start of a formula, in wide characters too, or skips on its way to one. */
const formulaStart = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/** A number as people write it, or the dash that stands for none. */
const harmless = /^(?:[+-]?(?:\d[\d,]*)(?:\.\d+)?(?:e[+-]?\d+)?%?|-)$/i;

/** Whether a spreadsheet would run a text instead of showing it. */
export function wouldRun(text: string): boolean {
  return formulaStart.test(text) && !harmless.test(text);
}

/** A cell of a delimited text. A text that a spreadsheet would run stands behind an apostrophe, as it is typed there. */
export function plainCell(cell: SheetCell): string {
  const text = cellText(cell);
  return wouldRun(text) ? `'${text}` : text;
}

/** A cell as text; '' where there is no value. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  return Number.isFinite(cell) ? String(cell) : '';
}

/** A text without halves of pairs that stand alone: no file can hold those. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** The names of columns with their units, each name once: 收入（万元）. */
export function headings({ columns }: Sheet): string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const name = headingOf(column);
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} ${count}`;
    taken.add(unique);
    return unique;
  });
}

function headingOf({ name, unit }: SheetColumn): string {
  if (unit === null) return name;
  return /\p{Script=Han}/u.test(name + unit) ? `${name}（${unit}）` : `${name} (${unit})`;
}

/** Letters of a piece of text that is handed on: enough for few pieces, few enough that the page is not held up. */
const piece = 50_000;

/** Writes the rows one by one, and hands what is written on in pieces; the page can answer in between. */
export async function inPieces(
  rows: Sheet['rows'],
  write: (cells: readonly SheetCell[], index: number) => string,
  handOn: (text: string) => void,
): Promise<void> {
  let text = '';
  await inSteps(rows, (cells, index) => {
    text += write(cells, index);
    if (text.length < piece) return;
    handOn(text);
    text = '';
  });
  handOn(text);
}
