import { parseScheme } from '../../src/scheme/parse';
import type { Scheme } from '../../src/scheme/shape';

export interface Size {
  readonly subjects: number;
  readonly measures: number;
  readonly stars: 'quotas' | 'clusters';
}

/** The name of a column of measures, counted from 1. */
export function measureName(number: number): string {
  return `m-${number}`;
}

const words = { zh: '基准', en: 'Benchmark' };

/** A scheme of many indicators in groups of ten, standardised, ranked within tracks and given one to five stars. */
export function manyIndicators({ measures, stars }: Size): Scheme {
  const leaves = Array.from({ length: measures }, (_, index) => ({
    id: measureName(index + 1),
    direction: index % 3 === 2 ? 'lower' : 'higher',
    steps: [{ z: 'sample' }],
  }));
  const groups = Array.from({ length: Math.ceil(measures / 10) }, (_, index) => ({
    id: `group-${index + 1}`,
    combine: 'mean',
    missing: 'redistribute',
    parts: leaves.slice(index * 10, index * 10 + 10),
  }));
  const rules = [5, 4, 3, 2].map((one, index) => ({
    stars: one,
    top: { share: (index + 1) / 5, round: 'down' },
  }));
  const parsed = parseScheme({
    starflag: 1,
    id: 'benchmark',
    version: '1.0',
    title: words,
    source: words,
    cadence: 'year',
    subject: { kind: 'other', track: { attribute: 'group' } },
    columns: { name: 'name', year: 'year' },
    score: {
      combine: 'mean',
      missing: 'redistribute',
      parts: groups.length === 1 ? leaves : groups,
    },
    rank: { within: 'track', ties: 'competition' },
    stars:
      stars === 'clusters'
        ? { most: 5, clusters: { rounds: 50, tolerance: 1e-6 } }
        : { most: 5, rules, otherwise: 1, atQuota: 'include' },
  });
  if (parsed.ok) return parsed.scheme;
  throw new Error(JSON.stringify(parsed.problems));
}
