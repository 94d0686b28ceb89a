import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, emptyCrosswalk } from '../../../src/ingest/crosswalk';
import { matchRoster, mentionKey, type Mention, type Roster } from '../../../src/ingest/roster';
import type { Crosswalk, Decision, Proposal } from '../../../src/model/crosswalk';

type Said = readonly [town: string | null, name: string, code?: string | null];

/** The rows of a table of one period. */
function table(period: string | null, ...rows: readonly Said[]): Mention[] {
  return rows.map(([town, name, code], index) => ({
    table: `t${period ?? 'undated'}`,
    code: code ?? null,
    district: null,
    town,
    name,
    track: null,
    period,
    row: index + 2,
    count: 1,
  }));
}

const none = new Set<string>();

function decideAll(
  mentions: readonly Mention[],
  decision: Decision,
  rosters: ReadonlySet<string> = none,
): Crosswalk {
  return matchRoster(mentions, rosters).proposals.reduce(
    (crosswalk, proposal) => decide(crosswalk, proposal, decision, ''),
    emptyCrosswalk,
  );
}

function summary({ kind, from, to, since, confidence }: Proposal) {
  const names = (refs: Proposal['from']) => refs.map(({ name }) => name).sort();
  return { kind, from: names(from), to: names(to), since, confidence };
}

function subjectOf({ aliases }: Roster, [town, name, code]: Said): string | undefined {
  const key = mentionKey({ code: code ?? null, district: null, town, name });
  return aliases.find((alias) => alias.key === key)?.subject;
}

const steady: readonly Said[] = [
  ['云岭镇', '长河村', '990101001203'],
  ['云岭镇', '星汉社区', '990101001003'],
];

describe('renamed under one code', () => {
  const before: Said = ['云岭镇', '柳塘社区', '990101001001'];
  const after: Said = ['云岭镇', '罗衣社区居委会', '990101001001'];
  const mentions = [...table('2022', ...steady, before), ...table('2023', ...steady, after)];

  test('is proposed with its evidence, stays one subject, and breaks the series until decided', () => {
    const roster = matchRoster(mentions, none);
    expect(roster.subjects).toHaveLength(3);
    expect(roster.proposals).toMatchObject([
      {
        kind: 'renamed',
        since: '2023',
        from: [{ name: '柳塘社区' }],
        to: [{ name: '罗衣社区居委会' }],
        evidence: {
          code: '990101001001',
          sameCode: true,
          sameTown: true,
          seenUntil: '2022',
          seenFrom: '2023',
        },
        confidence: 'high',
      },
    ]);
    expect(roster.breaks).toEqual([
      { subject: '990101001001', period: '2023', kind: 'renamed', confirmed: false },
    ]);
    expect(roster.findings).toMatchObject([{ code: 'change_undecided', about: 'renamed' }]);
  });

  test('confirmed, it is one subject under its last name, and a file that has the old name alone finds it', () => {
    const crosswalk = decideAll(mentions, 'confirmed');
    const old: Said = ['云岭镇', '柳塘居委会'];
    const roster = matchRoster([...mentions, ...table('2021', old)], none, crosswalk);
    expect(roster).toMatchObject({ proposals: [], breaks: [], findings: [] });
    expect(roster.subjects[2]).toMatchObject({ id: '990101001001', name: '罗衣社区居委会' });
    expect(subjectOf(roster, old)).toBe('990101001001');
  });

  test('refused, the two are two subjects', () => {
    const roster = matchRoster(mentions, none, decideAll(mentions, 'refused'));
    expect(roster).toMatchObject({ proposals: [], breaks: [] });
    expect(subjectOf(roster, before)).toBe('990101001001/柳塘社区');
    expect(subjectOf(roster, after)).toBe('990101001001');
  });

  test('two names in one period are no change of name', () => {
    const both = table('2023', ...steady, before, after);
    expect(matchRoster(both, none).proposals).toEqual([]);
  });
});

