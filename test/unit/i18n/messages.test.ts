import { expect, test } from 'vitest';
import { chooseLanguage, type Messages } from '../../../src/i18n';
import { languages } from '../../../src/i18n/all';
import {
  errorText,
  findingPlace,
  findingText,
  percent,
  number,
  periodName,
} from '../../../src/i18n/format';
import { allowedText, problemText } from '../../../src/i18n/scheme-problem';
import type { Detail, ErrorCode } from '../../../src/model/answer';
import { allow, allowedCodes, oneOf } from '../../../src/model/scheme-problem';
import { finding, severityOf, type Finding, type FindingCode } from '../../../src/model/finding';
import { roles } from '../../../src/model/mapping';
import { halfWidthBesideHan } from '../words';

/** What is known where each error is thrown. */
const details: Record<ErrorCode, Detail> = {
  engine_start: { message: 'no module' },
  engine_lock: { probes: `ATTACH 'probe.db'` },
  engine_lost: {},
  engine_given_up: { deaths: 3 },
  engine_memory: { message: 'Out of Memory' },
  query_failed: { message: 'no such table' },
  query_not_select: {},
  query_read_only: {},
  query_parameter: { name: 'year' },
  cancelled: {},
  superseded: {},
  file_empty: {},
  file_unknown: {},
  file_unopened: {},
  file_missing: {},
  file_markup: {},
  file_picture: {},
  file_pdf: {},
  file_truncated: {},
  file_encrypted: {},
  file_too_large: { limit: 1024 },
  file_unreadable: { message: 'bad sheet' },
  file_no_table: {},
  file_quotes_broken: { row: 7 },
  file_rows_disagree: { counted: 12, read: 11 },
  file_resource_fork: {},
  file_lock: {},
  archive_too_many: { limit: 20_000 },
  archive_no_table: { count: 3 },
  json_malformed: { line: 4, column: 1, record: 2 },
  json_no_records: {},
  column_unsupported: { message: 'BSON' },
  scheme_not_json: { message: 'Unexpected token' },
  scheme_invalid: { problems: 'stars.most' },
  scheme_unfit: { problems: 'score.parts[0].id' },
  scheme_unknown: { name: 'small', known: 'jiujiang@1.0' },
  mapping_invalid: { table: 'f1_1' },
  crosswalk_invalid: { path: 'decisions.json', problems: 'entries[0].since: string' },
  sheet_unknown: { sheet: 'f1_s1' },
  corrections_not_json: { message: 'Unexpected token' },
  corrections_invalid: { path: 'corrections.0.row', expected: 'number', received: '"7"' },
  link_damaged: {},
  link_newer: { version: 2, known: 1 },
  link_too_large: { limit: 32 },
  link_refused: { at: 'queries.0.run' },
  view_unknown: { name: 'report.x', known: 'report.reward' },
  export_too_long: { limit: 1048000 },
  export_people: {},
  keep_damaged: { name: '甲' },
  keep_newer: { name: '甲', version: 2 },
  keep_full: {},
  keep_failed: { message: 'no' },
  internal: { message: 'x is not a function' },
};

/** Everything that the words for some allowed value need. */
const allowedDetail = {
  ...{ words: 'b', least: 1, most: 5, fewest: 2, count: 2, keys: 'b', combine: 'sum' },
  ...{ before: 3, cadence: 'month', from: '2023Q1', place: '{age}' },
};

const codes = Object.keys(severityOf) as FindingCode[];
const place = { file: '考评.xlsx', sheet: '一季度', row: 7, column: 'C' };
const full: Partial<Finding> = { ...place, value: '青禾村', about: '云岭镇 青禾村', count: 3 };
const all = Object.entries<Messages>(languages);

