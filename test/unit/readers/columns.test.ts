import { Table, tableFromIPC, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integerColumn, textColumn } from '../../../workers/columns';

/** The cells as another reader of Arrow finds them. */
function throughArrow(cells: readonly (string | null)[]): unknown[] {
  const column = tableFromIPC(tableToIPC(new Table({ c: textColumn(cells) }), 'stream')).getChild(
    'c',
  );
  return [...(column ?? [])];
}

test('null, empty text and characters of every length arrive as they were', () => {
  const cells = ['', null, 'a', 'é', '村', '𠮷', null, '〇　x', '\n"'];
  expect(throughArrow(cells)).toEqual(cells);
});

test('halves of a pair in two cells stay two, each marked', () => {
  expect(throughArrow(['a\ud83d', '\ude00b', '😀'])).toEqual(['a\ufffd', '\ufffdb', '😀']);
});

test.each([[[]], [[null]], [[null, null, null, null, null, null, null, null, null]]])(
  '%j arrives',
  (cells) => {
    expect(throughArrow(cells)).toEqual(cells);
  },
);

test('any column arrives', () => {
  const cells = fc.array(fc.option(fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(cells, (given) => {
      expect(throughArrow(given)).toEqual(given);
    }),
    { numRuns: 30 },
  );
});

test('row numbers arrive', () => {
  const table = new Table({ n: integerColumn([1, 7, 1_048_576]) });
  expect([...(tableFromIPC(tableToIPC(table, 'stream')).getChild('n') ?? [])]).toEqual([
    1, 7, 1_048_576,
  ]);
});
