const [wide, narrow] = [11, 6.2];

/** About how many pixels a text takes in a figure: what draws it can't measure, and takes Chinese for narrow. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? wide : narrow), 0);
}

/** A text with its middle left out where it is longer than so many pixels: names differ at the end as often as at the start. */
export function fitted(text: string, pixels: number): string {
  if (widthOf(text) <= pixels) return text;
  const letters = [...text];
  const tail = startOf(letters.toReversed(), (pixels - wide) * 0.4).reverse();
  const head = startOf(letters, pixels - wide - widthOf(tail.join('')));
  return `${head.join('').trimEnd()}…${tail.join('').trimStart()}`;
}

function startOf(letters: readonly string[], pixels: number): string[] {
  let room = pixels;
  const end = letters.findIndex((letter) => (room -= widthOf(letter)) < 0);
  return letters.slice(0, end < 0 ? letters.length : end);
}

/** The margin that names beside a figure need, of which they get no more than a share. */
export function nameMargin(names: Iterable<string>, width: number): number {
  const most = Math.max(140, Math.min(220, width * 0.25));
  const needed = [...names].reduce((longest, name) => Math.max(longest, widthOf(name)), 24) + 14;
  return Math.ceil(Math.min(needed, most, width * 0.36));
}
