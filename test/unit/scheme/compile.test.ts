import { expect, test } from 'vitest';
import { compileScheme } from '../../../src/scheme/compile';
import { presets } from '../../../src/scheme/presets';
import { smallScheme } from './document';

const schemes = [...presets, smallScheme()].map(
  (scheme) => [`${scheme.id} ${scheme.version}`, scheme] as const,
);

test.each(schemes)('%s compiles to the same text every time', (_, scheme) => {
  const copy = structuredClone(scheme);
  expect(compileScheme(copy)).toEqual(compileScheme(scheme));
});

test.each(schemes)(
  'the views of %s read only canonical tables and views before them',
  (_, scheme) => {
    const seen = new Set<string>();
    for (const view of compileScheme(scheme)) {
      const early = view.reads.filter((name) => !name.startsWith('canon.') && !seen.has(name));
      expect(early, view.name).toEqual([]);
      expect(seen.has(view.name), `${view.name} twice`).toBe(false);
      seen.add(view.name);
    }
  },
);

test('every clause of a score is named in the text of its view', () => {
  const views = compileScheme(smallScheme());
  const text = (name: string) => views.find((view) => view.name === `score.${name}`)?.sql ?? '';
  expect(text('part_work_1_cap')).toContain('score.parts[0].steps[0]');
  expect(text('total_combine')).toContain('combine weighted-sum');
  expect(text('total_1_round')).toContain('score.steps[0]');
});

test('the words of a document cannot become SQL', () => {
  const measure = `'; DROP TABLE canon.subject; --\nDROP TABLE canon.subject`;
  const scheme = smallScheme(({ score }) =>
    Object.assign(score.parts[0] ?? {}, { from: { measure } }),
  );
  for (const { sql } of compileScheme(scheme)) {
    const bare = sql.replaceAll(/'(?:[^']|'')*'|--[^\n]*/g, '');
    expect(bare).not.toContain('DROP');
  }
});
