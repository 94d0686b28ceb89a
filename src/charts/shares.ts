import { axisX, axisY, barX, plot } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { legend } from './legend';
import { palette, series } from './palette';
import { fitted, nameMargin } from './text';

/** A part of a row, as a share of it. */
export interface SharePart {
  readonly row: string;
  readonly part: string;
  readonly share: number;
  readonly title: string;
}

export interface SharesOptions extends FigureOptions {
  readonly rows: readonly string[];
  /** In the order in which they stand; at most as many as there are colours. */
  readonly parts: readonly string[];
  readonly percent: (share: number) => string;
}

/** What each row is made up of, as bars of one length. */
export function shares(
  data: readonly SharePart[],
  { width, description, rows, parts, percent }: SharesOptions,
): SVGSVGElement {
  const left = nameMargin(rows, width);
  const key = legend(
    parts.map((label, index) => ({ label, fill: series[index % series.length] ?? palette.dot })),
    width,
    left,
  );
  const figure = plot({
    width,
    height: 40 + key.height + rows.length * 26,
    marginTop: 4 + key.height,
    marginBottom: 24,
    marginLeft: left,
    marginRight: 20,
    x: { domain: [0, 1], label: null },
    y: { domain: [...rows], label: null, padding: 0.3 },
    color: {
      domain: [...parts],
      range: parts.map((_, index) => series[index % series.length] ?? palette.dot),
    },
    marks: [
      axisX({ ticks: 5, tickFormat: percent, color: palette.quiet, label: null }),
      axisY({
        tickSize: 0,
        color: palette.ink,
        label: null,
        tickFormat: (row: string) => fitted(row, left - 12),
      }),
      barX(data, { x: 'share', y: 'row', fill: 'part', inset: 0.5, title: 'title' }),
      ...key.marks,
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}
