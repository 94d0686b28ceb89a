import { axisX, axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';
import { fitted, nameMargin } from './text';

/** How much of a plan is done, as a share. */
export interface PlanBar {
  readonly row: string;
  readonly completion: number;
  readonly label: string;
  readonly title: string;
}

export interface PlanDoneOptions extends FigureOptions {
  readonly percent: (share: number) => string;
}

/** Completion of plans, in the order given, with the line at which a plan is done. */
export function planDone(
  bars: readonly PlanBar[],
  { width, description, percent }: PlanDoneOptions,
): SVGSVGElement {
  const names = bars.map(({ row }) => row);
  const left = nameMargin(names, width);
  const figure = plot({
    width,
    height: 40 + bars.length * 26,
    marginTop: 4,
    marginBottom: 24,
    marginLeft: left,
    marginRight: 64,
    x: { domain: [0, Math.max(1.1, ...bars.map(({ completion }) => completion))], label: null },
    y: { domain: names, label: null, padding: 0.35 },
    marks: [
      axisX({ ticks: 5, tickFormat: percent, color: palette.quiet, label: null }),
      axisY({
        tickSize: 0,
        color: palette.ink,
        label: null,
        tickFormat: (row: string) => fitted(row, left - 12),
      }),
      barX(bars, {
        x: 'completion',
        y: 'row',
        fill: (bar: PlanBar) => (bar.completion < 1 ? palette.down : palette.up),
        title: 'title',
      }),
      ruleX([1], { stroke: palette.ink }),
      text(bars, {
        ...{ x: 'completion', y: 'row', text: 'label', textAnchor: 'start', dx: 5 },
        fill: palette.ink,
        // the line at which a plan is done may run through it
        stroke: palette.paper,
        strokeWidth: 4,
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
