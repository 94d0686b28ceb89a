import { expect, test } from 'vitest';
import { allow, oneOf } from '../../../src/model/scheme-problem';
import { parseScheme } from '../../../src/scheme/parse';
import { presets } from '../../../src/scheme/presets';
import { smallDocument } from './document';

type Document = ReturnType<typeof smallDocument>;

/** Problems of the small document after a change; the change may break its type. */
function problems(change: (document: Document) => void) {
  const document = smallDocument();
  change(document);
  const parsed = parseScheme(document);
  return parsed.ok ? [] : parsed.problems;
}

function set(target: object, values: object): void {
  Object.assign(target, values);
}
/** One of words of the document that look like this. */
const words = (form: RegExp) => allow('words', { words: expect.stringMatching(form) as string });

const part = (document: Document, index: number) => document.score.parts[index] as object;

test('the small document and every preset are valid', () => {
  expect(problems(() => undefined)).toEqual([]);
  expect(presets.map((scheme) => parseScheme(scheme).ok)).toEqual(presets.map(() => true));
  expect(presets.length).toBeGreaterThan(0);
});

test.each([[null], [1], ['text'], [[]], [{}]])('%j is no document', (document) => {
  expect(parseScheme(document).ok).toBe(false);
});

test('an unknown key is named with the keys that are allowed', () => {
  expect(problems((document) => set(document, { wieght: 1 }))).toEqual([
    {
      path: 'wieght',
      kind: 'unknown_key',
      found: '1',
      allowed: [words(/score \| vetoes \| rollUp \| rank \| stars/)],
    },
  ]);
  expect(problems((document) => set(part(document, 1), { max: 3 }))).toEqual([
    {
      path: 'score.parts[1].max',
      kind: 'unknown_key',
      found: '3',
      allowed: [words(/id \| label \| weight \| effect \| steps \| from/)],
    },
  ]);
});

test('an unknown kind of step is named with the kinds that are allowed', () => {
  expect(problems(({ score }) => set(score, { steps: [{ trim: 1 }] }))).toEqual([
    {
      path: 'score.steps[0].trim',
      kind: 'unknown_key',
      found: '1',
      allowed: [words(/^cap \| round \| times .* winsorise .* distance/)],
    },
  ]);
});

test('a mistake within a step is explained by the step that was meant', () => {
  expect(
    problems(({ score }) => set(score, { steps: [{ round: { digits: 2, mode: 'off' } }] })),
  ).toEqual([
    {
      path: 'score.steps[0].round.mode',
      kind: 'wrong_value',
      found: '"off"',
      allowed: [oneOf(['"half-up"', '"half-even"', '"down"', '"up"'])],
    },
  ]);
  expect(problems(({ score }) => set(score, { steps: [{ cap: [0, '100'] }] }))).toEqual([
    {
      path: 'score.steps[0].cap[1]',
      kind: 'wrong_value',
      found: '"100"',
      allowed: [allow('number'), allow('nothing')],
    },
  ]);
});

test('a step that says two things at once is refused', () => {
  const both = { cap: [0, 100], round: { digits: 2, mode: 'down' } };
  expect(problems(({ score }) => set(score, { steps: [both] }))).not.toEqual([]);
});

test('a missing key is named', () => {
  expect(
    problems(({ score }) => delete (score as Partial<Document['score']>).combine),
  ).toMatchObject([{ path: 'score.combine', kind: 'missing_key', found: '' }]);
  expect(problems((document) => delete (document as Partial<Document>).rank)).toMatchObject([
    { path: 'rank', kind: 'missing_key' },
  ]);
});

test('the words for a missing key say what would be allowed there', () => {
  const [problem] = problems(({ rank }) => delete (rank as Partial<Document['rank']>).ties);
  expect(problem?.allowed).toEqual([oneOf(['"competition"', '"dense"', '"ordinal"'])]);
});

test('a wrong type is named with the right one', () => {
  expect(problems((document) => set(document.stars, { otherwise: '0' }))).toEqual([
    {
      path: 'stars.otherwise',
      kind: 'wrong_value',
      found: '"0"',
      allowed: [allow('number', { least: 0, most: 100, whole: 1 })],
    },
  ]);
});

