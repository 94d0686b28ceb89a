import { expect, test } from 'vitest';
import { boundaryRow, markRow, moveBoundary } from '../../../../src/ingest/layout/edit';
import type { TableLayout } from '../../../../src/model/layout';

/** A title, a header of two rows with a row of units under it, data with a group and a total, a note. Row 8 is blank. */
const table: TableLayout = {
  columns: { first: 1, last: 4 },
  header: [2, 3],
  body: { first: 5, last: 11 },
  marked: [
    { row: 1, kind: 'title' },
    { row: 4, kind: 'unit' },
    { row: 6, kind: 'group', text: '云岭镇' },
    { row: 11, kind: 'total', by: 'word' },
    { row: 12, kind: 'note' },
  ],
};
const filled = [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12];

const kindsOf = ({ marked }: TableLayout) =>
  Object.fromEntries(marked.map(({ row, kind }) => [row, kind]));

test('boundaries stand at the first row of header and data and at the last of data', () => {
  expect(boundaryRow(table, 'header')).toBe(2);
  expect(boundaryRow(table, 'data')).toBe(5);
  expect(boundaryRow(table, 'end')).toBe(11);
  expect(boundaryRow({ ...table, header: [] }, 'header')).toBe(5);
});

test('data that begins lower makes header of the rows above, and their marks are gone', () => {
  const moved = moveBoundary(table, 'data', 7, filled);
  expect(moved.header).toEqual([2, 3, 5, 6]);
  expect(moved.body).toEqual({ first: 7, last: 11 });
  expect(kindsOf(moved)).toEqual({ 1: 'title', 4: 'unit', 11: 'total', 12: 'note' });
});

test('data that begins higher takes rows of the header in', () => {
  const moved = moveBoundary(table, 'data', 3, filled);
  expect(moved.header).toEqual([2]);
  expect(moved.body.first).toBe(3);
});

test('data that begins with the header leaves no header', () => {
  expect(moveBoundary(table, 'data', 2, filled)).toMatchObject({
    header: [],
    body: { first: 2, last: 11 },
  });
});

test('a header that begins higher takes the title in, one that begins lower leaves titles', () => {
  const higher = moveBoundary(table, 'header', 1, filled);
  expect(higher.header).toEqual([1, 2, 3]);
  expect(kindsOf(higher)[1]).toBeUndefined();
  const lower = moveBoundary(table, 'header', 3, filled);
  expect(lower.header).toEqual([3]);
  expect(kindsOf(lower)).toMatchObject({ 1: 'title', 2: 'title', 4: 'unit' });
});

test('an end that comes earlier leaves notes, one that goes later takes notes in', () => {
  const earlier = moveBoundary(table, 'end', 9, filled);
  expect(earlier.body.last).toBe(9);
  expect(kindsOf(earlier)).toMatchObject({ 10: 'note', 11: 'note', 12: 'note' });
  const later = moveBoundary(table, 'end', 12, filled);
  expect(later.body.last).toBe(12);
  expect(kindsOf(later)[12]).toBeUndefined();
});

test('data cannot begin behind its end, nor end before its beginning', () => {
  expect(moveBoundary(table, 'data', 12, filled)).toEqual(table);
  expect(moveBoundary(table, 'end', 1, filled).body).toEqual({ first: 5, last: 5 });
});

test('a total becomes data, a row of data a total', () => {
  expect(kindsOf(markRow(table, 11, 'data', '合计', filled))[11]).toBeUndefined();
  expect(markRow(table, 7, 'total', '小计', filled).marked).toContainEqual({
    row: 7,
    kind: 'total',
    by: 'word',
  });
});

test('a note below the table becomes data of it', () => {
  const marked = markRow(table, 12, 'data', '', filled);
  expect(marked.body.last).toBe(12);
  expect(kindsOf(marked)[12]).toBeUndefined();
});

test('a group holds its words', () => {
  expect(markRow(table, 9, 'group', '白鹭街道', filled).marked).toContainEqual({
    row: 9,
    kind: 'group',
    text: '白鹭街道',
  });
});

test('the first row of data joins the header, one further down is a header repeated', () => {
  const joined = markRow(table, 5, 'header', '', filled);
  expect(joined.header).toEqual([2, 3, 5]);
  expect(joined.body.first).toBe(6);
  const repeated = markRow(table, 9, 'header', '', filled);
  expect(repeated.header).toEqual([2, 3]);
  expect(kindsOf(repeated)[9]).toBe('header');
});

test('a row of the header becomes data, and those below it with it', () => {
  const marked = markRow(table, 3, 'data', '', filled);
  expect(marked.header).toEqual([2]);
  expect(marked.body.first).toBe(3);
});

test('a title becomes header', () => {
  const marked = markRow(table, 1, 'header', '', filled);
  expect(marked.header).toEqual([1, 2, 3]);
  expect(marked.body).toEqual(table.body);
});
