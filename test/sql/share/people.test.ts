import { beforeAll, expect, test } from 'vitest';
import { inflateSync } from 'fflate';
import { matchColumns } from '../../../src/ingest/match-columns';
import { contractTables } from '../../../src/share/contract';
import { fromBase64Url } from '../../../src/share/bytes';
import { decodeLink, encodeLink } from '../../../src/share/link';
import { writeLinkFile } from '../../../src/share/link-file';
import { withoutPeople } from '../../../src/share/people';
import type { Spec } from '../../../src/share/spec';
import { subjectWords } from '../../../src/views/questions/share';
import { TestEngine } from '../test-engine';
import { contractFor, load, sample } from './shared';

let engine: TestEngine;
beforeAll(async () => {
  engine = await TestEngine.start();
});

/** Every cell of the source files that is a word, or a code of somebody. */
async function wordsOf(): Promise<string[]> {
  const words: string[] = [];
  for (const table of engine.tables) {
    for (const row of await engine.raw(table)) {
      const cells = Object.values(row).filter((cell): cell is string => typeof cell === 'string');
      words.push(...cells.filter((cell) => /\p{L}/u.test(cell) && !/^\d{4}年/.test(cell)));
    }
  }
  return [...new Set(words)];
}

test.each(['niuzhuang-members', 'niuzhuang-households'])(
  '%s: no name and no code of a person stands in a link, packed or unpacked, nor in its file',
  async (folder) => {
    await load(engine, await sample(folder));
    const words = await wordsOf();
    expect(words.length).toBeGreaterThan(20);
    const { sql, read } = subjectWords();
    const people = (await engine.rows(sql)).map(read);
    expect(people.length).toBeGreaterThan(5);
    const [one = '', other = ''] = people;
    const spec: Spec = {
      version: 1,
      made: '2026-11-21',
      page: 'star-board',
      filters: { search: one },
      choices: { subject: [one, other], order: ['rank'] },
      queries: [
        { name: one, sql: `SELECT * FROM score.period_rank WHERE subject_id = '${other}'` },
      ],
      contract: await contractFor(engine, true),
    };
    const nameless = withoutPeople(spec, people, 'never').spec;
    const link = encodeLink(nameless);
    const bytes = fromBase64Url(link.replace('#s1.', '')) ?? new Uint8Array();
    const texts = [
      link,
      Buffer.from(bytes).toString('utf8'),
      Buffer.from(bytes).toString('latin1'),
      Buffer.from(inflateSync(bytes.subarray(4))).toString('utf8'),
      JSON.stringify(decodeLink(link)),
      writeLinkFile(nameless),
    ];
    const headers = new Set(
      contractTables(engine.tables, (table) => matchColumns(table)).flatMap(({ columns }) =>
        columns.map(({ header }) => header),
      ),
    );
    for (const word of words.filter((cell) => !headers.has(cell)))
      for (const text of texts) expect(text.includes(word), word).toBe(false);
  },
);
