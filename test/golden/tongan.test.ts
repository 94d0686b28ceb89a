import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/cli/session';
import { basesOf, figuresOf, sampleFolder, scored } from './headline';

let session: Session;

beforeAll(async () => {
  session = await scored('tongan', 'tongan');
}, 120_000);

describe('system E', () => {
  test('the published figures come out', async () => {
    expect(await figuresOf(session, '2016')).toMatchObject({
      secretary_count: 12,
      years_running: 3,
      share_at_threshold: 1,
      project_count: 71,
      key_project_count: 17,
      invested: 8500,
      first_group_count: 2,
      second_group_count: 4,
      third_group_count: 2,
      became_general_branch_count: 66,
      became_committee_count: 2,
    });
    expect(await basesOf(session, '2016')).toMatchObject({
      share_at_threshold: '84/84',
      invested: 'reporting 42, at_least',
    });
  });

  test('years without figures of villages have no figure about them, not a zero', async () => {
    const figures = await figuresOf(session, '2015');
    expect(Object.keys(figures)).not.toContain('became_committee_count');
    expect(Object.keys(figures)).not.toContain('share_at_threshold');
    expect(figures).toMatchObject({ years_running: 2 });
  });

  test('only secretaries are rated, each by all classes that are large enough', async () => {
    const rows = await session.query(`
      SELECT period_id, count(*) AS rated FROM score.period_rank GROUP BY period_id ORDER BY period_id`);
    expect(rows.map((row) => Number(row['rated']))).toEqual([12, 12, 12]);
    const few = await session.query(`
      SELECT subject_id FROM score.period_score
      WHERE period_id = '2014' AND score IS NOT NULL AND subject_id NOT IN (
        SELECT subject_id FROM score.part_value WHERE node = 'residents' AND period_id = '2014')`);
    expect(few).toHaveLength(1);
  });
});

interface Mark {
  readonly year: string;
  readonly subject: string;
  readonly panel: string;
  readonly assessor: string;
  readonly mark: number;
}

/** The marks of the sample, read without the product; those of an assessor who never differs are left out. */
function validMarks(): Mark[] {
  const bytes = readFileSync(join(sampleFolder('tongan'), '2014-2016年述职评议打分.csv'));
  const [, ...lines] = iconv.decode(bytes, 'gb18030').trim().split('\r\n');
  const marks = lines
    .map((line) => line.split(','))
    .map(([year = '', subject = '', panel = '', assessor = '', mark]) => ({
      year,
      subject,
      panel,
      assessor,
      mark: Number(mark),
    }))
    .filter(({ mark }) => !Number.isNaN(mark));
  return marks.filter((one) =>
    marks.some(
      (other) =>
        other.year === one.year && other.assessor === one.assessor && other.mark !== one.mark,
    ),
  );
}

describe('the panel', () => {
  const marks = validMarks();

  test('each year one ballot that gives everybody the same mark is invalid', () => {
    const peers = (year: string) =>
      new Set(
        marks
          .filter((one) => one.year === year && one.panel === '党委书记')
          .map(({ assessor }) => assessor),
      );
    expect(['2014', '2015', '2016'].map((year) => peers(year).size)).toEqual([11, 11, 11]);
  });

  test.each([
    ['committee', '区委常委'],
    ['discipline', '纪委'],
    ['organisation', '组织部'],
    ['peers', '党委书记'],
  ])(
    '%s: the mean of the valid marks without the extremes of a class of six or more',
    async (node, panel) => {
      const rows = await session.query(
        `SELECT subject_id, period_id, value FROM score.part_value WHERE node = '${node}'`,
      );
      expect(rows).toHaveLength(36);
      for (const row of rows) {
        const given = marks
          .filter(
            (one) =>
              one.panel === panel &&
              one.subject === row['subject_id'] &&
              one.year === row['period_id'],
          )
          .map(({ mark }) => mark)
          .sort((a, b) => a - b);
        const kept = given.length >= 6 ? given.slice(1, -1) : given;
        const sum = kept.reduce((total, mark) => total + mark, 0);
        // hundredths, a half up, in whole numbers
        const expected = Math.floor((200 * sum + kept.length) / (2 * kept.length)) / 100;
        expect(row['value'], `${String(row['subject_id'])} ${String(row['period_id'])}`).toBe(
          expected,
        );
      }
    },
  );

  test('no more than 40 % of the ballots of a class count as 好', async () => {
    const rows = await session.query(`
      SELECT
        o.subject_id, o.period_id, any_value(v.value) AS value,
        max(o.value) FILTER (o.indicator_id = '党员群众好') AS good,
        max(o.value) FILTER (o.indicator_id = '党员群众较好') AS fairly,
        max(o.value) FILTER (o.indicator_id = '党员群众一般') AS fair,
        max(o.value) FILTER (o.indicator_id = '党员群众差') AS poor
      FROM canon.observation AS o
      JOIN score.part_value AS v USING (subject_id, period_id)
      WHERE v.node = 'residents'
      GROUP BY o.subject_id, o.period_id`);
    expect(rows).toHaveLength(35);
    let limited = 0;
    for (const row of rows) {
      const [good = 0, fairly = 0, fair = 0, poor = 0] = ['good', 'fairly', 'fair', 'poor'].map(
        (key) => Number(row[key]),
      );
      const all = good + fairly + fair + poor;
      const counted = Math.min(good, 0.4 * all);
      if (counted < good) limited += 1;
      const points = 100 * counted + 85 * (fairly + good - counted) + 70 * fair + 50 * poor;
      expect(Number(row['value'])).toBeCloseTo(points / all, 2);
    }
    expect(limited).toBeGreaterThan(0);
  });
});