describe('one town and name under two codes', () => {
  const before: Said = ['云岭镇', '青禾村', '990101001201'];
  const after: Said = ['云岭镇', '青禾村委会', '990101001220'];
  const mentions = [...table('2022', ...steady, before), ...table('2023', ...steady, after)];

  test('of different years is proposed and not applied', () => {
    const roster = matchRoster(mentions, none);
    expect(roster.subjects).toHaveLength(4);
    expect(roster.proposals.map(summary)).toEqual([
      {
        kind: 'recoded',
        from: ['青禾村'],
        to: ['青禾村委会'],
        since: '2023',
        confidence: 'high',
      },
    ]);
    expect(roster.breaks.map(({ subject }) => subject)).toEqual(['990101001201', '990101001220']);
  });

  test('confirmed, it is one subject under the new code', () => {
    const roster = matchRoster(mentions, none, decideAll(mentions, 'confirmed'));
    expect(roster).toMatchObject({ proposals: [], breaks: [], findings: [] });
    expect(subjectOf(roster, before)).toBe('990101001220');
    expect(subjectOf(roster, after)).toBe('990101001220');
    expect(roster.subjects).toHaveLength(3);
  });

  test('a code that another village has taken over is not taken for the old one', () => {
    const taken: Said = ['云岭镇', '柳塘村', '990101001201'];
    const later = [...mentions, ...table('2024', ...steady, after, taken)];
    const roster = matchRoster(later, none, decideAll(mentions, 'confirmed'));
    expect(subjectOf(roster, before)).toBe('990101001220');
    expect(subjectOf(roster, taken)).toBe('990101001201');
  });

  test('in one period the two stay two, and a name without a code is ambiguous', () => {
    const said: Said = ['云岭镇', '青禾村'];
    const roster = matchRoster(
      [...table('2023', ...steady, before, after), ...table('2024', said)],
      none,
    );
    expect(roster.proposals).toEqual([]);
    expect(roster.findings).toMatchObject([{ code: 'subject_ambiguous' }]);
  });

  test('where the roster has the new code, rows under the old one count by name until that is refused', () => {
    const rosters = new Set(['t2023']);
    const roster = matchRoster(mentions, rosters);
    expect(subjectOf(roster, before)).toBe('990101001220');
    expect(roster.breaks).toMatchObject([{ subject: '990101001220', kind: 'recoded' }]);
    const refused = matchRoster(mentions, rosters, decideAll(mentions, 'refused', rosters));
    expect(subjectOf(refused, before)).toBeUndefined();
    expect(refused.findings).toMatchObject([{ code: 'subject_unmatched' }]);
  });
});