/** Every message of a language; those that take figures are given some. */
function messages(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const words = value as (...args: unknown[]) => unknown;
    return [1, 2].map((n) => [
      path,
      String(words(...Array.from({ length: words.length }, () => n))),
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => path !== '' || !['errors', 'findings', 'schemeProblem'].includes(key))
    .flatMap(([key, child]) => messages(child, `${path}.${key}`));
}

function said(t: Messages): [string, string][] {
  const kinds = ['unknown_key', 'missing_key', 'wrong_value', 'rule'] as const;
  return [
    ...messages(t),
    ...(Object.keys(details) as ErrorCode[]).map((code): [string, string] => [
      code,
      errorText(t, { code, detail: details[code] }),
    ]),
    ...codes.map((code): [string, string] => [code, findingText(t, finding(code, full))]),
    ...kinds.map((kind): [string, string] => [
      kind,
      problemText(t, { path: 'a', kind, found: '1', allowed: [oneOf(['b'])] }),
    ]),
    // null is what a document says for nothing
    ...allowedCodes
      .filter((code) => code !== 'nothing')
      .map((code): [string, string] => [
        code,
        problemText(t, {
          path: 'a',
          kind: 'rule',
          found: '1',
          allowed: [allow(code, allowedDetail)],
        }),
      ]),
  ];
}

test.each(all)('no message of %s is empty or lacks a figure', (_, t) => {
  const bad = said(t).filter(
    ([, text]) => text.trim() === '' || /undefined|null|NaN|\[object/.test(text),
  );
  expect(bad).toEqual([]);
  expect(roles.filter((role) => !t.roles[role])).toEqual([]);
});

test('Chinese messages have full-width punctuation', () => {
  expect(said(languages['zh-CN']).filter(([, text]) => halfWidthBesideHan(text))).toEqual([]);
});

test('English messages hold no Chinese but the words of files', () => {
  const files = /类别|万元/g;
  const chinese = messages(languages.en).filter(([, text]) =>
    /\p{Script=Han}/u.test(text.replaceAll(files, '')),
  );
  expect(chinese).toEqual([]);
});

test.each([
  [{}, '数字', 'a number'],
  [{ least: 0 }, '不小于 0 的数字', 'a number of at least 0'],
  [{ above: 0, most: 1 }, '大于 0、不大于 1 的数字', 'a number above 0 and at most 1'],
  [{ least: 1, most: 5, whole: 1 }, ' 1 到 5 之间的整数', 'a whole number from 1 to 5'],
])('the range %j is told whole', (detail, chinese, english) => {
  const allowed = [allow('number', detail)];
  expect(allowedText(languages['zh-CN'], allowed)).toBe(chinese);
  expect(allowedText(languages.en, allowed)).toBe(english);
});

test.each(all)('a finding in %s that is about many rows tells how many', (_, t) => {
  expect(findingText(t, finding('subject_unmatched', full))).toContain('3');
  expect(findingText(t, finding('subject_unmatched', { ...full, count: 1 }))).not.toContain('1');
});

test('the place of a finding names what is known of it', () => {
  const found = finding('value_unreadable', place);
  expect(findingPlace(languages['zh-CN'], found)).toBe('考评.xlsx › 一季度 › 第 7 行 › C 列');
  expect(findingPlace(languages.en, finding('table_unused', { file: 'a.csv' }))).toBe('a.csv');
  expect(findingPlace(languages.en, finding('track_missing'))).toBe('');
});

test.each([
  ['2023Q1', '2023年第一季度', 'Q1 2023'],
  ['2023H2', '2023年下半年', 'H2 2023'],
  ['2023M03', '2023年3月', '2023-03'],
  ['2023B6', '2023年第6个双月', 'Bimonth 6 of 2023'],
  ['2023', '2023年度', '2023'],
])('the period %s is called %s, %s', (id, chinese, english) => {
  expect(periodName(languages['zh-CN'], id)).toBe(chinese);
  expect(periodName(languages.en, id)).toBe(english);
});

test('numbers are written as readers of the language write them', () => {
  expect(number(languages['zh-CN'], 1234567.891)).toBe('1,234,567.891');
  expect(number(languages.en, 89.9, 2)).toBe('89.90');
  expect(percent(languages.en, 0.1468)).toBe('14.68%');
});

test.each([
  [['fr-FR', 'zh-TW', 'en'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['ZH'], 'zh-CN'],
  [['fr', 'de'], 'en'],
  [[], 'en'],
])('a reader who prefers %j is spoken to in %s', (preferred, language) => {
  expect(chooseLanguage(preferred)).toBe(language);
});
