import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { compileScheme } from '../../../src/scheme/compile';
import { treeNodes } from '../../../src/scheme/tree';
import { differences } from '../../scheme/compare';
import { SchemeDatabase } from '../../scheme/database';
import { cases, type Case } from '../../scheme/documents';
import {
  brokenQuotas,
  brokenRanks,
  brokenReads,
  brokenSums,
  brokenWeights,
  conjured,
  contentOf,
  noNumbers,
  shuffled,
} from '../../scheme/guarantees';

// The same random schemes every time, so that no run fails by chance. To look further:
// SCHEME_CASES=2000 SCHEME_SEED=7 npx vitest run test/sql/scheme/property.test.ts
const number = Number(process.env['SCHEME_CASES'] ?? 32);
const seed = Number(process.env['SCHEME_SEED'] ?? 2023);
const patience = 8000 * number;

type Guarantee = (one: Case, database: SchemeDatabase) => string[];

/** What must hold of every scheme, each with the case and what breaks it. */
const guarantees: Record<string, Guarantee> = {
  'every view says what an evaluation of the document says': differences,
  'every view says what it reads': brokenReads,
  'the contributions of parts add up to the value of their group': brokenSums,
  'redistribution keeps the sum of the weights': brokenWeights,
  'ranks are consistent with scores': brokenRanks,
  'no quota exceeds its places': brokenQuotas,
  'a missing value is never a zero': conjured,
  'no view holds what is no number': (one, database) => noNumbers(contentOf(one, database)),
};

const broken = new Map<string, string[]>();
let drawn: Case[] = [];
let database: SchemeDatabase;

beforeAll(async () => {
  database = await SchemeDatabase.start();
  drawn = fc.sample(cases, { seed, numRuns: number });
  drawn.forEach((one, index) => {
    const about = (text: string) =>
      `case ${index} of seed ${seed}: ${text}\n${JSON.stringify(one.scheme.score)}`;
    try {
      database.load(one.data);
      database.apply(compileScheme(one.scheme));
      for (const [name, check] of Object.entries(guarantees)) {
        const [first] = check(one, database);
        if (first !== undefined) note(name, about(first));
      }
    } catch (thrown) {
      note('every view can be made', about(String(thrown)));
    }
  });
}, patience);

function note(guarantee: string, text: string): void {
  broken.set(guarantee, [...(broken.get(guarantee) ?? []), text]);
}

test.each(['every view can be made', ...Object.keys(guarantees)])('%s', (name) => {
  expect(broken.get(name) ?? []).toEqual([]);
});

test('the order of rows changes nothing, to the last bit', { timeout: patience }, () => {
  for (const one of drawn.slice(0, number / 4)) {
    const views = compileScheme(one.scheme);
    const [given, turned] = [one.data, shuffled(one.data)].map((data) => {
      database.load(data);
      database.apply(views);
      return contentOf(one, database);
    });
    expect(turned).toEqual(given);
  }
});

test('a scheme compiles to the same text every time', () => {
  for (const { scheme } of drawn)
    expect(compileScheme(structuredClone(scheme))).toEqual(compileScheme(scheme));
});

test('the random schemes are of every kind', () => {
  const many = fc.sample(cases, { seed, numRuns: 150 }).map(({ scheme }) => scheme);
  const all = JSON.stringify(many);
  const kinds =
    'copeland harmonic winsorise marks grades clusters earned rollUp guardrail watch streak rectification perHead'.split(
      ' ',
    );
  expect(kinds.filter((kind) => !all.includes(`"${kind}"`))).toEqual([]);
  expect(many.some(({ flags }) => flags.some(({ ties }) => ties === 'holder'))).toBe(true);
  expect(many.some(({ score }) => treeNodes(score).some(({ depth }) => depth > 2))).toBe(true);
});
