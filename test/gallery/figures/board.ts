import type { DistributionDot, DistributionLine } from '../../../src/charts/distribution';
import { nobody, scattered, type Sample, type Shown } from '../sample';

/** Figures of the star board and of how firm its results are. */
export function boardFigures(sample: Sample): Shown[] {
  return [
    stars('distribution', sample, sample.places(36)),
    stars('distribution-bins', sample, sample.places(400)),
    intervals(sample),
  ];
}

function stars(id: string, { t, name, shown }: Sample, places: readonly number[]): Shown {
  const words = t.starBoard;
  // most have about ten stars of twenty
  const valueOf = (place: number) => (scattered(place, 11) + scattered(place + 5, 10)) % 21;
  const toneOf = (value: number): DistributionDot['tone'] =>
    value <= 4 ? 'watch' : value >= 16 ? 'top' : value >= 10 ? 'level' : 'none';
  const dots = places.map((place): DistributionDot => {
    const value = valueOf(place);
    const tone = toneOf(value);
    return { id: String(place), name: name(place), value, tone, selected: place === 3 };
  });
  const lines: DistributionLine[] = [
    { value: 5, label: words.watchLine(4), tone: 'watch' },
    { value: 10, label: words.levels[3] ?? '', tone: 'level' },
    { value: 13, label: words.levels[4] ?? '', tone: 'level' },
    { value: 16, label: words.levels[5] ?? '', tone: 'level' },
  ];
  return {
    id,
    title: words.distribution.stars,
    basis: words.distributionBasis(shown(dots.length), 0),
    load: async () => {
      const { distribution, extentOf } = await import('../../../src/charts/distribution');
      return (width) =>
        distribution(dots, {
          width,
          lines,
          description: words.distributionText(t.common.all, shown(dots.length), '0', '20'),
          extent: extentOf(
            dots.map(({ value }) => value),
            true,
          ),
          binTitle: (from, to, count) => words.bin(shown(from), shown(to), shown(count)),
          onChoose: nobody,
        });
    },
    columns: [words.distributionColumns.village, words.distributionColumns.value.stars],
    rows: dots.map((dot) => [dot.name, shown(dot.value)]),
    numeric: [1],
  };
}

function intervals({ t, places, name, shown }: Sample): Shown {
  const words = t.firmness;
  const bars = places(12).map((place) => {
    const rank = place + 1;
    const [low, high] = [Math.max(1, rank - (place % 4)), rank + ((place * 3) % 5)];
    return {
      ...{ id: String(place), name: name(place), rank, low, high, crosses: place % 5 === 2 },
      told: words.chartMark(name(place), shown(rank), shown(low), shown(high)),
    };
  });
  return {
    id: 'rank-intervals',
    title: words.chartTitle(t.common.oneTrack),
    basis: words.chartBasis(shown(200), t.period.quarter(2023, 4)),
    load: async () => {
      const { rankIntervals } = await import('../../../src/charts/rank-intervals');
      const description = words.chartText(t.common.oneTrack, shown(bars.length), shown(3));
      return (width) => rankIntervals(bars, { width, description });
    },
    columns: [words.intervals.name, words.intervals.rank, words.intervals.range],
    rows: bars.map((bar) => [
      bar.name,
      shown(bar.rank),
      words.rangeOf(shown(bar.low), shown(bar.high)),
    ]),
    numeric: [1, 2],
  };
}
