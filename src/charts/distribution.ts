import { axisX, dodgeY, dot, plot, rect, ruleX, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';
import { widthOf } from './text';

/** A subject in the distribution. */
export interface DistributionDot {
  readonly id: string;
  readonly name: string;
  /** Stars of the year, or a score. */
  readonly value: number;
  readonly tone: 'top' | 'level' | 'none' | 'watch';
  readonly selected: boolean;
}

/** A line at a number of stars, labelled in place. */
export interface DistributionLine {
  readonly value: number;
  readonly label: string;
  readonly tone: 'level' | 'watch';
}

export interface DistributionOptions extends FigureOptions {
  readonly lines: readonly DistributionLine[];
  readonly extent: Extent;
  /** What a bin holds, in words: its ends and how many subjects. */
  readonly binTitle: (from: number, to: number, count: number) => string;
  readonly onChoose: (id: string) => void;
}

/** What the axis spans, and how far apart values can be told. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

const fills: Record<DistributionDot['tone'], string> = {
  top: palette.star,
  level: palette.starSoft,
  none: palette.dot,
  watch: palette.accent,
};

/** What is pale has an outline that stands out from paper. */
const outlines: Record<DistributionDot['tone'], string> = { ...fills, level: palette.star };

const tones = ['watch', 'none', 'level', 'top'] as const;

const radius = 3.5;

/** More dots than this, or higher piles, are shown as bins. */
const mostDots = 2_000;
const highestPile = 30;

const binHeight = 140;

/** Empty room at both sides of the axis, in pixels. */
export const sideMargin = 14;

/** The span of values: of whole stars from none up to those of a full year, of scores from the least to the most. */
export function extentOf(values: readonly number[], whole: boolean): Extent {
  let [least, most] = whole ? [0, 20] : [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (whole) return { low: least, high: most, step: 1 };
  if (!(least <= most)) return { low: 0, high: 1, step: 0.1 };
  const step = stepFor((most - least) / 40);
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step) * step, step };
}

