import { axisX, axisY, dot, line, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette } from './palette';

/** A figure of a year. Years of one series are counted alike, and only these are joined. */
export interface YearDot {
  readonly year: number;
  readonly value: number;
  readonly series: number;
  readonly label: string;
  readonly title: string;
}

export interface TotalsOptions extends FigureOptions {
  /** Years from which figures are counted otherwise, with what is said there. */
  readonly breaks: readonly { readonly year: number; readonly label: string }[];
  readonly number: (value: number) => string;
}

/** A figure over the years. Across a break of the series there is no line: what it would show is no growth. */
export function totals(
  dots: readonly YearDot[],
  { width, description, breaks, number }: TotalsOptions,
): SVGSVGElement {
  const years = dots.map(({ year }) => year);
  const [first, last] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, 1];
  const figure = plot({
    width,
    height: 220,
    marginTop: 30,
    marginBottom: 26,
    marginLeft: 56,
    marginRight: 28,
    x: { domain: [first - 0.4, last + 0.4], label: null },
    y: { label: null, nice: true, zero: true },
    marks: [
      axisX({
        ticks: years,
        tickFormat: (year: number) => String(year),
        color: palette.quiet,
        label: null,
      }),
      axisY({ ticks: 4, tickFormat: number, tickSize: 0, color: palette.quiet, label: null }),
      ruleY([0], { stroke: palette.rule }),
      ruleX(breaks, {
        x: ({ year }: { year: number }) => year - 0.5,
        stroke: palette.accent,
        strokeDasharray: '4 3',
      }),
      text(breaks, {
        x: ({ year }: { year: number }) => year - 0.5,
        text: 'label',
        frameAnchor: 'top',
        textAnchor: 'end',
        dx: -4,
        dy: -22,
        fill: palette.accent,
      }),
      line(dots, { x: 'year', y: 'value', z: 'series', stroke: palette.up, strokeWidth: 1.5 }),
      dot(dots, { x: 'year', y: 'value', r: 4.5, fill: palette.up, title: 'title' }),
      text(dots, { x: 'year', y: 'value', text: 'label', dy: -12, fill: palette.ink }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
