import type { Privacy } from '../src/engine/protocol';
import { headings } from '../src/ingest/layout/headings';
import {
  hitCounts,
  hitOrdinals,
  kindCounts,
  personalKind,
  type PersonalCounts,
} from '../src/ingest/personal/columns';
import { announcedKinds, type PersonalKind } from '../src/ingest/personal/kinds';
import { personalMacros } from '../src/ingest/personal/macros';
import { isMasked, isReplaced, maskSheet, type PersonalColumn } from '../src/ingest/personal/mask';
import { finding, type Finding, type FindingCode } from '../src/model/finding';
import type { SheetCells, TableLayout } from '../src/model/layout';
import { columnLetter, type SourceSheet } from '../src/model/source';
import { id, join, lit, sql, type Sql } from '../src/sql/sql';
import type { Connection } from './database';
import type { Records } from './readers/records';
import { decodeRows, type EngineRow } from './rows';
import { sheetCells } from './sheet-cells';

/** A sheet after its personal data was seen to. */
export interface Masked {
  /** The rows by which tables are told and named, as they now are. */
  readonly cells: SheetCells;
  readonly findings: readonly Finding[];
}

type Ask = (query: Sql) => Promise<EngineRow[]>;

const codes: Record<Privacy['mode'], FindingCode> = {
  replace: 'personal_replaced',
  keep: 'personal_kept',
  drop: 'personal_dropped',
};

/** Columns asked about in one statement. */
const columnsAtOnce = 100;

/**
 * Replaces names of people, identity, phone and bank card numbers in `raw.<sheet>` by pseudonyms, or removes them; in
 * `keep` nothing is changed. What was there is said by column. Has to run before tables are made of the sheet.
 * @param layouts where tables stand on the sheet, those of a hidden one too
 * @param seen what was seen of a text as it was read; without it every cell is looked at
 */
export async function replacePersonal(
  connection: Connection,
  sheet: SourceSheet,
  cells: SheetCells,
  layouts: readonly TableLayout[],
  privacy: Privacy,
  seen: Records | null = null,
  signal?: AbortSignal,
): Promise<Masked> {
  const ask: Ask = async (query) => decodeRows(await connection.run(query.text, signal));
  const relation = id('raw', sheet.id);
  await defineMacros(connection, ask);
  const hits =
    cells.omitted.length === 0
      ? hitOrdinals(
          cells.rows.map((row) => row.cells),
          sheet.width,
        )
      : await hitColumns(ask, relation, worthAsking(sheet, seen));
  const columns: PersonalColumn[] = [];
  const numeric = new Map<number, Sql[]>();
  for (const layout of layouts) {
    const rows = dataRows(layout);
    for (const [ordinal, counts] of await countKinds(ask, sheet, cells, layout, hits)) {
      const kind = personalKind(counts);
      if (kind) columns.push({ ordinal, kind, rows });
      else if (counts.numbers * 2 >= counts.filled)
        numeric.set(ordinal, [...(numeric.get(ordinal) ?? []), rows]);
    }
  }
  const texts = hits.map((ordinal) => ({
    ordinal,
    masked: isMasked(ordinal, numeric.get(ordinal) ?? []),
  }));
  const findings = await personalFindings(ask, sheet, cells, layouts, columns, texts, privacy);
  if (findings.length === 0 || privacy.mode === 'keep') return { cells, findings };
  await ask(maskSheet(relation, columns, texts, privacy.mode === 'drop' ? null : privacy.salt));
  const odd = seen?.odd ?? null;
  const changed = await sheetCells(connection, sheet, cells.hidden, signal, odd);
  return { cells: changed, findings };
}

const defined = new WeakSet<Connection>();

async function defineMacros(connection: Connection, ask: Ask): Promise<void> {
  if (defined.has(connection)) return;
  for (const macro of personalMacros) await ask(macro);
  defined.add(connection);
}

/** The columns whose cells have to be looked at: in those of a text it was seen whether any may be personal. */
function worthAsking({ width }: SourceSheet, seen: Records | null): number[] {
  const all = Array.from({ length: width }, (_, index) => index + 1);
  return seen ? all.filter((ordinal) => seen.columns[ordinal - 1]?.personal === true) : all;
}