/** The round number (1, 2 or 5 times a power of ten) at or over a width. */
function stepFor(width: number): number {
  if (width <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  return ([1, 2, 5, 10].find((times) => times * power >= width) ?? 10) * power;
}

/** Every subject as a dot over its value, piled up, or as bins where they are too many; with the lines that levels took. */
export function distribution(
  dots: readonly DistributionDot[],
  { width, description, lines, extent, binTitle, onChoose }: DistributionOptions,
): SVGSVGElement {
  const { low, high, step } = extent;
  const binned = isBinned(dots, extent, width);
  const marked = labelled(lines, extent, width);
  const top = 22 + 13 * Math.max(0, ...marked.map(({ row }) => row));
  const height =
    top + 26 + (binned ? binHeight : tallestOf(dots, extent, width) * (2 * radius + 1));
  const figure = plot({
    width,
    height,
    marginTop: top,
    marginBottom: 22,
    marginLeft: sideMargin,
    marginRight: sideMargin,
    x: { domain: [low - step / 2, high + step / 2], label: null },
    y: { axis: null },
    marks: [
      axisX({
        ticks: step === 1 && high - low <= 12 ? high - low : 10,
        tickSize: 0,
        color: palette.quiet,
        label: null,
      }),
      ruleX(lines, {
        x: (line: DistributionLine) => line.value - step / 2,
        stroke: palette.rule,
      }),
      ...marked.map(({ line, row, isLeft }) =>
        text([line], {
          x: line.value - step / 2,
          text: 'label',
          frameAnchor: 'top',
          textAnchor: isLeft ? 'end' : 'start',
          dx: isLeft ? -4 : 4,
          dy: -16 - 13 * row,
          fill: line.tone === 'watch' ? palette.accent : palette.quiet,
        }),
      ),
      binned
        ? rect(binsOf(dots, extent), {
            x1: 'from',
            x2: 'to',
            y1: 'below',
            y2: 'above',
            inset: 0.5,
            fill: (one: Bin) => fills[one.tone],
            stroke: (one: Bin) => outlines[one.tone],
            title: (one: Bin) => binTitle(one.least, one.most, one.count),
          })
        : dot(
            dots,
            dodgeY({
              x: 'value',
              r: radius,
              padding: 1,
              anchor: 'bottom',
              fill: (one: DistributionDot) => fills[one.tone],
              stroke: (one: DistributionDot) => (one.selected ? palette.ink : outlines[one.tone]),
              strokeWidth: (one: DistributionDot) => (one.selected ? 2 : 1),
              title: (one: DistributionDot) => `${one.name} ${one.value}`,
            }),
          ),
    ],
  }) as SVGSVGElement;
  if (binned) return finish(figure, { width, description });
  return finish(figure, { width, description }, (index) => {
    const one = dots[index];
    if (one) onChoose(one.id);
  });
}

/** Where the words of lines stand: a row higher where they would run into others, at the left where the figure ends. */
function labelled(lines: readonly DistributionLine[], extent: Extent, width: number) {
  const { low, high, step } = extent;
  const scale = (width - 2 * sideMargin) / (high - low + step);
  const ends: number[] = [];
  return lines
    .toSorted((a, b) => a.value - b.value)
    .map((line) => {
      const at = sideMargin + (line.value - low) * scale;
      const wide = widthOf(line.label) + 8;
      const isLeft = at + wide > width;
      const [from, to] = isLeft ? [at - wide, at] : [at, at + wide];
      const free = ends.findIndex((end) => end <= from);
      const row = free < 0 ? ends.length : free;
      ends[row] = to;
      return { line, row, isLeft };
    });
}

/** Values that lie within the width of a dot stand over each other. */
function slotOf({ low, high, step }: Extent, width: number): number {
  const dotsAcross = Math.max(1, (width - 2 * sideMargin) / (2 * radius + 1));
  return Math.max((high - low + step) / dotsAcross, Number.EPSILON);
}

function pilesOf(dots: readonly DistributionDot[], slot: number): Map<number, number> {
  const piles = new Map<number, number>();
  for (const { value } of dots) {
    const place = Math.round(value / slot);
    piles.set(place, (piles.get(place) ?? 0) + 1);
  }
  return piles;
}

function tallestOf(dots: readonly DistributionDot[], extent: Extent, width: number): number {
  return Math.max(5, ...pilesOf(dots, slotOf(extent, width)).values());
}

/** Whether so many subjects are shown as bins. */
function isBinned(dots: readonly DistributionDot[], extent: Extent, width: number): boolean {
  if (dots.length > mostDots) return true;
  return [...pilesOf(dots, slotOf(extent, width)).values()].some((pile) => pile > highestPile);
}

interface Bin {
  readonly tone: DistributionDot['tone'];
  /** Where it stands on the axis. */
  readonly from: number;
  readonly to: number;
  /** The least and the greatest value that may lie within. */
  readonly least: number;
  readonly most: number;
  readonly below: number;
  readonly above: number;
  /** Subjects in the whole bin, of any tone. */
  readonly count: number;
}

function binsOf(dots: readonly DistributionDot[], { step }: Extent): Bin[] {
  const places = new Map<number, Map<DistributionDot['tone'], number>>();
  for (const { value, tone } of dots) {
    const place = Math.round(value / step);
    const counts = places.get(place) ?? new Map<DistributionDot['tone'], number>();
    counts.set(tone, (counts.get(tone) ?? 0) + 1);
    places.set(place, counts);
  }
  return [...places].flatMap(([place, counts]) => {
    const at = place * step;
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [from, to] = [at - step / 2, at + step / 2];
    // whole stars are one value, scores a span
    const ends = step === 1 ? { least: at, most: at } : { least: from, most: to };
    let below = 0;
    return tones.flatMap((tone): Bin[] => {
      const count = counts.get(tone) ?? 0;
      if (count === 0) return [];
      const bin = { tone, from, to, ...ends, below, above: below + count, count: all };
      below += count;
      return [bin];
    });
  });
}
