import { axisX, axisY, cell, plot, text } from '@observablehq/plot';
import { finish, type FigureOptions } from './finish';
import { palette, shade, starShade } from './palette';
import { fitted, nameMargin, widthOf } from './text';

/** What a subject has at a point. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** From 0 to 1, the better the stronger; null where there is nothing. */
  readonly share: number | null;
  readonly label: string;
  /** What the pointer and the focus show. */
  readonly words: string;
}

export interface HeatMapOptions extends FigureOptions {
  /** Ids and names of the rows, from the top. */
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  /** Gold, as stars are. */
  readonly stars: boolean;
  readonly onChoose: (row: string) => void;
}

/** As much of full colour as leaves the figures on it legible in both themes. */
export const strongest = 0.38;

/** Subjects by points: every cell with its figure, a stronger shade for a better one, empty where there is none. */
export function heatMap(cells: readonly HeatCell[], options: HeatMapOptions): SVGSVGElement {
  const { width, description, rows, columns, stars, onChoose } = options;
  const names = new Map([...rows, ...columns].map(({ id, name }) => [id, name]));
  const left = nameMargin(
    rows.map(({ name }) => name),
    width,
  );
  const cellWidth = (width - left) / Math.max(1, columns.length);
  const longest = Math.max(30, ...columns.map(({ name }) => widthOf(name)));
  const every = Math.max(1, Math.ceil((longest + 6) / cellWidth));
  const figure = plot({
    width,
    height: 24 + rows.length * 18,
    marginTop: 22,
    marginBottom: 2,
    marginLeft: left,
    marginRight: 0,
    x: { domain: columns.map(({ id }) => id), label: null, paddingInner: 0.04, paddingOuter: 0 },
    y: { domain: rows.map(({ id }) => id), label: null, paddingInner: 0.08, paddingOuter: 0 },
    color: { type: 'identity' },
    marks: [
      axisX({
        anchor: 'top',
        ticks: columns.flatMap(({ id }, at) => (at % every === 0 ? [id] : [])),
        tickFormat: (id: string) => names.get(id) ?? id,
        tickSize: 0,
        color: palette.quiet,
      }),
      axisY({
        tickFormat: (id: string) => fitted(names.get(id) ?? id, left - 12),
        tickSize: 0,
        color: palette.ink,
      }),
      cell(cells, {
        x: 'column',
        y: 'row',
        fill: ({ share }: HeatCell) =>
          share === null ? 'transparent' : stars ? starShade(share) : shade(share * strongest),
        stroke: ({ share }: HeatCell) => (share === null ? palette.line : 'none'),
        title: 'words',
      }),
      text(cells, {
        x: 'column',
        y: 'row',
        text: ({ label }: HeatCell) => (widthOf(label) > cellWidth ? '' : label),
        fill: ({ share }: HeatCell) => (share === null ? palette.quiet : palette.ink),
        fontSize: 10,
      }),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description }, (index) => {
    const one = cells[index];
    if (one) onChoose(one.row);
  });
}
