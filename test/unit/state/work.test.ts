import { expect, test } from 'vitest';
import type { Engine, FileInput, LoadedFile } from '../../../src/engine/protocol';
import { Fault } from '../../../src/model/answer';
import type { WorkspaceDocument } from '../../../src/share/workspace';
import type { Calculation } from '../../../src/state/calculation.svelte';
import { Corrections } from '../../../src/state/corrections.svelte';
import { Files } from '../../../src/state/files.svelte';
import { History } from '../../../src/state/history.svelte';
import { Layouts } from '../../../src/state/layouts.svelte';
import { Mappings } from '../../../src/state/mappings.svelte';
import type { Route } from '../../../src/state/route.svelte';
import type { Sample } from '../../../src/state/sample.svelte';
import { closeValues } from '../../../src/state/stored';
import { workOf } from '../../../src/state/work';

/** Work over an engine that reads each file, or refuses it. */
function made() {
  let refuses = false;
  const engine = {
    load: ({ id }: FileInput) =>
      refuses
        ? Promise.reject(new Fault('cancelled'))
        : Promise.resolve({ id, sheets: [], tables: [], findings: [] } as unknown as LoadedFile),
    unload: () => Promise.resolve(),
    correct: () => Promise.resolve([]),
  } as unknown as Engine;
  const files = new Files(engine, new Layouts(engine));
  const work = workOf({
    files,
    mappings: new Mappings(),
    corrections: new Corrections(
      () => Promise.resolve(),
      new History(),
      (decisions) => Promise.resolve(decisions),
    ),
    route: { address: '', return: () => undefined } as unknown as Route,
    calculation: { refresh: () => Promise.resolve() } as unknown as Calculation,
    sample: { show: () => Promise.resolve() } as unknown as Sample,
  });
  const names = () => work.now().files.map(({ about }) => about.name);
  return { files, work, names, refuse: (now: boolean) => (refuses = now) };
}

const content = new Blob(['村名,得分\n青禾村,90\n']);

const document: WorkspaceDocument = {
  starflag: 'workspace',
  version: 1,
  id: '0'.repeat(32),
  name: '一季度',
  savedAt: '2024-01-01T00:00:00.000Z',
  address: '',
  files: [
    {
      name: '考评.csv',
      size: content.size,
      hash: '0'.repeat(64),
      pasted: false,
      encoding: 'GB18030',
      personal: 'keep',
      layouts: [],
      periods: [{ table: 0, text: '2023Q1' }],
    },
  ],
  corrections: { starflag: 'corrections', version: 1, corrections: [], accepted: [] },
  values: {},
};

test('a file that was kept stays kept where it cannot be read just now, with what was said of it', async () => {
  const { work, refuse } = made();
  refuse(true);
  await work.restore(document, [content], []);
  closeValues([]);
  const [file] = work.now().files;
  expect(file?.about).toEqual({
    name: '考评.csv',
    pasted: false,
    encoding: 'GB18030',
    personal: 'keep',
    layouts: [],
    periods: [{ table: 0, text: '2023Q1' }],
  });
  expect(await file?.content.text()).toBe(await content.text());
});

test('a file that is read again stays kept meanwhile; one that was never read is not kept', async () => {
  const { files, names, refuse } = made();
  await files.add([{ name: '考评.csv', content }]);
  expect(names()).toEqual(['考评.csv']);
  refuse(true);
  const [entry] = files.entries;
  if (entry) await files.readAgain(entry.id, entry.reading);
  await files.add([{ name: '坏.xlsx', content: new Blob(['x']) }]);
  expect(files.entries.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  expect(names()).toEqual(['考评.csv']);
});

test('what was removed, and what another workspace held, is kept no more', async () => {
  const { files, work, names } = made();
  await files.add([{ name: '甲.csv', content }]);
  expect(names()).toEqual(['甲.csv']);
  await files.remove(files.entries.map(({ id }) => id));
  expect(names()).toEqual([]);
  await work.restore(document, [content], []);
  await work.clear();
  closeValues([]);
  expect(names()).toEqual([]);
});
