import { periodTextsOf, type PeriodText } from '../src/ingest/canon';
import { isFigure, type MappedTable } from '../src/ingest/mapped-table';
import { readPeriod, readPeriodCell, readYear, yearOfTable } from '../src/ingest/period';
import { finding, type Finding } from '../src/model/finding';
import type { Period } from '../src/model/period';
import type { Sql } from '../src/sql/sql';
import type { EngineRow } from './rows';

/** The periods that tables name, the words that stand for each, and what could not be read. */
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
    if (isTimedByHeaders(table)) continue;
    for (const row of await ask(periodTextsOf(table))) {
      const period = (row['period'] as string | null) ?? null;
      const year = (row['year'] as string | null) ?? null;
      const found = periodOfRow(table, period, year);
      if (found) {
        periods.set(found.id, found);
        texts.push({ table: table.source.id, period, year, id: found.id });
      } else findings.push(unread(table, row, [year, period]));
    }
  }
  const inOrder = [...periods.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
  return { periods: inOrder, texts, findings };
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

/** By the columns of the row, with the year of its own column, else of the table's title, sheet or file. */
function periodOfRow(
  { source, mapping }: MappedTable,
  period: string | null,
  year: string | null,
): Period | null {
  const origin = mapping.period ? readPeriod(mapping.period.period) : null;
  if (period !== null) {
    const inYear = year === null ? (origin?.year ?? yearOfTable(source)) : readYear(year);
    return readPeriodCell(period, inYear);
  }
  return year === null ? origin : readPeriodCell(year, null);
}

function unread(
  { source }: MappedTable,
  row: EngineRow,
  words: readonly (string | null)[],
): Finding {
  const said = words.filter((word) => word !== null).join(' ');
  const place = {
    file: source.id,
    row: Number(row['first_row']),
    count: Number(row['row_count']),
  };
  return said === ''
    ? finding('period_unknown', place)
    : finding('period_unreadable', { ...place, value: said });
}
