import { cellKinds } from './cells';
import type { GridRow } from './grid';
import { readUnit } from './units';
import { isSubtotal, totalWord, type TotalWord } from './words';

// What the words of one row say of it.

/** Whether a row is a total by its first words, or by those of one of its next cells. */
export function totalOf({ cells, filled, texts }: GridRow, label: string): TotalWord {
  const said = totalWord(label);
  if (said !== 'none') return said;
  for (const column of filled.slice(1, mostLabels)) {
    const kind = cells[column]?.kind;
    if (kind === cellKinds.text && isSubtotal(texts[column] ?? '')) return 'sure';
  }
  return 'none';
}

/** Cells among which the words of a total are looked for. */
const mostLabels = 6;

/** Units alone, or behind the word that says what they are. */
export function areUnits(texts: readonly string[]): boolean {
  const named = texts.length > 1 && /^(?:计量)?单位$|^units?$/i.test(texts[0] ?? '');
  return (named ? texts.slice(1) : texts).every((text) => readUnit(text) !== null);
}

/**
 * Whether each cell is a label with its value behind it: 填报单位:某镇. In a row of fewer cells than those around it
 * have, the value may stand in the next ones: Year: | 2012.
 */
export function areLabelled(texts: readonly string[], numbers: number, usual: number): boolean {
  const isLabel = (text: string) => /^[^:：\d]{1,24}[:：]$/.test(text);
  if (texts.length > 1 && texts.length < usual && isLabel(texts[0] ?? ''))
    return numbers < texts.length - 1;
  // 15:00 and https://… are no labels
  return texts.every((text) => /^[^:：\d]{1,16}[:：](?!\/\/)/.test(text));
}

export function isSame(texts: readonly string[]): boolean {
  return texts.length > 1 && texts.every((text) => text === texts[0]);
}

/** Whether a row's label is written further out than the next one, or in capitals where that isn't. */
export function isFurtherOut(row: GridRow, next: GridRow): boolean {
  return row.indent < next.indent || isCapital(row, next);
}

function isCapital({ texts, filled }: GridRow, next: GridRow): boolean {
  const own = texts[filled[0] ?? 0] ?? '';
  const other = next.texts[next.filled[0] ?? 0] ?? '';
  const isUpper = (text: string) => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);
  return isUpper(own) && /\p{L}{3}/u.test(other) && !isUpper(other);
}
