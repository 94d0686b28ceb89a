import { allow, oneOf, type Allowed, type SchemeProblem } from '../model/scheme-problem';
import { comparePeriods } from '../model/period';
import { agePlace } from './heads';
import type { Condition, Scheme, SchemeStep, StarRules, Year } from './shape';
import { isGroupNode, isLeaf, rootId, treeNodes, type GroupTreeNode, type TreeNode } from './tree';

type Add = (path: string, found: unknown, allowed: Allowed) => void;

/** What is wrong with a document whose shape is right: rules between its parts. */
export function checkRules(scheme: Scheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const add: Add = (path, found, allowed) =>
    problems.push({ path, kind: 'rule', found: shorten(found), allowed: [allowed] });
  const nodes = treeNodes(scheme.score);
  checkIds(nodes, add);
  nodes.forEach((node) => checkNode(node, nodes, add));
  checkConditions(scheme, new Set(nodes.map(({ id }) => id)), add);
  checkRank(scheme, nodes, add);
  if (scheme.stars) checkStars(scheme.stars, nodes, add);
  checkYear(scheme, add);
  checkRollUp(scheme, add);
  checkLists(scheme, add);
  checkFigures(scheme, add);
  const { from, to } = scheme.valid;
  if (from !== null && to !== null && comparePeriods(to, from) < 0)
    add('valid.to', to, allow('periodFrom', { from }));
  return problems;
}

