import { Fault } from '../../src/model/answer';
import { finding, type Finding } from '../../src/model/finding';
import { gridOfRows, type Cell, type Grid } from './grid';
import { readJson, type RepeatedKey } from './json-values';
import { namesOf, NestedColumns, type Nested } from './nested';
import type { Encoding } from './encoding';
import { readAs, toUtf8, type Advance } from './text';

/** A longer text can't be held as one string. */
const mostBytes = 384 * 1024 * 1024;

type Fields = ReadonlyMap<string, Nested>;

export interface JsonTables {
  readonly grids: readonly Grid[];
  readonly findings: readonly Finding[];
}

/**
 * Reads records from JSON: a list of objects or of lists, one of them a line, an object around such a list, or a
 * single object.
 * @throws Fault that says where the text is malformed, or that it holds no records
 */
export async function readJsonTables(
  content: Blob,
  advance: Advance,
  encoding?: Encoding,
): Promise<JsonTables> {
  if (content.size > mostBytes)
    throw new Fault('file_too_large', { limit: mostBytes / 1024 / 1024 });
  const plain = encoding
    ? await readAs(content, encoding, advance)
    : await toUtf8(content, advance);
  const text = await plain.utf8.text();
  const repeated: RepeatedKey[] = [];
  const lines = splitLines(text);
  const root = lines
    ? lines.map(({ line, text: one }, index) =>
        readJson(one, { line, record: index + 1 }, repeated),
      )
    : readJson(text, { line: 1, record: null }, repeated);
  const { grids, findings } = tablesOf(root);
  const firsts = repeated.slice(0, 100);
  return {
    grids,
    findings: [
      ...findings,
      ...firsts.map(({ record, key }) => finding('key_repeated', { row: record, value: key })),
      ...(plain.replaced ? replacedCells(grids) : []),
    ],
  };
}

/** The lines of a text of which each is a document of its own; null where it is one document. */
function splitLines(text: string): { line: number; text: string }[] | null {
  const lines = text
    .split('\n')
    .map((one, index) => ({ line: index + 1, text: one }))
    .filter((one) => one.text.trim() !== '');
  const [first] = lines;
  if (!first || lines.length < 2) return null;
  try {
    readJson(first.text, { line: 1, record: 1 }, []);
    return lines;
  } catch {
    return null;
  }
}

function tablesOf(root: Nested): JsonTables {
  if (isRecords(root)) return recordTable(root, null);
  if (!(root instanceof Map)) throw new Fault('json_no_records');
  const fields = root as Fields;
  if (isColumns(fields)) return columnTable(fields);
  const lists = [...listsIn(fields, '')];
  if (lists.length === 0) {
    const isEmpty = [...fields.values()].some((one) => Array.isArray(one) && one.length === 0);
    if (isEmpty) throw new Fault('json_no_records');
    return recordTable([fields], null);
  }
  const single = lists.length === 1;
  const tables = lists.map(({ path, records }) => recordTable(records, single ? null : path));
  const others = [...fields.keys()].filter(
    (key) => !lists.some(({ path }) => path === key || path.startsWith(`${key}.`)),
  );
  const about = others.length > 0 ? namesOf(others) : null;
  const wrapped = lists.map(({ path }) =>
    finding('records_wrapped', { sheet: single ? null : path, value: path, about }),
  );
  return {
    grids: tables.flatMap(({ grids }) => grids),
    findings: [...wrapped, ...tables.flatMap(({ findings }) => findings)],
  };
}

function isRecords(value: Nested): value is readonly Nested[] {
  return Array.isArray(value) && value.some((one) => one instanceof Map || Array.isArray(one));
}

/** Whether the fields are lists of the same length: columns, not records. */
function isColumns(fields: Fields): boolean {
  const lists = [...fields.values()];
  const lengths = new Set(lists.map((list) => (Array.isArray(list) ? list.length : -1)));
  const [length = 0] = lengths;
  return lists.length > 1 && lengths.size === 1 && length > 1 && !lists.some(isRecords);
}

function columnTable(fields: Fields): JsonTables {
  const columns = new NestedColumns();
  let rows = 0;
  for (const [name, list] of fields) {
    columns.add(name, list as readonly Nested[]);
    rows = (list as readonly Nested[]).length;
  }
  return { grids: [columns.grid(null, rows)], findings: [] };
}

/** The lists of records in an object and in the objects within it. */
function* listsIn(
  fields: Fields,
  prefix: string,
): Generator<{ path: string; records: readonly Nested[] }> {
  for (const [key, value] of fields) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (isRecords(value)) yield { path, records: value };
    else if (value instanceof Map) yield* listsIn(value as Fields, path);
  }
}

function recordTable(records: readonly Nested[], sheet: string | null): JsonTables {
  if (records.every((record) => Array.isArray(record) || record === null)) {
    return listTable(records as readonly (readonly Nested[] | null)[], sheet);
  }
  const values = new Map<string, Nested[]>();
  const put = (key: string, index: number, value: Nested) => {
    let column = values.get(key);
    if (!column) values.set(key, (column = new Array<Nested>(records.length).fill(null)));
    column[index] = value;
  };
  records.forEach((record, index) => {
    if (record instanceof Map) (record as Fields).forEach((value, key) => put(key, index, value));
    else if (record !== null) put('value', index, record);
  });
  const columns = new NestedColumns();
  for (const [name, column] of values) columns.add(name, column);
  return { grids: [columns.grid(sheet, records.length)], findings: columns.findings(sheet) };
}

/** Lists hold their header among them, if there is one. */
function listTable(
  records: readonly (readonly Nested[] | null)[],
  sheet: string | null,
): JsonTables {
  const width = records.reduce((most, record) => Math.max(most, record?.length ?? 0), 0);
  const columns = new NestedColumns();
  for (let index = 0; index < width; index += 1) {
    const values = records.map((record) => record?.[index] ?? null);
    columns.addTextOf(String(index + 1), values);
  }
  const whole = columns.grid(sheet, records.length);
  const rows = records.map((_, row) => whole.columns.map((column) => column[row]));
  return { grids: [gridOfRows(rows, { sheet })], findings: columns.findings(sheet) };
}

/** Cells that hold a character which could not be read; the first hundred. */
function replacedCells(grids: readonly Grid[]): Finding[] {
  const found: Finding[] = [];
  const look = (grid: Grid) => (cells: readonly Cell[]) =>
    cells.forEach((value, index) => {
      if (found.length >= 100 || !value?.includes('\ufffd')) return;
      const row = grid.numbers[index] ?? null;
      found.push(finding('bytes_replaced', { sheet: grid.sheet, row, value }));
    });
  for (const grid of grids) grid.columns.forEach(look(grid));
  return found;
}
