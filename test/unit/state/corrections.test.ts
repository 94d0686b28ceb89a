import { expect, test, vi } from 'vitest';
import { findingKey, type Decisions } from '../../../src/model/correction';
import { finding } from '../../../src/model/finding';
import { Corrections } from '../../../src/state/corrections.svelte';
import { History } from '../../../src/state/history.svelte';
import { Fault } from '../../../src/model/answer';

const cell = { file: '考评.csv', sheet: null, row: 7, column: 3, header: '得分' };
const fixed = { ...cell, was: '8.7', value: '87', note: '按原件' };
const made = () => {
  const changed = vi.fn();
  const history = new History();
  const asTyped = (decisions: Decisions) => Promise.resolve(decisions);
  return { corrections: new Corrections(changed, history, asTyped), changed, history };
};
const values = ({ list }: Corrections) => list.map(({ value }) => value);

async function errorOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.error;
    throw thrown;
  }
  return null;
}

test('a correction is added, taken back, done again; a newer one of the same cell replaces it', async () => {
  const { corrections, changed, history } = made();
  await corrections.add(fixed);
  await corrections.add({ ...fixed, row: 8, value: '90' });
  await corrections.add({ ...fixed, value: '88' });
  expect(values(corrections)).toEqual(['90', '88']);
  await history.undo();
  await history.undo();
  expect(values(corrections)).toEqual(['87']);
  await history.redo();
  expect(values(corrections)).toEqual(['87', '90']);
  await corrections.add({ ...fixed, row: 9 });
  expect(history.redoable).toBeNull();
  expect(changed).toHaveBeenCalledTimes(7);
});

test('an accepted finding changes no figure, and is known again when its file is loaded again', async () => {
  const { corrections, changed, history } = made();
  const found = () => finding('rank_tie_split', { file: '考评.csv', row: 3, column: 'D' });
  await corrections.accept(found(), '章程规定');
  expect(corrections.accepted).toMatchObject([{ key: findingKey(found()), note: '章程规定' }]);
  expect(findingKey({ ...found(), row: 4 })).not.toBe(findingKey(found()));
  await history.undo();
  expect(corrections.accepted).toEqual([]);
  expect(changed).not.toHaveBeenCalled();
});

test('what is exported is read again; the document counts where both speak of a cell', async () => {
  const { corrections } = made();
  await corrections.add(fixed);
  await corrections.accept(finding('outlier', { value: '1' }), '');
  const text = corrections.json;
  const { corrections: other, history } = made();
  await other.add({ ...fixed, value: '1' });
  await other.add({ ...fixed, row: 9, value: '2' });
  await other.import(`\ufeff${text}`);
  expect(values(other)).toEqual(['2', '87']);
  expect(other.accepted).toEqual(corrections.accepted);
  await history.undo();
  expect(values(other)).toEqual(['1', '2']);
});

test.each([
  ['{', 'corrections_not_json', {}],
  [
    '{"starflag":"corrections","version":2,"corrections":[],"accepted":[]}',
    'corrections_invalid',
    { path: 'version' },
  ],
  [
    '{"starflag":"corrections","version":1,"corrections":[{"file":"a","sheet":null,"row":"7","column":1,"header":"","was":null,"value":"1","note":"","at":"2024-01-01T00:00:00.000Z"}],"accepted":[]}',
    'corrections_invalid',
    { path: 'corrections.0.row' },
  ],
])('the document %s is refused with its path, and nothing changes', async (text, code, detail) => {
  const { corrections } = made();
  await corrections.add(fixed);
  expect(await errorOf(() => corrections.import(text))).toMatchObject({ code, detail });
  expect(values(corrections)).toEqual(['87']);
});
