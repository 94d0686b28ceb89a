import { tracks, type Track } from './places';
import { at, type Random } from '../../random';

/**
 * The stars are planned first and the scores made to fit, so that the totals of a year come out
 * exactly. A ladder holds the stars of a year by place in the track, best place first.
 */
interface Ladder {
  /** Stars over the four quarters in 2023. */
  stars: readonly number[];
  /** Quarters with five stars; the sum is four times the five-star places of the track. */
  fives: readonly number[];
}

// The levels of 2023 follow from these numbers. In tracks one and two the quotas decide everywhere:
// 16 stars stay at four-star, 14 at three-star, 12 without a level. In track three only nine
// villages reach 12 stars, so that there the cut point ends the three-star level, not the quota of 10.
const ladders: Record<Track, Ladder> = {
  [tracks[0]]: {
    stars: [
      19, 18, 16, 15, 14, 14, 13, 12, 12, 11, 11, 11, 10, 10, 10, 9, 9, 9, 9, 8, 8, 8, 8, 7, 7, 7,
      7, 6, 6, 5, 4,
    ],
    fives: [3, 2, 1, 1, 1, 1, 1, 1, 1],
  },
  [tracks[1]]: {
    stars: [
      19, 18, 17, 16, 15, 14, 14, 13, 13, 12, 12, 12, 11, 11, 11, 10, 10, 10, 10, 9, 9, 9, 9, 9, 8,
      8, 8, 8, 8, 8, 7, 7, 7, 7, 7, 6, 6, 5, 5, 4,
    ],
    fives: [3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  },
  [tracks[2]]: {
    stars: [
      18, 17, 16, 15, 14, 14, 13, 12, 12, 11, 11, 11, 11, 10, 10, 10, 9, 9, 9, 9, 9, 8, 8, 8, 8, 8,
      7, 7, 7, 7, 7, 6, 6, 6, 5, 5, 4, 3,
    ],
    fives: [2, 2, 2, 1, 1, 1, 1, 1, 1],
  },
};

/** How likely a place had one star less than in 2023: the district has been getting better. */
const oneStarLess: Record<number, number> = { 2021: 0.5, 2022: 0.3, 2023: 0 };

/** The stars of every place of a track in the four quarters of a year. */
export function planStars(track: Track, year: number, random: Random): number[][] {
  const { stars, fives } = ladders[track];
  const less = oneStarLess[year] ?? 0;
  // The top three move together: the third must not catch up with the two five-star villages.
  const topLess = random.chance(less) ? 1 : 0;
  const room = Array.from({ length: 4 }, () => fives.reduce((sum, count) => sum + count, 0) / 4);

  return stars.map((total, place) => {
    const lower = place < 3 ? topLess : random.chance(less) && total > 3 ? 1 : 0;
    const fiveQuarters = takeQuarters(room, fives[place] ?? 0, random);
    return spread(total - lower, fiveQuarters, random);
  });
}

/** Takes the quarters with most room left, so that the places of every quarter are filled. */
function takeQuarters(room: number[], count: number, random: Random): number[] {
  const taken = random
    .shuffle([0, 1, 2, 3])
    .sort((a, b) => at(room, b) - at(room, a))
    .slice(0, count);
  for (const quarter of taken) room[quarter] = at(room, quarter) - 1;
  return taken;
}

/** Shares what five-star quarters leave of the total among the others, nearly evenly. */
function spread(total: number, fiveQuarters: readonly number[], random: Random): number[] {
  const others = random.shuffle([0, 1, 2, 3].filter((quarter) => !fiveQuarters.includes(quarter)));
  const rest = total - 5 * fiveQuarters.length;
  const each = Math.floor(rest / others.length);
  const result = [5, 5, 5, 5];
  others.forEach((quarter, index) => {
    result[quarter] = each + (index < rest - each * others.length ? 1 : 0);
  });

  // Quarters differ in real life: now and then one star moves from a quarter to another.
  const from = others[0];
  const to = others[others.length - 1];
  if (from === undefined || to === undefined || from === to || !random.chance(0.4)) return result;
  if (at(result, from) > 1 && at(result, to) < 4) {
    result[from] = at(result, from) - 1;
    result[to] = at(result, to) + 1;
  }
  return result;
}