describe('merged and split', () => {
  const rows: readonly Said[] = steady.map(([town, name]) => [town, name]);
  const parts: readonly Said[] = [
    ['云岭镇', '青禾村'],
    ['云岭镇', '柳塘村'],
  ];

  test.each(['青柳村', '青禾柳塘村', '禾塘村'])('two are gone where %s has come', (name) => {
    const mentions = [
      ...table('2023Q4', ...rows, ...parts),
      ...table('2024Q1', ...rows, ['云岭镇', name]),
    ];
    expect(matchRoster(mentions, none).proposals.map(summary)).toMatchObject([
      { kind: 'merged', from: ['柳塘村', '青禾村'], to: [name], since: '2024Q1' },
    ]);
    const back = [
      ...table('2023Q4', ...rows, ['云岭镇', name]),
      ...table('2024Q1', ...rows, ...parts),
    ];
    expect(matchRoster(back, none).proposals.map(summary)).toMatchObject([
      { kind: 'split', from: [name], to: ['柳塘村', '青禾村'], since: '2024Q1' },
    ]);
  });

  test('a name with something added to it is part of it', () => {
    const halves: readonly Said[] = [
      ['云岭镇', '东青禾村'],
      ['云岭镇', '西青禾村'],
    ];
    const mentions = [
      ...table('2023', ...rows, ['云岭镇', '青禾村']),
      ...table('2024', ...rows, ...halves),
    ];
    expect(matchRoster(mentions, none).proposals.map(summary)).toMatchObject([
      { kind: 'split', from: ['青禾村'], to: ['东青禾村', '西青禾村'] },
    ]);
  });

  test('confirmed, they stay apart, each with its time, and the break is structural', () => {
    const mentions = [
      ...table('2023Q4', ...rows, ...parts),
      ...table('2024Q1', ...rows, ['云岭镇', '青柳村']),
    ];
    const roster = matchRoster(mentions, none, decideAll(mentions, 'confirmed'));
    expect(roster.proposals).toEqual([]);
    expect(
      roster.subjects.map(({ name, validFrom, validTo }) => [name, validFrom, validTo]),
    ).toEqual([
      ['长河村', null, null],
      ['星汉社区', null, null],
      ['青禾村', null, '2023Q4'],
      ['柳塘村', null, '2023Q4'],
      ['青柳村', '2024Q1', null],
    ]);
    expect(roster.breaks.map(({ kind, period, confirmed }) => [kind, period, confirmed])).toEqual([
      ['merged', '2024Q1', true],
      ['merged', '2024Q1', true],
      ['merged', '2024Q1', true],
    ]);
    expect(roster.coverage.changes).toEqual([
      { kind: 'merged', since: '2024Q1', confirmed: true, subjects: 2 },
    ]);
  });

  test('a village that takes up others and keeps its name exists throughout', () => {
    const ref = (name: string) => ({ code: null, town: '云岭镇', name });
    const crosswalk = decide(
      emptyCrosswalk,
      {
        kind: 'merged',
        from: [ref('青禾村'), ref('柳塘村')],
        to: [ref('青禾村')],
        since: '2024',
      },
      'confirmed',
      '',
    );
    const { subjects } = matchRoster(table('2023', ...rows, ...parts), none, crosswalk);
    expect(subjects.slice(2)).toMatchObject([
      { name: '青禾村', validTo: null, validFrom: null },
      { name: '柳塘村', validTo: '2023' },
    ]);
  });
});

