import type { Crosswalk, Proposal } from '../../model/crosswalk';
import { changeId } from '../crosswalk';
import { toProposal, type Draft } from './draft';
import { changesOfGoneAndNew } from './gone-and-new';
import { groupBy } from '../../model/group-by';
import type { Matched } from './match';
import { changesOfCode } from './recoded';
import { changesUnderOneCode } from './shared-code';
import { takenIn } from './taken-in';
import type { Trace } from './trace';
import { otherWritings } from './writings';

/**
 * The changes of subjects over time that the files suggest and that are not decided, by what speaks for them most: a
 * shared code, then a town and name in common, then names that come where others go, then words and figures that tell of
 * a merger, then likeness. What one of them explains the next ones leave alone.
 */
export function proposeChanges(
  matched: Matched,
  traces: readonly Trace[],
  crosswalk: Crosswalk,
): Proposal[] {
  const byCode = [...changesUnderOneCode(matched), ...changesOfCode(matched)];
  const afterCodes = unexplained(traces, byCode);
  const byTime = changesOfGoneAndNew(afterCodes);
  const afterTime = unexplained(afterCodes, byTime);
  const byGrowth = takenIn(afterTime);
  const byWriting = otherWritings(unexplained(afterTime, byGrowth));
  const decided = new Set(crosswalk.entries.map(changeId));
  const proposals = [...byCode, ...byTime, ...byGrowth, ...byWriting]
    .map(toProposal)
    .filter(({ id }) => !decided.has(id));
  return groupBy(proposals, ({ id }) => id)
    .flatMap((same) => same.toSorted(bySpelling).slice(0, 1))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** One change may be found in several spellings of its names. */
function bySpelling(one: Proposal, other: Proposal): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** Traces that no draft is about: neither as they are nor as the subject or name that they belong to. */
function unexplained(traces: readonly Trace[], drafts: readonly Draft[]): Trace[] {
  const sides = drafts.flatMap(({ from, to }) => [...from, ...to]);
  const told = new Set<unknown>(sides.map((side) => side.entry ?? keyOf(side)));
  return traces.filter((trace) => !told.has(trace.entry ?? keyOf(trace)));
}

function keyOf({ ref, townKey, matchKey }: Trace): string {
  return `${ref.code ?? ''}\u001f${townKey}\u001f${matchKey}`;
}
