const [wide, narrow] = [11, 6.2];

/** About how many pixels a text takes in a figure: what draws it can't measure, and takes Chinese for narrow. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? wide : narrow), 0);
}

/** A text cut to what fits into so many pixels; all of it is said by the mark beside it. */
export function fitted(text: string, pixels: number): string {
  if (widthOf(text) <= pixels) return text;
  let [kept, room] = ['', pixels - wide];
  for (const one of text) {
    room -= widthOf(one);
    if (room < 0) break;
    kept += one;
  }
  return `${kept}…`;
}

/** The margin that names beside a figure need, of which they get no more than a share. */
export function nameMargin(names: Iterable<string>, width: number): number {
  const most = Math.max(140, Math.min(220, width * 0.25));
  const needed = [...names].reduce((longest, name) => Math.max(longest, widthOf(name)), 24) + 14;
  return Math.ceil(Math.min(needed, most, width * 0.36));
}
