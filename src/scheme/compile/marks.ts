import type { LeafNode, Scheme } from '../shape';
import { leaves } from '../tree';

/** The measure of a panel that is kept one row a mark; null of an indicator that is read from columns. */
export function markMeasure({ from }: LeafNode): string | null {
  return from && 'marks' in from && !Array.isArray(from.marks) ? from.marks.measure : null;
}

/** The measures of all panels that are kept one row a mark. */
export function markMeasures({ score }: Pick<Scheme, 'score'>): string[] {
  const found = leaves(score).flatMap(({ node }) => markMeasure(node) ?? []);
  return [...new Set(found)];
}
