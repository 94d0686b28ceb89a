import { unzipSync, zipSync } from 'fflate';

/*
 * A program that writes a formula without calculating it leaves out its value, and the library that reads workbooks
 * takes such a cell for 0. So the formula is overwritten with a value that is no number before the library sees it.
 */

/** Whether a file of a workbook holds a sheet. */
export function isWorksheet(name: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
}

/** The workbook, packed anew without compression, where every formula that has no value has one that is no number. */
export function markUncalculated(workbook: Uint8Array): Uint8Array {
  const files = unzipSync(workbook);
  for (const [name, bytes] of Object.entries(files)) {
    if (!isWorksheet(name)) continue;
    for (const { start, end } of emptyFormulas(bytes)) {
      bytes.fill(0x78, start, end);
      bytes.set(valueStart, start);
      bytes.set(valueEnd, end - valueEnd.length);
    }
  }
  return zipSync(files, { level: 0 });
}

const encoder = new TextEncoder();
const [valueStart, valueEnd, formulaEnd, textCell] = ['<v>', '</v>', '</f>', ' t="str"'].map(
  (text) => encoder.encode(text),
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const emptyValues = ['</c>', '<v></v></c>', '<v/></c>', '<v /></c>'].map((text) =>
  encoder.encode(text),
);
const letterF = 0x66;
const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const blank = 0x20;

/** Where the elements of formulas without a value begin and end. */
export function* emptyFormulas(xml: Uint8Array): Generator<{ start: number; end: number }> {
  // the letter is rare in a worksheet, so looking for it passes over most of it at once
  for (let at = xml.indexOf(letterF); at >= 0; at = xml.indexOf(letterF, at + 1)) {
    const next = xml[at + 1];
    if (xml[at - 1] !== less || (next !== greater && next !== blank)) continue;
    const start = at - 1;
    const end = elementEnd(xml, start);
    if (end < 0 || !emptyValues.some((rest) => standsAt(xml, end, rest))) continue;
    // a formula may well give a text of no length
    const cell = xml.subarray(xml.lastIndexOf(less, start - 1), start);
    if (cell.some((_, index) => standsAt(cell, index, textCell))) continue;
    yield { start, end };
  }
}

/** The end of the element that begins at `start`; it holds no others. */
function elementEnd(xml: Uint8Array, start: number): number {
  const tagEnd = xml.indexOf(greater, start);
  if (tagEnd < 0) return -1;
  if (xml[tagEnd - 1] === slash) return tagEnd + 1;
  const close = xml.indexOf(less, tagEnd);
  return close >= 0 && standsAt(xml, close, formulaEnd) ? close + formulaEnd.length : -1;
}

/** Whether bytes stand at a place. */
export function standsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