describe('taken in by one that keeps its name', () => {
  const sized = (mentions: readonly Mention[], ...sizes: readonly Record<string, number>[]) =>
    mentions.map((mention, index) => ({ ...mention, sizes: sizes[index] ?? {} }));
  const told = (mentions: readonly Mention[], name: string, remark: string) =>
    mentions.map((mention) => (mention.name === name ? { ...mention, remark } : mention));
  const [river, lake, grain, willow]: readonly [Said, Said, Said, Said] = [
    ['云岭镇', '长河村'],
    ['云岭镇', '听蛙村'],
    ['云岭镇', '青禾村'],
    ['云岭镇', '柳塘村'],
  ];
  const before = table('2023', river, lake, grain, willow);
  const after = table('2024', river, lake, grain);
  const merger = { kind: 'merged', from: ['柳塘村', '青禾村'], to: ['青禾村'], since: '2024' };
  const people = (...counts: readonly number[]) => counts.map((count) => ({ 人口: count }));
  const then = people(1800, 2100, 1500, 900);

  test('people of the one that is gone are those that another has more', () => {
    const mentions = [...sized(before, ...then), ...sized(after, ...people(1790, 2140, 2410))];
    const roster = matchRoster(mentions, none);
    expect(roster.proposals.map(summary)).toEqual([{ ...merger, confidence: 'medium' }]);
    expect(roster.proposals[0]?.evidence).toMatchObject({ seenUntil: '2023', seenFrom: '2024' });
    const decided = matchRoster(mentions, none, decideAll(mentions, 'confirmed'));
    expect(decided.proposals).toEqual([]);
    expect(decided.subjects.map(({ name, validTo }) => [name, validTo])).toContainEqual([
      '柳塘村',
      '2023',
    ]);
    expect(matchRoster(mentions, none, decideAll(mentions, 'refused')).proposals).toEqual([]);
  });

  test('two kinds of figures that agree make it sure, one that contradicts rules it out', () => {
    const both = (households: number) => [
      ...sized(before, {}, {}, { 人口: 1500, 户数: 400 }, { 人口: 900, 户数: 250 }),
      ...sized(after, {}, {}, { 人口: 2400, 户数: households }),
    ];
    expect(matchRoster(both(652), none).proposals.map(summary)).toEqual([
      { ...merger, confidence: 'high' },
    ]);
    expect(matchRoster(both(401), none).proposals).toEqual([]);
  });

  test.each([
    ['nobody grew', people(1790, 2140, 1510)],
    ['two grew by as much', people(1790, 3000, 2400)],
    ['one grew by much more', people(1790, 2140, 3400)],
  ])('nothing is proposed where %s', (_, now) => {
    const mentions = [...sized(before, ...then), ...sized(after, ...now)];
    expect(matchRoster(mentions, none).proposals).toEqual([]);
  });

  test.each([
    ['青禾村', '2023年12月柳塘村并入'],
    ['青禾村', '與柳塘村合併'],
  ])('the row of %s says it: %s', (name, remark) => {
    const mentions = [...before, ...told(after, name, remark)];
    expect(matchRoster(mentions, none).proposals.map(summary)).toEqual([
      { ...merger, confidence: 'high' },
    ]);
  });

  test('the last row of the one that is gone may say it', () => {
    const mentions = [...told(before, '柳塘村', '拟并入青禾村'), ...after];
    expect(matchRoster(mentions, none).proposals.map(summary)).toMatchObject([merger]);
  });

  test('words that name another place, or both of them still there, propose nothing', () => {
    const elsewhere = [...before, ...told(after, '青禾村', '与水车村合并')];
    expect(matchRoster(elsewhere, none).proposals).toEqual([]);
    const still = [
      ...before,
      ...told(table('2024', river, lake, grain, willow), '青禾村', '与柳塘村合并办公'),
    ];
    expect(matchRoster(still, none).proposals).toEqual([]);
  });

  test('a new name that the names of the parts do not show is told by words', () => {
    const now = told(
      table('2024', river, lake, ['云岭镇', '新雨村']),
      '新雨村',
      '由青禾村、柳塘村合并而成',
    );
    expect(matchRoster([...before, ...now], none).proposals.map(summary)).toEqual([
      {
        kind: 'merged',
        from: ['柳塘村', '青禾村'],
        to: ['新雨村'],
        since: '2024',
        confidence: 'high',
      },
    ]);
  });
});

describe('moved', () => {
  test('the same name in another town after it is gone from the first', () => {
    const mentions = [
      ...table('2022', ['云岭镇', '长河村'], ['白鹭街道', '柳塘村'], ['云岭镇', '青禾村']),
      ...table('2023', ['云岭镇', '长河村'], ['白鹭街道', '柳塘村'], ['白鹭街道', '青禾村']),
    ];
    const roster = matchRoster(mentions, none);
    expect(roster.proposals).toMatchObject([
      { kind: 'moved', from: [{ town: '云岭镇' }], to: [{ town: '白鹭街道' }], since: '2023' },
    ]);
    const decided = matchRoster(mentions, none, decideAll(mentions, 'confirmed'));
    expect(subjectOf(decided, ['云岭镇', '青禾村'])).toBe('白鹭街道/青禾村');
    expect(subjectOf(decided, ['白鹭街道', '青禾村'])).toBe('白鹭街道/青禾村');
  });

  test('the same code in another town', () => {
    const mentions = [
      ...table('2022', ...steady, ['云岭镇', '青禾村', '990101001201']),
      ...table('2023', ...steady, ['白鹭街道', '青禾村', '990101001201']),
    ];
    expect(matchRoster(mentions, none).proposals).toMatchObject([
      { kind: 'moved', evidence: { sameCode: true, sameTown: false }, confidence: 'high' },
    ]);
  });

  test('a town that has become another kind of town moves nobody', () => {
    const mentions = [
      ...table('2022', ['云岭乡', '青禾村', '990101001201']),
      ...table('2023', ['云岭镇', '青禾村', '990101001201']),
    ];
    expect(matchRoster(mentions, none).proposals).toEqual([]);
  });
});

