import { seededRandom, type Random } from '../../random';
import { levels, third, villages, years, type Village, type Year } from './places';

/** The three marks of a quarter, whole tenths of a point; absent where the village was not judged. */
export interface Marks {
  readonly contest: number | undefined;
  readonly arena: number | undefined;
  readonly visits: number | undefined;
}

/** A village of the third district misses the arena of this quarter: its year has no level. */
export const absence = { year: 2021, quarter: 2, place: 7 } as const;

/** The marks of every village in the four quarters of every year in which it is assessed. */
export function drawMarks(): ReadonlyMap<Village, ReadonlyMap<Year, readonly Marks[]>> {
  const random = seededRandom(202123);
  return new Map(
    villages.map((village) => {
      const usual = usualMarks(village, random);
      const assessed = years.filter((year) => year >= village.since);
      return [
        village,
        new Map(
          assessed.map((year) => [
            year,
            [1, 2, 3, 4].map((quarter) => marksOf(village, usual, year, quarter, random)),
          ]),
        ),
      ];
    }),
  );
}

/** Around what the marks of a village lie in the first year; residents judge more mildly than assessors. */
function usualMarks({ district }: Village, random: Random) {
  const { mean = 75, yearly = 0 } = levels.get(district) ?? {};
  const own = random.normal(mean, 6);
  return {
    contest: own,
    arena: own - 3 + random.normal(0, 3),
    visits: 0.6 * own + 36 + random.normal(0, 2),
    yearly: yearly + random.normal(0, 0.8),
  };
}

function marksOf(
  village: Village,
  usual: ReturnType<typeof usualMarks>,
  year: Year,
  quarter: number,
  random: Random,
): Marks {
  const grown = usual.yearly * (year - 2021);
  const mark = (around: number) => {
    const drawn = Math.round(10 * random.normal(around + grown, 2.5)) / 10;
    return Math.min(99.5, Math.max(40, drawn));
  };
  const marks = { contest: mark(usual.contest), arena: mark(usual.arena) };
  const visits = mark(usual.visits);
  return { ...marks, visits, ...(isAbsent(village, year, quarter) ? { arena: undefined } : {}) };
}

function isAbsent(village: Village, year: Year, quarter: number): boolean {
  const peers = villages.filter(({ district }) => district === third);
  return village === peers[absence.place] && year === absence.year && quarter === absence.quarter;
}
