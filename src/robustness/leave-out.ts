import type { Trial } from '../model/trial';
import { isGroup, type Root, type Scheme, type SchemeNode } from '../scheme/shape';
import { treeNodes } from '../scheme/tree';
import { schemeTrial } from './scheme-trial';

/**
 * The scheme as it stands, then without each of its parts in turn: every indicator and group but those that are the only
 * part of theirs. `what` is the id of the part.
 */
export function leaveOneOut(scheme: Scheme): Trial[] {
  const nodes = treeNodes(scheme.score);
  const siblings = (parent: string) => nodes.filter((node) => node.parent === parent).length;
  const parts = nodes.filter(({ parent }) => parent !== null && siblings(parent) > 1);
  return [
    schemeTrial('as-is', '', scheme),
    ...parts.map(({ id }) => schemeTrial('leave-out', id, withoutPart(scheme, id))),
  ];
}

/**
 * A scheme without a part. Where weights must add up to 1, the others take its weight over in proportion; a condition on
 * the part is met by nobody.
 */
export function withoutPart(scheme: Scheme, part: string): Scheme {
  return { ...scheme, score: { ...scheme.score, ...remaining(scheme.score, part) } };
}

type Parts = Pick<Root, 'combine' | 'minimum' | 'parts'>;

function remaining(
  { combine, minimum, parts }: Parts,
  part: string,
): Pick<Root, 'minimum' | 'parts'> {
  const gone = parts.find(({ id }) => id === part);
  const left = parts
    .filter((one) => one !== gone)
    .map((one) => (isGroup(one) ? { ...one, ...remaining(one, part) } : one));
  return {
    parts: gone && combine === 'weighted-sum' ? takenOver(left, gone) : left,
    ...(minimum ? { minimum: without(minimum, part, left.length) } : {}),
  };
}

/** Only what adds to a score takes over the weight of what added to it. */
function takenOver(left: SchemeNode[], gone: SchemeNode): SchemeNode[] {
  const adds = (one: SchemeNode) => one.effect === 'add' && typeof one.weight === 'number';
  if (!adds(gone)) return left;
  const rest = left.filter(adds).reduce((sum, one) => sum + numberOf(one), 0);
  const factor = rest > 0 ? (rest + numberOf(gone)) / rest : 1;
  return left.map((one) => (adds(one) ? { ...one, weight: numberOf(one) * factor } : one));
}

function numberOf({ weight }: SchemeNode): number {
  return typeof weight === 'number' ? weight : 0;
}

type Minimum = NonNullable<Root['minimum']>;

function without(minimum: Minimum, part: string, left: number): Minimum {
  const oneOf = minimum.oneOf?.filter((id) => id !== part);
  return {
    ...minimum,
    parts: Math.min(minimum.parts, left),
    oneOf: oneOf && oneOf.length > 0 ? oneOf : undefined,
  };
}
