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
  stackY2,
} from '@observablehq/plot';
import type { FigureMark } from '../model/query-figure';
import { finish, type FigureOptions } from './finish';
import { legend } from './legend';
import { markShade, palette, series, seriesColour } from './palette';
import { fitted, nameMargin, widthOf } from './text';

type Value = string | number | Date | null;

/** A row of a result as it is drawn. `y` is null where rows are counted. */
export interface FigureRow {
  readonly x: Value;
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
  /** What the colours are of. */
  readonly colourLabel: string;
  /** So many groups share one colour: there are more than can be told apart. */
  readonly others: (groups: number) => string;
  /** Rows are counted; there is no `y`. */
  readonly counts: boolean;
}

/** A result of the reader's own, drawn by the columns that they chose. */
export function queryFigure(
  rows: readonly FigureRow[],
  options: QueryFigureOptions,
): SVGSVGElement {
  const { width, description, mark, xLabel, yLabel } = options;
  const isFaceted = rows.some(({ facet }) => facet !== null);
  const words = new Set(rows.map(({ x }) => x));
  const isWordy = rows.some(({ x }) => typeof x === 'string');
  const colours = coloursOf(rows, options);
  const named = rows.flatMap(({ y }) => (typeof y === 'string' ? [y] : []));
  const left = Math.max(64, nameMargin(named, width) + 16);
  const isTurned = isWordy && words.size > Math.min(8, width / 60);
  const longest = Math.min(mostWords, Math.max(0, ...[...words].map((x) => widthOf(String(x)))));
  const key = legend(colours.items, width, left, isFaceted ? 22 : 6);
  const marginTop = (colours.items.length > 0 ? key.height : 0) + (isFaceted ? 30 : 22);
  const bottom = isTurned ? 40 + longest * 0.6 : 40;
  const figure = plot({
    width,
    height: 240 + marginTop + bottom,
    marginTop,
    marginLeft: left,
    marginBottom: bottom,
    x: {
      label: xLabel,
      ...(isWordy ? { domain: [...words] } : {}),
      ...(isWordy ? { tickRotate: isTurned ? -35 : 0 } : {}),
      ...(isWordy ? { tickFormat: (word: Value) => fitted(String(word), mostWords) } : {}),
      // a year is no quantity
      ...(rows.every(({ x }) => typeof x === 'number') ? { tickFormat: String } : {}),
      ...wholeTicks([...words], width),
      ...(isWordy && words.size > width / 14 ? { ticks: [] } : {}),
    },
    y: {
      label: yLabel,
      grid: mark !== 'cell',
      zero: mark === 'bar' || mark === 'area',
      ...(named.length > 0 ? { tickFormat: (y: Value) => fitted(String(y), left - 32) } : {}),
    },
    ...(isFaceted ? { fx: { label: null } } : {}),
    marks: [
      ...(mark === 'cell' ? [] : [ruleY([0], { stroke: palette.rule })]),
      ...marksOf(rows, options, colours.of),
      ...(colours.items.length > 0 ? key.marks : []),
    ],
  }) as SVGSVGElement;
  return finish(figure, { width, description });
}

/** Pixels that a word below the axis may take. */
const mostWords = 84;

/** Between whole numbers, such as years, no ticks. */
function wholeTicks(places: readonly Value[], width: number): { ticks?: number } {
  const numbers = places.filter((x) => typeof x === 'number');
  if (numbers.length === 0 || !numbers.every(Number.isInteger)) return {};
  const [low, high] = numbers.reduce(
    ([least, most], x) => [Math.min(least, x), Math.max(most, x)],
    [Infinity, -Infinity],
  );
  return { ticks: Math.max(1, Math.min(high - low, Math.floor(width / 70))) };
}

interface Colours {
  readonly of: (row: FigureRow) => string;
  readonly items: readonly { readonly label: string; readonly fill: string }[];
}

