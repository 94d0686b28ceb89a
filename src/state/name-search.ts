/** How a character can be read in pinyin, without tones. */
export type Readings = (character: string) => readonly string[];

/** What was typed, as it is compared: one case, one width, in words. */
export function wordsOf(search: string): readonly string[] {
  return search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a word can be meant as pinyin. */
export function isLatin(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

/**
 * Whether every word is part of a text, or is pinyin of characters in it that follow one another: each written out or by
 * its first letter, the last as far as it was typed. A character of several readings is found by each.
 *
 * @param readings null until the dictionary is there; then only parts of the text are found
 */
export function matches(words: readonly string[], text: string, readings: Readings | null) {
  const plain = text.normalize('NFKC').toLowerCase();
  return words.every(
    (word) =>
      plain.includes(word) || (readings !== null && isLatin(word) && spells(word, plain, readings)),
  );
}

function spells(word: string, text: string, readings: Readings): boolean {
  const characters = [...text].map(readings);
  return characters.some((_, from) => spellsFrom(word, characters, from));
}

function spellsFrom(word: string, characters: readonly (readonly string[])[], at: number): boolean {
  if (word === '') return true;
  const here = characters[at] ?? [];
  return here.some(
    (reading) =>
      reading.startsWith(word) ||
      (word.startsWith(reading) && spellsFrom(word.slice(reading.length), characters, at + 1)) ||
      (word[0] === reading[0] && spellsFrom(word.slice(1), characters, at + 1)),
  );
}
