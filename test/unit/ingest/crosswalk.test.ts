import fc from 'fast-check';
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
import { readCrosswalk } from '../../../src/ingest/read-crosswalk';
import { changeKinds, decisions } from '../../../src/model/crosswalk';

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

describe('a crosswalk from a file', () => {
  test('both forms that are written are read back', () => {
    const words = fc
      .string({ unit: fc.constantFrom(...'青禾村社区,"\n\'=-+@ 1') })
      .map((text) => text.trim())
      // a mark in front of a sign is what keeps a spreadsheet from running it
      .filter((text) => !/^'[=+\-@]/.test(text));
    const name = words.filter((text) => text !== '');
    const ref = fc.record({
      code: fc.option(fc.stringMatching(/^\d{12}$/)),
      town: fc.option(name),
      name,
    });
    const side = (most: number) => fc.array(ref, { minLength: 1, maxLength: most });
    const entry = fc.constantFrom(...changeKinds).chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        from: side(kind === 'merged' ? 3 : 1),
        to: side(kind === 'split' ? 3 : 1),
        since: fc.constantFrom(null, '2023', '2023H2', '2023Q1', '2023M06'),
        decision: fc.constantFrom(...decisions),
        note: words,
      }),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const known = parseCrosswalk({ starflag: 1, entries });
        const crosswalk = known.ok ? known.crosswalk : emptyCrosswalk;
        const read = { ok: true, crosswalk };
        expect(readCrosswalk(serialiseCrosswalk(crosswalk))).toEqual(read);
        expect(readCrosswalk(crosswalkCsv(crosswalk))).toEqual(read);
      }),
    );
  });

  const [head = ''] = crosswalkCsv(emptyCrosswalk).slice(1).split('\r\n');

  test.each([
    ['tabs', '\t'],
    ['semicolons', ';'],
  ])('a spreadsheet may put %s between the cells, and blank lines and columns beside', (_, by) => {
    const line = [
      'renamed',
      '',
      '云岭镇',
      '青禾村',
      '',
      '云岭镇',
      '罗衣村',
      '2023',
      'confirmed',
      '',
    ];
    const text = [`${head},extra`.replaceAll(',', by), '', [...line, 'x'].join(by), ''].join('\n');
    const { from, to } = renamed;
    const bare = (refs: readonly { name: string }[]) => refs.map((one) => ref(one.name));
    expect(readCrosswalk(text)).toMatchObject({
      ok: true,
      crosswalk: { entries: [{ from: bare(from), to: bare(to), since: '2023' }] },
    });
  });

  test.each([
    ['kind,from_name\nrenamed,青禾村', 'row[1]'],
    [`${head}\nrenamed,9.90101E+11,,青禾村,,,罗衣村,2023,confirmed,`, 'row[2].from_code'],
    [`${head}\nmerged,,甲镇;乙镇;丙镇,青禾村;柳塘村,,,青柳村,,confirmed,`, 'row[2].from_town'],
    [`${head}\n,,,,,,,,,\nrenamed,,,青禾村,,,罗衣村,2023年,confirmed,`, 'row[3].since'],
    [`${head}\nrenamed,,,青禾村,,,,2023,confirmed,`, 'row[2].to[0].name'],
    ['{', ''],
  ])('what is wrong is named by its row: %j', (text, path) => {
    expect(readCrosswalk(text)).toMatchObject({ ok: false, problems: [{ path }] });
  });
});
