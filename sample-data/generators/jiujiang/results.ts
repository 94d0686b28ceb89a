import { orderByYear, years, type Year } from './order';
import { drawHabit, splitScore, type Parts } from './parts';
import { planStars } from './plan';
import { tracks, villages, type Village } from './places';
import { at, type Random } from '../../random';
import { scoresFor } from './scores';

/** A line of a quarter's sheet. */
export interface Result {
  village: Village;
  parts: Parts;
  remark: string;
}

/** What an office writes beside a result; it has no bearing on the score. */
const remarks = [
  '现场观摩点',
  '书记调整',
  '拆迁安置中',
  '新建党群服务中心',
  '承办季度擂台赛',
] as const;

/** The results of all years, each with four quarters, each in the order of the roster. */
export function drawResults(random: Random): Map<Year, Result[][]> {
  const habits = new Map(villages.map((village) => [village, drawHabit(random)]));
  const scores = drawScores(random);
  return new Map(
    years.map((year) => [
      year,
      [0, 1, 2, 3].map((quarter) =>
        villages.map((village) => {
          const score = at(found(found(scores, year), village), quarter);
          const parts = splitScore(score, found(habits, village), random);
          return { village, parts, remark: random.chance(0.04) ? random.pick(remarks) : '' };
        }),
      ),
    ]),
  );
}

/** The four scores of every village in every year, in hundredths of a point. */
function drawScores(random: Random): Map<Year, Map<Village, number[]>> {
  const result = new Map(years.map((year) => [year, new Map<Village, number[]>()]));
  for (const track of tracks) {
    const members = villages.filter((village) => village.track === track);
    for (const [year, order] of orderByYear(track, members, random)) {
      const rows = scoresFor(planStars(track, year, random), random);
      order.forEach((village, place) => found(result, year).set(village, at(rows, place)));
    }
  }
  return result;
}

function found<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error('Not in the map');
  return value;
}
