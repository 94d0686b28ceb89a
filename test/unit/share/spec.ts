import * as fc from 'fast-check';
import { dimensions } from '../../../src/model/filters';
import { roles } from '../../../src/model/mapping';
import type { Spec } from '../../../src/share/spec';

const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const id = fc
  .stringMatching(/^[A-Za-z][\w-]{0,10}$/)
  .filter((key) => key !== 'constructor' && key !== 'prototype');
const scalar = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null));
const mark = fc.stringMatching(/^[0-9a-f]{12}$/);
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });
/** Some of the keys left out, as where nothing was chosen. */
const partly = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });

const column = fc.record({
  header: words,
  role: fc.constantFrom(...roles),
  type: fc.constantFrom('number' as const, 'text' as const),
});

const contract = fc.record(
  {
    sample: fc.constant(true as const),
    tables: some(fc.record({ columns: some(column), tables: fc.nat(), rows: fc.nat() })),
    subjects: fc.nat(),
    periods: some(
      fc.record(
        { id: fc.constantFrom('', '2023', '2023Q4', 'R15'), rows: fc.nat(), mark },
        { requiredKeys: ['id', 'rows'] },
      ),
    ),
    mark,
    groups: fc.stringMatching(/^[\w-]{0,40}$/),
  },
  { requiredKeys: ['tables', 'subjects', 'periods'] },
);

/** Any spec that the program may write. */
export const anySpec: fc.Arbitrary<Spec> = fc
  .tuple(
    fc.record({
      version: fc.constant(1 as const),
      made: fc.constantFrom('2026-11-21', '2027-01-01'),
      page: fc.constantFrom('star-board', 'trends', 'collective-economy'),
    }),
    partly({
      title: words,
      scheme: fc.oneof(
        fc.record({ id, version: fc.constant('2.0') }),
        fc.record({
          id,
          version: fc.constant('2.0'),
          changes: some(fc.record({ path: words, value: scalar })),
        }),
        fc.record({ document: fc.dictionary(id, scalar) }),
      ),
      year: fc.integer({ min: 1, max: 9999 }),
      filters: partly({
        ...Object.fromEntries(dimensions.map((dimension) => [dimension, some(words)])),
        search: words,
      }),
      choices: fc.dictionary(id, some(words)),
      queries: some(fc.record({ name: words, sql: words, parameters: fc.dictionary(id, scalar) })),
      figure: fc.dictionary(id, fc.oneof(scalar, some(words))),
      contract,
    }),
  )
  .map(([needed, chosen]) => ({ ...needed, ...chosen }));

export const smallSpec: Spec = {
  version: 1,
  made: '2026-11-21',
  page: 'star-board',
  scheme: { id: 'jiujiang', version: '2.0' },
  year: 2023,
  filters: { town: ['白鹭街道'] },
};
