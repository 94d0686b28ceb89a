import { axisX, axisY, barX, plot, ruleY, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { legend } from './legend';
import { labelledShade, palette } from './palette';
import { nameMargin, widthOf } from './text';

/** A class in a year: how many subjects, and what is said of it. */
export interface TierBar {
  /** The row that it stands in, in the order of the rows. */
  readonly row: string;
  readonly tier: string;
  /** From 0 for the lowest to 1 for the highest; null for those without a figure. */
  readonly level: number | null;
  readonly count: number;
  readonly title: string;
  readonly chosen: boolean;
}

export interface TiersOptions extends FigureOptions {
  readonly rows: readonly string[];
  /** Rows before which figures begin to be counted otherwise, with what is said there. */
  readonly breaks: readonly { readonly row: string; readonly label: string }[];
  readonly number: (value: number) => string;
  readonly onChoose: (bar: TierBar) => void;
}

/** A bar of every year, cut into its classes. No line joins the years; a break of the series stands between them. */
export function tiers(
  bars: readonly TierBar[],
  { width, description, rows, breaks, number, onChoose }: TiersOptions,
): SVGSVGElement {
  const shown = bars.filter(({ count }) => count > 0);
  const total = Math.max(
    1,
    ...rows.map((row) =>
      shown.filter((bar) => bar.row === row).reduce((sum, { count }) => sum + count, 0),
    ),
  );
  const left = nameMargin(rows, width);
  const inside = (width - left - 16) / total;
  const classes = new Map(shown.map((bar) => [bar.tier, bar]));
  const key = legend(
    [...classes.values()]
      .sort((a, b) => (a.level ?? 2) - (b.level ?? 2))
      .map((bar) => ({ label: bar.tier, fill: fillOf(bar) })),
    width,
    left,
  );
  // what is said of a break stands between two bars
  const [pitch, gap] = breaks.length > 0 ? [44, 0.5] : [40, 0.3];
  const figure = plot({
    width,
    height: 52 + key.height + rows.length * pitch,
    marginTop: 16 + key.height,
    marginBottom: 26,
    marginLeft: left,
    marginRight: 16,
    x: { domain: [0, total], label: null },
    y: { domain: [...rows], label: null, paddingInner: gap, paddingOuter: gap / 2 },
    marks: [
      axisX({ ticks: 5, tickFormat: number, color: palette.quiet, label: null }),
      axisY({ tickSize: 0, color: palette.ink, label: null }),
      barX(shown, {
        x: 'count',
        y: 'row',
        fill: fillOf,
        stroke: (bar: TierBar) => (bar.chosen ? palette.accent : palette.quiet),
        strokeWidth: (bar: TierBar) => (bar.chosen ? 2.5 : 0.75),
        inset: 0.75,
        title: 'title',
      }),
      text(placed(shown, rows), {
        x: 'middle',
        y: 'row',
        text: ({ bar }: { bar: TierBar }) =>
          bar.count * inside > widthOf(number(bar.count)) + 6 ? number(bar.count) : '',
        fill: ({ bar }: { bar: TierBar }) =>
          bar.level === null ? palette.ink : labelledShade(bar.level).text,
        pointerEvents: 'none',
      }),
      ...key.marks,
      ruleY(breaks, { y: 'row', stroke: palette.accent, strokeDasharray: '4 3', dy: -15 }),
      text(breaks, {
        y: 'row',
        text: 'label',
        frameAnchor: 'right',
        textAnchor: 'end',
        dy: -22,
        fill: palette.accent,
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description }, (index) => {
    const bar = shown[index];
    if (bar) onChoose(bar);
  });
}

function fillOf({ level }: TierBar): string {
  return level === null ? palette.paper : labelledShade(level).fill;
}

/** Where the middle of each bar comes to stand. */
function placed(bars: readonly TierBar[], rows: readonly string[]) {
  return rows.flatMap((row) => {
    let start = 0;
    return bars
      .filter((bar) => bar.row === row)
      .map((bar) => {
        start += bar.count;
        return { bar, row, middle: start - bar.count / 2 };
      });
  });
}
