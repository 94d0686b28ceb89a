import { cellKinds } from './cells';
import type { Grid, GridRow } from './grid';

/** Rows further apart may be headers of two tables, which also say the same. */
const nearBy = 2;

/** Longer texts are sentences, whose last characters say nothing. */
const longestName = 16;

/**
 * For each row, the share of its words and codes that come back in their columns, as they are or with the same ending,
 * in another row near by. Values do so (云溪镇 and again 云溪镇, 青禾村 and 松岗村); the names of columns don't.
 */
export function kinshipOf({ rows, width }: Grid): readonly number[] {
  const shared = new Float64Array(rows.length);
  const told = new Float64Array(rows.length);
  for (let column = 0; column < width; column += 1) {
    const akin = new Uint8Array(rows.length);
    const last = new Map<string | number, number>();
    rows.forEach((row, index) => {
      const text = toldText(row, column);
      if (text === '') return;
      told[index] = (told[index] ?? 0) + 1;
      mark(akin, last, text, index);
      const ending = endingOf(text);
      if (ending !== null) mark(akin, last, ending, index);
    });
    akin.forEach((one, index) => (shared[index] = (shared[index] ?? 0) + one));
  }
  return rows.map((_, index) => (shared[index] ?? 0) / Math.max(1, told[index] ?? 0));
}

/** Marks a row and the last one with the same text or ending, if they are near each other. */
function mark(
  akin: Uint8Array,
  last: Map<string | number, number>,
  form: string | number,
  index: number,
): void {
  const before = last.get(form);
  if (before !== undefined && index - before <= nearBy) akin[before] = akin[index] = 1;
  last.set(form, index);
}

function toldText({ cells, texts }: GridRow, column: number): string {
  const kind = cells[column]?.kind;
  return kind === cellKinds.text || kind === cellKinds.code ? (texts[column] ?? '') : '';
}

/** The number of the last character of a Chinese name: a header that is that character alone is no ending. */
export function endingOf(text: string): number | null {
  if (text.length < 2 || text.length > longestName) return null;
  const end = text.charCodeAt(text.length - 1);
  return end >= 0x4e00 && end <= 0x9fff ? end : null;
}
