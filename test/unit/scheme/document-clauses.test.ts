import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Messages } from '../../../src/i18n';
import { languages } from '../../../src/i18n/all';
import { clauseText, clauseWords, valueText } from '../../../src/i18n/clause';
import { phraseSlots, valuesOf, type PhraseCode, type Section } from '../../../src/model/clause';
import { choicesAt } from '../../../src/scheme/at-path';
import { placeNotes } from '../../../src/scheme/document/notes';
import { valueAt } from '../../../src/scheme/document/path';
import { sectionsOf } from '../../../src/scheme/document/sections';
import { presets } from '../../../src/scheme/presets';
import { schemeShape, type Scheme } from '../../../src/scheme/shape';
import { halfWidthBesideHan } from '../words';
import { smallScheme } from './document';
import { documentsOfEveryKey, everyKey } from './every-key';

/** The paths of everything that a document says, words in two languages as one. */
function saidAt(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path];
  const isWords = 'zh' in value && 'en' in value;
  const inner = Object.entries(value).flatMap(([key, one]) => {
    if (isWords && (key === 'zh' || key === 'en')) return [];
    const at = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
    return saidAt(one, `${path}${at}`);
  });
  return isWords ? [path, ...inner] : inner;
}

function shownAt(sections: readonly Section[]): Set<string> {
  const groups = sections.flatMap((section) => section.groups);
  const values = groups.flatMap(({ clauses }) => clauses.flatMap((one) => valuesOf(one.phrase)));
  const titles = groups.flatMap(({ path, title }) => (title ? [`${path}.label`] : []));
  return new Set([...titles, ...values.map(({ path }) => path)]);
}

const documents = documentsOfEveryKey();
const all: [string, Scheme][] = [
  ...documents.map((document, index): [string, Scheme] => [
    `every key, form ${index + 1}`,
    v.parse(schemeShape, document),
  ]),
  ...presets.map((scheme): [string, Scheme] => [`${scheme.id} ${scheme.version}`, scheme]),
];

test('the documents to tell hold every key of the published schema', () => {
  const text = JSON.stringify(documents);
  expect(everyKey().filter((key) => !text.includes(`"${key}":`))).toEqual([]);
});

