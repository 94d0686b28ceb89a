import { expect, test } from 'vitest';
import { languages } from '../../../src/i18n/all';
import { relationText } from '../../../src/i18n/query-name';
import { trialTables } from '../../../src/model/trial';
import { panelParts } from '../../../src/robustness';
import { compileScheme } from '../../../src/scheme/compile';
import { presets } from '../../../src/scheme/presets';
import { reportViews } from '../../../src/views';
import { compareViews } from '../../../src/views/compare';
import { economyViews } from '../../../src/views/economy';
import { robustnessViews } from '../../../src/views/robustness';
import { subjectViews } from '../../../src/views/subject';
import { trendViews } from '../../../src/views/trends';

const everyRule = { vetoes: true, flags: true, rectification: true, people: true };
const views = presets.flatMap((scheme) => [
  ...compileScheme(scheme),
  ...reportViews,
  ...economyViews(scheme.economy),
  ...trendViews,
  ...compareViews,
  ...subjectViews(everyRule),
  ...robustnessViews({ top: 10, panels: panelParts(scheme) }),
]);
const names = new Set([
  ...views.flatMap(({ name, reads }) => [name, ...reads]),
  ...Object.keys(trialTables).map((table) => `trial.${table}`),
]);

test.each(Object.entries(languages))('%s says of every table and view what it is', (_, t) => {
  expect([...names].filter((name) => relationText(t, name) === null)).toEqual([]);
});

test('both languages name the same tables and columns', () => {
  const [zh, en] = [languages['zh-CN'].queryNames, languages.en.queryNames];
  expect(Object.keys(en.relations)).toEqual(Object.keys(zh.relations));
  expect(Object.keys(en.columns)).toEqual(Object.keys(zh.columns));
});

test('no sentence is kept for what is no more', () => {
  const known = Object.keys(languages.en.queryNames.relations);
  // these stand under every scheme, whether or not a view reads them
  const canon = known.filter((name) => name.startsWith('canon.'));
  expect(known.filter((name) => !names.has(name) && !canon.includes(name))).toEqual([]);
});
