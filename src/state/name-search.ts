/** How a character can be read in pinyin, without tones. */
export type Readings = (character: string) => readonly string[];

/** What was typed, as it is compared: one case, one width, in words. */
export function wordsOf(search: string): readonly string[] {
  return search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
}

/** A text as it is looked through: one case, one width. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Whether a word can be meant as pinyin. */
export function isLatin(word: string): boolean {
  return /^[a-z]+$/.test(word);
}

/**
 * Whether every word is part of a text, or is pinyin of characters in it that follow one another: each written out or by
 * its first letter, the last as far as it was typed. A character of several readings is found by each.
 *
 * @param text as `searchable` gives it
 * @param readings null until the dictionary is there; then only parts of the text are found
 */
export function matches(words: readonly string[], text: string, readings: Readings | null) {
  return words.every(
    (word) =>
      text.includes(word) || (readings !== null && isLatin(word) && spells(word, text, readings)),
  );
}

function spells(word: string, text: string, readings: Readings): boolean {
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