describe.each(all)('%s', (_, scheme) => {
  const sections = sectionsOf(scheme);
  const clauses = sections.flatMap(({ groups }) => groups.flatMap((group) => group.clauses));

  test('every key is told by a clause', () => {
    const shown = shownAt(sections);
    expect(saidAt(scheme).filter((path) => !shown.has(path))).toEqual([]);
  });

  test('every number is a field', () => {
    const fields = clauses
      .flatMap((clause) => valuesOf(clause.phrase))
      .filter(
        ({ kind, value }) =>
          typeof value === 'number' && ['number', 'share', 'period'].includes(kind),
      )
      .map(({ path }) => path);
    const numbers = saidAt(scheme).filter((path) => typeof valueAt(scheme, path) === 'number');
    // which format it is, is no clause to change
    expect(numbers.filter((path) => path !== 'starflag' && !fields.includes(path))).toEqual([]);
  });

  test('each clause has a key of its own', () => {
    const keys = clauses.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test.each(Object.entries(languages))('each clause is a sentence in %s', (__, t) => {
    const bad = clauses
      .map((clause) => `${clause.path}: ${clauseText(t, clause.phrase)}`)
      .filter((text) => /undefined|null|NaN|\[object/.test(text) || /: *$/.test(text));
    expect(bad).toEqual([]);
  });

  test('every word that may be chosen has words of its own', () => {
    const raw = clauses
      .flatMap((clause) => valuesOf(clause.phrase))
      .filter(({ kind, value }) => kind === 'choice' && value !== null)
      .flatMap((value) =>
        choicesAt(value.path)
          .map((word) => valueText(languages['zh-CN'], { ...value, value: word }))
          .filter((said) => !/\p{Script=Han}/u.test(said))
          .map((said) => `${value.path.replaceAll(/\[\d+\]/g, '')} ${said}`),
      );
    expect([...new Set(raw)]).toEqual([]);
  });

  test('each choice has words of its own', () => {
    const raw = clauses
      .flatMap((clause) => valuesOf(clause.phrase))
      .filter(({ kind, value }) => kind === 'choice' && value !== null)
      .filter((value) => !/\p{Script=Han}/u.test(valueText(languages['zh-CN'], value)))
      .map(({ path }) => path);
    expect(raw).toEqual([]);
  });
});

test.each(Object.entries(languages))('the phrases of %s have the places they should', (_, t) => {
  const { phrases, choices } = clauseWords(t);
  const wrong = Object.entries(phraseSlots).filter(([code, slots]) => {
    const found = [...phrases[code as PhraseCode].matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot);
    return found.sort().join() !== [...slots].sort().join();
  });
  expect(wrong).toEqual([]);
  expect(Object.keys(choices)).toEqual(Object.keys(clauseWords(languages['zh-CN']).choices));
});

test('the Chinese words have full-width punctuation, the English hold no Chinese but a unit', () => {
  const said = (t: Messages) =>
    Object.values(clauseWords(t)).flatMap((one) =>
      typeof one === 'string' ? [one] : Object.values<string>(one),
    );
  expect(said(languages['zh-CN']).filter(halfWidthBesideHan)).toEqual([]);
  const chinese = said(languages.en).filter((one) =>
    /\p{Script=Han}/u.test(one.replace('万元', '')),
  );
  expect(chinese).toEqual([]);
});

const textsOf = (scheme: Scheme, language: keyof typeof languages, section: string) =>
  sectionsOf(scheme)
    .filter(({ id }) => id === section)
    .flatMap(({ groups }) => groups.flatMap(({ clauses }) => clauses))
    .map(({ phrase }) => clauseText(languages[language], phrase));

test('rules of stars read as sentences, in the order of the document', () => {
  expect(textsOf(smallScheme(), 'zh-CN', 'stars')).toEqual([
    '最高 3 星。',
    '3 星：得分不低于 90，且名次在前 50%（名额向下取整）。',
    '2 星：得分不低于 80。',
    '1 星：得分不低于 60。',
    '未达到任何一档的，计 0 星。',
    '名额末位并列的，都不算在内。',
  ]);
});

test('a condition within a condition is told whole', () => {
  const scheme = smallScheme((document) => {
    Object.assign(document, {
      vetoes: [
        {
          id: 'accident',
          when: {
            any: [{ node: 'work', below: 60 }, { not: { attribute: '类型', is: ['甲', '乙'] } }],
          },
          effect: 'zero',
        },
      ],
    });
  });
  expect(textsOf(scheme, 'en', 'vetoes')).toEqual([
    'Where (A is below 60 or not (类型 is 甲 or 乙)): the score becomes 0 (accident).',
  ]);
});

test('what the document leaves out is told as a default, what it says is not', () => {
  const scheme = smallScheme((document) => {
    document.score.parts.forEach((part) => Object.assign(part, { direction: 'higher' }));
    Object.assign(document.rank, { first: 'lowest' });
  });
  const values = sectionsOf(scheme)
    .flatMap(({ groups }) => groups.flatMap(({ clauses }) => clauses))
    .flatMap(({ phrase }) => valuesOf(phrase));
  const isDefault = (path: string) => values.find((value) => value.path === path)?.isDefault;
  expect(isDefault('economy.tiers[1]')).toBe(true);
  expect(isDefault('score.parts[0].effect')).toBe(true);
  expect(isDefault('score.parts[0].weight')).toBe(false);
  expect(isDefault('rank.first')).toBe(false);
});

test('a remark stands at its clause, or at the nearest', () => {
  const about = [
    'rank.ties',
    'stars.rules',
    'score.parts[1].weight',
    'score.parts[].weight',
    'rank.ties.deeper',
    'nowhere',
  ];
  const scheme = smallScheme((document) => {
    const notes = about.map((path) => ({ about: path, zh: path, en: path }));
    Object.assign(document, { notes });
  });
  const { byClause, left } = placeNotes(scheme, sectionsOf(scheme));
  const placed = [...byClause].flatMap(([key, notes]) => notes.map(({ en }) => `${en} at ${key}`));
  expect(placed.sort()).toEqual([
    'rank.ties at rank.ties',
    'rank.ties.deeper at rank.ties',
    'score.parts[1].weight at score.parts[view].weight',
    'score.parts[].weight at score.parts[work].weight',
    'stars.rules at stars.rules[3]',
  ]);
  expect([...left]).toEqual([5]);
});

test('every remark of a preset finds its clause', () => {
  const lost = presets.flatMap((scheme) =>
    [...placeNotes(scheme, sectionsOf(scheme)).left].map(
      (index) => `${scheme.id} ${scheme.notes[index]?.about ?? ''}`,
    ),
  );
  expect(lost).toEqual([]);
});
