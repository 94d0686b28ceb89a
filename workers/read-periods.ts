import { periodTextsOf, type PeriodText } from '../src/ingest/canon';
import { cadenceOfDates } from '../src/ingest/date-column';
import { readDate } from '../src/ingest/dates';
import { isFigure, type MappedTable } from '../src/ingest/mapped-table';
import { readPeriod, readYear, yearOfTable } from '../src/ingest/period';
import {
  cellForms,
  readPeriodCell,
  runsOverTwoYears,
  type CellForms,
} from '../src/ingest/period-cell';
import { finding, type Finding, type FindingCode } from '../src/model/finding';
import type { Role } from '../src/model/mapping';
import { comparePeriods, type Period } from '../src/model/period';
import type { Sql } from '../src/sql/sql';
import type { EngineRow } from './rows';

/** The periods that tables name, the words that stand for each, and what must be said of them. */
export interface FoundPeriods {
  /** In the order of their ids. */
  readonly periods: readonly Period[];
  readonly texts: readonly PeriodText[];
  /** With the table's id as file. */
  readonly findings: readonly Finding[];
}

export async function readPeriods(
  ask: (statement: Sql) => Promise<EngineRow[]>,
  tables: readonly MappedTable[],
): Promise<FoundPeriods> {
  const periods = new Map<string, Period>();
  const texts: PeriodText[] = [];
  const findings: Finding[] = [];
  for (const table of tables) {
    for (const period of headerPeriods(table)) periods.set(period.id, period);
    findings.push(...twoYearsByWords(table));
    if (isTimedByHeaders(table)) continue;
    const rows = (await ask(periodTextsOf(table))).map(toSaid);
    const forms = formsOf(table, rows);
    const read = rows.map((said) => ({ said, found: periodOfRow(table, said, forms) }));
    for (const { said, found } of read) {
      if (found === null || found === 'several') continue;
      periods.set(found.id, found);
      texts.push({ table: table.source.id, period: said.period, year: said.year, id: found.id });
    }
    findings.push(...findingsOf(table, read, forms));
  }
  const inOrder = [...periods.values()].sort((a, b) => comparePeriods(a.id, b.id));
  return { periods: inOrder, texts, findings };
}

/** What some rows say of their period. */
interface Said {
  readonly period: string | null;
  readonly year: string | null;
  readonly row: number;
  readonly count: number;
}

function toSaid(row: EngineRow): Said {
  const text = (key: string) => (row[key] as string | null) ?? null;
  const [first, count] = [Number(row['first_row']), Number(row['row_count'])];
  return { period: text('period'), year: text('year'), row: first, count };
}

/** The cell by which a row names its period. */
function cellOf({ period, year }: Said): string | null {
  return period ?? year;
}

/** The periods that columns of figures are of by their headers. */
function headerPeriods({ mapping }: MappedTable): Period[] {
  return mapping.columns.flatMap((column) => {
    const period = column.period === undefined ? null : readPeriod(column.period);
    return period ? [period] : [];
  });
}

/** Every figure is of the period in its header; nothing else need say one. */
function isTimedByHeaders({ mapping }: MappedTable): boolean {
  const figures = mapping.columns.filter(isFigure);
  return figures.length > 0 && figures.every((column) => column.period !== undefined);
}

function formsOf({ source, mapping }: MappedTable, rows: readonly Said[]): CellForms {
  const of = (role: Role) => mapping.columns.find((column) => column.role === role);
  const column = of('period') ?? of('year');
  const header = source.columns.find(({ name }) => name === column?.column)?.header ?? '';
  const cadence = column?.cadence ?? cadenceOfDates(source, header, column?.role ?? 'ignore');
  return cellForms(
    rows.flatMap((said) => cellOf(said) ?? []),
    cadence,
  );
}

/** By the columns of the row, with the year of its own column, else of the table's title, sheet or file. */
function periodOfRow(
  { source, mapping }: MappedTable,
  { period, year }: Said,
  forms: CellForms,
): Period | 'several' | null {
  const origin = mapping.period ? readPeriod(mapping.period.period) : null;
  if (period !== null) {
    const inYear = year === null ? (origin?.year ?? yearOfTable(source)) : readYear(year);
    return readPeriodCell(period, inYear, forms);
  }
  return year === null ? origin : readPeriodCell(year, null, forms);
}

interface Read {
  readonly said: Said;
  readonly found: Period | 'several' | null;
}

function findingsOf(
  { source }: MappedTable,
  read: readonly Read[],
  { cadence, order }: CellForms,
): Finding[] {
  const named = read.flatMap(({ said, found }) => {
    const text = cellOf(said);
    return text !== null && found !== null && found !== 'several' ? [{ said, text, found }] : [];
  });
  const dates = named.filter(({ text }) => readDate(text, cadence, order) !== null);
  const pairs = named.filter(({ text, found }) => isSpan(text, found));
  return [
    ...read.flatMap(({ said, found }) =>
      found === null || found === 'several' ? [unread(source.id, said, found)] : [],
    ),
    ...gathered(source.id, 'period_from_date', dates, () => cadence),
    ...gathered(source.id, 'period_two_years', pairs, ({ id }) => id),
  ];
}

function isSpan(text: string, { cadence }: Period): boolean {
  return cadence === 'year' && runsOverTwoYears(text);
}

/** One finding for all rows of a kind, at the first of them. */
function gathered(
  file: string,
  code: FindingCode,
  rows: readonly { readonly said: Said; readonly text: string; readonly found: Period }[],
  about: (found: Period) => string,
): Finding[] {
  const [first] = rows;
  if (!first) return [];
  const count = rows.reduce((sum, { said }) => sum + said.count, 0);
  const place = { file, row: first.said.row, count };
  return [finding(code, { ...place, value: first.text, about: about(first.found) })];
}

function unread(file: string, said: Said, found: 'several' | null): Finding {
  const words = [said.year, said.period].filter((word) => word !== null).join(' ');
  const place = { file, row: said.row, count: said.count };
  if (words === '') return finding('period_unknown', place);
  return finding(found === null ? 'period_unreadable' : 'date_ambiguous', {
    ...place,
    value: words,
  });
}

/** Headers, and the words of a title, sheet or file, by which figures are of a period over two years. */
function twoYearsByWords({ source, mapping }: MappedTable): Finding[] {
  const inHeaders = mapping.columns.flatMap(({ column, period }) => {
    const found = source.columns.find(({ name }) => name === column);
    return found && period !== undefined && runsOverTwoYears(found.header)
      ? [{ column: found.letter, row: source.headerRow, value: found.header, about: period }]
      : [];
  });
  const origin = mapping.period;
  const above =
    origin && !isTimedByHeaders({ source, mapping }) && runsOverTwoYears(origin.text)
      ? [{ value: origin.text, about: origin.period }]
      : [];
  return [...inHeaders, ...above].map((place) =>
    finding('period_two_years', { file: source.id, ...place }),
  );
}
