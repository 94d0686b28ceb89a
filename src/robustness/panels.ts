import type { Scheme } from '../scheme/shape';
import { leaves } from '../scheme/tree';

/** The parts of a score that hold what a class of assessors gave: marks, or ballots of grades. */
export function panelParts({ score }: Scheme): string[] {
  return leaves(score)
    .filter(({ node: { from } }) => from && ('marks' in from || 'grades' in from))
    .map(({ id }) => id);
}
