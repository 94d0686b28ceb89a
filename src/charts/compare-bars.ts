import { axisX, axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette, series } from './palette';
import { fitted, nameMargin } from './text';

/** A figure of one side; those of one panel are about the same thing. */
export interface CompareBar {
  readonly panel: string;
  readonly side: string;
  /** Place of the side, from 0: its colour. */
  readonly order: number;
  readonly value: number;
  /** The value as it is shown. */
  readonly label: string;
  readonly title: string;
}

/** Panels beside each other on a wide page, below each other on a narrow one. */
const panelWidth = 130;
const rowHeight = 22;
/** Above every panel, for what it is about. */
const headHeight = 24;
/** Right of the longest bar, for its value. */
const labelWidth = 52;

/** Sides as bars in a panel for each thing compared, all on one scale that begins at zero. */
export function compareBars(
  bars: readonly CompareBar[],
  { width, description }: FigureOptions,
): SVGSVGElement {
  const panels = [...new Set(bars.map(({ panel }) => panel))];
  const sides = [...new Set(bars.map(({ side }) => side))];
  const marginLeft = nameMargin(sides, width);
  const beside = width - marginLeft >= panels.length * panelWidth;
  const values = bars.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const facet = beside ? { fx: 'panel' } : { fy: 'panel' };
  const rows = beside ? 1 : panels.length;
  const panelHeight = sides.length * rowHeight + headHeight;
  const room = (width - marginLeft) / (beside ? panels.length : 1) - 8;
  const top = high > low ? high : 1;
  const figure = plot({
    width,
    height: rows * panelHeight + 4,
    marginTop: headHeight,
    marginBottom: 4,
    marginLeft,
    marginRight: 4,
    x: { domain: [low, top * (room / Math.max(room - labelWidth, room / 2))], axis: null },
    y: { domain: sides, label: null },
    fx: { domain: panels, label: null, axis: null, padding: 0.03 },
    fy: { domain: panels, label: null, axis: null, padding: headHeight / panelHeight },
    color: { domain: series.map((_, index) => index), range: series },
    marks: [
      axisY({
        tickSize: 0,
        color: palette.quiet,
        label: null,
        tickFormat: (side: string) => fitted(side, marginLeft - 12),
      }),
      axisX({ ticks: [], label: null }),
      barX(bars, {
        ...facet,
        ...{ x: 'value', y: 'side', fill: 'order', insetTop: 3, insetBottom: 3, title: 'title' },
      }),
      text(bars, {
        ...facet,
        ...{ x: pastBar, y: 'side', text: 'label', textAnchor: 'start', dx: 4 },
        fill: palette.ink,
      }),
      ruleX([0], { stroke: palette.rule }),
      text(panels, {
        ...(beside ? { fx: (panel: string) => panel } : { fy: (panel: string) => panel }),
        text: (panel: string) => fitted(panel, beside ? room : width - marginLeft),
        frameAnchor: 'top-left',
        dy: -18,
        fill: palette.quiet,
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}

/** Where a bar's value is written; the bar of a loss ends at zero. */
const pastBar = ({ value }: CompareBar) => Math.max(0, value);