describe('likeness', () => {
  const onRoster = table(
    null,
    ['云岭镇', '青山塘村'],
    ['云岭镇', '柳岸村'],
    ['白鹭街道', '青山堂村'],
  );
  const rosters = new Set(['tundated']);

  test.each(['青山圹村', '青塘山村', '青山村', '青山塘社区', '青?塘村'])(
    '%s is proposed to be the village of its town, and not counted before that is confirmed',
    (name) => {
      const said: Said = ['云岭镇', name];
      const mentions = [...onRoster, ...table('2023', said)];
      const roster = matchRoster(mentions, rosters);
      expect(subjectOf(roster, said)).toBeUndefined();
      expect(roster.proposals.map(summary)).toMatchObject([
        { kind: 'alias', from: [name], to: ['青山塘村'] },
      ]);
      expect(roster.findings).toContainEqual(
        expect.objectContaining({ code: 'subject_unmatched', about: '青山塘村' }),
      );
      const decided = matchRoster(mentions, rosters, decideAll(mentions, 'confirmed', rosters));
      expect(subjectOf(decided, said)).toBe('云岭镇/青山塘村');
    },
  );

  test('refused, it is not proposed again', () => {
    const mentions = [...onRoster, ...table('2023', ['云岭镇', '青山圹村'])];
    const roster = matchRoster(mentions, rosters, decideAll(mentions, 'refused', rosters));
    expect(roster.proposals).toEqual([]);
    expect(roster.findings).toMatchObject([{ code: 'subject_unmatched', about: null }]);
  });

  test('a name beside the one that it is like, in one table, is another village', () => {
    const said = table('2023', ['云岭镇', '青山圹村'], ['云岭镇', '青山塘村']);
    expect(matchRoster([...onRoster, ...said], rosters).proposals).toEqual([]);
  });

  test('where two names are as near, none is proposed', () => {
    const twins = table(null, ['云岭镇', '青山塘村'], ['云岭镇', '青山坡村']);
    const said = table('2023', ['云岭镇', '青山圹村']);
    expect(matchRoster([...twins, ...said], rosters).proposals).toEqual([]);
  });
});

describe('codes that name nothing', () => {
  test('a pseudo-unit is left out with a note, under its name alone too', () => {
    const mentions = [
      ...table('2022', ...steady, ['云岭镇', '云岭园区虚拟社区', '990101001498']),
      ...table('2023', ...steady, ['云岭镇', '云岭园区虚拟社区']),
    ];
    const roster = matchRoster(mentions, new Set(['t2022']));
    expect(roster.subjects).toHaveLength(2);
    expect(roster.findings.map(({ code }) => code)).toEqual(['pseudo_unit', 'pseudo_unit']);
  });

  test('a code that lost a digit is pointed out and the name decides', () => {
    const said: Said = ['云岭镇', '长河村', '99010100120'];
    const roster = matchRoster([...table('2022', ...steady), ...table('2023', said)], none);
    expect(subjectOf(roster, said)).toBe('990101001203');
    expect(roster.findings).toMatchObject([{ code: 'code_short', value: '99010100120' }]);
  });

  test('codes that all have eleven digits are codes', () => {
    const said: Said = ['云岭镇', '长河村', '99010100120'];
    expect(matchRoster(table('2022', said), none).subjects).toMatchObject([{ id: '99010100120' }]);
  });

  test('a ruined code is said once for all its rows', () => {
    const rows = steady.map(([town, name]): Said => [town, name, '9.90101E+11']);
    const roster = matchRoster([...table('2022', ...steady), ...table('2023', ...rows)], none);
    expect(roster.subjects).toHaveLength(2);
    expect(roster.findings).toMatchObject([
      { code: 'code_ruined', value: '9.90101E+11', count: 2 },
    ]);
  });

  test('a code that was a number or marked as text is the same code', () => {
    const rows = steady.map(([, name, code], index): Said => {
      return [null, name, index === 0 ? `'${code ?? ''}` : `${code ?? ''}.0`];
    });
    const roster = matchRoster([...table('2022', ...steady), ...table('2023', ...rows)], none);
    expect(roster.subjects).toHaveLength(2);
  });
});

