import { expect, test } from 'vitest';
import { Fault } from '../../../src/model/answer';
import { parseWorkspace, serialiseWorkspace } from '../../../src/share/workspace';
import { Shelf, type Workspace } from '../../../src/state/keep/shelf';
import { MemoryStorage } from './memory-storage';

const id = '0123456789abcdef0123456789abcdef';
const yes = () => true;

/** A workspace with a file for each text. */
function workspace(texts: readonly string[], name = '一季度'): Workspace {
  return {
    document: { id, name, address: '#/star-board?year=2023', corrections: {}, values: {} },
    files: texts.map((text, index) => ({
      about: {
        name: `${index}.csv`,
        pasted: false,
        encoding: null,
        personal: 'replace',
        layouts: [],
        periods: [],
      },
      content: new Blob([text]),
    })),
  };
}

async function textsIn(storage: MemoryStorage): Promise<string[] | string> {
  try {
    const { document, contents } = await new Shelf(storage).open(id);
    expect(document.files).toHaveLength(contents.length);
    return await Promise.all(contents.map((content) => content.text()));
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.error.code;
    throw thrown;
  }
}

test('what is kept is opened again, in its order; what is no longer named is removed', async () => {
  const storage = new MemoryStorage();
  const shelf = new Shelf(storage);
  await shelf.save(workspace(['a', 'b', 'c']), yes);
  await shelf.save(workspace(['c', 'd'], '二季度'), yes);
  expect(await textsIn(storage)).toEqual(['c', 'd']);
  expect(await shelf.list()).toMatchObject([{ id, name: '二季度', files: 2, state: 'ok' }]);
  expect(await storage.files(id)).toHaveLength(3);
});

test('a write cut short at any step leaves the work as it was kept before, or as it is now', async () => {
  const before = ['one', 'two'];
  const after = ['two', 'three', 'four'];
  const seen = new Set<string>();
  for (let step = 0; ; step += 1) {
    const storage = new MemoryStorage();
    await new Shelf(storage).save(workspace(before), yes);
    storage.failAfter(step);
    const shelf = new Shelf(storage);
    const kept = await shelf.save(workspace(after), yes).then(
      () => true,
      () => false,
    );
    storage.failAfter(Infinity);
    const found = await textsIn(storage);
    seen.add(JSON.stringify(found));
    expect([before, after]).toContainEqual(found);
    if (kept) expect(found).toEqual(after);
    await shelf.save(workspace(after), yes);
    expect(await textsIn(storage)).toEqual(after);
    if (kept) break;
  }
  expect(seen.size).toBe(2);
});

test('the first write of a workspace, cut short, can be ended by the page that began it', async () => {
  const storage = new MemoryStorage();
  const shelf = new Shelf(storage);
  storage.failAfter(1);
  await expect(shelf.save(workspace(['a']), yes)).rejects.toThrow();
  storage.failAfter(Infinity);
  await shelf.save(workspace(['a']), yes);
  expect(await textsIn(storage)).toEqual(['a']);
});

test('a page that has lost the right to keep writes no document and removes nothing', async () => {
  const storage = new MemoryStorage();
  await new Shelf(storage).save(workspace(['a']), yes);
  expect(await new Shelf(storage).save(workspace(['b']), () => false)).toBeNull();
  expect(await textsIn(storage)).toEqual(['a']);
});

test.each([
  ['keep_damaged', (text: string) => text.replace('0.csv', '1.csv')],
  ['keep_damaged', (text: string) => text.slice(0, -5)],
])('a document that is damaged (%s) is said and left alone', async (code, damage) => {
  const storage = new MemoryStorage();
  await new Shelf(storage).save(workspace(['a']), yes);
  await storage.change(id, /^document/, damage);
  const bytes = JSON.stringify(await storage.files(id));
  const shelf = new Shelf(storage);
  expect(await textsIn(storage)).toBe(code);
  expect(await shelf.list()).toMatchObject([{ id, state: 'damaged' }]);
  await expect(shelf.save(workspace(['b']), yes)).rejects.toThrow(code);
  expect(JSON.stringify(await storage.files(id))).toBe(bytes);
});

test('a document of a newer version is said and left alone', async () => {
  const storage = new MemoryStorage();
  await new Shelf(storage).save(workspace(['a']), yes);
  const newer = { version: 2, name: '明年', more: true } as never;
  await storage.write(id, 'document-0000000002', new Blob([await serialiseWorkspace(newer)]));
  const shelf = new Shelf(storage);
  expect(await textsIn(storage)).toBe('keep_newer');
  expect(await shelf.list()).toMatchObject([{ id, name: '明年', state: 'newer' }]);
  await expect(shelf.save(workspace(['b']), yes)).rejects.toThrow('keep_newer');
});

test('a file whose content has changed is not taken for the one that was kept', async () => {
  const storage = new MemoryStorage();
  await new Shelf(storage).save(workspace(['abc']), yes);
  await storage.change(id, /^[0-9a-f]{64}$/, () => 'abd');
  expect(await textsIn(storage)).toBe('keep_damaged');
});

test('a document with a key that is not known, or without one that is needed, is none', async () => {
  const storage = new MemoryStorage();
  await new Shelf(storage).save(workspace(['a']), yes);
  const { document } = await new Shelf(storage).open(id);
  const stateOf = async (value: unknown) =>
    (await parseWorkspace(await serialiseWorkspace(value as never))).state;
  expect(await stateOf(document)).toBe('ok');
  expect(await stateOf({ ...document, more: 1 })).toBe('damaged');
  expect(await stateOf({ ...document, address: 'https://a.example' })).toBe('damaged');
  expect(await stateOf({ ...document, files: undefined })).toBe('damaged');
});
