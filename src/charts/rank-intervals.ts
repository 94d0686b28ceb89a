import { axisX, axisY, dot, plot, ruleY } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';
import { fitted, nameMargin } from './text';

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

/** A line for each subject from the lowest to the highest of its likely ranks, with a dot at the rank it has. */
export function rankIntervals(
  bars: readonly RankBar[],
  { width, description }: FigureOptions,
): SVGSVGElement {
  const names = new Map(bars.map(({ id, name }) => [id, name]));
  const left = nameMargin(names.values(), width);
  const tone = (bar: RankBar) => (bar.crosses ? palette.accent : palette.dot);
  const figure = plot({
    width,
    height: 40 + bars.length * rowHeight,
    marginTop: 26,
    marginBottom: 8,
    marginLeft: left,
    marginRight: 14,
    x: { domain: [1, Math.max(2, ...bars.map(({ high }) => high))], label: null },
    y: { type: 'band', domain: bars.map(({ id }) => id), label: null },
    marks: [
      axisX({ anchor: 'top', tickSize: 0, tickFormat: 'd', color: palette.quiet, label: null }),
      axisY({
        tickSize: 0,
        color: palette.ink,
        label: null,
        tickFormat: (id: string) => fitted(names.get(id) ?? '', left - 12),
      }),
      ruleY(bars, {
        y: 'id',
        x1: 'low',
        x2: 'high',
        stroke: tone,
        strokeWidth: 3,
        strokeLinecap: 'round',
      }),
      // hollow too, for whom the colours look alike
      dot(bars, {
        y: 'id',
        x: 'rank',
        r: 4,
        fill: (bar: RankBar) => (bar.crosses ? palette.paper : palette.dot),
        stroke: tone,
        strokeWidth: 2,
        title: 'told',
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
