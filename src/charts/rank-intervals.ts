import { axisX, axisY, dot, plot, ruleY } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';

/** Where the rank of a subject lies over runs of changed schemes. */
export interface RankBar {
  /** Tells subjects of one name apart. */
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  /** Its stars lie across a cut point. */
  readonly crosses: boolean;
  /** What is told of it under the pointer. */
  readonly told: string;
}

const rowHeight = 18;
const longestName = 12;

/** A line for each subject from the lowest to the highest of its likely ranks, with a dot at the rank it has. */
export function rankIntervals(
  bars: readonly RankBar[],
  { width, description }: FigureOptions,
): SVGSVGElement {
  const names = new Map(bars.map(({ id, name }) => [id, name]));
  const longest = Math.max(2, ...bars.map(({ name }) => Math.min(name.length, longestName)));
  const tone = (bar: RankBar) => (bar.crosses ? palette.accent : palette.dot);
  const figure = plot({
    width,
    height: 40 + bars.length * rowHeight,
    marginTop: 26,
    marginBottom: 8,
    marginLeft: 12 + longest * 11,
    marginRight: 14,
    x: { domain: [1, Math.max(2, ...bars.map(({ high }) => high))], label: null },
    y: { type: 'band', domain: bars.map(({ id }) => id), label: null },
    marks: [
      axisX({ anchor: 'top', tickSize: 0, tickFormat: 'd', color: palette.quiet, label: null }),
      axisY({
        tickSize: 0,
        color: palette.ink,
        label: null,
        tickFormat: (id: string) => (names.get(id) ?? '').slice(0, longestName),
      }),
      ruleY(bars, {
        y: 'id',
        x1: 'low',
        x2: 'high',
        stroke: tone,
        strokeWidth: 3,
        strokeLinecap: 'round',
      }),
      dot(bars, { y: 'id', x: 'rank', r: 4, fill: tone, title: 'told' }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
