import type { LeafNode, Scheme, Source } from '../../../src/scheme/shape';
import { leaves } from '../../../src/scheme/tree';
import { keyOf, mean, sum, type Cell, type Values } from './cells';
import type { Known } from './context';
import { leavesUnder, type Entry } from './entry';

/** Figures of the indicators as they come from the data, and what the screens leave of them. */
export interface Sources {
  readonly measured: ReadonlyMap<string, Values>;
  readonly kept: ReadonlyMap<string, Values>;
  /** Whether a part is left out of a period: every indicator under it is. */
  gone(part: string, period: string): boolean;
  /** Whether a subject is left out of a period. */
  tooFew(cell: Cell): boolean;
  /** Indicators under a part that a subject has figures for. */
  reported(part: string, cell: Cell): number;
}

export function sourcesOf(scheme: Scheme, entries: readonly Entry[], known: Known): Sources {
  const all = leaves(scheme.score);
  const measured = new Map(
    all.map(({ id, node }) => {
      const found = entries.flatMap((entry) => {
        const value = sourceValue(node, id, entry, known);
        return value === null ? [] : [[keyOf(entry), value] as const];
      });
      return [id, new Map(found)] as const;
    }),
  );
  const periods = [...new Set(entries.map(({ period }) => period))];
  const out = new Set<string>();
  for (const { id, node } of all)
    for (const period of periods) {
      const inPeriod = entries.filter((entry) => entry.period === period);
      const found = inPeriod.filter((entry) => measured.get(id)?.has(keyOf(entry))).length;
      if (node.screen > 1 && found < node.screen) out.add(`${id} ${period}`);
    }
  const few = new Set(entries.filter(isTooFew).map(keyOf));
  const kept = new Map(
    [...measured].map(([id, values]) => {
      const left = [...values].filter(
        ([key]) => !few.has(key) && !out.has(`${id} ${key.split(' ')[1] ?? ''}`),
      );
      return [id, new Map(left)] as const;
    }),
  );
  return {
    measured,
    kept,
    gone: (part, period) => leavesUnder(scheme, part).every(({ id }) => out.has(`${id} ${period}`)),
    tooFew: (cell) => few.has(keyOf(cell)),
    reported: (part, cell) =>
      leavesUnder(scheme, part).filter(({ id }) => kept.get(id)?.has(keyOf(cell))).length,
  };

  function isTooFew(entry: Entry): boolean {
    const { share } = scheme.screens;
    if (share === undefined) return false;
    const expected = all.filter(({ id }) => !out.has(`${id} ${entry.period}`));
    const found = expected.filter(({ id }) => measured.get(id)?.has(keyOf(entry))).length;
    return found < Number((share * expected.length).toPrecision(12));
  }
}

function sourceValue(node: LeafNode, id: string, cell: Cell, known: Known): number | null {
  const { from } = node;
  if (!from) return known.measure(id, cell) ?? null;
  if ('measure' in from) return known.measure(from.measure, cell) ?? null;
  return 'grades' in from ? ballots(from, cell, known) : meanOfMarks(from, cell, known);
}

type Marks = Extract<Source, { marks: unknown }>;
type Grades = Extract<Source, { grades: unknown }>;

function meanOfMarks({ marks, absent, trim, smallest }: Marks, cell: Cell, known: Known) {
  const given = Array.isArray(marks)
    ? marks.flatMap((column) => known.measure(column, cell) ?? [])
    : known.data.marks
        .filter(
          (one) =>
            keyOf(one) === keyOf(cell) &&
            one.measure === marks.measure &&
            (marks.assessors?.includes(one.panel) ?? true),
        )
        .map(({ value }) => value);
  const present = given.filter((mark) => !absent.includes(mark)).toSorted((a, b) => a - b);
  if (present.length < smallest) return null;
  const trimmed =
    trim && present.length >= trim.from
      ? present.slice(trim.each, Math.max(trim.each, present.length - trim.each))
      : present;
  return trimmed.length === 0 ? null : mean(trimmed);
}

function ballots({ grades, most, smallest }: Grades, cell: Cell, known: Known): number | null {
  const counts = grades.map(({ measure }) => known.measure(measure, cell) ?? 0);
  const total = sum(counts);
  if (total < smallest) return null;
  const limited = most ? grades.findIndex(({ measure }) => measure === most.measure) : -1;
  if (most && limited >= 0) {
    const beyond = Math.max(0, (counts[limited] ?? 0) - most.share * total);
    counts[limited] = (counts[limited] ?? 0) - beyond;
    counts[limited + 1] = (counts[limited + 1] ?? 0) + beyond;
  }
  return sum(grades.map(({ points }, index) => points * (counts[index] ?? 0))) / total;
}
