import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseScheme } from '../../../src/scheme/parse';
import { documentsOfEveryKey } from '../scheme/every-key';

type Json = Record<string, unknown>;

const words = { zh: '甲', en: 'A' };
const round = { digits: 2, mode: 'half-up' };

/** A document in which everything stands that the examples name. */
function base(): Json {
  return {
    starflag: 1,
    id: 'example',
    version: '1.0',
    title: words,
    source: words,
    cadence: 'quarter',
    score: { combine: 'mean', parts: [{ id: 'work' }, { id: 'view' }] },
    rank: { within: 'track', ties: 'competition' },
    stars: { most: 5, rules: [{ stars: 5, atLeast: 80 }], otherwise: 0, atQuota: 'exclude' },
    flags: [{ id: 'banner', within: 'period', ties: 'holder' }],
    year: {
      combine: 'sum',
      missing: 'unrated',
      score: { combine: 'mean', round },
      rank: { within: 'track', ties: 'competition', by: ['stars', 'score'] },
      levels: [{ level: 5, atLeast: 16 }],
      atQuota: 'exclude',
    },
    rewards: {
      pool: null,
      perStar: 1,
      perLevel: [],
      perHead: [{ id: 'elderly', heads: '人数', amount: 1, times: 'stars' }],
      overPool: 'pro-rata',
      round,
    },
    figures: [
      { id: 'income', unit: '万元', is: { sum: 'operating_income' } },
      { id: 'villages', unit: '个', is: { count: 'subjects' } },
    ],
  };
}

const part = (example: Json) => ({
  score: { combine: 'mean', parts: [{ id: 'work' }, { id: 'view' }, { id: 'third', ...example }] },
});

/** The document that an example belongs into, by the path that its section is about. */
const contexts: Record<string, (example: unknown, document: Json) => Json> = {
  part: (example) => part(example as Json),
  'part.from': (example) => part({ from: example }),
  'part.combine': (example, { score }) => {
    const { parts } = score as { parts: Json[] };
    const halves = parts.map((one) => ({ ...one, weight: 0.5 }));
    return { score: { combine: example, parts: halves } };
  },
  step: (example) => part({ steps: [example] }),
  condition: (example) => ({ vetoes: [{ id: 'rule', when: example, effect: 'zero' }] }),
  'subject.track': (example) => ({ subject: { track: example } }),
  'figures[].is': (example, { figures }) => ({
    figures: [...(figures as Json[]), { id: 'other', unit: '个', is: example }],
  }),
};

function documentOf(path: string, example: unknown): Json {
  const document = base();
  if (path === '') {
    const keys = example as Json;
    const rewards = { ...(document['rewards'] as Json), perHead: [] };
    return 'starflag' in keys
      ? keys
      : // people are those of the short periods
        { ...document, ...('rollUp' in keys ? { rewards } : {}), ...keys };
  }
  const place = contexts[path];
  if (place) return { ...document, ...place(example, document) };
  const list = /^(\w+)\[\]$/.exec(path)?.[1];
  return { ...document, ...(list === undefined ? { [path]: example } : { [list]: [example] }) };
}

function problemsOf(path: string, text: string): string[] {
  const parsed = parseScheme(documentOf(path, JSON.parse(text)));
  return parsed.ok ? [] : parsed.problems.map((problem) => JSON.stringify(problem));
}

/** Fenced examples, each with the path that it stands at. */
function fences(markdown: string): [string, string][] {
  return [...markdown.matchAll(/^```json ?(\S*)\n(.*?)^```$/gms)].map(
    ([, path = '', text = '']): [string, string] => [path, text],
  );
}

/** The first cells of tables, each with the path that its section is about. */
function cells(markdown: string): [string, string][] {
  let path = '';
  return markdown.split('\n').flatMap((line): [string, string][] => {
    if (line.startsWith('#')) path = /`([^`]+)`/.exec(line)?.[1] ?? '';
    const cell = /^\| `([^`]+)`/.exec(line)?.[1];
    return cell === undefined ? [] : [[path, cell]];
  });
}

const isExample = (cell: string) => /^[{"]/.test(cell);

/** Keys are told where they belong, or with the kind of thing that they belong to wherever it stands. */
function documented(markdown: string): Set<string> {
  const keys = cells(markdown).flatMap(([path, cell]) => {
    const told = isExample(cell) ? keysOf(JSON.parse(cell)) : [cell.replaceAll('[]', '')];
    const at = path.replaceAll('[]', '');
    return told.map((key) => kindOf(at === '' ? key : `${at}.${key}`));
  });
  return new Set(keys);
}

/** Every key within a value, by its path without places in lists. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [
    key,
    ...keysOf(one).map((inner) => `${key}.${inner}`),
  ]);
}

/** Things that stand in many places are told once. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^.*\.(?:all|any|not)\.(\w+)$/, 'condition.$1'],
  [/^(?!condition).*\.(?:when|where|count|is\.share)\.(\w+)$/, 'condition.$1'],
  [/^score\.parts\./, 'part.'],
  [/^part\.(?:parts\.)+/, 'part.'],
  [/^score\.(?=combine|missing|minimum|parts|steps)/, 'part.'],
  [/^part\.steps\./, 'step.'],
  [/^.*\.(zh|en)$|^(zh|en)$/, 'words.$1'],
  [/^(?:.*\.)?(digits|mode)$/, 'rounding.$1'],
  [/^(?:.*\.)?top\.(share|round|count)$/, 'quota.$1'],
];

function kindOf(path: string): string {
  return kinds.reduce((text, [form, kind]) => text.replace(form, kind), path);
}

const every = new Set(documentsOfEveryKey().flatMap(keysOf).map(kindOf));

describe.each(['scheme.md', 'scheme.zh-CN.md'])('docs/%s', (name) => {
  const markdown = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

  test('tells every key of a scheme, and none that there is not', () => {
    const told = documented(markdown);
    expect([...every].filter((key) => !told.has(key)).sort()).toEqual([]);
    expect([...told].filter((key) => !every.has(key)).sort()).toEqual([]);
  });

  const examples = [...fences(markdown), ...cells(markdown).filter(([, cell]) => isExample(cell))];

  test.each(examples)('an example of %j is valid: %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([]);
  });
});

test('both languages give the same examples for the same keys', () => {
  const [english, chinese] = ['scheme.md', 'scheme.zh-CN.md'].map((name) => {
    const markdown = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
    return [
      ...cells(markdown),
      ...fences(markdown).map(([path, text]) => [path, JSON.parse(text) as unknown]),
    ];
  });
  expect(chinese).toEqual(english);
});
