import { headMeasures } from './heads';
import type { Condition, Figure, Scheme, SchemeStep } from './shape';
import { isLeaf, treeNodes, type LeafTreeNode, type TreeNode } from './tree';

/** A place where a document names something that the data must hold: a column of figures or of words, or a period. */
export interface Reference {
  readonly kind: 'measure' | 'attribute' | 'period';
  readonly value: string;
  /** Where the document says it: `score.parts[0].from.measure`. */
  readonly path: string;
}

/** Every reference of a document, in its own order. */
export function references(scheme: Scheme): Reference[] {
  return [
    ...ofSubject(scheme.subject),
    ...treeNodes(scheme.score).flatMap(ofNode),
    ...scheme.vetoes.flatMap(({ when }, index) => ofCondition(when, `vetoes[${index}].when`)),
    ...ofStars(scheme.stars),
    ...(scheme.lists.rectification?.when ?? []).flatMap((when, index) =>
      ofCondition(when, `lists.rectification.when[${index}]`),
    ),
    ...ofPairs(scheme.lists.pairs),
    ...(scheme.rewards?.perHead ?? []).flatMap((kind, index) =>
      headMeasures(kind).map((one) => measure(one, `rewards.perHead[${index}].heads`)),
    ),
    ...ofEconomy(scheme.economy),
    ...scheme.figures.flatMap(({ is }, index) => ofFigure(is, `figures[${index}].is`)),
  ];
}

/** The columns of figures, or of words, that a document names anywhere. */
export function namesOf(scheme: Scheme, kind: Reference['kind']): string[] {
  const found = references(scheme).filter((one) => one.kind === kind);
  return [...new Set(found.map(({ value }) => value))];
}

function measure(value: string, path: string): Reference {
  return { kind: 'measure', value, path };
}

function ofSubject({ where, track }: Scheme['subject']): Reference[] {
  const own: Reference[] =
    typeof track === 'string' || 'parts' in track
      ? []
      : 'attribute' in track
        ? [{ kind: 'attribute', value: track.attribute, path: 'subject.track.attribute' }]
        : [measure(track.measure, 'subject.track.measure')];
  return [...own, ...(where ? ofCondition(where, 'subject.where') : [])];
}

function ofNode(one: TreeNode): Reference[] {
  const { node, path } = one;
  const weight = 'weight' in node ? node.weight : 1;
  return [
    ...(isLeaf(one) ? ofLeaf(one) : []),
    ...(typeof weight === 'number' ? [] : [measure(weight.measure, `${path}.weight.measure`)]),
    ...node.steps.flatMap((step, index) => ofStep(step, `${path}.steps[${index}]`)),
  ];
}

function ofLeaf({ node: { id, from }, path }: LeafTreeNode): Reference[] {
  if (!from) return [measure(id, `${path}.id`)];
  if ('measure' in from) return [measure(from.measure, `${path}.from.measure`)];
  if ('grades' in from) {
    return from.grades.map((grade, index) =>
      measure(grade.measure, `${path}.from.grades[${index}].measure`),
    );
  }
  const { marks } = from;
  if (!Array.isArray(marks)) return [measure(marks.measure, `${path}.from.marks.measure`)];
  return marks.map((column, index) => measure(column, `${path}.from.marks[${index}]`));
}

function ofStep(step: SchemeStep, path: string): Reference[] {
  if ('divideBy' in step) return [measure(step.divideBy, `${path}.divideBy`)];
  if ('multiplyBy' in step) return [measure(step.multiplyBy, `${path}.multiplyBy`)];
  if (!('over' in step) || typeof step.over === 'string') return [];
  return 'attribute' in step.over
    ? [{ kind: 'attribute', value: step.over.attribute, path: `${path}.over.attribute` }]
    : [{ kind: 'period', value: step.over.frozen, path: `${path}.over.frozen` }];
}

function ofStars(stars: Scheme['stars']): Reference[] {
  if (!stars) return [];
  const frozen: Reference[] =
    'frozen' in stars && stars.frozen !== undefined
      ? [{ kind: 'period', value: stars.frozen, path: 'stars.frozen' }]
      : [];
  return [
    ...frozen,
    ...stars.awards.flatMap(({ when }, index) => ofCondition(when, `stars.awards[${index}].when`)),
    ...stars.ceilings.flatMap(({ when }, index) =>
      ofCondition(when, `stars.ceilings[${index}].when`),
    ),
  ];
}

/** What the roster says of every subject; no column is needed for it. */
const ofRoster = ['kind', 'district', 'town', 'track'];

function ofPairs(pairs: Scheme['lists']['pairs']): Reference[] {
  if (!pairs) return [];
  return [
    { kind: 'attribute', value: pairs.within, path: 'lists.pairs.within' },
    measure(pairs.by, 'lists.pairs.by'),
  ];
}

function ofCondition(condition: Condition, path: string): Reference[] {
  const each = (key: 'all' | 'any', parts: readonly Condition[]) =>
    parts.flatMap((one, index) => ofCondition(one, `${path}.${key}[${index}]`));
  if ('all' in condition) return each('all', condition.all);
  if ('any' in condition) return each('any', condition.any);
  if ('not' in condition) return ofCondition(condition.not, `${path}.not`);
  if ('node' in condition) return [];
  if ('measure' in condition) return [measure(condition.measure, `${path}.measure`)];
  const { attribute } = condition;
  return [{ kind: 'attribute', value: attribute, path: `${path}.attribute` }];
}

function ofEconomy({ sources, heads, returns, plans }: Scheme['economy']): Reference[] {
  const named = (name: string | undefined, path: string) =>
    name === undefined ? [] : [measure(name, `economy.${path}`)];
  return [
    ...sources.map((source, index) => measure(source.measure, `economy.sources[${index}].measure`)),
    ...named(heads, 'heads'),
    ...named(returns, 'returns'),
    ...plans.flatMap(({ of, plan, completion }, index) => [
      ...named(of, `plans[${index}].of`),
      ...named(plan, `plans[${index}].plan`),
      ...named(completion, `plans[${index}].completion`),
    ]),
  ];
}

/** What a figure may be of, besides the columns of the data. */
const ofScore = ['score', 'rank', 'stars', 'level'];

function ofFigure(is: Figure['is'], path: string): Reference[] {
  if ('share' in is) return ofCondition(is.share, `${path}.share`);
  if ('count' in is)
    return typeof is.count === 'string' ? [] : ofCondition(is.count, `${path}.count`);
  const of =
    'sum' in is
      ? (['sum', is.sum] as const)
      : 'mean' in is
        ? (['mean', is.mean] as const)
        : 'median' in is
          ? (['median', is.median] as const)
          : null;
  return of && !ofScore.includes(of[1]) ? [measure(of[1], `${path}.${of[0]}`)] : [];
}

/** Every column of figures that the score itself reads: those of its indicators, weights and steps. */
export function scoreMeasures(scheme: Scheme): string[] {
  const found = references(scheme).filter(
    ({ kind, path }) => kind === 'measure' && path.startsWith('score.'),
  );
  return [...new Set(found.map(({ value }) => value))];
}

/** Columns of words that a document asks for, besides those of the roster. */
export function columnsOfWords(scheme: Scheme): string[] {
  return namesOf(scheme, 'attribute').filter((name) => !ofRoster.includes(name));
}