test('villages of one town and name in two districts are not made one by a decision without codes', () => {
  const row = (district: string, name: string, period: string): Mention => {
    const [mention] = table(period, ['云岭镇', name]) as [Mention];
    return { ...mention, district, table: `${period}${district}` };
  };
  const ref = (name: string) => ({ code: null, town: '云岭镇', name });
  const change = {
    kind: 'renamed',
    from: [ref('青禾村')],
    to: [ref('罗衣村')],
    since: null,
  } as const;
  const crosswalk = decide(emptyCrosswalk, change, 'confirmed', '');
  const mentions = ['甲区', '乙区'].flatMap((district) => [
    row(district, '青禾村', '2022'),
    row(district, '罗衣村', '2023'),
  ]);
  const roster = matchRoster(mentions, none, crosswalk);
  expect(roster.subjects).toHaveLength(4);
  expect(roster.findings).toMatchObject([{ code: 'decision_unused' }]);
});

test('coverage counts the names of each table once', () => {
  const mentions = [
    ...table(null, ['云岭镇', '青禾村'], ['云岭镇', '长河村'], ['白鹭街道', '长河村']),
    ...table('2023', ['云岭镇', '青禾村'], [null, '长河村'], ['云岭镇', '明月里'], [null, '合计']),
  ];
  const again = mentions.map((mention) => ({ ...mention, row: mention.row + 10 }));
  const { coverage } = matchRoster([...mentions, ...again], new Set(['tundated']));
  expect(coverage.tables[1]).toEqual({
    table: 't2023',
    names: 3,
    matched: 1,
    unmatched: 1,
    ambiguous: 1,
    conflicting: 0,
    setAside: 1,
  });
});

test('neither the order of files nor that of rows makes a difference', () => {
  const word = fc.constantFrom(
    '青禾村',
    '青禾',
    '青禾社区',
    '柳塘村',
    '青柳村',
    '青木村',
    '青禾村委会',
  );
  const mention = fc.record({
    table: fc.constantFrom('a', 'b', 'c', 'd'),
    code: fc.constantFrom(null, null, '990101001201', '990101001202', '9.9E+11'),
    district: fc.constantFrom(null, null, '甲区', '乙区'),
    town: fc.constantFrom(null, '云岭镇', '云岭镇', '白鹭街道'),
    name: word,
    track: fc.constantFrom(null, '一类', '二类'),
    period: fc.constantFrom(null, '2022', '2023Q1', '2023Q2'),
    row: fc.integer({ min: 2, max: 40 }),
    count: fc.constant(1),
  });
  const orders = fc
    .array(mention, { minLength: 2, maxLength: 14 })
    .chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  const outcome = (list: readonly Mention[], rosters: ReadonlySet<string>) => {
    const found = matchRoster(list, rosters);
    return {
      subjects: sorted(found.subjects),
      aliases: sorted(found.aliases),
      proposals: found.proposals,
      breaks: sorted(found.breaks),
      coverage: sorted(found.coverage.tables),
      findings: sorted(found.findings.filter(({ code }) => code !== 'subject_ambiguous')),
    };
  };
  fc.assert(
    fc.property(orders, fc.constantFrom([], ['a']), ([list, shuffled], rosters) => {
      const tables = new Set(rosters);
      expect(outcome(shuffled, tables)).toEqual(outcome(list, tables));
    }),
    { numRuns: 300 },
  );
});
