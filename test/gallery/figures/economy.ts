import { nobody, scattered, type Sample, type Shown } from '../sample';

/** Figures of the page of the collective economy, in 万元. */
export function economyFigures(sample: Sample): Shown[] {
  return [
    ...[bins(sample), classes(sample), inequality(sample), means(sample)],
    ...[movers(sample), sources(sample), plans(sample)],
  ];
}

function bins({ t, places, shown }: Sample): Shown {
  const words = t.collectiveEconomy.distribution;
  const steps = places(12).map((place) => {
    const [from, below, count] = [place * 10, place * 10 + 10, scattered(place, 20)];
    const title = words.bin(words.range(shown(from), shown(below)), shown(count));
    return { from, below, count, title };
  });
  const rules = [
    { value: 62, label: words.mean(shown(62)), tone: 'plain' as const },
    { value: 55, label: words.median(shown(55)), tone: 'plain' as const },
    { value: 50, label: words.line(shown(50)), tone: 'line' as const },
  ];
  return {
    id: 'values',
    title: words.title,
    basis: words.basis(shown(10)),
    load: async () => {
      const { values } = await import('../../../src/charts/values');
      const description = words.text(t.collectiveEconomy.title, shown(100), shown(55));
      return (width) => values(steps, { width, description, rules, number: shown });
    },
    columns: words.columns,
    rows: steps.map(({ from, below, count }) => [
      words.range(shown(from), shown(below)),
      shown(count),
    ]),
    numeric: [1],
  };
}

function classes({ t, places, shown, percent }: Sample): Shown {
  const words = t.collectiveEconomy.tiers;
  const years = places(3).map((place) => 2021 + place);
  const names = [
    words.none('0'),
    words.first('0', '10'),
    words.between('10', '50'),
    words.between('50', '100'),
    words.last('100'),
  ];
  const counts = [
    [5, 20, 35, 30, 10],
    [2, 18, 30, 34, 16],
    [0, 10, 30, 38, 22],
  ];
  const bars = years.flatMap((year, at) =>
    names.map((tier, ordinal) => {
      const count = counts[at % 3]?.[ordinal] ?? 0;
      const title = words.bar(year, tier, shown(count), percent(count / 100));
      const chosen = year === 2022 && ordinal === 2;
      return { row: String(year), tier, level: ordinal / 4, count, title, chosen };
    }),
  );
  const unreported = years.slice(0, 1).map((year) => ({
    ...{ row: String(year), tier: words.unreported, level: null, count: 8, chosen: false },
    title: words.bar(year, words.unreported, shown(8), percent(0.08)),
  }));
  const all = [...bars, ...unreported];
  return {
    id: 'tiers',
    title: words.title,
    basis: t.collectiveEconomy.over.reporting(shown(100)),
    load: async () => {
      const { tiers } = await import('../../../src/charts/tiers');
      const breaks = [{ row: '2023', label: t.collectiveEconomy.breakLabel(2023) }];
      return (width) =>
        tiers(all, {
          ...{ width, rows: years.map(String), number: shown, onChoose: nobody },
          breaks: years.includes(2023) ? breaks : [],
          description: words.text(t.collectiveEconomy.title),
        });
    },
    columns: words.columns.slice(0, 3),
    rows: all.map(({ row, tier, count }) => [row, tier, shown(count)]),
    numeric: [2],
  };
}

/** The poorest so many have the square of their share. */
function inequality({ t, places, percent }: Sample): Shown {
  const words = t.collectiveEconomy.lorenz;
  const subjects = places(20);
  const points = [0, ...subjects.map((place) => (place + 1) / subjects.length)].map((share) => ({
    ...{ subjects: share, value: share ** 2 },
  }));
  const named = [0.25, 0.5, 0.75].map((share) => ({
    ...{ subjects: share, value: share ** 2 },
    title: words.point(percent(share), percent(share ** 2)),
  }));
  return {
    id: 'lorenz',
    title: words.title,
    basis: words.basis('0.333', ''),
    load: async () => {
      const { lorenz } = await import('../../../src/charts/lorenz');
      return (width) =>
        lorenz(points, {
          ...{ width, named: subjects.length > 0 ? named : [], percent },
          description: words.text('0.333', percent(0.25)),
          xLabel: words.x,
          yLabel: words.y,
        });
    },
    columns: words.columns,
    rows: points.map((one) => [percent(one.subjects), percent(one.value)]),
    numeric: [0, 1],
  };
}

