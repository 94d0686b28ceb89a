import { areaY, axisX, axisY, dot, line, link, plot } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';

/** A share of the subjects, from the poorest, and the share of the total that it holds; both from 0 to 1. */
export interface LorenzDot {
  readonly subjects: number;
  readonly value: number;
}

export interface LorenzOptions extends FigureOptions {
  /** Points that are told in words, such as the poorest half, with what is said of them. */
  readonly named: readonly (LorenzDot & { readonly title: string })[];
  readonly percent: (share: number) => string;
  readonly xLabel: string;
  readonly yLabel: string;
}

/** The Lorenz curve under the line of equality; the area between them is what Gini measures. */
export function lorenz(
  points: readonly LorenzDot[],
  { width, description, named, percent, xLabel, yLabel }: LorenzOptions,
): SVGSVGElement {
  const size = Math.min(width, 420);
  const figure = plot({
    width: size,
    height: Math.round(size * 0.78),
    marginTop: 24,
    marginLeft: 44,
    marginBottom: 38,
    marginRight: 16,
    x: { domain: [0, 1], label: xLabel, labelAnchor: 'right', labelArrow: 'none' },
    y: { domain: [0, 1], label: yLabel, labelArrow: 'none' },
    marks: [
      axisX({ ticks: 5, tickFormat: percent, color: palette.quiet, labelArrow: 'none' }),
      axisY({ ticks: 5, tickFormat: percent, color: palette.quiet, labelArrow: 'none' }),
      areaY(points, {
        x: 'subjects',
        y1: 'value',
        y2: 'subjects',
        fill: palette.up,
        fillOpacity: 0.12,
      }),
      link([null], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: palette.quiet, strokeDasharray: '3 3' }),
      line(points, { x: 'subjects', y: 'value', stroke: palette.up, strokeWidth: 2 }),
      dot(named, {
        x: 'subjects',
        y: 'value',
        r: 5,
        fill: palette.up,
        title: 'title',
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
