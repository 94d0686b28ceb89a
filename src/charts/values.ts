import { axisX, axisY, plot, rectY, ruleX, ruleY, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';

/** How many figures lie between two bounds, and what is said of them. */
export interface ValueBin {
  readonly from: number;
  readonly below: number;
  readonly count: number;
  readonly title: string;
}

/** A figure of the whole, such as the mean, labelled in place. */
export interface ValueRule {
  readonly value: number;
  readonly label: string;
  readonly tone: 'plain' | 'line';
}

export interface ValuesOptions extends FigureOptions {
  readonly rules: readonly ValueRule[];
  readonly number: (value: number) => string;
}

/** How figures are distributed, in steps as wide as each other, with the mean, the median and the line to reach. */
export function values(
  bins: readonly ValueBin[],
  { width, description, rules, number }: ValuesOptions,
): SVGSVGElement {
  const sorted = rules.toSorted((a, b) => a.value - b.value);
  const figure = plot({
    width,
    height: 196 + sorted.length * 14,
    marginTop: 10 + sorted.length * 14,
    marginBottom: 26,
    marginLeft: 40,
    marginRight: 20,
    x: { label: null },
    y: { label: null, domain: [0, Math.max(1, ...bins.map(({ count }) => count))] },
    marks: [
      axisX({ ticks: width < 500 ? 5 : 10, tickFormat: number, color: palette.quiet, label: null }),
      axisY({ ticks: 4, tickFormat: number, tickSize: 0, color: palette.quiet, label: null }),
      ruleY([0], { stroke: palette.rule }),
      rectY(bins, {
        x1: 'from',
        x2: 'below',
        y: 'count',
        fill: palette.dot,
        insetLeft: 0.5,
        insetRight: 0.5,
        title: 'title',
      }),
      ruleX(sorted, {
        x: 'value',
        stroke: (rule: ValueRule) => (rule.tone === 'line' ? palette.accent : palette.ink),
        strokeDasharray: '4 3',
        insetTop: 0,
      }),
      // each label on a line of its own: values may lie close to each other
      ...sorted.map((rule, index) =>
        text([rule], {
          x: 'value',
          text: 'label',
          frameAnchor: 'top',
          textAnchor: isRight(rule.value, bins) ? 'end' : 'start',
          dx: isRight(rule.value, bins) ? -4 : 4,
          dy: -(14 * (sorted.length - index)),
          fill: rule.tone === 'line' ? palette.accent : palette.ink,
        }),
      ),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}

function isRight(value: number, bins: readonly ValueBin[]): boolean {
  const [low, high] = [bins[0]?.from ?? 0, bins.at(-1)?.below ?? 1];
  return value > low + (high - low) * 0.6;
}
