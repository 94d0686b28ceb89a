import { at, seededRandom, type Random } from '../../random';
import { villagesOf, type Place } from '../places';
import { share } from '../share';
import { stars } from './tasks';

export const years = [2022, 2023, 2024];
const counts = [8, 7, 7, 6, 8, 7, 6, 6];

const classes = [
  { name: '精品村', count: 5 },
  { name: '重点村', count: 17 },
  { name: '整洁村', count: 30 },
];

export interface Village extends Place {
  readonly track: string;
  /** Which stars it has in each of the twelve quarters. */
  readonly stars: readonly (readonly boolean[])[];
  /** Whether it is listed for rectification in each of the twelve quarters. */
  readonly listed: readonly boolean[];
}

/** 55 villages, the same at every call; the classes go by quality. */
export function drawVillages(): Village[] {
  const random = seededRandom(126);
  const places = villagesOf('990501', counts, 120);
  const quality = places.map(() => random.normal(0, 1));
  const order = places.map((_, index) => index).sort((a, b) => at(quality, b) - at(quality, a));
  const tracks = classes.flatMap(({ name, count }) => Array.from({ length: count }, () => name));
  return places.map((place, index) => ({
    ...place,
    track: tracks[order.indexOf(index)] ?? '一般村',
    stars: drawStars(at(quality, index), random),
    listed: drawListed(places.length - 1 - order.indexOf(index)),
  }));
}

/** A star is kept or lost from quarter to quarter; better villages have more of them. */
function drawStars(quality: number, random: Random): boolean[][] {
  const likely = Math.min(0.95, Math.max(0.15, 0.66 + 0.22 * quality));
  let now = stars.map(() => random.chance(likely));
  return Array.from({ length: 4 * years.length }, () => {
    now = now.map((has) => (random.chance(0.12) ? random.chance(likely) : has));
    return now;
  });
}

/** The last four villages are listed for two quarters each, and the very last again after a while. */
function drawListed(fromLast: number): boolean[] {
  const spans =
    fromLast > 3 ? [] : fromLast === 0 ? [0, 1, 4, 5] : [2 * fromLast - 2, 2 * fromLast - 1];
  return Array.from({ length: 4 * years.length }, (_, quarter) => spans.includes(quarter));
}

export const ages = Array.from({ length: 15 }, (_, index) => 66 + index);

/** What the rewards of a year are to come to, in yuan, and what they are made of. */
const fund = 16_400_000;
const workers = 5_566;
const levelReward: Record<number, number> = { 5: 200_000, 4: 130_000, 3: 80_000 };

/** People of each age in each village and year, so many that the rewards come to the fund. */
export function drawElderly(villages: readonly Village[]): number[][][] {
  const random = seededRandom(6779);
  const size = villages.map(() => random.between(0.6, 1.4));
  return years.map((_, year) => {
    const quarters = [0, 1, 2, 3].map((quarter) => 4 * year + quarter);
    const starsIn = (village: Village, quarter: number) =>
      limited(village, quarter, at(village.stars, quarter).filter(Boolean).length);
    const levels = villages.map((village) => levelReward[starsIn(village, 4 * year + 3)] ?? 0);
    const rest = fund - 600 * workers - levels.reduce((sum, one) => sum + one, 0);
    const perHead = villages.map((village) =>
      quarters.reduce((sum, quarter) => sum + 15 * starsIn(village, quarter), 0),
    );
    const weighted = size.reduce((sum, one, index) => sum + one * at(perHead, index), 0);
    // thirteen of the fifteen ages are paid for, both ends included
    return size.map((one) => {
      const heads = Math.round((one * rest) / weighted);
      return share(
        Math.round((heads * 15) / 13),
        ages.map((age) => (1 - 0.03 * (age - 66)) * random.between(0.9, 1.1)),
      );
    });
  });
}

/** A village that is listed has two stars at the most. */
function limited(village: Village, quarter: number, count: number): number {
  return at(village.listed, quarter) ? Math.min(count, 2) : count;
}

/** Grid workers of five tiers in each village. */
export function drawWorkers(villages: readonly Village[]): number[][] {
  const random = seededRandom(workers);
  return share(
    workers,
    villages.map(() => random.between(0.6, 1.4)),
  ).map((count) => share(count, [1, 2, 6, 18, 29]));
}
