import type { Sample, Shown } from '../sample';

/** Figures of the page that compares. */
export function compareFigures(sample: Sample): Shown[] {
  return [scores(sample), parts(sample)];
}

/** As many sides as can be told apart. */
const most = 6;
/** More parts than a scheme has at one level: each is a panel, and panels are slow. */
const mostParts = 20;

function scores({ t, places, name, shown, percent }: Sample): Shown {
  const words = t.compare.figures;
  const sides = places(3).slice(0, most);
  const counts = [1, 3, 6, 8, 5, 2];
  const classes = sides.flatMap((side) =>
    counts.map((_, at) => {
      const share = (counts[(at + side) % counts.length] ?? 0) / 25;
      const [from, to] = [70 + at * 5, 75 + at * 5];
      const count = shown(share * 100);
      const title = words.classTitle(name(side), shown(from), shown(to), count, percent(share));
      return { side: name(side), order: side, from, to, share, title };
    }),
  );
  const means = sides.map((side) => ({
    ...{ side: name(side), mean: 84 + side * 2 },
    label: words.sideLabel(name(side), shown(100), shown(84 + side * 2)),
  }));
  return {
    id: 'compare-distribution',
    title: words.distribution,
    basis: words.distributionBasis(shown(100)),
    load: async () => {
      const { compareDistribution } = await import('../../../src/charts/compare-distribution');
      const description = means.map(({ label }) => label).join(t.common.listSeparator);
      return (width) => compareDistribution(classes, { width, description, means });
    },
    columns: [words.columns.side, words.columns.from, words.columns.to, words.columns.share],
    rows: classes.map((one) => [one.side, shown(one.from), shown(one.to), percent(one.share)]),
    numeric: [1, 2, 3],
  };
}

/** A loss among the values, as a mean of profits may be. */
function parts({ t, places, name, shown }: Sample): Shown {
  const words = t.compare.figures;
  const sides = places(3).slice(0, most);
  const bars = places(4)
    .slice(0, mostParts)
    .flatMap((part) =>
      sides.map((side) => {
        const value = part === 3 && side === 1 ? -8 : 40 - part * 8 + side * 5;
        const panel = `${words.columns.part} ${part + 1}`;
        const title = words.barTitle(
          name(side),
          panel,
          shown(value),
          words.overSubjects(shown(100)),
        );
        return { panel, side: name(side), order: side, value, label: shown(value), title };
      }),
    );
  return {
    id: 'compare-bars',
    title: words.parts,
    basis: words.partsBasis(shown(100)),
    load: async () => {
      const { compareBars } = await import('../../../src/charts/compare-bars');
      return (width) => compareBars(bars, { width, description: words.parts });
    },
    columns: [words.columns.part, words.columns.side, words.columns.mean],
    rows: bars.map(({ panel, side, label }) => [panel, side, label]),
    numeric: [2],
  };
}