async function hitColumns(ask: Ask, relation: Sql, among: readonly number[]): Promise<number[]> {
  const hits: number[] = [];
  for (const ordinals of parts(among)) {
    const [row] = await ask(hitCounts(relation, ordinals));
    hits.push(...ordinals.filter((ordinal) => Number(row?.[`c${ordinal}_hits`]) > 0));
  }
  return hits;
}

function parts(ordinals: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(ordinals.length / columnsAtOnce) }, (_, index) =>
    ordinals.slice(index * columnsAtOnce, (index + 1) * columnsAtOnce),
  );
}

/** Rows of a table's data, hidden ones too. */
function dataRows({ body, marked }: TableLayout): Sql {
  const others = marked
    .filter(({ row, kind }) => kind !== 'hidden' && row >= body.first && row <= body.last)
    .map(({ row }) => lit(row));
  const between = sql`source_row BETWEEN ${lit(body.first)} AND ${lit(body.last)}`;
  return others.length === 0
    ? sql`(${between})`
    : sql`(${between} AND source_row NOT IN (${join(others)}))`;
}

function headersOf(sheet: SourceSheet, cells: SheetCells, layout: TableLayout): string[] {
  return sheet.headings ? [...sheet.headings] : headings(cells, layout).map(({ text }) => text);
}

/** Counts for the columns of a table that are announced to be personal, or have cells that look so. */
async function countKinds(
  ask: Ask,
  sheet: SourceSheet,
  cells: SheetCells,
  layout: TableLayout,
  hits: readonly number[],
): Promise<[ordinal: number, counts: PersonalCounts][]> {
  const headers = headersOf(sheet, cells, layout);
  const announced = announcedKinds(headers);
  const ordinals = headers
    .map((_, index) => layout.columns.first + index)
    .filter((ordinal, index) => hits.includes(ordinal) || announced[index] !== null);
  const found: [number, PersonalCounts][] = [];
  for (const part of parts(ordinals)) {
    for (const row of await ask(kindCounts(id('raw', sheet.id), dataRows(layout), part))) {
      const ordinal = Number(row['ordinal']);
      const index = ordinal - layout.columns.first;
      const count = (key: string) => Number(row[key]);
      found.push([
        ordinal,
        {
          header: headers[index] ?? '',
          announced: announced[index] ?? null,
          filled: count('filled'),
          ids: count('ids'),
          phones: count('phones'),
          cards: count('cards'),
          names: count('names'),
          long: count('long'),
          numbers: count('numbers'),
        },
      ]);
    }
  }
  return found;
}

/** One finding for each column that is personal as a whole, and one for the cells within text. */
async function personalFindings(
  ask: Ask,
  sheet: SourceSheet,
  cells: SheetCells,
  layouts: readonly TableLayout[],
  columns: readonly PersonalColumn[],
  texts: readonly { readonly ordinal: number; readonly masked: Sql }[],
  { mode }: Privacy,
): Promise<Finding[]> {
  const place = { file: sheet.file, sheet: sheet.sheet };
  const findings: Finding[] = [];
  const count = async (condition: Sql) => {
    const [row] = await ask(sql`
      SELECT count(*) AS cells, min(source_row) AS first_row
      FROM ${id('raw', sheet.id)}
      WHERE ${condition}`);
    return { count: Number(row?.['cells']), row: Number(row?.['first_row']) };
  };
  const add = (
    found: { count: number; row: number },
    ordinal: number,
    kind: PersonalKind | 'text',
    header: string,
  ) => {
    if (found.count === 0) return;
    const column = columnLetter(ordinal);
    const value = header === '' ? null : header;
    findings.push(finding(codes[mode], { ...place, ...found, column, value, detail: { kind } }));
  };
  for (const column of columns) {
    const header = layouts
      .map((layout) => headersOf(sheet, cells, layout)[column.ordinal - layout.columns.first] ?? '')
      .find((text) => text !== '');
    add(await count(isReplaced(column)), column.ordinal, column.kind, header ?? '');
  }
  for (const { ordinal, masked } of texts) {
    const whole = columns.filter((column) => column.ordinal === ordinal).map(isReplaced);
    const condition = whole.length === 0 ? masked : sql`${masked} AND NOT (${join(whole, ' OR ')})`;
    add(await count(condition), ordinal, 'text', '');
  }
  return findings;
}
