import { afterEach, expect, test } from 'vitest';
import type { WorkspaceDocument } from '../../../src/share/workspace';
import { Keep, type Work } from '../../../src/state/keep.svelte';
import type { KeepLock } from '../../../src/state/keep/lock';
import { forgetStored } from '../../../src/state/stored';
import { MemoryStorage } from './memory-storage';

// a workspace that is open takes in what later tests write
afterEach(forgetStored);

/** Work that is a list of files of text. */
class TextWork implements Work {
  texts: string[] = [];
  cleared = 0;

  now() {
    const files = this.texts.map((text) => ({
      about: {
        name: `${text}.csv`,
        pasted: false,
        encoding: null,
        personal: 'replace' as const,
        layouts: [],
        periods: [],
      },
      content: new Blob([text]),
    }));
    const document = { address: '' as const, corrections: {}, values: {} };
    return { document, files, empty: files.length === 0 };
  }

  fileIds = () => this.texts;

  async restore(_: WorkspaceDocument, contents: readonly Blob[], leaving: readonly string[]) {
    const kept = await Promise.all(contents.map((content) => content.text()));
    this.texts = [...kept, ...this.texts.filter((text) => !leaving.includes(text))];
  }

  clear() {
    this.texts = [];
    this.cleared += 1;
    return Promise.resolve();
  }
}

/** A lock that pages of one browser share. */
function sharedLock(): KeepLock {
  let holder: (() => void) | null = null;
  return {
    take(byForce, lost) {
      if (holder && !byForce) return Promise.resolve(false);
      holder?.();
      holder = lost;
      return Promise.resolve(true);
    },
  };
}

function page(storage: MemoryStorage, lock = sharedLock()) {
  const work = new TextWork();
  const keep = new Keep(
    work,
    () => Promise.resolve(storage),
    lock,
    () => '未命名',
  );
  return { work, keep };
}

test('work is kept once there is a file, and is there again on the next page', async () => {
  const storage = new MemoryStorage();
  const { work, keep } = page(storage);
  expect(await keep.begin()).toBe(false);
  await keep.save();
  expect(keep.list).toEqual([]);
  work.texts = ['甲', '乙'];
  await keep.save();
  expect(keep.savedAt).toBeInstanceOf(Date);
  const next = page(storage);
  expect(await next.keep.begin()).toBe(true);
  expect(next.work.texts).toEqual(['甲', '乙']);
});

test('a file given before what was kept is back comes to it, in one workspace', async () => {
  const storage = new MemoryStorage();
  const { work, keep } = page(storage);
  await keep.begin();
  work.texts = ['甲'];
  await keep.save();
  const next = page(storage);
  next.work.texts = ['乙'];
  expect(await next.keep.begin()).toBe(true);
  expect(next.work.texts).toEqual(['甲', '乙']);
  expect(next.keep.list).toHaveLength(1);
  const last = page(storage);
  await last.keep.begin();
  expect(last.work.texts).toEqual(['甲', '乙']);
});

test('a second page is told, takes over, and the first keeps no more', async () => {
  const storage = new MemoryStorage();
  const lock = sharedLock();
  const first = page(storage, lock);
  await first.keep.begin();
  first.work.texts = ['甲'];
  await first.keep.save();
  const second = page(storage, lock);
  expect(await second.keep.begin()).toBe(false);
  expect(second.keep.state).toBe('elsewhere');
  await second.keep.takeOver();
  expect([first.keep.state, second.keep.state]).toEqual(['lost', 'ready']);
  expect(second.work.texts).toEqual(['甲']);
  first.work.texts = ['乙'];
  await first.keep.save();
  expect((await page(storage).keep.begin(), second.keep.list)).toHaveLength(1);
});

test('a storage that is full is said, and the page goes on with what was kept before', async () => {
  const storage = new MemoryStorage();
  const { work, keep } = page(storage);
  await keep.begin();
  work.texts = ['甲'];
  await keep.save();
  storage.failAfter(0, new DOMException('full', 'QuotaExceededError'));
  work.texts = ['甲', '乙'];
  await keep.save();
  expect(keep.error?.code).toBe('keep_full');
  storage.failAfter(Infinity);
  const next = page(storage);
  await next.keep.begin();
  expect(next.work.texts).toEqual(['甲']);
  await keep.save();
  expect(keep.error).toBeNull();
});

test('workspaces are begun, renamed, opened and removed; without storage nothing is kept', async () => {
  const storage = new MemoryStorage();
  const { work, keep } = page(storage);
  await keep.begin();
  work.texts = ['甲'];
  await keep.save();
  const first = keep.current?.id ?? '';
  await keep.rename(first, '一季度');
  await keep.startNew();
  work.texts = ['乙'];
  await keep.save();
  expect(keep.list.map(({ name }) => name).sort()).toEqual(['一季度', '未命名']);
  await keep.open(first);
  expect(work.texts).toEqual(['甲']);
  await keep.remove(first);
  expect(work.texts).toEqual([]);
  expect(keep.list.map(({ name }) => name)).toEqual(['未命名']);
  await keep.removeAll();
  expect([keep.list, keep.current, await storage.folders()]).toEqual([[], null, []]);

  const none = new Keep(
    work,
    () => Promise.resolve(null),
    sharedLock(),
    () => '',
  );
  expect(await none.begin()).toBe(false);
  expect(none.state).toBe('none');
});

test('what is damaged is said and left alone; new work becomes a workspace of its own', async () => {
  const storage = new MemoryStorage();
  const { work, keep } = page(storage);
  await keep.begin();
  work.texts = ['甲'];
  await keep.save();
  await storage.change(keep.current?.id ?? '', /^document/, (text) => text.slice(1));
  const next = page(storage);
  expect(await next.keep.begin()).toBe(false);
  next.work.texts = ['乙'];
  await next.keep.save();
  expect(next.keep.list.map(({ state }) => state)).toEqual(['ok', 'damaged']);
});