/** A value as JSON, shortened for a message. */
export function shorten(value: unknown): string {
  const json = value === undefined ? '' : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

function checkIds(nodes: readonly TreeNode[], add: Add): void {
  const seen = new Set<string>([rootId]);
  for (const { id, path, parent } of nodes) {
    if (parent === null) continue;
    if (id === rootId) add(`${path}.id`, id, allow('otherThanTotal'));
    else if (seen.has(id)) add(`${path}.id`, id, allow('unusedPartId'));
    seen.add(id);
  }
}

function checkNode(one: TreeNode, nodes: readonly TreeNode[], add: Add): void {
  one.node.steps.forEach((step, index) => checkStep(step, `${one.path}.steps[${index}]`, add));
  if (isLeaf(one)) checkSource(one, add);
  if (isGroupNode(one)) checkGroup(one, nodes, add);
}

function checkStep(step: SchemeStep, path: string, add: Add): void {
  if ('cap' in step && step.cap[0] !== null && step.cap[1] !== null && step.cap[0] > step.cap[1])
    add(`${path}.cap`, step.cap, allow('lowerFirst'));
  if ('goalposts' in step) {
    const [from, to] = step.goalposts;
    if (from === to) add(`${path}.goalposts`, step.goalposts, allow('twoBounds'));
    if (step.scale === 'log' && (from <= 0 || to <= 0))
      add(`${path}.goalposts`, step.goalposts, allow('boundsAboveZero'));
  }
  const inOrder = 'rank' in step || 'percentile' in step;
  if (inOrder && typeof step.over === 'object' && 'frozen' in step.over)
    add(`${path}.over`, step.over, allow('placesAmongOthers'));
  if ('impute' in step && step.impute === 'last' && step.over !== 'period')
    add(`${path}.over`, step.over, allow('lastOfItself'));
}

function checkSource(
  { path, node: { from } }: TreeNode & { node: { from?: unknown } },
  add: Add,
): void {
  if (typeof from !== 'object' || from === null || !('grades' in from)) return;
  const { grades, most } = from as { grades: { measure: string }[]; most?: { measure: string } };
  const measures = grades.map(({ measure }) => measure);
  if (most && !measures.slice(0, -1).includes(most.measure))
    add(`${path}.from.most.measure`, most.measure, oneOf(measures.slice(0, -1)));
}

const additive = ['weighted-sum', 'sum'];

function checkGroup({ id, path, node }: GroupTreeNode, nodes: readonly TreeNode[], add: Add): void {
  const parts = nodes.filter(({ parent }) => parent === id);
  const combine = typeof node.combine === 'string' ? node.combine : 'power';
  const weights = parts.flatMap(({ node: part }) => ('weight' in part ? [part.weight] : []));
  const stated = weights.filter((weight) => typeof weight === 'number');
  const sum = stated.reduce((total, weight) => total + weight, 0);
  if (combine === 'weighted-sum') {
    if (stated.length < weights.length) add(`${path}.combine`, combine, allow('measuredWeight'));
    else if (Math.abs(sum - 1) > 1e-9)
      add(`${path}.parts[].weight`, Number(sum.toFixed(9)), allow('weightsOfOne'));
  } else if (stated.length === weights.length && sum === 0) {
    add(`${path}.parts[].weight`, 0, allow('someWeight'));
  }
  parts.forEach((part) => {
    if ('effect' in part.node && part.node.effect === 'deduct' && !additive.includes(combine))
      add(`${part.path}.effect`, 'deduct', allow('onlyAdds', { combine }));
  });
  parts.forEach((part) => {
    if (combine === 'copeland' && 'weight' in part.node && typeof part.node.weight !== 'number')
      add(`${part.path}.weight`, part.node.weight, allow('numberInPairs'));
  });
  if (combine === 'power' && typeof node.combine === 'object' && node.combine.power === 0)
    add(`${path}.combine.power`, 0, allow('powerNotZero'));
  checkMinimum(node.minimum, path, parts, add);
}

function checkMinimum(
  minimum: GroupTreeNode['node']['minimum'],
  path: string,
  parts: readonly TreeNode[],
  add: Add,
): void {
  if (!minimum) return;
  if (minimum.parts > parts.length)
    add(`${path}.minimum.parts`, minimum.parts, allow('atMostParts', { most: parts.length }));
  const ids = parts.map((part) => part.id);
  minimum.oneOf
    ?.filter((one) => !ids.includes(one))
    .forEach((one) => {
      add(`${path}.minimum.oneOf`, one, oneOf(ids));
    });
}

function checkConditions(scheme: Scheme, ids: ReadonlySet<string>, add: Add): void {
  const known = oneOf([...ids]);
  const check = (condition: Condition, path: string, nodesAllowed: boolean): void => {
    if ('all' in condition)
      condition.all.forEach((one, index) => {
        check(one, `${path}.all[${index}]`, nodesAllowed);
      });
    else if ('any' in condition)
      condition.any.forEach((one, index) => {
        check(one, `${path}.any[${index}]`, nodesAllowed);
      });
    else if ('not' in condition) check(condition.not, `${path}.not`, nodesAllowed);
    else if ('node' in condition) {
      if (!nodesAllowed) add(`${path}.node`, condition.node, allow('nothingScored'));
      else if (!ids.has(condition.node)) add(`${path}.node`, condition.node, known);
    }
  };
  if (scheme.subject.where) check(scheme.subject.where, 'subject.where', false);
  scheme.vetoes.forEach(({ when }, index) => {
    check(when, `vetoes[${index}].when`, true);
  });
  scheme.stars?.ceilings.forEach(({ when }, index) => {
    check(when, `stars.ceilings[${index}].when`, true);
  });
  scheme.stars?.awards.forEach(({ when }, index) => {
    check(when, `stars.awards[${index}].when`, true);
  });
  scheme.lists.rectification?.when.forEach((when, index) => {
    check(when, `lists.rectification.when[${index}]`, true);
  });
  scheme.figures.forEach(({ is }, index) => {
    if ('share' in is) check(is.share, `figures[${index}].is.share`, true);
    if ('count' in is && typeof is.count === 'object')
      check(is.count, `figures[${index}].is.count`, true);
  });
}

function checkRank({ rank }: Scheme, nodes: readonly TreeNode[], add: Add): void {
  const ids = nodes.map(({ id }) => id);
  rank.then.forEach(({ node }, index) => {
    if (!ids.includes(node)) add(`rank.then[${index}].node`, node, oneOf(ids));
  });
}

function checkStars(stars: StarRules, nodes: readonly TreeNode[], add: Add): void {
  const atMost = allow('atMostStars', { most: stars.most });
  stars.awards.forEach((award, index) => {
    if (award.stars > stars.most) add(`stars.awards[${index}].stars`, award.stars, atMost);
  });
  if ('earned' in stars) {
    const ids = nodes.map(({ id }) => id);
    stars.earned.forEach((part, index) => {
      if (!ids.includes(part)) add(`stars.earned[${index}]`, part, oneOf(ids));
    });
    if (stars.earned.length > stars.most) add('stars.earned', stars.earned.length, atMost);
    return;
  }
  if (!('rules' in stars)) return;
  checkLadder(
    'stars.rules',
    stars.rules.map((rule) => rule.stars),
    stars.most,
    add,
  );
  if (stars.otherwise > stars.most) add('stars.otherwise', stars.otherwise, atMost);
  checkCuts(stars.rules, 'stars.rules', add);
  if (stars.frozen !== undefined && stars.guardrail !== undefined)
    add('stars.guardrail', stars.guardrail, allow('notBesideFrozen'));
}

/** Each rung lower than the one before it, or each higher: two rungs never give the same. */
function checkLadder(path: string, values: readonly number[], most: number, add: Add): void {
  const rising = (values[1] ?? 0) > (values[0] ?? 0) && values.length > 1;
  values.forEach((value, index) => {
    const before = values[index - 1];
    if (value > most) add(`${path}[${index}]`, value, allow('atMostStars', { most }));
    if (before === undefined) return;
    if (rising ? value <= before : value >= before)
      add(
        `${path}[${index}]`,
        value,
        allow(rising ? 'moreThanBefore' : 'lessThanBefore', { before }),
      );
  });
}

interface Cut {
  readonly atLeast?: number | undefined;
  readonly percentile?: number | undefined;
  readonly top?: unknown;
}

function meetsAll({ atLeast, percentile, top }: Cut): boolean {
  return atLeast === undefined && percentile === undefined && top === undefined;
}

/** A rung whose cut point is no lower than that of the one before, with no quota, can never be met: two stars for one score. */
function checkCuts(rules: readonly Cut[], path: string, add: Add): void {
  rules.forEach(({ atLeast }, index) => {
    const before = rules[index - 1];
    if (before && meetsAll(before))
      add(`${path}[${index}]`, rules[index], allow('notAfterEverybody'));
    if (atLeast === undefined || before?.atLeast === undefined || before.top !== undefined) return;
    if (atLeast >= before.atLeast)
      add(
        `${path}[${index}].atLeast`,
        atLeast,
        allow('lessThanBefore', { before: before.atLeast }),
      );
  });
}

function checkYear({ year, stars, cadence }: Scheme, add: Add): void {
  if (!year) return;
  const most = stars?.most ?? 100;
  checkLadder(
    'year.levels',
    year.levels.map((rule) => rule.level),
    most,
    add,
  );
  checkCuts(year.levels, 'year.levels', add);
  if (cadence === 'round' && year.missing === 'unrated' && year.periods === undefined)
    add('year.periods', undefined, allow('roundsOfYear'));
  checkKeys(year, stars, add);
}

const lengths = { month: 1, bimonth: 2, quarter: 3, half: 6, year: 12, round: 0 } as const;

/** Parts of the score have figures of the shorter periods, and can't decide anything about a longer one. */
function checkRollUp(scheme: Scheme, add: Add): void {
  const { cadence, rollUp, vetoes, rank, stars, lists, rewards } = scheme;
  if (!rollUp) return;
  const [own, longer] = [lengths[cadence], lengths[rollUp.to]];
  if (own === 0 || own >= longer || longer % own !== 0)
    add('rollUp.to', rollUp.to, allow('wholePeriods', { cadence }));
  const nothing = allow('notRolledUp');
  vetoes.forEach(({ effect }, index) => {
    if (effect !== 'zero' && effect !== 'exclude')
      add(`vetoes[${index}].effect`, effect, allow('vetoRolledUp'));
  });
  if (rank.then.length > 0) add('rank.then', rank.then, nothing);
  if (stars && 'earned' in stars) add('stars.earned', stars.earned, nothing);
  if (stars && stars.ceilings.length > 0) add('stars.ceilings', stars.ceilings, nothing);
  if (stars && stars.awards.length > 0) add('stars.awards', stars.awards, nothing);
  if (lists.rectification) add('lists.rectification', lists.rectification, nothing);
  if (rewards && rewards.perHead.length > 0) add('rewards.perHead', rewards.perHead, nothing);
}

function checkKeys(year: Year, stars: StarRules | undefined, add: Add): void {
  if (!stars && year.rank.by.includes('stars'))
    add('year.rank.by', year.rank.by, allow('onlyScore'));
}

function checkLists({ lists, year, rewards, subject }: Scheme, add: Add): void {
  const levels = year?.levels.map((rule) => rule.level) ?? [];
  const known = oneOf(levels.map(String));
  if (lists.streak && !levels.includes(lists.streak.level))
    add('lists.streak.level', lists.streak.level, known);
  rewards?.perLevel.forEach(({ level }, index) => {
    if (!levels.includes(level)) add(`rewards.perLevel[${index}].level`, level, known);
  });
  rewards?.perHead.forEach(({ ages, heads }, index) => {
    if (ages && ages[0] > ages[1])
      add(`rewards.perHead[${index}].ages`, ages, allow('youngestFirst'));
    if (ages && !heads.includes(agePlace))
      add(`rewards.perHead[${index}].heads`, heads, allow('nameWithAge', { place: agePlace }));
  });
  if (lists.moves && subject.track === 'none')
    add('lists.moves', lists.moves.order, allow('notInOneTrack'));
}

function checkFigures({ figures, flags, rewards }: Scheme, add: Add): void {
  const ids = figures.map(({ id }) => id);
  figures.forEach(({ id, is }, index) => {
    const path = `figures[${index}]`;
    if (ids.indexOf(id) !== index) add(`${path}.id`, id, allow('unusedFigureId'));
    if ('ratio' in is) {
      const plain = figures.filter((figure) => !('ratio' in figure.is)).map((figure) => figure.id);
      is.ratio.forEach((one, end) => {
        if (!plain.includes(one)) add(`${path}.is.ratio[${end}]`, one, oneOf(plain));
      });
    }
    if ('flag' in is && !flags.some((flag) => flag.id === is.flag))
      add(`${path}.is.flag`, is.flag, oneOf(flags.map((flag) => flag.id)));
    if ('perHead' in is && !rewards?.perHead.some((reward) => reward.id === is.perHead))
      add(
        `${path}.is.perHead`,
        is.perHead,
        oneOf(rewards?.perHead.map((reward) => reward.id) ?? []),
      );
  });
}
