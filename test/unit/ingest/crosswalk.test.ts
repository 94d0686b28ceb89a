import { describe, expect, test } from 'vitest';
import {
  changeId,
  decide,
  emptyCrosswalk,
  parseCrosswalk,
  serialiseCrosswalk,
  undo,
} from '../../../src/ingest/crosswalk';
import { crosswalkCsv } from '../../../src/ingest/crosswalk-csv';

const ref = (name: string, code: string | null = null) => ({ code, town: '云岭镇', name });

const renamed = {
  kind: 'renamed',
  from: [ref('青禾村', '990101001201')],
  to: [ref('罗衣村', '990101001201')],
  since: '2023',
} as const;

const merged = {
  kind: 'merged',
  from: [ref('青禾村'), ref('柳塘村')],
  to: [ref('青柳村')],
  since: '2024Q1',
} as const;

const decided = decide(
  decide(emptyCrosswalk, renamed, 'confirmed', '文件 "7" 号, 附件'),
  merged,
  'refused',
  '',
);

test('what is written is read back', () => {
  expect(parseCrosswalk(JSON.parse(serialiseCrosswalk(decided)))).toEqual({
    ok: true,
    crosswalk: decided,
  });
});

test('a decision takes the place of the one before, and can be undone', () => {
  const changed = decide(decided, renamed, 'refused', '');
  expect(changed.entries.map(({ kind, decision }) => [kind, decision])).toEqual([
    ['renamed', 'refused'],
    ['merged', 'refused'],
  ]);
  expect(undo(changed, renamed).entries.map(({ kind }) => kind)).toEqual(['merged']);
});

test('a change is known again by its subjects, whatever their order, spelling and period', () => {
  const again = {
    ...merged,
    from: [ref('柳塘村民委员会'), { code: null, town: '云岭镇人民政府', name: '青禾 村' }],
    since: null,
  };
  expect(changeId(again)).toBe(changeId(merged));
  expect(changeId({ ...merged, kind: 'split' })).not.toBe(changeId(merged));
});

describe('a document that is none is refused with the path of what is wrong', () => {
  const good = decided.entries[0];
  test.each([
    [{ ...decided, starflag: 2 }, 'starflag'],
    [{ ...decided, entries: [{ ...good, kind: 'gone' }] }, 'entries[0].kind'],
    [{ ...decided, entries: [good, { ...good, since: '2023年' }] }, 'entries[1].since'],
    [
      { ...decided, entries: [{ ...good, to: [{ ...ref('青禾村'), id: 1 }] }] },
      'entries[0].to[0].id',
    ],
    [{ ...decided, entries: [{ ...good, to: [ref('')] }] }, 'entries[0].to[0].name'],
    [{ ...decided, entries: [{ ...good, to: [ref('青'), ref('禾')] }] }, 'entries[0]'],
    [{ ...decided, entries: [{ ...good, from: [] }] }, 'entries[0].from'],
    [null, ''],
  ])('%j', (document, path) => {
    expect(parseCrosswalk(document)).toMatchObject({ ok: false, problems: [{ path }] });
  });
});

test('as CSV it has one row an entry, and nothing that a spreadsheet would run', () => {
  const risky = decide(decided, { ...renamed, to: [ref('=1+1', '990101001201')] }, 'confirmed', '');
  expect(crosswalkCsv(risky).split('\r\n')).toEqual([
    '\ufeffkind,from_code,from_town,from_name,to_code,to_town,to_name,since,decision,note',
    'renamed,990101001201,云岭镇,青禾村,990101001201,云岭镇,罗衣村,2023,confirmed,"文件 ""7"" 号, 附件"',
    'merged,;,云岭镇;云岭镇,青禾村;柳塘村,,云岭镇,青柳村,2024Q1,refused,',
    "renamed,990101001201,云岭镇,青禾村,990101001201,云岭镇,'=1+1,2023,confirmed,",
    '',
  ]);
});
