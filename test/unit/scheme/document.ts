import { parseScheme } from '../../../src/scheme/parse';
import type { Scheme } from '../../../src/scheme/shape';

const words = { zh: '甲', en: 'A' };
const round = { digits: 2, mode: 'half-up' };

/** A small valid document: two parts, three star rules, two levels. */
export function smallDocument() {
  return {
    starflag: 1,
    id: 'small',
    version: '1.0',
    follows: null as string | null,
    title: words,
    source: words,
    notes: [],
    valid: { from: '2023Q1', to: null as string | null },
    cadence: 'quarter',
    score: {
      combine: 'weighted-sum',
      missing: 'unrated',
      parts: [
        {
          id: 'work',
          label: words,
          weight: 0.6,
          from: { measure: '工作' },
          steps: [{ cap: [0, 100] }],
        },
        {
          id: 'view',
          label: words,
          weight: 0.4,
          from: { measure: '评价' },
          steps: [] as unknown[],
        },
      ],
      steps: [{ round }] as unknown[],
    },
    rank: { within: 'track', ties: 'competition' },
    stars: {
      most: 3,
      rules: [
        { stars: 3, atLeast: 90, top: { share: 0.5, round: 'down' } },
        { stars: 2, atLeast: 80 },
        { stars: 1, atLeast: 60 },
      ] as Record<string, unknown>[],
      otherwise: 0,
      atQuota: 'exclude',
    },
    year: {
      combine: 'sum',
      missing: 'unrated',
      score: { combine: 'mean', round },
      rank: { within: 'track', ties: 'competition', by: ['stars', 'score'] },
      levels: [
        { level: 3, atLeast: 10 },
        { level: 2, atLeast: 6 },
      ] as Record<string, unknown>[],
      atQuota: 'exclude',
    },
    lists: { watch: { starsAtMost: 2 }, streak: { level: 3, years: 2 } },
    rewards: {
      pool: 1000,
      perStar: 10,
      perLevel: [{ level: 3, amount: 100 }],
      overPool: 'as-earned',
      round: { digits: 0, mode: 'down' },
    },
    economy: { denominator: 'reporting', round },
  };
}

/** The small document with changes, as a scheme. */
export function smallScheme(
  change: (document: ReturnType<typeof smallDocument>) => void = () => undefined,
): Scheme {
  const document = smallDocument();
  change(document);
  const parsed = parseScheme(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scheme;
}
