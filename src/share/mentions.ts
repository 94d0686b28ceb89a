const han = /[\p{Script=Han}·]+/gu;
const spaced = /\p{Script=Han}(?:[\s\u3000]+\p{Script=Han}){1,3}/gu;
const letters = /\p{Script=Latin}(?:[\p{Script=Latin}\p{M}'’.-]*[\p{Script=Latin}\p{M}])?/gu;
const digits = /\+?[\d０-９][\d０-９\s-]{5,24}[\d０-９Xx]/g;

/** Most words of a name in Latin letters. */
const mostWords = 5;

/** Every part of a text that could be the name or a number of a person, as it is written there. */
export function mentions(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [run] of text.matchAll(han)) {
    if (run.includes('·')) found.add(run);
    const characters = [...run];
    for (let from = 0; from < characters.length; from += 1)
      for (const length of [2, 3, 4]) {
        if (from + length > characters.length) break;
        found.add(characters.slice(from, from + length).join(''));
      }
  }
  for (const [run] of text.matchAll(spaced)) found.add(run);
  const words = [...text.matchAll(letters)];
  for (let from = 0; from < words.length; from += 1)
    for (const last of words.slice(from, from + mostWords)) {
      const first = words[from];
      if (first) found.add(text.slice(first.index, last.index + last[0].length));
    }
  for (const [run] of text.matchAll(digits)) found.add(run);
  return found;
}
