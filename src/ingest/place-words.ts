import type { PlaceOrigin } from '../model/mapping';
import type { SourceTable } from '../model/source';
import { simplified } from './simplified';

/** Where a table may name its place beside its columns: the lines above it, its sheet's name, its file's name. */
export type PlaceWords = Pick<SourceTable, 'preamble' | 'sheet' | 'file'>;

/** The place that a table's title names, else its sheet, else its file. */
export function placeOrigin(
  { preamble, sheet, file }: PlaceWords,
  read: (words: string) => string | null,
): PlaceOrigin | null {
  const titles = preamble.filter((line) => line.length <= 200);
  const places: readonly (readonly [PlaceOrigin['from'], string])[] = [
    ...titles.map((line) => ['title', line] as const),
    ['sheet', sheet ?? ''],
    ['file', file.replace(/\.[^.]*$/, '')],
  ];
  for (const [from, words] of places) {
    const text = read(words);
    if (text !== null) return { text, from };
  }
  return null;
}

/**
 * The one place of a kind that a text names, in the characters that it is written with.
 * @param named groups 1 and 2 are what stands before the word for the kind, and that word, in simplified characters
 * @param nameOf the name at the end of what stands before; null where it is none
 */
export function onlyPlace(
  text: string,
  named: RegExp,
  nameOf: (stem: string) => string | null,
): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '');
  const simple = simplified(plain);
  // one character stands for one, save for rare ones that take two units of the text
  const shown = simple.length === plain.length ? plain : simple;
  const names = new Map<string, string>();
  for (const match of simple.matchAll(named)) {
    const [whole, stem = '', kind = ''] = match;
    const name = nameOf(stem);
    if (name === null) continue;
    const end = match.index + whole.length;
    const length = name.length + kind.length;
    if (/^等/.test(simple.slice(end))) return null;
    names.set(name + kind, shown.slice(end - length, end));
  }
  const [only] = names.values();
  return names.size === 1 ? (only ?? null) : null;
}
