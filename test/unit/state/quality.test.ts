import { expect, test } from 'vitest';
import { finding, type Finding } from '../../../src/model/finding';
import type { SourceTable } from '../../../src/model/source';
import type { Calculation } from '../../../src/state/calculation.svelte';
import { Corrections } from '../../../src/state/corrections.svelte';
import { History } from '../../../src/state/history.svelte';
import type { Files } from '../../../src/state/files.svelte';
import { Quality } from '../../../src/state/quality.svelte';
import type { Engine } from '../../../src/engine/protocol';

const columns = [
  { ordinal: 2, letter: 'B', header: '村名' },
  { ordinal: 3, letter: 'C', header: '得分' },
];
const table = { id: 'f1_1', file: 'a.csv', sheet: null, sheetId: 'f1_s1', rows: 9, columns };
const sheet = { id: 'f1_s1', fileId: 'f1', file: 'a.csv', sheet: null };

const split = finding('rank_tie_split', { file: 'a.csv', row: 4, column: 'C', value: '=甲\n乙' });
const unreadable = finding('value_unreadable', { file: 'a.csv', row: 5, column: 'C' });
const elsewhere = finding('personal_replaced', { file: 'b.csv' });

/** The page's state over findings as they are given. */
function over(findings: readonly Finding[]) {
  const history = new History();
  const corrections = new Corrections(
    () => undefined,
    history,
    (typed) => Promise.resolve(typed),
  );
  const files = {
    tables: [table as unknown as SourceTable],
    sheets: [sheet],
    entries: [{ loaded: {} }, { loaded: null }],
  } as unknown as Files;
  const calculation = { findings } as unknown as Calculation;
  const quality = new Quality({} as Engine, calculation, files, corrections);
  return { quality, corrections, history };
}

const codes = ({ groups }: Quality) => groups.map(({ code }) => code);

test('what has to be settled stands first; filters narrow it', () => {
  const { quality } = over([elsewhere, split, split, unreadable]);
  expect(quality.checked).toEqual({ files: 1, tables: 1, rows: 9 });
  expect(quality.counts).toEqual({ error: 1, warning: 2, note: 1 });
  expect(codes(quality)).toEqual(['value_unreadable', 'rank_tie_split', 'personal_replaced']);
  quality.file = 'b.csv';
  expect(codes(quality)).toEqual(['personal_replaced']);
  quality.severity = 'error';
  expect(codes(quality)).toEqual([]);
});

test('an accepted finding is set aside with its note, and comes back', async () => {
  const { quality, corrections, history } = over([split, unreadable]);
  await corrections.accept(split, '章程规定');
  expect(codes(quality)).toEqual(['value_unreadable']);
  expect(quality.accepted).toMatchObject([{ found: split, acceptance: { note: '章程规定' } }]);
  await history.undo();
  expect(codes(quality)).toHaveLength(2);
});

test('a finding whose cell was corrected is settled, that of another cell is not', async () => {
  const { quality, corrections } = over([split, unreadable]);
  const cell = quality.cellOf(unreadable);
  expect(cell).toMatchObject({ row: 5, column: { ordinal: 3, header: '得分' } });
  const place = { file: 'a.csv', sheet: null, row: 5, column: 3, header: '得分' };
  await corrections.add({ ...place, was: '九十', value: '90', note: '' });
  expect(codes(quality)).toEqual(['rank_tie_split']);
});

test('a finding leads to its sheet and file; one about no cell of a table can not be corrected', () => {
  const { quality } = over([]);
  expect([quality.sheetOf(split), quality.fileIdOf(split)]).toEqual(['f1_s1', 'f1']);
  expect([quality.sheetOf(elsewhere), quality.cellOf(elsewhere)]).toEqual([null, null]);
  expect(quality.cellOf({ ...split, column: 'Z' })).toBeNull();
});
