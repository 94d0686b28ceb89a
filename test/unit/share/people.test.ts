import { expect, test } from 'vitest';
import { encodeLink, decodeLink } from '../../../src/share/link';
import { tidied, without } from '../../../src/share/parts';
import { withoutPeople } from '../../../src/share/people';
import type { Spec } from '../../../src/share/spec';
import { smallSpec } from './spec';

const names = ['张桂兰', '李', 'H0007'];

const telling: Spec = {
  ...smallSpec,
  title: '张桂兰的积分',
  filters: { town: ['云岭镇', '李'], search: 'zgl' },
  choices: { subject: ['H0007', 'H0007 张桂兰'], order: ['rank'] },
  queries: [
    { name: '一户', sql: `SELECT * FROM score.period_rank WHERE subject_id = 'H0007'` },
    { name: '参数', sql: 'SELECT $who', parameters: { who: '张桂兰' } },
    { name: '人数', sql: 'SELECT count(*) FROM canon.subject' },
  ],
  figure: { mark: 'bar', shown: ['张桂兰'] },
  contract: {
    tables: [
      {
        columns: [
          { header: '张桂兰', role: 'indicator', name: '张桂兰', type: 'number' },
          { header: '加分', role: 'indicator', name: '加分', type: 'number' },
        ],
        tables: 1,
        rows: 9,
      },
    ],
    subjects: 9,
    periods: [],
  },
};

test('every text that holds a name of a person is left out, and they are counted', () => {
  const { spec, left } = withoutPeople(telling, names, 'never');
  const kept = tidied(spec);
  for (const name of names) expect(JSON.stringify(kept)).not.toContain(name);
  expect(kept).toMatchObject({
    filters: { town: ['云岭镇'] },
    choices: { order: ['rank'] },
    queries: [{ name: '人数' }],
    figure: { mark: 'bar' },
  });
  expect(kept.contract?.tables[0]?.columns.map(({ header }) => header)).toEqual(['加分']);
  expect(kept.filters?.search).toBeUndefined();
  expect(left).toBe(9);
  expect(decodeLink(encodeLink(kept))).toEqual(kept);
});

test('a part that is left out is nowhere in the link', () => {
  const kept = without(telling, ['places', 'queries', 'data']);
  expect(Object.keys(kept).sort()).toEqual(['made', 'page', 'scheme', 'title', 'version', 'year']);
});
