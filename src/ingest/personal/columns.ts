import { join, lit, sql, type Sql } from '../../sql/sql';
import { isCodeOrMoney, type PersonalKind } from './kinds';

/** What the cells of a column were counted to be; all counts are of data rows. */
export interface PersonalCounts {
  readonly header: string;
  /** What the header announces. */
  readonly announced: PersonalKind | null;
  readonly filled: number;
  readonly ids: number;
  readonly phones: number;
  readonly cards: number;
  readonly names: number;
  /** Cells with six digits or more. */
  readonly long: number;
  /** Cells that hold a number and nothing else. */
  readonly numbers: number;
}

/** Share of the filled cells that have to be of a kind, where the header announces it and where it does not. */
const announcedShare = 0.5;
const nameShare = 0.6;
const bareShare = 0.6;
const cardShare = 0.9;
const fewestCards = 5;

/** The kind of personal data that a column holds in all of its cells; null where it holds none, or only here and there. */
export function personalKind(counts: Omit<PersonalCounts, 'numbers'>): PersonalKind | null {
  const { header, announced, filled, ids, phones, cards, names, long } = counts;
  if (filled === 0) return null;
  if (announced === 'person') return names >= filled * nameShare ? 'person' : null;
  if (announced !== null && long >= filled * announcedShare) return announced;
  if (ids >= filled * bareShare) return 'id';
  if (isCodeOrMoney(header)) return null;
  if (phones >= filled * bareShare) return 'phone';
  return cards >= Math.max(fewestCards, filled * cardShare) ? 'bank' : null;
}

/** Digits as long as a phone number, or a word that a name follows. */
const closer =
  '[0-9０-９]{11}|0[0-9]{2,3}-[0-9]{7}|1[3-9][0-9][ -][0-9]{4}[ -]|[人主任记字名][\\s\\x{3000}]*[:：]';

/** Columns, counted from 1, of which some cell may be personal: for rows that are at hand. */
export function hitOrdinals(
  rows: readonly (readonly (string | null)[])[],
  width: number,
): number[] {
  const form = new RegExp(closer.replace('\\x{3000}', '\\u3000'));
  return Array.from({ length: width }, (_, index) => index + 1).filter((ordinal) =>
    rows.some((cells) => form.test(cells[ordinal - 1] ?? '')),
  );
}

/**
 * A cell worth a closer look: with enough digits for a phone number, or a word that a name follows. Sheets hold millions
 * of cells, so what is cheap to tell comes first: how many characters are plain ones, which take one byte, not three.
 */
export function mayBePersonal(cell: Sql): Sql {
  return sql`
    CASE
      WHEN strlen(${cell}) < 10 THEN FALSE
      -- division codes
      WHEN strlen(${cell}) = 12 AND NOT contains(${cell}, '-') THEN FALSE
      WHEN 3 * length(${cell}) - strlen(${cell}) >= 22 THEN regexp_matches(${cell}, ${lit(closer)})
      WHEN strlen(${cell}) < 16 THEN FALSE
      WHEN contains(${cell}, '：') OR contains(${cell}, ':') OR contains(${cell}, '１')
        THEN regexp_matches(${cell}, ${lit(closer)})
      ELSE FALSE
    END`;
}

/** Of the columns given: how many cells `c<n>_hits` of a sheet may be personal, over all of its rows. */
export function hitCounts(sheet: Sql, ordinals: readonly number[]): Sql {
  const counts = ordinals.map((ordinal) => {
    const cell = sql`c${lit(ordinal)}`;
    return sql`count(*) FILTER (${mayBePersonal(cell)}) AS c${lit(ordinal)}_hits`;
  });
  return sql`
    SELECT
      ${join(counts, ',\n      ')}
    FROM ${sheet}`;
}

/** The counts of `PersonalCounts` for columns of a sheet's data rows, one row a column: `ordinal`, `filled`, …. */
export function kindCounts(sheet: Sql, rows: Sql, ordinals: readonly number[]): Sql {
  const selects = ordinals.map(
    (ordinal) => sql`
      SELECT
        ${lit(ordinal)} AS ordinal,
        count(*) AS filled,
        count(*) FILTER (canon.is_id_key(key)) AS ids,
        count(*) FILTER (canon.is_phone(cell)) AS phones,
        count(*) FILTER (canon.is_bank_key(key)) AS cards,
        count(*) FILTER (canon.is_person_key(key) OR canon.is_latin_name(cell)) AS names,
        count(*) FILTER (regexp_matches(key, '(?:\d[*X]*){6}')) AS long,
        count(*) FILTER (regexp_full_match(cell, '[\s0-9.,+\-]+')) AS numbers
      FROM (
        SELECT c${lit(ordinal)} AS cell, canon.personal_key(c${lit(ordinal)}) AS key
        FROM ${sheet}
        WHERE ${rows}
      )
      WHERE NOT canon.is_missing(cell)`,
  );
  return sql`${join(selects, '\nUNION ALL\n')}`;
}