function means({ t, places, shown }: Sample): Shown {
  const words = t.collectiveEconomy.years;
  const dots = places(6).map((place) => {
    const year = 2018 + place;
    const value = place < 3 ? 20 + place * 5 : 45 + place * 4;
    const title = words.point(year, shown(value), shown(value * 100), shown(100));
    return { year, value, series: place < 3 ? 0 : 1, label: shown(value), title };
  });
  const breaks = dots
    .filter(({ year }) => year === 2021)
    .map(({ year }) => ({ year, label: t.collectiveEconomy.breakLabel(year) }));
  return {
    id: 'totals',
    title: words.title,
    basis: words.basis(shown(100)),
    load: async () => {
      const { totals } = await import('../../../src/charts/totals');
      const description = words.text(t.collectiveEconomy.title, 2018, 2023);
      return (width) => totals(dots, { width, description, breaks, number: shown });
    },
    columns: words.columns.slice(0, 2),
    rows: dots.map(({ year, label }) => [String(year), label]),
    numeric: [1],
  };
}

function movers({ t, places, name, shown, percent }: Sample): Shown {
  const words = t.collectiveEconomy.movers;
  const dots = places(24).map((place) => {
    const [value, growth] = [10 + scattered(place, 113), (scattered(place * 5, 60) - 20) / 50];
    const title = words.dot(name(place), shown(value), percent(growth));
    return { id: String(place), value, growth, title };
  });
  return {
    id: 'growth-level',
    title: words.title,
    basis: words.basis(shown(dots.length), shown(dots.length)),
    load: async () => {
      const { growthLevel } = await import('../../../src/charts/growth-level');
      return (width) =>
        growthLevel(dots, {
          ...{ width, threshold: 50, number: shown, percent, onChoose: nobody },
          description: words.text(t.collectiveEconomy.title, shown(dots.length)),
        });
    },
    columns: words.columns.slice(2),
    rows: dots.map(({ value, growth }) => [shown(value), percent(growth)]),
    numeric: [0, 1],
  };
}

function sources({ t, places, name, shown, percent }: Sample): Shown {
  const words = t.collectiveEconomy.sources;
  const parts = places(5).map((place) => `${t.collectiveEconomy.sources.columns[1]} ${place + 1}`);
  const rows = places(4).map(name);
  const drawn = parts.slice(0, 6);
  const data = rows.flatMap((row, at) =>
    drawn.map((part, place) => {
      // 30, 25, 20, 15 and 10 of a hundred, turned by one from row to row
      const share = drawn.length === 5 ? (30 - 5 * ((place + at) % 5)) / 100 : 1 / drawn.length;
      const title = words.bar(row, part, percent(share), shown(share * 200), shown(20));
      return { row, part, share, title };
    }),
  );
  return {
    id: 'shares',
    title: words.title,
    basis: words.basis(''),
    load: async () => {
      const { shares } = await import('../../../src/charts/shares');
      const options = { description: words.text, rows, parts: drawn, percent };
      return (width) => shares(data, { ...options, width });
    },
    columns: [...words.columns.slice(0, 2), words.columns[4] ?? ''],
    rows: data.map(({ row, part, share }) => [row, part, percent(share)]),
    numeric: [2],
  };
}

function plans({ t, places, name, shown, percent }: Sample): Shown {
  const words = t.collectiveEconomy.plans;
  const bars = places(6).map((place) => {
    const completion = [1.2, 1.1, 1, 0.9, 0.75, 0.5][place % 6] ?? 0;
    const title = words.bar(name(place), shown(completion * 100), shown(100), percent(completion));
    return { row: name(place), completion, label: percent(completion), title };
  });
  return {
    id: 'plan-done',
    title: words.title(t.collectiveEconomy.title),
    basis: words.basis(shown(bars.length), shown(3)),
    load: async () => {
      const { planDone } = await import('../../../src/charts/plan-done');
      const description = words.text(t.collectiveEconomy.title, percent(0.9));
      return (width) => planDone(bars, { width, description, percent });
    },
    columns: [words.columns[0] ?? '', words.columns[4] ?? ''],
    rows: bars.map(({ row, label }) => [row, label]),
    numeric: [1],
  };
}
