import type { Random } from '../../random';

/** The three ways of judging, as in the files: points from 0 to 100. */
export interface Parts {
  /** 比红星, weight 0.5, one decimal. */
  contest: number;
  /** 赛擂台, weight 0.3, one decimal. */
  arena: number;
  /** 访群众, weight 0.2, two decimals. */
  visits: number;
}

/** Where a village is better or worse than its score suggests; stays with it over the years. */
export interface Habit {
  arena: number;
  visits: number;
}

export function drawHabit(random: Random): Habit {
  return { arena: random.normal(0, 2.5), visits: random.normal(0, 1.5) };
}

/**
 * Splits a score (whole hundredths) into parts that give it back after rounding. With two parts of
 * one decimal and a weight of 0.2 the weighted sum never ends on half a hundredth, so that no
 * engine can disagree about how to round it.
 */
export function splitScore(score: number, habit: Habit, random: Random): Parts {
  for (;;) {
    // All in hundredths. Residents judge more mildly than assessors, and the arena is the hardest.
    const arena = tenths(score - 150 + 100 * habit.arena + random.normal(0, 300));
    const likelyVisits = 0.6 * score + 3800 + 100 * habit.visits + random.normal(0, 150);
    const contest = tenths((10 * score - 3 * arena - 2 * likelyVisits) / 5);
    const visits = Math.round((10 * score - 5 * contest - 3 * arena) / 2);
    if ([contest, arena, visits].some((part) => part < 2000 || part > 9950)) continue;
    return { contest: contest / 100, arena: arena / 100, visits: visits / 100 };
  }
}

/** Rounds hundredths to whole tenths of a point. */
function tenths(hundredths: number): number {
  return Math.round(hundredths / 10) * 10;
}
