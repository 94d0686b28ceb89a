import { finding, type Finding } from '../model/finding';
import { columnLetter } from '../model/source';
import { lit, sql, type Sql } from '../sql/sql';
import type { AnswerRow, Places } from './places';

/** A question to the canonical tables whose answer is something that a reader of the figures must know. */
export interface CanonFinding {
  readonly query: Sql;
  readonly findings: (rows: readonly AnswerRow[], places: Places) => Finding[];
}

/** Findings of one kind that are listed at the most. */
const mostListed = 500;

/** One finding for a column: its first cell and how many there are. */
function eachColumn(code: Finding['code']): CanonFinding['findings'] {
  return (rows, places) =>
    rows.map((row) =>
      places.cell(code, row, {
        count: Number(row['count']),
        about: (row['about'] as string | null | undefined) ?? null,
      }),
    );
}

/** Economic figures of parts of a year: they are kept, and no yearly sum takes them. */
const unusedPeriods: CanonFinding = {
  query: sql`SELECT DISTINCT period_id FROM canon.economy WHERE cadence <> 'year' ORDER BY 1`,
  findings: (rows) =>
    rows.map((row) => finding('period_unused', { value: String(row['period_id']) })),
};

/** Figure cells that hold something, yet no number and no mark for "missing". */
const unreadableCells: CanonFinding = {
  query: sql`
    SELECT source_id, source_row, source_column, text
    FROM canon.reading
    WHERE value IS NULL AND NOT canon.is_missing(text)
    ORDER BY source_id, source_row, source_column
    LIMIT ${lit(mostListed)}`,
  findings: (rows, places) => [
    ...rows.map((row) => places.cell('value_unreadable', row)),
    ...(rows.length < mostListed ? [] : [finding('findings_cut', { count: mostListed })]),
  ],
};

/** Columns with numbers that are not exact: 10多, 约100, 不足50. */
const qualifiedCells: CanonFinding = {
  query: sql`
    SELECT
      source_id, source_column, qualifier AS about, min(source_row) AS source_row,
      arg_min(text, source_row) AS text, count(*) AS count
    FROM canon.reading
    WHERE qualifier IS NOT NULL
    GROUP BY source_id, source_column, qualifier
    ORDER BY source_id, source_column, qualifier`,
  findings: eachColumn('value_qualified'),
};

/** Columns in which cells say of how many a figure is: 4/109. */
const cellsOfWholes: CanonFinding = {
  query: sql`
    SELECT
      source_id, source_column, min(source_row) AS source_row,
      arg_min(text, source_row) AS text, count(*) AS count
    FROM canon.reading
    WHERE value IS NOT NULL AND regexp_matches(text, '[/／]') AND canon.figure(text).whole <> ''
    GROUP BY source_id, source_column
    ORDER BY source_id, source_column`,
  findings: eachColumn('value_of_whole'),
};

/** Columns in which cells name a unit themselves: 12.5万, 800元. */
const scaledCells: CanonFinding = {
  query: sql`
    SELECT
      source_id, source_column, min(source_row) AS source_row,
      arg_min(text, source_row) AS text, count(*) AS count
    FROM canon.reading
    WHERE unit_in_cell IS NOT NULL
    GROUP BY source_id, source_column
    ORDER BY source_id, source_column`,
  findings: eachColumn('value_scaled'),
};

/** Subjects with more than one value for a measure and period: equal ones are repeats, different ones conflicts. */
const repeatedCells: CanonFinding = {
  query: sql`
    WITH repeated AS (
      SELECT
        measure, period_id, subject_id,
        min(value) <> max(value) OR coalesce(min(amount) <> max(amount), FALSE) AS conflict
      FROM canon.reading
      WHERE value IS NOT NULL AND period_id IS NOT NULL AND family <> 'mark'
      GROUP BY measure, period_id, subject_id
      HAVING count(*) > 1
      ORDER BY conflict DESC, period_id, subject_id, measure
      LIMIT ${lit(mostListed)}
    )
    SELECT
      measure, period_id, any_value(s.name) AS name, any_value(d.conflict) AS conflict,
      list(r.source_id ORDER BY r.source_id, r.source_row, r.source_column) AS source_ids,
      list(r.source_row ORDER BY r.source_id, r.source_row, r.source_column) AS source_rows,
      list(r.source_column ORDER BY r.source_id, r.source_row, r.source_column) AS source_columns,
      string_agg(r.text, ' / ' ORDER BY r.source_id, r.source_row, r.source_column) AS texts
    FROM repeated AS d
    JOIN canon.reading AS r USING (measure, period_id, subject_id)
    JOIN canon.subject AS s USING (subject_id)
    WHERE r.value IS NOT NULL
    GROUP BY measure, period_id, subject_id
    ORDER BY conflict DESC, period_id, name, measure`,
  findings: (rows, places) => rows.map((row) => repeated(row, places)),
};

function repeated(row: AnswerRow, places: Places): Finding {
  const list = (key: string) => [...(row[key] as Iterable<unknown>)];
  const sources = list('source_ids').map(String);
  const rows = list('source_rows').map(Number);
  const columns = list('source_columns').map(Number);
  const others = sources
    .slice(1)
    .map((source, index) => places.words(source, rows[index + 1] ?? 0, columns[index + 1] ?? 0));
  return places.named(
    finding(row['conflict'] ? 'observation_conflict' : 'observation_repeated', {
      file: sources[0] ?? null,
      row: rows[0] ?? null,
      column: columnLetter(columns[0] ?? 1),
      value: `${String(row['name'])} ${String(row['period_id'])} ${String(row['measure'])} ${String(row['texts'])}`,
      about: others.join('、'),
    }),
  );
}

/** Subjects without a track: ranks are within a track, so they cannot be ranked. Where many lack it, one finding says so. */
const subjectsWithoutTrack: CanonFinding = {
  query: sql`
    SELECT name, town FROM canon.subject
    WHERE track IS NULL
    ORDER BY town, name
    LIMIT ${lit(mostListed)}`,
  findings: (rows) => {
    const names = rows.map((row) => [row['town'], row['name']].filter(Boolean).join(' '));
    if (names.length <= 10) return names.map((value) => finding('track_missing', { value }));
    return [finding('track_missing', { value: names.slice(0, 3).join('、'), count: names.length })];
  },
};

/** What the canonical tables give to notice, in the order in which it is listed. */
export const canonFindings: readonly CanonFinding[] = [
  unusedPeriods,
  unreadableCells,
  qualifiedCells,
  scaledCells,
  cellsOfWholes,
  repeatedCells,
  subjectsWithoutTrack,
];
