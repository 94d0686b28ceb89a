import type { View } from '../../model/view';
import type { Combine, Missing } from '../shape';
import type { GroupTreeNode, TreeNode } from '../tree';
import type { Screens } from './batch';

/** Groups that combine their parts in the same way, and so in one view. */
export interface Combination {
  readonly name: View['name'];
  readonly groups: readonly GroupTreeNode[];
  /** The parts of these groups. */
  readonly parts: readonly TreeNode[];
  /** Views that hold the values of the parts. */
  readonly sources: readonly string[];
  readonly screens: Screens;
}

export function methodOf({ groups }: Combination): { combine: Combine; missing: Missing } {
  const [first] = groups;
  if (!first) throw new RangeError('a combination without groups');
  return first.node;
}

/** Whether the weights present stand for all: a missing part gives its weight to the others, or was left out of the period. */
export function rescales(combination: Combination): boolean {
  const { missing } = methodOf(combination);
  return missing === 'redistribute' || (missing !== 'exclude' && combination.screens.parts);
}
