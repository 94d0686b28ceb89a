import type { Clause, ClauseGroup } from '../../model/clause';
import type { Scheme } from '../shape';
import { isGroupNode, isLeaf, treeNodes, type TreeNode } from '../tree';
import { stepPhrase } from './steps';
import { phrase, type Teller } from './teller';

/** The tree of the score, a group of clauses for each of its nodes, parents first. */
export function scoreGroups(tell: Teller, { score }: Scheme): ClauseGroup[] {
  return treeNodes(score).map((one) => ({
    path: one.path,
    title: 'label' in one.node && one.node.label ? one.node.label : plain(one),
    depth: one.depth,
    clauses: [
      ...(one.parent === null ? [] : countsFor(tell, one.path)),
      ...(isLeaf(one) ? source(tell, one.path) : []),
      ...(isGroupNode(one) ? combination(tell, one.path) : []),
      steps(tell, one.path),
    ],
  }));
}

/** The whole score has no name of its own; a part without a label goes by its id. */
function plain({ parent, id }: TreeNode): ClauseGroup['title'] {
  return parent === null ? null : { zh: id, en: id };
}

function countsFor(tell: Teller, path: string): Clause[] {
  const at = `${path}.weight`;
  return [
    tell.clause(`${path}.id`, 'partId', { id: tell.name(`${path}.id`) }),
    tell.has(`${at}.measure`)
      ? tell.clause(at, 'weightOf', { measure: tell.name(`${at}.measure`) })
      : tell.clause(at, 'weight', { weight: tell.number(at) }),
    tell.clause(`${path}.effect`, 'effect', { effect: tell.choice(`${path}.effect`) }),
  ];
}

function combination(tell: Teller, path: string): Clause[] {
  const at = `${path}.combine`;
  const minimum = `${path}.minimum`;
  const least = () => ({
    parts: tell.number(`${minimum}.parts`),
    values: tell.number(`${minimum}.values`),
  });
  const oneOf = tell.each(`${minimum}.oneOf`, (one) => tell.part(one));
  return [
    tell.has(`${at}.power`)
      ? tell.clause(at, 'combinePower', { power: tell.number(`${at}.power`) })
      : tell.clause(at, 'combine', { combine: tell.choice(at) }),
    tell.clause(`${path}.missing`, 'missing', { missing: tell.choice(`${path}.missing`) }),
    ...(oneOf.length > 0
      ? tell.optional(minimum, 'minimumOf', () => ({ ...least(), oneOf }))
      : tell.optional(minimum, 'minimum', least)),
  ];
}

function steps(tell: Teller, path: string): Clause {
  const at = `${path}.steps`;
  const phrases = tell.each(at, (step) => stepPhrase(tell, step));
  return phrases.length > 0
    ? tell.clause(at, 'steps', { steps: phrases })
    : tell.clause(at, 'stepsNone', {});
}

function source(tell: Teller, path: string): Clause[] {
  const at = `${path}.from`;
  return [
    ...values(tell, at),
    ...tell.optional(`${path}.unit`, 'unit', () => ({ unit: tell.name(`${path}.unit`) })),
    tell.clause(`${path}.direction`, 'direction', { direction: tell.choice(`${path}.direction`) }),
    tell.clause(`${path}.screen`, 'screen', { screen: tell.number(`${path}.screen`) }),
  ];
}

function values(tell: Teller, at: string): Clause[] {
  if (!tell.has(at)) return [tell.clause(at, 'fromOwn', {})];
  if (tell.has(`${at}.grades`)) return grades(tell, at);
  if (tell.has(`${at}.marks`)) return marks(tell, at);
  return [tell.clause(at, 'fromMeasure', { measure: tell.name(`${at}.measure`) })];
}

function marks(tell: Teller, at: string): Clause[] {
  const columns = tell.each(`${at}.marks`, (one) => tell.name(one));
  const measure = () => tell.name(`${at}.marks.measure`);
  const assessors = tell.each(`${at}.marks.assessors`, (one) => tell.name(one));
  const absent = tell.each(`${at}.absent`, (one) => tell.number(one));
  return [
    columns.length > 0
      ? tell.clause(at, 'fromColumns', { columns })
      : assessors.length > 0
        ? tell.clause(at, 'fromClasses', { measure: measure(), assessors })
        : tell.clause(at, 'fromRows', { measure: measure() }),
    ...tell.optional(`${at}.trim`, 'trim', () => ({
      from: tell.number(`${at}.trim.from`),
      each: tell.number(`${at}.trim.each`),
    })),
    ...(absent.length > 0 ? [tell.clause(`${at}.absent`, 'absent', { absent })] : []),
    tell.clause(`${at}.alike`, 'alike', { alike: tell.choice(`${at}.alike`) }),
    tell.clause(`${at}.smallest`, 'fewestMarks', { smallest: tell.number(`${at}.smallest`) }),
  ];
}

function grades(tell: Teller, at: string): Clause[] {
  const one = (path: string) => {
    const counted = {
      measure: tell.name(`${path}.measure`),
      points: tell.number(`${path}.points`),
    };
    return tell.has(`${path}.label`)
      ? phrase('gradeCalled', { label: tell.name(`${path}.label`), ...counted })
      : phrase('grade', counted);
  };
  return [
    tell.clause(at, 'grades', { grades: tell.each(`${at}.grades`, one) }),
    ...tell.optional(`${at}.most`, 'mostOf', () => ({
      measure: tell.name(`${at}.most.measure`),
      share: tell.share(`${at}.most.share`),
    })),
    tell.clause(`${at}.smallest`, 'fewestBallots', { smallest: tell.number(`${at}.smallest`) }),
  ];
}
