import { axisY, barX, plot, ruleX, text, tickX } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';
import { fitted, nameMargin } from './text';

/** A step on the way from before to after: where it starts and ends, or one of the two ends itself. */
export interface SplitStep {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly isEnd: boolean;
  /** The figure beside it, with its sign. */
  readonly figure: string;
}

/** A change as bars that add up: each begins where the one before it ends. */
export function changeSplit(
  steps: readonly SplitStep[],
  { width, description }: FigureOptions,
): SVGSVGElement {
  const reach = steps.flatMap(({ from, to }) => [from, to]);
  const [low, high] = reach.length > 0 ? [Math.min(...reach), Math.max(...reach)] : [0, 1];
  const pad = (high - low || 1) * 0.18;
  const labels = steps.map(({ label }) => label);
  const left = nameMargin(labels, width);
  const moves = steps.filter(({ isEnd }) => !isEnd);
  const end = steps.at(-1)?.to ?? high;
  const figure = plot({
    width,
    height: 8 + steps.length * 20,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: left,
    marginRight: 56,
    x: { domain: [low - pad, high + pad], axis: null },
    y: { domain: labels, label: null, padding: 0.25 },
    marks: [
      axisY({
        tickSize: 0,
        color: palette.ink,
        tickFormat: (label: string) => fitted(label, left - 12),
      }),
      ruleX([steps[0]?.from ?? low, end], { stroke: palette.line }),
      barX(moves, {
        y: 'label',
        x1: 'from',
        x2: 'to',
        fill: ({ from, to }: SplitStep) => (to < from ? palette.down : palette.up),
        title: ({ label, figure: amount }: SplitStep) => `${label} ${amount}`,
      }),
      tickX(
        steps.filter(({ isEnd }) => isEnd),
        { y: 'label', x: 'to', stroke: palette.ink, strokeWidth: 2.5 },
      ),
      text(steps, {
        y: 'label',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: 54,
        text: 'figure',
        fill: palette.ink,
      }),
    ],
    color: { type: 'identity' },
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
