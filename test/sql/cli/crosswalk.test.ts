import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openCrosswalk } from '../../../src/cli/crosswalk';
import { Session } from '../../../src/cli/session';
import { serialiseCrosswalk } from '../../../src/ingest/crosswalk';
import { crosswalkCsv } from '../../../src/ingest/crosswalk-csv';
import type { Crosswalk } from '../../../src/model/crosswalk';

const renamed: Crosswalk = {
  starflag: 1,
  entries: [
    {
      kind: 'renamed',
      from: [{ code: null, town: '云岭镇', name: '老树村' }],
      to: [{ code: null, town: '云岭镇', name: '新芽村' }],
      since: '2023Q2',
      decision: 'confirmed',
      note: '',
    },
  ],
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starflag-cli-'));
  await write('2023年一季度.csv', '类别,镇,村名,比红星\n一类,云岭镇,老树村,90\n');
  await write('2023年二季度.csv', '类别,镇,村名,比红星\n一类,云岭镇,新芽村,91\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test.each([
  ['decisions.json', serialiseCrosswalk(renamed)],
  ['decisions.csv', crosswalkCsv(renamed)],
  ['as a spreadsheet saves it.csv', iconv.encode(crosswalkCsv(renamed).slice(1), 'gb18030')],
])('what was decided on the page holds on the command line: %s', async (name, content) => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const path = await write(name, content);
  const session = await Session.open(
    ['2023年一季度.csv', '2023年二季度.csv'].map((name) => join(folder, name)),
  );
  expect((await session.arrange()).subjects).toBe(2);
  expect((await session.arrange(undefined, await openCrosswalk(path))).subjects).toBe(1);
  expect(await session.query('SELECT name FROM canon.subject')).toEqual([{ name: '新芽村' }]);
});

test('no file is no decision', async () => {
  expect((await openCrosswalk(undefined)).entries).toEqual([]);
});

test.each([
  ['{', /JSON|Expected/],
  ['{"starflag":1,"entries":[{"kind":"renamed"}]}', /^entries\[0\]\.from: /],
  ['[]', /./],
])('the document %s is refused, with its path and what is wrong', async (text, problems) => {
  const path = await write('bad.json', text);
  await expect(openCrosswalk(path)).rejects.toMatchObject({
    error: {
      code: 'crosswalk_invalid',
      detail: { path, problems: expect.stringMatching(problems) as string },
    },
  });
});

test('a file that is not there is refused by its path', async () => {
  const path = join(folder, 'absent.json');
  await expect(openCrosswalk(path)).rejects.toMatchObject({
    error: { code: 'crosswalk_invalid', detail: { path } },
  });
});
