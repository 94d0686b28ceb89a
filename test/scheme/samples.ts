import fc from 'fast-check';
import { makePeriod, makeRound, type Cadence } from '../../src/model/period';
import type { Data, Period } from './data';

/** Columns of figures that documents may read. */
export const measures = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export const weightMeasure = 'weight';
export const population = 'population';
export const gradeMeasures = ['good', 'fair', 'poor'] as const;
export const markMeasures = ['judge1', 'judge2', 'judge3', 'judge4'] as const;
/** Kept one row a mark. */
export const panelMark = 'opinion';
export const panels = ['members', 'residents'] as const;
/** A column of words. */
export const region = 'region';

const absent = <T>(figure: fc.Arbitrary<T>, often: number) =>
  fc.option(figure, { nil: null, freq: Math.max(1, Math.round(100 / often)) });

/** Figures of few digits, as files have them; many are alike. */
const figures = fc.oneof(
  { weight: 4, arbitrary: absent(fc.integer({ min: 0, max: 5 }), 12) },
  {
    weight: 4,
    arbitrary: absent(
      fc.integer({ min: -50, max: 100 }).map((n) => n / 10),
      15,
    ),
  },
  {
    weight: 3,
    arbitrary: absent(
      fc.integer({ min: 1, max: 10_000 }).map((n) => n / 100),
      8,
    ),
  },
  { weight: 1, arbitrary: absent(fc.constant(3), 20) },
  { weight: 1, arbitrary: absent(fc.constantFrom(0.1, 0.2, 0.3, 0.7), 5) },
  { weight: 1, arbitrary: absent(fc.constantFrom(1, 2, 3, 500), 10) },
);

/** The figures of one measure are of one kind. */
const column = (size: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(absent(fc.integer({ min: 0, max: 5 }), 12), exactly(size)) },
    {
      weight: 4,
      arbitrary: fc.array(
        absent(
          fc.integer({ min: -50, max: 100 }).map((n) => n / 10),
          15,
        ),
        exactly(size),
      ),
    },
    {
      weight: 4,
      arbitrary: fc.array(
        absent(
          fc.integer({ min: 1, max: 10_000 }).map((n) => n / 100),
          8,
        ),
        exactly(size),
      ),
    },
    { weight: 3, arbitrary: fc.array(figures, exactly(size)) },
    { weight: 1, arbitrary: fc.array(absent(fc.constant(3), 10), exactly(size)) },
    {
      weight: 1,
      arbitrary: fc.array(absent(fc.constantFrom(0.1, 0.2, 0.3, 0.7), 5), exactly(size)),
    },
    {
      weight: 1,
      arbitrary: fc.array(absent(fc.constantFrom(1, 2, 3, 3, 4, 500), 10), exactly(size)),
    },
    { weight: 1, arbitrary: fc.array(absent(fc.constant(0), 3), exactly(size)) },
  );

const exactly = (size: number) => ({ minLength: size, maxLength: size });

/** One to four periods running, from the first of a year on; months up to six. */
export function periodsOf(cadence: Cadence, count: number): Period[] {
  return Array.from({ length: count }, (_, index) =>
    cadence === 'round'
      ? makeRound(2023, index + 1)
      : cadence === 'year'
        ? makePeriod('year', 2021 + index, 1)
        : makePeriod(cadence, 2023, index + 1),
  ).flatMap((period) => period ?? []);
}

/** Villages with the figures of every measure. */
export function dataFor(cadence: Cadence): fc.Arbitrary<Data> {
  const most = cadence === 'month' ? 6 : 4;
  const shape = fc.tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 3, max: 12 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 2 }) },
    ),
    cadence === 'half'
      ? fc.integer({ min: 1, max: 2 })
      : fc.oneof(fc.integer({ min: 1, max: most }), fc.constant(most)),
  );
  return shape.chain(([subjects, periods]) => filled(cadence, subjects, periods));
}

function filled(cadence: Cadence, subjectCount: number, periodCount: number): fc.Arbitrary<Data> {
  const cells = subjectCount * periodCount;
  const periods = periodsOf(cadence, periodCount);
  const perSubject = <T>(one: fc.Arbitrary<T>) => fc.array(one, exactly(subjectCount));
  const perCell = <T>(one: fc.Arbitrary<T>) => fc.array(one, exactly(cells));
  return fc
    .record({
      figures: fc.tuple(...measures.map(() => column(cells))),
      weights: perCell(absent(fc.constantFrom(0, 0.5, 1, 2, 3), 12)),
      populations: perCell(absent(fc.constantFrom(0, 10, 25, 40, 0.3), 12)),
      grades: fc.tuple(
        ...gradeMeasures.map(() => perCell(absent(fc.integer({ min: 0, max: 8 }), 8))),
      ),
      judges: fc.tuple(
        ...markMeasures.map(() =>
          perCell(
            absent(
              fc.integer({ min: 0, max: 20 }).map((n) => n / 2),
              6,
            ),
          ),
        ),
      ),
      marks: perCell(
        fc.array(fc.tuple(fc.constantFrom(...panels), fc.integer({ min: 0, max: 10 })), {
          maxLength: 6,
        }),
      ),
      tracks: perSubject(fc.constantFrom('farm', 'farm', 'town', 'town', 'hill', null)),
      kinds: perSubject(fc.constantFrom('village', 'community')),
      towns: perSubject(fc.constantFrom('north', 'south')),
      regions: perSubject(fc.constantFrom('east', 'west', null)),
      regionsChange: fc.boolean(),
    })
    .map((drawn): Data => {
      const subjects = Array.from({ length: subjectCount }, (_, index) => ({
        id: `s${String(index + 1).padStart(2, '0')}`,
        kind: drawn.kinds[index] ?? 'village',
        district: 'middle',
        town: drawn.towns[index] ?? 'north',
        track: drawn.tracks[index] ?? null,
      }));
      const all = subjects.flatMap(({ id }) =>
        periods.map((period) => ({ subject: id, period: period.id })),
      );
      const observed = (measure: string, values: readonly (number | null)[]) =>
        all.flatMap((cell, index) => {
          const value = values[index] ?? null;
          return value === null ? [] : [{ ...cell, measure, value }];
        });
      return {
        subjects,
        periods,
        observations: [
          ...measures.flatMap((measure, index) => observed(measure, drawn.figures[index] ?? [])),
          ...observed(weightMeasure, drawn.weights),
          ...observed(population, drawn.populations),
          ...gradeMeasures.flatMap((measure, index) =>
            observed(measure, drawn.grades[index] ?? []),
          ),
          ...markMeasures.flatMap((measure, index) => observed(measure, drawn.judges[index] ?? [])),
        ],
        words: subjects.flatMap(({ id }, index) => {
          const words = drawn.regions[index] ?? null;
          if (words === null) return [];
          const said = drawn.regionsChange ? periods.map((period) => period.id) : [null];
          return said.map((period, place) => ({
            subject: id,
            period,
            attribute: region,
            words: place === 1 && words === 'east' ? 'west' : words,
          }));
        }),
        marks: all.flatMap((cell, index) =>
          (drawn.marks[index] ?? []).map(([panel, value], place) => ({
            ...cell,
            measure: panelMark,
            panel,
            assessor: String(place),
            value,
          })),
        ),
      };
    });
}
