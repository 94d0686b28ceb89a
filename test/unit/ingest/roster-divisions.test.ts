import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matchRoster, type Mention } from '../../../src/ingest/roster';

const folder = '../shared/reference/divisions';

/** The published columns: `villagetr_name` is the town, `street_name` and `street_code` the village. */
function mentionsOf(file: string, period: string): Mention[] {
  const lines = readFileSync(`${folder}/${file}`, 'utf8').trim().split(/\r?\n/);
  return lines.slice(1).map((line, index) => {
    const [, , , district = null, , town = null, , name = null, code = null] = line.split(',');
    return {
      table: file,
      code,
      district,
      town,
      name,
      track: null,
      period,
      row: index + 2,
      count: 1,
    };
  });
}

test.skipIf(!existsSync(folder))(
  'official codes of two years: one renamed, three pseudo-units',
  () => {
    const mentions = [
      ...mentionsOf('jiujiang_villages_2021.csv', '2021'),
      ...mentionsOf('jiujiang_villages_2022.csv', '2022'),
    ];
    const roster = matchRoster(mentions, new Set(mentions.map(({ table }) => table)));
    expect(roster.subjects).toHaveLength(109);
    expect(roster.proposals).toMatchObject([
      {
        kind: 'renamed',
        since: '2022',
        evidence: { code: '340207005006', sameTown: true },
        confidence: 'high',
      },
    ]);
    expect(roster.coverage.tables).toMatchObject([
      { names: 109, matched: 109, setAside: 3 },
      { names: 109, matched: 109, setAside: 3 },
    ]);
  },
);

test.skipIf(!existsSync(folder))(
  'without their codes the same lists match by town and name',
  () => {
    const mentions = [
      ...mentionsOf('jiujiang_villages_2021.csv', '2021').map((one) => ({ ...one, code: null })),
      ...mentionsOf('jiujiang_villages_2022.csv', '2022'),
    ];
    const roster = matchRoster(mentions, new Set(['jiujiang_villages_2022.csv']));
    expect(roster.coverage.tables[0]).toMatchObject({ matched: 108, unmatched: 1, setAside: 3 });
  },
);
