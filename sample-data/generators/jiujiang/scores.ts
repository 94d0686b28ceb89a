import { at, type Random } from '../../random';

/** All scores here are whole hundredths of a point: sums and comparisons are exact. */
type Hundredths = number;

/** The lowest score of zero to four stars, and where four stars without a place among the five end. */
const cuts = [3800, 5000, 6000, 7000, 8000] as const;
/** No score comes nearer than this to a cut point or to the last five-star place. */
const margin = 5;
/** Villages with equal stars in a year differ by at least this in their year score. */
const gap = 3;
const best = 9650;

/**
 * Scores for the stars of one track and year: one row a place, one column a quarter. A quarter
 * has no equal scores, and equal stars over the year are always told apart by the year score.
 */
export function scoresFor(stars: readonly (readonly number[])[], random: Random): Hundredths[][] {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const columns = [0, 1, 2, 3].map((quarter) => quarterScores(stars, quarter, random));
    const scores = stars.map((_, place) => columns.map((column) => at(column, place)));
    if (yearScoresDiffer(stars, scores)) return scores;
  }
  throw new Error('No scores fit the plan');
}

function quarterScores(
  stars: readonly (readonly number[])[],
  quarter: number,
  random: Random,
): Hundredths[] {
  // Between the last five-star place and the best of the rest. It lies above 85 points: some
  // villages with 85 points or more get four stars because the places are taken.
  const line = random.whole(8640, 8890);
  const used = new Set<Hundredths>();
  return stars.map((row) => {
    const won = at(row, quarter);
    const low = won === 5 ? line : at(cuts, won);
    const high = won === 5 ? best : won === 4 ? line : at(cuts, won + 1);
    for (;;) {
      const score = drawBetween(low + margin, high - margin, usualScore(row), random);
      if (used.has(score)) continue;
      used.add(score);
      return score;
    }
  });
}

/** The score around which a village moves in a year, from its mean stars a quarter. */
function usualScore(row: readonly number[]): Hundredths {
  const mean = row.reduce((sum, won) => sum + won, 0) / row.length;
  return mean < 4 ? 4500 + 1000 * mean : 8500 + 700 * (mean - 4);
}

/** Near the usual score where the range allows it, else near the end of the range next to it. */
function drawBetween(low: number, high: number, usual: number, random: Random): Hundredths {
  const centre = Math.min(Math.max(usual, low + 100), high - 100);
  for (;;) {
    const score = Math.round(random.normal(centre, 280));
    if (score >= low && score <= high) return score;
  }
}

function yearScoresDiffer(
  stars: readonly (readonly number[])[],
  scores: readonly (readonly Hundredths[])[],
): boolean {
  const years = stars.map((row, place) => ({
    stars: sum(row),
    score: Math.floor(sum(at(scores, place)) / 4 + 0.5),
  }));
  return years.every((one, place) =>
    years
      .slice(place + 1)
      .every((other) => other.stars !== one.stars || Math.abs(other.score - one.score) >= gap),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
