/** How a character can be read in pinyin, without tones. */
export type Readings = (character: string) => readonly string[];

/** What was typed, as it is compared: one case, one width, in words. */
export function wordsOf(search: string): readonly string[] {
  return search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
}

/** A name as it is looked through. */
export interface SearchedName {
  /** In one case and one width. */
  readonly text: string;
  /** The letters that pinyin of its characters begins with, a bit a letter: by it most names are left out at once. */
  readonly initials: number;
}

/** @param readings null until the dictionary is there */
export function searchable(name: string, readings: Readings | null): SearchedName {
  const text = name.normalize('NFKC').toLowerCase();
  let initials = 0;
  if (readings)
    for (const character of text)
      for (const reading of readings(character)) initials |= bitOf(reading);
  return { text, initials };
}

/** The bit of the letter that a word begins with; no bit where it is none of a to z. */
function bitOf(word: string): number {
  const letter = word.charCodeAt(0) - 97;
  return letter >= 0 && letter < 26 ? 1 << letter : 0;
}

/** Whether a word can be meant as pinyin. */
export function isLatin(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

/**
 * Whether every word is part of a name, or is pinyin of characters in it that follow one another: each written out or by
 * its first letter, the last as far as it was typed. A character of several readings is found by each.
 *
 * @param readings those that the name was made searchable by; null until the dictionary is there, then only parts of the
 *   text are found
 */
export function matches(
  words: readonly string[],
  { text, initials }: SearchedName,
  readings: Readings | null,
): boolean {
  return words.every(
    (word) =>
      text.includes(word) ||
      (readings !== null &&
        isLatin(word) &&
        (initials & bitOf(word)) !== 0 &&
        spells(word, text, readings)),
  );
}

function spells(word: string, text: string, readings: Readings): boolean {
  // a name with the initial has it
  if (word.length === 1) return true;
  for (let at = 0; at < text.length; at += 1) if (spellsFrom(word, text, at, readings)) return true;
  return false;
}

/** Of very many texts each is looked through: what is not spelled here is told by the first letter, without making anything. */
function spellsFrom(word: string, text: string, at: number, readings: Readings): boolean {
  if (word === '') return true;
  const point = text.codePointAt(at);
  if (point === undefined) return false;
  const character = String.fromCodePoint(point);
  const next = at + character.length;
  return readings(character).some(
    (reading) =>
      reading[0] === word[0] &&
      (reading.startsWith(word) ||
        (word.startsWith(reading) &&
          spellsFrom(word.slice(reading.length), text, next, readings)) ||
        spellsFrom(word.slice(1), text, next, readings)),
  );
}
