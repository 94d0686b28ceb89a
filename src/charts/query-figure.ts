import {
  areaY,
  barY,
  binX,
  cell,
  dot,
  groupX,
  lineY,
  plot,
  rectY,
  ruleY,
} from '@observablehq/plot';
import type { FigureMark } from '../model/query-figure';
import { finish, type FigureOptions } from './finish';
import { palette, series, shade } from './palette';

/** A row of a result as it is drawn. `y` is null where rows are counted. */
export interface FigureRow {
  readonly x: string | number | Date | null;
  readonly y: number | string | null;
  readonly colour: string | number | null;
  readonly facet: string | null;
  /** What the mark stands for, in words. */
  readonly title: string;
}

export interface QueryFigureOptions extends FigureOptions {
  readonly mark: FigureMark;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Rows are counted; there is no `y`. */
  readonly counts: boolean;
}

/** A result of the reader's own, drawn by the columns that they chose. */
export function queryFigure(
  rows: readonly FigureRow[],
  { width, description, mark, xLabel, yLabel, counts }: QueryFigureOptions,
): SVGSVGElement {
  const groups = [...new Set(rows.map(({ colour }) => colour))].filter((one) => one !== null);
  const isScale = groups.length > 0 && groups.every((one) => typeof one === 'number');
  const isFaceted = rows.some(({ facet }) => facet !== null);
  const words = new Set(rows.map(({ x }) => x));
  const isWordy = rows.some(({ x }) => typeof x === 'string');
  const ordered = isWordy ? { domain: [...words] as string[] } : {};
  const figure = plot({
    width,
    height: isFaceted ? 420 : 320,
    marginLeft: 64,
    marginBottom: isWordy ? 72 : 40,
    x: {
      label: xLabel,
      ...ordered,
      ...(isWordy ? { tickRotate: words.size > 8 ? -35 : 0 } : {}),
      // a year is no quantity
      ...(rows.every(({ x }) => typeof x === 'number') ? { tickFormat: plainNumber } : {}),
      ...(isWordy && words.size > 60 ? { ticks: [] } : {}),
    },
    y: { label: yLabel, grid: mark !== 'cell', zero: mark === 'bar' || mark === 'area' },
    color: isScale
      ? { type: 'linear', range: [0.15, 1], interpolate: () => shade }
      : { domain: groups, range: [...series] },
    ...(isFaceted ? { fx: { label: null } } : {}),
    marks: [
      ...(mark === 'cell' ? [] : [ruleY([0], { stroke: palette.rule })]),
      ...marksOf(rows, mark, counts, groups.length > 0),
    ],
  } as never) as SVGSVGElement;
  return finish(figure, { width, description });
}

function plainNumber(value: number): string {
  return String(value);
}

function marksOf(
  rows: readonly FigureRow[],
  mark: FigureMark,
  counts: boolean,
  hasGroups: boolean,
) {
  const one = series[0] ?? palette.ink;
  const base = {
    x: 'x',
    ...(rows.some(({ facet }) => facet !== null) ? { fx: 'facet' } : {}),
  };
  const fill = hasGroups ? 'colour' : one;
  const titled = { title: 'title' };
  const counted = { ...base, fill };
  const data = [...rows];
  switch (mark) {
    case 'histogram':
      return [
        rectY(data, binX<typeof counted>({ y: 'count', title: countTitle } as never, counted)),
      ];
    case 'dot':
      return [dot(data, { ...base, y: 'y', stroke: fill, ...titled })];
    case 'line':
      return [
        lineY(data, {
          ...base,
          y: 'y',
          stroke: fill,
          ...(hasGroups ? { z: 'colour' } : {}),
        }),
        dot(data, { ...base, y: 'y', fill, r: 2.5, ...titled }),
      ];
    case 'area':
      return [areaY(data, { ...base, y: 'y', fill, fillOpacity: 0.7 })];
    case 'cell':
      return [cell(data, { ...base, y: 'y', fill, ...titled })];
    case 'bar':
      return counts
        ? [barY(data, groupX<typeof counted>({ y: 'count', title: countTitle } as never, counted))]
        : [barY(data, { ...base, y: 'y', fill, ...titled })];
  }
}

function countTitle(rows: readonly FigureRow[]): string {
  return String(rows.length);
}
