import { beforeAll, expect, test } from 'vitest';
import { startDuckDBInNode } from '../../../workers/duckdb-node';
import { Engine } from '../../../workers/engine';
import { readFile } from '../../../workers/readers/read';
import { decodeRows } from '../../../src/engine/decode';
import { emptyCrosswalk } from '../../../src/ingest/crosswalk';
import { matchColumns } from '../../../src/ingest/match-columns';
import { unwrap } from '../../../src/model/answer';
import type { TableMapping } from '../../../src/model/mapping';
import type { View } from '../../../src/model/view';

let engine: Engine;
let calls = 0;
const next = () => (calls += 1);

beforeAll(async () => {
  engine = await Engine.start(await startDuckDBInNode(), readFile);
});

/** Loads villages with a score. @returns how they are read */
async function load(...names: string[]): Promise<TableMapping[]> {
  const text = ['村,类别,得分', ...names.map((name) => `${name},一类,9`)].join('\n');
  const loaded = unwrap(
    await engine.load(
      next(),
      {
        id: `f${next()}`,
        name: `2023年第${names.length}季度.csv`,
        content: new Blob([text]),
        pasted: false,
        privacy: { mode: 'replace', salt: 'test' },
      },
      () => undefined,
    ),
  );
  return loaded.tables.map((table) => matchColumns(table));
}

const view = (sql: string, stored = false): View => ({
  name: stored ? 'score.n' : 'report.n',
  reads: [],
  columns: ['n'],
  stored,
  sql,
});
const counted = [
  view('SELECT count(*) AS n FROM canon.subject', true),
  view('SELECT name AS n FROM canon.subject ORDER BY name'),
];
/** Takes longer than anybody waits. */
const endless = view(
  'SELECT sum(a.range * b.range) AS n FROM range(1000000) a, range(1000000) b',
  true,
);

async function seen(): Promise<unknown[]> {
  const rows = (sql: string) =>
    engine.query(next(), { sql }).then((answer) => decodeRows(unwrap(answer).ipc));
  const [stored] = await rows('SELECT n FROM score.n');
  return [Number(stored?.['n']), (await rows('SELECT n FROM report.n')).map((row) => row['n'])];
}

test('views that are stopped leave those from before, over the data from before', async () => {
  const first = await load('甲村');
  unwrap(await engine.arrange(next(), first, emptyCrosswalk, true));
  unwrap(await engine.apply(next(), counted));
  expect(await seen()).toEqual([1, ['甲村']]);
  const second = await load('甲村', '乙村');
  unwrap(await engine.arrange(next(), [...first, ...second], emptyCrosswalk, true));
  expect(await seen()).toEqual([1, ['甲村']]);
  const call = next();
  const applied = engine.apply(call, [endless, counted[1] as View]);
  setTimeout(() => void engine.cancel(call), 50);
  expect(await applied).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await seen()).toEqual([1, ['甲村']]);
  unwrap(await engine.arrange(next(), [...first, ...second], emptyCrosswalk, true));
  unwrap(await engine.apply(next(), counted));
  expect(await seen()).toEqual([2, ['乙村', '甲村']]);
});

test('an arrangement that is stopped leaves the one before', async () => {
  const first = await load('甲村');
  unwrap(await engine.arrange(next(), first, emptyCrosswalk, true));
  unwrap(await engine.apply(next(), counted));
  const second = await load('乙村', '丙村');
  const call = next();
  const arranged = engine.arrange(call, second, emptyCrosswalk, true);
  void engine.cancel(call);
  expect(await arranged).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await seen()).toEqual([1, ['甲村']]);
});

test('a file that comes between an arrangement and its views is not lost with them', async () => {
  const first = await load('甲村');
  unwrap(await engine.arrange(next(), first, emptyCrosswalk, true));
  const second = await load('乙村', '丙村');
  expect(await engine.apply(next(), [view('SELECT * FROM nowhere')])).toMatchObject({ ok: false });
  unwrap(await engine.arrange(next(), second, emptyCrosswalk, true));
  unwrap(await engine.apply(next(), counted));
  expect(await seen()).toEqual([2, ['丙村', '乙村']]);
});
