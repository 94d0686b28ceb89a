import { isLeaf, leaves, measuresOf, treeNodes } from '../../../src/scheme/tree';
import type { Condition, Scheme } from '../../../src/scheme/shape';
import type { Data, Subject } from '../data';
import { above, keyOf, reaches, same, type Cell, type Values } from './cells';

/** What is known of subjects and periods before anything is scored. */
export interface Known {
  readonly data: Data;
  /** A figure of the data. */
  measure(name: string, cell: Cell): number | undefined;
  /** Words about a subject, null where there are none. */
  words(attribute: string, cell: Cell): string | null;
}

export function know(data: Data): Known {
  const figures = new Map(
    data.observations.map((one) => [`${one.measure} ${keyOf(one)}`, one.value]),
  );
  const subjects = new Map(data.subjects.map((subject) => [subject.id, subject]));
  return {
    data,
    measure: (name, cell) => figures.get(`${name} ${keyOf(cell)}`),
    words: (attribute, { subject, period }) => {
      const own = subjects.get(subject);
      if (own && isRosterWord(attribute)) return own[attribute];
      const found = data.words.find(
        (one) =>
          one.subject === subject &&
          one.attribute === attribute &&
          (one.period === null || one.period === period),
      );
      return found?.words ?? null;
    },
  };
}

function isRosterWord(attribute: string): attribute is Exclude<keyof Subject, 'id'> {
  return ['kind', 'district', 'town', 'track'].includes(attribute);
}

/** Periods of the cadence in which anything that the score reads has a figure. */
export function periodsWithFigures(scheme: Scheme, data: Data): readonly string[] {
  const measures = new Set(columnsOf(scheme));
  const marks = new Set(
    leaves(scheme.score).flatMap(({ node: { from } }) =>
      from && 'marks' in from && !Array.isArray(from.marks) ? [from.marks.measure] : [],
    ),
  );
  const filled = new Set([
    ...data.observations.filter((one) => measures.has(one.measure)).map(({ period }) => period),
    ...data.marks.filter((one) => marks.has(one.measure)).map(({ period }) => period),
  ]);
  return data.periods
    .filter(({ id, cadence }) => cadence === scheme.cadence && filled.has(id))
    .map(({ id }) => id);
}

/** Columns of figures that the score reads: for its indicators, weights and steps. */
function columnsOf(scheme: Scheme): string[] {
  return treeNodes(scheme.score).flatMap((one) => [
    ...(isLeaf(one) ? measuresOf(one.node) : []),
    ...('weight' in one.node && typeof one.node.weight === 'object'
      ? [one.node.weight.measure]
      : []),
    ...one.node.steps.flatMap((step) => {
      if ('divideBy' in step) return [step.divideBy];
      return 'multiplyBy' in step ? [step.multiplyBy] : [];
    }),
  ]);
}

/** Whether a condition holds for a subject in a period. @param nodes the figures of the parts of the score */
export function meets(
  condition: Condition,
  cell: Cell,
  known: Known,
  nodes: ReadonlyMap<string, Values> = new Map(),
): boolean {
  if ('all' in condition) return condition.all.every((one) => meets(one, cell, known, nodes));
  if ('any' in condition) return condition.any.some((one) => meets(one, cell, known, nodes));
  if ('not' in condition) return !meets(condition.not, cell, known, nodes);
  if ('attribute' in condition) {
    const words = known.words(condition.attribute, cell);
    const matched = words !== null && (condition.is?.includes(words) ?? true);
    return (condition.filled ?? true) ? matched : !matched;
  }
  const value =
    'node' in condition
      ? nodes.get(condition.node)?.get(keyOf(cell))
      : known.measure(condition.measure, cell);
  if (value === undefined) return false;
  const { atLeast, atMost, above: over, below } = condition;
  return (
    (atLeast === undefined || reaches(value, atLeast)) &&
    (atMost === undefined || value < atMost || same(value, atMost)) &&
    (over === undefined || above(value, over)) &&
    (below === undefined || (value < below && !same(value, below)))
  );
}