test('of a step the value that is wrong is told, not the keys of other steps', () => {
  const wrong = problems((document) => set(part(document, 0), { steps: [{ z: true }] }));
  expect(wrong).toEqual([
    {
      path: 'score.parts[0].steps[0].z',
      kind: 'wrong_value',
      found: 'true',
      allowed: [oneOf(['"sample" | "population"'])],
    },
  ]);
});

test('of a number the whole range is told, and what may stand in its place', () => {
  const wrong = problems((document) => set(part(document, 0), { weight: -1 }));
  expect(wrong).toEqual([
    {
      path: 'score.parts[0].weight',
      kind: 'wrong_value',
      found: '-1',
      allowed: [allow('number', { least: 0 }), allow('object', { keys: 'measure' })],
    },
  ]);
  const [share] = problems(({ stars }) =>
    set(stars, { rules: [{ stars: 1, top: { share: 2, round: 'down' } }] }),
  );
  expect(share?.allowed).toEqual([allow('number', { above: 0, most: 1 })]);
});

test.each(['23', '2023-Q1', '2023Q5', '2023M13', '2023年第一季度'])('%s is no period', (from) => {
  expect(problems(({ valid }) => set(valid, { from }))).toEqual([
    {
      path: 'valid.from',
      kind: 'wrong_value',
      found: JSON.stringify(from),
      allowed: [allow('period'), allow('nothing')],
    },
  ]);
});

test('a long value is shortened, so that the line stays readable', () => {
  const [problem] = problems((document) => set(document, { id: 'x y '.repeat(100) }));
  expect(problem?.found.length).toBe(60);
});

const broken: readonly [string, (document: Document) => void, string, string][] = [
  [
    'a negative weight',
    (it) => set(part(it, 0), { weight: -0.6 }),
    'score.parts[0].weight',
    'wrong_value',
  ],
  [
    'weights that do not add up',
    (it) => set(part(it, 0), { weight: 0.5 }),
    'score.parts[].weight',
    'rule',
  ],
  [
    'ages without a place for them in the name of the columns',
    (it) =>
      set(it.rewards, {
        perHead: [{ id: 'a', heads: '老人', ages: [67, 79], amount: 15, times: 'stars' }],
      }),
    'rewards.perHead[0].heads',
    'rule',
  ],
  ['two parts of one id', (it) => set(part(it, 1), { id: 'work' }), 'score.parts[1].id', 'rule'],
  [
    'a cap upside down',
    (it) => set(part(it, 0), { steps: [{ cap: [100, 0] }] }),
    'score.parts[0].steps[0].cap',
    'rule',
  ],
  [
    'stars out of order',
    (it) => set(it.stars, { rules: [{ stars: 2 }, { stars: 3 }] }),
    'stars.rules[1]',
    'rule',
  ],
  [
    'two rules for the same stars',
    (it) => set(it.stars, { rules: [{ stars: 2 }, { stars: 2 }] }),
    'stars.rules[1]',
    'rule',
  ],
  [
    'more stars than there are',
    (it) => set(it.stars, { rules: [{ stars: 4 }] }),
    'stars.rules[0]',
    'rule',
  ],
  [
    'more stars than there are for the rest',
    (it) => set(it.stars, { otherwise: 4 }),
    'stars.otherwise',
    'rule',
  ],
  [
    'levels out of order',
    (it) => set(it.year, { levels: [{ level: 2 }, { level: 3 }] }),
    'year.levels[1]',
    'rule',
  ],
  [
    'a streak of no level',
    (it) => set(it.lists.streak, { level: 1 }),
    'lists.streak.level',
    'rule',
  ],
  [
    'a reward for no level',
    (it) => set(it.rewards, { perLevel: [{ level: 1, amount: 5 }] }),
    'rewards.perLevel[0].level',
    'rule',
  ],
  ['an end before the start', (it) => set(it.valid, { to: '2022Q4' }), 'valid.to', 'rule'],
];

test.each(broken)('%s is a problem at its place', (_, change, path, kind) => {
  expect(problems(change)).toContainEqual(expect.objectContaining({ path, kind }));
});

test('weights that add up only in decimal are accepted', () => {
  const weights = [0.1, 0.2, 0.7];
  const change = ({ score }: Document) =>
    set(score, {
      parts: weights.map((weight, index) => ({ ...score.parts[0], id: `p${index}`, weight })),
    });
  expect(problems(change)).toEqual([]);
});