/** A shade by a number; else a colour for each group, of which the smaller ones share one where they are many. */
function coloursOf(rows: readonly FigureRow[], options: QueryFigureOptions): Colours {
  const { colourLabel, others } = options;
  const sizes = new Map<FigureRow['colour'], number>();
  for (const { colour } of rows) sizes.set(colour, (sizes.get(colour) ?? 0) + 1);
  const groups = [...sizes.keys()].filter((one) => one !== null);
  if (groups.length === 0) return { of: () => seriesColour(0), items: [] };
  const numbers = groups.filter((one) => typeof one === 'number');
  if (numbers.length === groups.length) {
    const [low, high] = numbers.reduce(
      ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
      [Infinity, -Infinity],
    );
    const shadeOf = (value: number) => markShade((value - low) / (high - low || 1));
    return {
      of: ({ colour }) => (typeof colour === 'number' ? shadeOf(colour) : palette.dot),
      items: [...new Set([low, high])].map((value) => ({
        label: `${colourLabel} ${value}`,
        fill: shadeOf(value),
      })),
    };
  }
  const named = [...groups]
    .sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))
    .slice(0, groups.length > series.length ? series.length - 1 : series.length);
  const colours = new Map(named.map((group, index) => [group, seriesColour(index)]));
  const rest = sizes.size - named.length;
  return {
    of: ({ colour }) => (colour === null ? undefined : colours.get(colour)) ?? palette.dot,
    items: [
      ...named.map((group, index) => ({ label: String(group), fill: seriesColour(index) })),
      ...(rest > 0 ? [{ label: others(rest), fill: palette.dot }] : []),
    ],
  };
}

function marksOf(
  rows: readonly FigureRow[],
  { mark, counts, xLabel }: QueryFigureOptions,
  fill: Colours['of'],
) {
  const data = [...rows];
  const isFaceted = rows.some(({ facet }) => facet !== null);
  const base = { x: 'x', ...(isFaceted ? { fx: 'facet' } : {}) };
  const drawn = { ...base, y: 'y', z: 'colour', fill };
  const counted = { ...base, fill };
  const title = 'title';
  switch (mark) {
    case 'histogram': {
      const outputs = { y: 'count', title: spanTitle(xLabel) };
      return [rectY(data, binX<typeof counted>(outputs as never, counted))];
    }
    case 'dot':
      return [dot(data, { ...base, y: 'y', stroke: fill, r: 3.5, strokeWidth: 1.75, title })];
    case 'line':
      return [
        lineY(data, { ...base, y: 'y', z: 'colour', stroke: fill, strokeWidth: 1.75 }),
        dot(data, { ...drawn, r: 3, title }),
      ];
    case 'area':
      return [
        areaY(data, { ...drawn, fillOpacity: 0.7 }),
        dot(data, stackY2({ ...drawn, r: 3, title })),
      ];
    case 'cell':
      return [cell(data, { ...base, y: 'y', fill, inset: 0.5, title })];
    case 'bar': {
      const outputs = { y: 'count', title: placeTitle(xLabel) };
      return counts
        ? [barY(data, groupX<typeof counted>(outputs as never, counted))]
        : [barY(data, { ...drawn, title })];
    }
  }
}

/** Rows of one group that are counted together, in words: between what they lie, and how many they are. */
const spanTitle =
  (label: string) =>
  (rows: readonly FigureRow[], { x1, x2 }: { readonly x1: Value; readonly x2: Value }) =>
    countedTitle(`${label} ${written(x1)}–${written(x2)}`, rows);

const placeTitle = (label: string) => (rows: readonly FigureRow[]) =>
  countedTitle(`${label} ${written(rows[0]?.x ?? null)}`, rows);

function countedTitle(place: string, rows: readonly FigureRow[]): string {
  const group = rows[0]?.colour ?? null;
  const isOne = rows.every(({ colour }) => colour === group);
  return [place, ...(group !== null && isOne ? [String(group)] : []), rows.length].join('\n');
}

function written(value: Value): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
