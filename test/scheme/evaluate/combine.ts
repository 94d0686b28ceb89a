import type { GroupTreeNode, TreeNode } from '../../../src/scheme/tree';
import { above, keyOf, median, same, sum, type Cell, type Values } from './cells';
import type { Known } from './context';
import type { Entry } from './entry';
import type { Sources } from './source';

export interface Group {
  readonly group: GroupTreeNode;
  readonly parts: readonly TreeNode[];
  readonly values: ReadonlyMap<string, Values>;
  readonly entries: readonly Entry[];
  readonly known: Known;
  readonly sources: Sources;
}

/** A part that counts for a subject: its figure, its weight, and whether it is taken off. */
interface Present {
  readonly value: number;
  readonly weight: number;
  readonly sign: 1 | -1;
  readonly part: string;
}

/** The figures of a group: one for each subject and period that has what the document asks for. */
export function combineGroup(group: Group): Values {
  const present = new Map(
    group.entries.flatMap((entry) => {
      const parts = presentParts(group, entry);
      return parts === null ? [] : [[keyOf(entry), { entry, parts }] as const];
    }),
  );
  const result = new Map<string, number>();
  for (const [key, { entry, parts }] of present) {
    const others = [...present.values()].filter(
      (one) => one.entry.period === entry.period && one.entry !== entry,
    );
    const value =
      group.group.node.combine === 'copeland'
        ? sum(others.map((other) => duel(parts, other.parts)))
        : valueOf(group, entry, parts);
    if (value !== null && Number.isFinite(value)) result.set(key, value);
  }
  return result;
}

/** The parts that a subject's group is made of; null where the group has no value. */
function presentParts(group: Group, entry: Entry): Present[] | null {
  const { parts, sources } = group;
  const { missing } = group.group.node;
  const expected = parts.filter(({ id }) => !sources.gone(id, entry.period));
  if (sources.tooFew(entry)) return null;
  const present = expected.flatMap((part) => {
    const value = group.values.get(part.id)?.get(keyOf(entry)) ?? worstOf(group, part, entry);
    const weight = weightOf(part, entry, group.known);
    if (value === null || weight === null) return [];
    return [{ part: part.id, value, weight, sign: signOf(part) }];
  });
  if (present.length === 0 || !hasMinimum(group, entry)) return null;
  const complete = present.length === expected.length;
  return complete || missing === 'redistribute' || missing === 'exclude' ? present : null;
}

function signOf({ node }: TreeNode): 1 | -1 {
  return 'effect' in node && node.effect === 'deduct' ? -1 : 1;
}

function weightOf({ node }: TreeNode, cell: Cell, known: Known): number | null {
  if (!('weight' in node)) return 1;
  if (typeof node.weight === 'number') return node.weight;
  return known.measure(node.weight.measure, cell) ?? null;
}

/** With `worst`, the lowest figure of the period: of what is taken off, the highest. */
function worstOf({ group, values, entries }: Group, part: TreeNode, entry: Entry): number | null {
  if (group.node.missing !== 'worst') return null;
  const own = entries
    .filter(({ period }) => period === entry.period)
    .flatMap((one) => values.get(part.id)?.get(keyOf(one)) ?? []);
  if (own.length === 0) return null;
  return signOf(part) === 1 ? Math.min(...own) : Math.max(...own);
}

function hasMinimum({ group, parts, values, sources }: Group, entry: Entry): boolean {
  const { minimum } = group.node;
  if (!minimum) return true;
  const counted = parts.filter(
    ({ id }) => values.get(id)?.has(keyOf(entry)) && sources.reported(id, entry) >= minimum.values,
  );
  if (counted.length < Math.max(1, minimum.parts)) return false;
  return minimum.oneOf ? counted.some(({ id }) => minimum.oneOf?.includes(id)) : true;
}

/** Whether the weights present stand for all. */
function rescales(group: Group, entry: Entry): boolean {
  const { missing } = group.group.node;
  const left = group.parts.some(({ id }) => group.sources.gone(id, entry.period));
  return missing === 'redistribute' || (missing !== 'exclude' && left);
}

function valueOf(group: Group, entry: Entry, present: readonly Present[]): number | null {
  const { combine } = group.group.node;
  const weights = sum(present.map(({ weight }) => weight));
  const heavy = present.filter(({ weight }) => weight > 0);
  const values = present.map(({ value }) => value);
  if (combine === 'sum' || combine === 'weighted-sum') {
    const total = sum(present.map(({ sign, weight, value }) => sign * weight * value));
    if (present.length === group.parts.length || !rescales(group, entry)) return total;
    const all = sum(group.parts.map((part) => weightOf(part, entry, group.known) ?? 0));
    return weights > 0 ? (total * all) / weights : null;
  }
  if (combine === 'min') return Math.min(...values);
  if (combine === 'max') return Math.max(...values);
  if (combine === 'median') return median(values);
  if (combine === 'count') return values.filter((value) => above(value, 0)).length;
  if (weights === 0) return null;
  const weighted = (change: (value: number) => number) =>
    sum(heavy.map(({ weight, value }) => weight * change(value))) / weights;
  if (combine === 'mean') return weighted((value) => value);
  // other means are of figures of 0 and more
  if (heavy.some(({ value }) => value < 0)) return null;
  if (combine === 'geometric') return Math.exp(weighted(Math.log));
  const power = combine === 'harmonic' ? -1 : typeof combine === 'object' ? combine.power : NaN;
  if (power < 0 && heavy.some(({ value }) => value === 0)) return 0;
  return weighted((value) => value ** power) ** (1 / power);
}

/** 1 where the first wins the pair, -1 where the second does: by the weight of their higher parts. */
function duel(one: readonly Present[], other: readonly Present[]): number {
  const won = sum(
    one.map(({ part, weight, value }) => {
      const rival = other.find((their) => their.part === part);
      if (!rival || same(rival.value, value)) return 0;
      return rival.value < value ? weight : -weight;
    }),
  );
  return same(won, 0) ? 0 : Math.sign(won);
}
