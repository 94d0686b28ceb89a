/** How alike two names are: 1 for equal ones, less by each character that is changed, missing, added or swapped. */
export function likeness(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const length = Math.max(a.length, b.length);
  return length === 0 ? 1 : 1 - distance(a, b) / length;
}

/** Edits from one to the other, where swapping two neighbours is one edit. */
function distance(a: readonly string[], b: readonly string[]): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, character] of a.entries()) {
    const row = [i + 1];
    for (const [j, opposite] of b.entries()) {
      const swapped = i > 0 && j > 0 && character === b[j - 1] && a[i - 1] === opposite;
      row.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (above[j + 1] ?? 0) + 1,
          (above[j] ?? 0) + Number(character !== opposite),
          swapped ? (twoAbove[j - 1] ?? 0) + 1 : Infinity,
        ),
      );
    }
    twoAbove = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Keys of which two names within one edit of each other share at least one. */
export function nearKeys(name: string): Set<string> {
  const characters = [...name];
  const shorter = characters.map((_, index) => characters.toSpliced(index, 1).join(''));
  return new Set([name, ...shorter].filter((key) => key !== ''));
}
