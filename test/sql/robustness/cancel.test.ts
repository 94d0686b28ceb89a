import { beforeAll, expect, test } from 'vitest';
import { startDuckDBInNode } from '../../../workers/duckdb-node';
import { Engine } from '../../../workers/engine';
import { readFile } from '../../../workers/readers/read';
import { decodeRows } from '../../../src/engine/decode';
import { emptyCrosswalk } from '../../../src/ingest/crosswalk';
import { unwrap } from '../../../src/model/answer';
import type { Trial } from '../../../src/model/trial';

let engine: Engine;

beforeAll(async () => {
  engine = await Engine.start(await startDuckDBInNode(), readFile);
  unwrap(await engine.arrange(1, [], emptyCrosswalk));
});

/** A run that ends in one row. */
const trial = (what: string): Trial => ({
  kind: 'draw',
  what,
  views: [
    { name: 'score.n', reads: [], columns: ['n'], stored: true, sql: `SELECT '${what}' AS n` },
  ],
  keep: {
    result: `SELECT n AS subject_id, NULL AS track, NULL AS period_id, 1 AS score, 1 AS rank, NULL AS stars FROM score.n`,
  },
});

const results = async () =>
  decodeRows(
    unwrap(await engine.query(9, { sql: 'SELECT subject_id FROM trial.result ORDER BY run' })).ipc,
  ).map((row) => row['subject_id']);

const databases = async () =>
  decodeRows(
    unwrap(
      await engine.query(9, {
        sql: 'SELECT count(*) AS n FROM duckdb_databases() WHERE NOT internal',
      }),
    ).ipc,
  )[0]?.['n'];

test('a run that is cancelled keeps the results before, and leaves nothing behind', async () => {
  unwrap(await engine.tryOut(2, [trial('a'), trial('b')], () => undefined));
  expect(await results()).toEqual(['a', 'b']);
  let done = 0;
  const answer = await engine.tryOut(3, [trial('c'), trial('d'), trial('e')], (progress) => {
    done = progress.done;
    void engine.cancel(3);
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(done).toBe(1);
  expect(await results()).toEqual(['a', 'b']);
  expect(await databases()).toBe(1);
  unwrap(await engine.tryOut(4, [trial('f')], () => undefined));
  expect(await results()).toEqual(['f']);
});

test('a scheme that changes meanwhile supersedes the runs', async () => {
  unwrap(await engine.apply(3, []));
  const [view] = trial('a').views;
  const answer = await engine.tryOut(
    2,
    [trial('a'), trial('b')],
    () => void engine.apply(3, view ? [view] : []),
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'superseded' } });
  expect(await results()).toEqual([]);
});

test('a run that fails says which statement, and the next one works', async () => {
  const broken: Trial = { ...trial('a'), keep: { result: 'SELECT * FROM score.nowhere' } };
  expect(await engine.tryOut(2, [broken], () => undefined)).toMatchObject({
    ok: false,
    error: { code: 'query_failed', sql: expect.stringContaining('score.nowhere') as string },
  });
  unwrap(await engine.tryOut(3, [trial('b')], () => undefined));
  expect(await results()).toEqual(['b']);
});
