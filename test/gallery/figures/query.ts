import type { FigureRow } from '../../../src/charts/query-figure';
import type { FigureMark } from '../../../src/model/query-figure';
import { scattered, type Sample, type Shown } from '../sample';

type Row = Omit<FigureRow, 'title'>;

interface Wanted {
  readonly id: string;
  readonly mark: FigureMark;
  readonly usual: number;
  readonly row: (place: number) => Row;
  readonly counts?: boolean;
}

const plain = { colour: null, facet: null };

/** Figures of a reader's own result: every mark, with and without groups, shades and panels. */
export function queryFigures(sample: Sample): Shown[] {
  const { name, gap } = sample;
  const group = (place: number, of: number) => gap(name(place % of), place);
  const wanted: Wanted[] = [
    {
      ...{ id: 'bar', mark: 'bar', usual: 10 },
      row: (place) => ({ ...plain, x: name(place), y: gap(scattered(place, 50), place) }),
    },
    {
      ...{ id: 'bar-counts', mark: 'bar', usual: 30, counts: true },
      row: (place) => ({ ...plain, x: name(place % 4), y: null, colour: group(place, 3) }),
    },
    {
      ...{ id: 'dot-shades', mark: 'dot', usual: 30 },
      row: (place) => ({
        ...{ x: scattered(place, 100), y: scattered(place * 3, 90), facet: null },
        colour: gap(place * 10, place),
      }),
    },
    {
      ...{ id: 'line-many-groups', mark: 'line', usual: 40 },
      row: (place) => ({
        ...{ x: 2019 + Math.floor(place / 8), y: 10 * (place % 8) + scattered(place, 15) },
        ...{ colour: group(place, 8), facet: null },
      }),
    },
    {
      ...{ id: 'area', mark: 'area', usual: 15 },
      row: (place) => ({
        ...{ x: 2019 + Math.floor(place / 3), y: 10 + scattered(place, 20), facet: null },
        colour: name(place % 3),
      }),
    },
    {
      ...{ id: 'cell', mark: 'cell', usual: 20 },
      row: (place) => ({
        ...{ x: name(place % 5), y: name(Math.floor(place / 5)), facet: null },
        colour: gap(scattered(place, 100), place),
      }),
    },
    {
      ...{ id: 'histogram-panels', mark: 'histogram', usual: 80, counts: true },
      row: (place) => ({
        ...{ x: gap((place * place) % 97, place), y: null, colour: null },
        facet: name(place % 3),
      }),
    },
  ];
  return wanted.map((one) => shownOf(sample, one));
}

function shownOf({ t, places, shown }: Sample, wanted: Wanted): Shown {
  const words = t.query.figure;
  const { mark, counts = false } = wanted;
  const rows = places(wanted.usual).map((place): FigureRow => {
    const row = wanted.row(place);
    const title = [row.x, row.y, row.colour].filter((one) => one !== null).join('\n');
    return { ...row, title };
  });
  const written = (value: string | number | Date | null) => (value === null ? '' : String(value));
  return {
    id: `query-figure-${wanted.id}`,
    title: words.marks[mark],
    basis: words.basis(shown(rows.length)),
    load: async () => {
      const { queryFigure } = await import('../../../src/charts/query-figure');
      return (width) =>
        queryFigure(rows, {
          ...{ width, mark, counts, description: words.marks[mark] },
          ...{ xLabel: words.x, yLabel: counts ? words.count : words.y, colourLabel: words.colour },
          others: (groups) => words.others(shown(groups)),
        });
    },
    columns: [words.x, words.y, words.colour],
    rows: rows.slice(0, 200).map(({ x, y, colour }) => [x, y, colour].map(written)),
    numeric: [1],
  };
}
