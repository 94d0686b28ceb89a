import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchRoster, mentionKey, type Mention } from '../../../src/ingest/roster';

let row = 1;

function mention(words: Partial<Mention>): Mention {
  row += 1;
  const none = { code: null, district: null, town: null, name: null, track: null };
  return { table: 'scores', ...none, row, count: 1, ...words };
}

const onRoster = (words: Partial<Mention>) => mention({ table: 'roster', ...words });

const roster = [
  onRoster({ code: '990101001201', town: '云岭镇', name: '青禾村', track: '三类' }),
  onRoster({ code: '990101002201', town: '白鹭街道', name: '青禾村', track: '二类' }),
  onRoster({ code: '990101002001', town: '白鹭街道', name: '星汉社区', track: '一类' }),
];

/** The subject that a mention on a score sheet comes to, or the code of the finding. */
function recognise(words: Partial<Mention>): string | undefined {
  const said = mention(words);
  const { aliases, findings } = matchRoster([...roster, said], new Set(['roster']));
  const alias = aliases.find(({ key }) => key === mentionKey(said));
  return alias?.subject ?? findings.find((found) => found.row === said.row)?.code;
}

test('a code decides, whatever the name has become', () => {
  expect(recognise({ code: '990101001201', name: '新青禾村' })).toBe('990101001201');
});

test('a name of two towns is told apart by its town', () => {
  expect(recognise({ town: '云岭镇', name: '青禾村' })).toBe('990101001201');
  expect(recognise({ town: '白鹭 街道', name: '青　禾村' })).toBe('990101002201');
});

test('a name alone is enough where one subject bears it, and ambiguous where two do', () => {
  expect(recognise({ name: '星汉社区' })).toBe('990101002001');
  expect(recognise({ name: '青禾村' })).toBe('subject_ambiguous');
});

test.each(['青禾', '青禾村委会', '青禾村村委会', '青禾村民委员会', '青禾村村民委员会'])(
  '%s is the village under another suffix',
  (name) => {
    expect(recognise({ town: '云岭镇', name })).toBe('990101001201');
  },
);

test.each(['星汉', '星汉居委会', '星汉居民委员会', '星汉社区居委会', '星汉社区居民委员会'])(
  '%s is the community under another suffix',
  (name) => {
    expect(recognise({ name })).toBe('990101002001');
  },
);

test('a town written without the word for its kind is the only town of that name', () => {
  expect(recognise({ town: '云岭', name: '青禾村' })).toBe('990101001201');
  expect(recognise({ town: '雲嶺', name: '青禾' })).toBe('990101001201');
  expect(recognise({ town: '白', name: '青禾村' })).toBe('subject_unmatched');
  const said = mention({ town: '云岭', name: '青禾村' });
  const twin = onRoster({ code: '990101003201', town: '云岭乡', name: '竹溪村', track: '一类' });
  const { findings } = matchRoster([...roster, twin, said], new Set(['roster']));
  expect(findings).toMatchObject([{ code: 'subject_unmatched', value: '云岭 青禾村' }]);
});

test('a zone and the subdistrict that bears its name are two towns', () => {
  const zone = onRoster({ town: '苇湾区', name: '青禾村', track: '一类' });
  const street = onRoster({ town: '苇湾区街道', name: '青禾村', track: '一类' });
  expect(matchRoster([zone, street], new Set(['roster'])).subjects.map(({ id }) => id)).toEqual([
    '苇湾区/青禾村',
    '苇湾区街道/青禾村',
  ]);
});

test('where no roster says its name, a town is shown with the word for its kind, and decided on under it', () => {
  const early = mention({ table: 'a', town: '云岭镇', name: '青禾村', period: '2023Q1' });
  const late = mention({ table: 'b', town: '云岭', name: '青禾村', period: '2023Q2' });
  const { subjects, aliases } = matchRoster([early, late], new Set());
  expect(subjects.map(({ id }) => id)).toEqual(['云岭镇/青禾村']);
  expect(aliases).toHaveLength(2);
});

test('a village of the same stem as a community is not taken for it', () => {
  const twins = [
    onRoster({ town: '云岭镇', name: '长河村', track: '三类' }),
    onRoster({ town: '云岭镇', name: '长河社区', track: '一类' }),
  ];
  const said = mention({ town: '云岭镇', name: '长河社区' });
  const { aliases } = matchRoster([...twins, said], new Set(['roster']));
  expect(aliases.find(({ key }) => key === mentionKey(said))?.subject).toBe('云岭镇/长河社区');
});

