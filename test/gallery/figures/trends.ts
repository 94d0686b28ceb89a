import type { SplitStep } from '../../../src/charts/change-split';
import type { HeatCell } from '../../../src/charts/heat-map';
import type { TrendLine, TrendLinesOptions } from '../../../src/charts/trend-lines';
import { nobody, scattered, type Sample, type Shown } from '../sample';

const axis = ['22Q1', '22Q2', '22Q3', '22Q4', '23Q1', '23Q2', '23Q3', '23Q4'];

/** Figures of the trends page, and of a subject's history. */
export function trendFigures(sample: Sample): Shown[] {
  return [ranks(sample), history(sample), heat(sample), slope(sample), split(sample)];
}

function lines(
  id: string,
  sample: Sample,
  drawn: readonly TrendLine[],
  options: Omit<TrendLinesOptions, 'width' | 'description'>,
): Shown {
  const { t, shown } = sample;
  const measure = t.trends.measures[options.ranks ? 'rank' : 'score'];
  return {
    id,
    title: t.trends.lines(measure),
    basis: t.trends.linesBasis(t.common.oneTrack, shown(drawn.length)),
    load: async () => {
      const { trendLines } = await import('../../../src/charts/trend-lines');
      const names = drawn.flatMap(({ name, colour }) => (colour === null ? [] : [name]));
      const listed = names.join(t.common.listSeparator) || t.trends.nobody;
      const description = t.trends.linesText(measure, listed, shown(axis.length));
      return (width) => trendLines(drawn, { ...options, width, description });
    },
    columns: [t.trends.columns.name, ...axis],
    rows: drawn.map(({ name, values }) => [
      name,
      ...values.map(({ value }) => (value === null ? '' : shown(value))),
    ]),
    numeric: axis.map((_, at) => at + 1),
  };
}

/** Everybody takes another's place from one quarter to the next, so that each rank is held once. */
function ranks(sample: Sample): Shown {
  const { t, name, gap, shown } = sample;
  const places = sample.places(14);
  const drawn = places.map((place): TrendLine => {
    const values = axis.map((point, at) => {
      const rank = ((place + scattered(at, 7) * (place % 2 ? 1 : -1) + 28) % places.length) + 1;
      const value = gap(rank, place + at);
      const said = value === null ? t.trends.nothing : t.trends.rankIs(shown(value));
      return { at, value, words: `${t.trends.at(name(place), point)}\n${said}` };
    });
    const breaks = place === 4 ? [3] : [];
    return { id: String(place), name: name(place), values, breaks, colour: coloured(place) };
  });
  const marks = [
    { at: 2, label: t.trends.turn('1.0', '2.0'), cuts: true },
    { at: 6, label: t.trends.turn('2.0', '3.0'), cuts: false },
  ];
  return lines('trend-lines', sample, drawn, {
    ...{ axis, ranks: true, ranges: [], marks, onChoose: nobody },
  });
}

const coloured = (place: number) => (place < 12 && place % 2 === 0 ? place / 2 : null);

/** One subject before the range of all. */
function history(sample: Sample): Shown {
  const { t, name, gap, shown } = sample;
  const drawn = sample.places(1).map((place): TrendLine => {
    const values = axis.map((point, at) => {
      const value = gap(70 + scattered(at + place, 20), at);
      const said = value === null ? t.trends.nothing : t.trends.scoreIs(shown(value));
      return { at, value, words: `${t.trends.at(name(place), point)}\n${said}` };
    });
    return { id: String(place), name: name(place), values, breaks: [], colour: 0 };
  });
  const ranges = axis.map((_, at) => ({
    ...{ at, lowest: 60 + at, low: 70 + at, median: 76 + at, high: 82 + at, highest: 90 + at },
  }));
  return lines('trend-lines-ranges', sample, drawn, {
    ...{ axis, ranks: false, ranges, marks: [], height: 220 },
  });
}

function heat({ t, places, name, gap, shown }: Sample): Shown {
  const subjects = places(10);
  const cells = subjects.flatMap((place) =>
    axis.map((column, at): HeatCell => {
      const value = (place + at) % 9 === 4 ? null : gap(60 + scattered(place * 3 + at, 40), at);
      const said = value === null ? t.trends.nothing : t.trends.scoreIs(shown(value));
      return {
        ...{ row: String(place), column, share: value === null ? null : (value - 60) / 40 },
        label: value === null ? '' : shown(value),
        words: `${t.trends.at(name(place), column)}\n${said}`,
      };
    }),
  );
  const measure = t.trends.measures.score;
  const rows = subjects.map((place) => ({ id: String(place), name: name(place) }));
  return {
    id: 'heat-map',
    title: t.trends.heat(measure),
    basis: t.trends.heatBasis(shown(rows.length), shown(rows.length)),
    load: async () => {
      const { heatMap } = await import('../../../src/charts/heat-map');
      return (width) =>
        heatMap(cells, {
          ...{ width, rows, stars: false, onChoose: nobody },
          description: t.trends.heatText(measure),
          columns: axis.map((point) => ({ id: point, name: point })),
        });
    },
    columns: [t.trends.columns.name, ...axis],
    rows: rows.map((row) => [
      row.name,
      ...cells.filter((one) => one.row === row.id).map(({ label }) => label),
    ]),
    numeric: axis.map((_, at) => at + 1),
  };
}

function slope({ t, places, name, shown }: Sample): Shown {
  const moves = places(12).map((place) => {
    const before = 1 + ((place * 5) % 60);
    const after = 1 + ((place * 7 + 3) % 60);
    const words = `${name(place)}\n${t.trends.rankWords(shown(before), shown(after))}`;
    return {
      ...{ id: String(place), name: name(place), before, after, words, chosen: place === 2 },
    };
  });
  const [from, to] = [t.period.quarter(2023, 1), t.period.quarter(2023, 4)];
  return {
    id: 'slopes',
    title: t.trends.slopes,
    basis: t.trends.slopesBasis(from, to),
    load: async () => {
      const { slopes } = await import('../../../src/charts/slopes');
      const options = { description: t.trends.slopesText, from, to, onChoose: nobody };
      return (width) => slopes(moves, { ...options, width });
    },
    columns: [t.trends.columns.name, from, to],
    rows: moves.map((one) => [one.name, shown(one.before), shown(one.after)]),
    numeric: [1, 2],
  };
}

function split({ t, places, name, shown }: Sample): Shown {
  const signed = (value: number) => (value < 0 ? '' : '+') + shown(value);
  let at = 80;
  const moves = places(5).map((place): SplitStep => {
    const amount = [4, -2, 1.5, -3, 2][place % 5] ?? 0;
    const [from, to] = [at, at + amount];
    at = to;
    return {
      label: t.trends.performance(name(place)),
      from,
      to,
      isEnd: false,
      figure: signed(amount),
    };
  });
  const end = (label: string, value: number): SplitStep => ({
    ...{ label, from: value, to: value, isEnd: true, figure: shown(value) },
  });
  const steps =
    moves.length === 0 ? [] : [end(t.trends.before, 80), ...moves, end(t.trends.after, at)];
  return {
    id: 'change-split',
    title: t.trends.splitOf(name(0)),
    basis: t.trends.splitBasis(t.period.quarter(2023, 1), t.period.quarter(2023, 4)),
    load: async () => {
      const { changeSplit } = await import('../../../src/charts/change-split');
      return (width) => changeSplit(steps, { width, description: t.trends.splitText(name(0)) });
    },
    columns: [t.trends.part, t.trends.columns.change],
    rows: steps.map(({ label, figure }) => [label, figure]),
    numeric: [1],
  };
}
