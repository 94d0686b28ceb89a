import { expect, test } from 'vitest';
import { Fault } from '../../../src/model/answer';
import { History, type Change } from '../../../src/state/history.svelte';

/** A value that is set through a history. */
function over() {
  const history = new History();
  let value = '';
  const set = (next: string, key?: string) => {
    const before = value;
    value = next;
    const change: Change = {
      kind: 'filters',
      about: [next],
      undo: () => (value = before),
      redo: () => (value = next),
      ...(key === undefined ? {} : { key }),
    };
    history.push(change);
  };
  return { history, set, value: () => value };
}

test('changes are taken back and made again in order; a new one ends what could be made again', async () => {
  const { history, set, value } = over();
  set('a');
  set('b');
  await history.undo();
  expect(value()).toBe('a');
  expect(history.told).toMatchObject({ how: 'undone', change: { about: ['b'] } });
  expect([history.undoable?.about, history.redoable?.about]).toEqual([['a'], ['b']]);
  await history.redo();
  expect(value()).toBe('b');
  await history.undo();
  set('c');
  expect(history.redoable).toBeNull();
  await history.undo();
  expect(value()).toBe('a');
});

test('a word typed letter by letter is one change, another after it is not', async () => {
  const { history, set, value } = over();
  set('a');
  set('q', 'search');
  set('qh', 'search');
  await history.undo();
  expect(value()).toBe('a');
  await history.redo();
  expect(value()).toBe('qh');
  set('qhs', 'search');
  await history.undo();
  expect(value()).toBe('qh');
});

test('nothing to take back is no error; a step that fails says why', async () => {
  const { history } = over();
  await history.undo();
  expect(history.told).toBeNull();
  const undo = () => Promise.reject(new Fault('file_unopened'));
  history.push({ kind: 'filesRemoved', about: ['a.csv'], undo, redo: () => undefined });
  await history.undo();
  expect(history.error).toMatchObject({ code: 'file_unopened' });
});

test('a step waits until the one before is done, and is made then', async () => {
  const { history, set, value } = over();
  set('a');
  let finish: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => (finish = resolve));
  history.push({ kind: 'layout', about: [], undo: () => waits, redo: () => undefined });
  void history.undo();
  const second = history.undo();
  await Promise.resolve();
  expect(value()).toBe('a');
  finish();
  await second;
  expect(value()).toBe('');
});
