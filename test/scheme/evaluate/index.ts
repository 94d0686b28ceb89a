import { isGroupNode, isLeaf, treeNodes } from '../../../src/scheme/tree';
import type { Scheme } from '../../../src/scheme/shape';
import type { Data } from '../data';
import { keyOf, type Values } from './cells';
import { combineGroup } from './combine';
import { know } from './context';
import { entriesOf, type Entry } from './entry';
import { ranksOf, scoresOf, type Nodes, type Ranked, type Scored } from './period';
import { sourcesOf, type Sources } from './source';
import { starsOf, type Starred } from './stars';
import { applyStep } from './steps';
import {
  flagsOf,
  rectificationOf,
  rewardsOf,
  streaksOf,
  watchOf,
  type Held,
  type Paid,
  type Rectified,
  type Streak,
} from './uses';
import { annualResults, levelsOf, type Annual, type Levelled } from './year';

/** What a scheme makes of data, stage by stage. */
export interface Results {
  readonly entries: readonly Entry[];
  readonly sources: Sources;
  /** The figures of each part after its last step. */
  readonly nodes: Nodes;
  /** The figures of each group before its steps. */
  readonly combined: Nodes;
  readonly scores: readonly Scored[];
  readonly ranks: readonly Ranked[];
  readonly stars: readonly Starred[];
  /** Empty where the document has no year. */
  readonly annual: readonly Annual[];
  readonly levels: readonly Levelled[];
  readonly flags: readonly Held[];
  readonly watch: readonly Levelled[];
  readonly streaks: readonly Streak[];
  readonly rectification: readonly Rectified[];
  readonly rewards: readonly Paid[];
}

/** Evaluates a document by what it says, with nothing of the compiler. */
export function evaluate(scheme: Scheme, data: Data): Results {
  const known = know(data);
  const entries = entriesOf(scheme, known);
  const sources = sourcesOf(scheme, entries, known);
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const nodes = new Map<string, Values>();
  const combined = new Map<string, Values>();
  const tree = treeNodes(scheme.score);
  for (const one of tree.toSorted((a, b) => a.height - b.height)) {
    let values = sources.kept.get(one.id) ?? new Map<string, number>();
    if (isGroupNode(one)) {
      const parts = tree.filter(({ parent }) => parent === one.id);
      values = combineGroup({ group: one, parts, values: nodes, entries, known, sources });
      combined.set(one.id, values);
    }
    const lower = isLeaf(one) && one.node.direction === 'lower';
    const around = { known, entries: byKey, sources, part: one.id, lower };
    for (const step of one.node.steps) values = applyStep(step, values, around);
    nodes.set(one.id, values);
  }
  const scores = scoresOf(scheme, entries, known, nodes);
  const ranks = ranksOf(scheme, scores, nodes);
  const stars = starsOf(scheme, ranks, known, nodes);
  const { year } = scheme;
  const annual = year ? annualResults({ ...scheme, year }, scores, stars) : [];
  const levels = year ? levelsOf({ ...scheme, year }, annual) : [];
  return {
    ...{ entries, sources, nodes, combined, scores, ranks, stars, annual, levels },
    flags: flagsOf(scheme, ranks, known, nodes),
    watch: watchOf(scheme, levels),
    streaks: streaksOf(scheme, levels),
    rectification: rectificationOf(scheme, entries, ranks, known, nodes),
    rewards: rewardsOf(scheme, scores, stars, levels, known),
  };
}