test('a name that is not on the roster is no subject', () => {
  expect(recognise({ town: '云岭镇', name: '柳塘村' })).toBe('subject_unmatched');
  expect(recognise({ town: '柳塘镇', name: '青禾村' })).toBe('subject_unmatched');
});

test.each(['小计', '合计', '小計', '全區合計', '合 计', '总计', '云岭镇小计', '全区合计'])(
  '%s is a total',
  (name) => {
    expect(recognise({ town: '云岭镇', name })).toBe('total_row');
  },
);

test('a total may stand in the column of towns; a row without any name is told apart', () => {
  expect(recognise({ town: '合计' })).toBe('total_row');
  expect(recognise({ town: '云岭镇' })).toBe('name_missing');
});

test('without a roster every subject that a table names is on the list', () => {
  const mentions = [
    mention({ town: '云岭镇', name: '青禾村', track: '三类' }),
    mention({ table: 'second', town: '云岭镇', name: '青禾村' }),
    mention({ town: '云岭镇', name: '柳塘村', track: '三类' }),
    mention({ town: '云岭镇', name: '小计' }),
  ];
  const { subjects } = matchRoster(mentions, new Set());
  expect(subjects.map(({ name }) => name)).toEqual(['青禾村', '柳塘村']);
});

test('without a roster a table that names no town joins the subject of that name', () => {
  const mentions = [
    mention({ town: '云岭镇', name: '青禾村', track: '三类' }),
    mention({ table: 'economy', name: '青禾村' }),
  ];
  const { subjects, findings } = matchRoster(mentions, new Set());
  expect(subjects.map(({ id }) => id)).toEqual(['云岭镇/青禾村']);
  expect(findings).toEqual([]);
});

test('codes that a spreadsheet has shortened do not make one subject of many', () => {
  const code = '9.90101E+11';
  const mentions = [mention({ code, name: '青禾村' }), mention({ code, name: '柳塘村' })];
  expect(matchRoster(mentions, new Set()).subjects).toHaveLength(2);
});

test('the roster decides the track; a sheet that says another is named', () => {
  const said = mention({ town: '云岭镇', name: '青禾村', track: '一类' });
  const { subjects, findings } = matchRoster([...roster, said], new Set(['roster']));
  expect(subjects[0]).toMatchObject({ track: '三类' });
  expect(findings).toMatchObject([{ code: 'track_conflict', row: said.row, value: '一类' }]);
});

test('two tracks for one village on the roster are named', () => {
  const again = onRoster({ code: '990101001201', town: '云岭镇', name: '青禾村', track: '二类' });
  const { findings } = matchRoster([...roster, again], new Set(['roster']));
  expect(findings).toMatchObject([{ code: 'track_conflict', row: again.row, value: '二类' }]);
});

test('the code tells a community from a village, else the name does', () => {
  const { subjects } = matchRoster(
    [...roster, onRoster({ name: '柳塘居委会' }), onRoster({ name: '柳塘村' })],
    new Set(['roster']),
  );
  const kinds = ['village', 'village', 'community', 'community', 'village'];
  expect(subjects.map(({ kind }) => kind)).toEqual(kinds);
});

test('the order of the mentions does not matter', () => {
  const mentions = [
    mention({ code: '990101001201', town: '云岭镇', name: '青禾村', track: '三类' }),
    mention({ table: 'second', town: '云岭镇', name: '青禾村' }),
    mention({ table: 'second', town: '白鹭街道', name: '青禾村', track: '二类' }),
    mention({ table: 'third', code: '990101001201', name: '青禾新村' }),
    mention({ table: 'third', town: '云岭镇', name: '柳塘村', track: '三类' }),
    mention({ town: '云岭镇', name: '柳塘村', track: '三类' }),
    mention({ name: '小计' }),
  ];
  const outcome = (list: readonly Mention[]) => {
    const { subjects, aliases, findings } = matchRoster(list, new Set());
    return {
      subjects: subjects.map(({ id, track }) => `${id} ${track ?? ''}`).sort(),
      aliases: aliases.map(({ key, subject }) => `${key} ${subject}`).sort(),
      findings: findings.map(({ code, row: where }) => `${code} ${where ?? ''}`).sort(),
    };
  };
  const expected = outcome(mentions);
  const all = fc.shuffledSubarray(mentions, { minLength: mentions.length });
  fc.assert(
    fc.property(all, (shuffled) => {
      expect(outcome(shuffled)).toEqual(expected);
    }),
  );
});
