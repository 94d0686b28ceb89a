/** Colours by meaning. The values stand with the other tokens of the look, for each theme. */
export const palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  quiet: 'var(--ink-3)',
  line: 'var(--line)',
  rule: 'var(--line-strong)',
  accent: 'var(--accent)',
  star: 'var(--star)',
  starSoft: 'var(--star-soft)',
  dot: 'var(--dot)',
  up: 'var(--up)',
  down: 'var(--down)',
} as const;

/** Tells series apart, for colour-blind readers too; a figure with more series than this needs another form. */
export const series = [1, 2, 3, 4, 5, 6].map((number) => `var(--series-${number})`);

/** A shade between the ground and full colour. @param share from 0 to 1 */
export function shade(share: number): string {
  return `color-mix(in oklab, var(--shade-full) ${(share * 100).toFixed(1)}%, var(--shade-ground))`;
}

/** A shade for marks that have no outline: even the faintest stands out from paper. @param share from 0 to 1 */
export function markShade(share: number): string {
  return shade(0.52 + 0.48 * share);
}

/**
 * A shade with the colour of text that can be read on it. Between the two halves lie shades on which neither ink nor
 * paper can; none of those is given. @param share from 0 to 1
 */
export function labelledShade(share: number): { readonly fill: string; readonly text: string } {
  return share <= 0.5
    ? { fill: shade(0.08 + 0.64 * share), text: palette.ink }
    : { fill: shade(0.68 + 0.64 * (share - 0.5)), text: palette.paper };
}

/** A shade of what stars are shown in, under text in the colour of ink. @param share from 0 to 1 */
export function starShade(share: number): string {
  return `color-mix(in oklab, var(--star) ${(share * 45).toFixed(1)}%, var(--shade-ground))`;
}

/** The colour of a series by its place. */
export function seriesColour(index: number): string {
  return series[index % series.length] ?? palette.ink;
}
