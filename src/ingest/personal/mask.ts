import { join, lit, sql, type Sql } from '../../sql/sql';
import { mayBePersonal } from './columns';
import { pseudonymWords, type PersonalKind } from './kinds';

/** A column of a table whose cells are all of one kind, and the rows that are its data. */
export interface PersonalColumn {
  readonly ordinal: number;
  readonly kind: PersonalKind;
  /** Condition on the rows of the sheet. */
  readonly rows: Sql;
}

/** Cells of a column of people that name none, as `canon.personal_key` writes them. */
export const nobody = ['空缺', '暂缺', '待定', '暂无', '出缺', '无人', 'VACANT', 'TBD', 'UNKNOWN'];

/** The condition that a cell of a personal column is replaced. */
export function isReplaced({ ordinal, kind, rows }: PersonalColumn): Sql {
  const cell = sql`c${lit(ordinal)}`;
  const holds =
    kind === 'person'
      ? sql`regexp_matches(${cell}, '\p{L}') AND canon.personal_key(${cell}) NOT IN (${join(nobody.map(lit))})`
      : sql`
        regexp_matches(canon.personal_key(${cell}), '(?:\d[*X]*){6}')
          AND NOT regexp_full_match(${cell}, '\s*\d(\.\d+)?[eE]\+?\d+\s*')`;
  return sql`
    (
      ${rows} AND NOT canon.is_missing(${cell}) AND ${holds}
      AND NOT starts_with(${cell}, ${lit(`${pseudonymWords[kind]}-`)})
    )`;
}

/**
 * The condition that a cell holds something personal within other text. A number alone in a column of numbers is left:
 * it may be a code or a sum.
 * @param numeric conditions on the rows in which the column is one of numbers
 */
export function isMasked(ordinal: number, numeric: readonly Sql[]): Sql {
  const cell = sql`c${lit(ordinal)}`;
  const inNumbers = numeric.length === 0 ? sql`FALSE` : join(numeric, ' OR ');
  return sql`
    CASE
      WHEN NOT ${mayBePersonal(cell)} THEN FALSE
      WHEN (${inNumbers}) AND regexp_full_match(${cell}, '\s*[0-9.]+\s*')
        THEN length(trim(${cell})) = 18 AND canon.is_id_key(canon.personal_key(${cell}))
      ELSE len(canon.personal_runs(${cell})) + len(canon.named_persons(${cell})) > 0
    END`;
}

/**
 * Replaces what is personal in a sheet.
 * @param texts columns in which some cells hold something personal within other text, each with its condition
 * @param salt null to remove instead of replacing
 */
export function maskSheet(
  sheet: Sql,
  columns: readonly PersonalColumn[],
  texts: readonly { readonly ordinal: number; readonly masked: Sql }[],
  salt: string | null,
): Sql {
  const ordinals = [...new Set([...columns, ...texts].map(({ ordinal }) => ordinal))];
  const sets = ordinals.map((ordinal) => {
    const cell = sql`c${lit(ordinal)}`;
    const whole = columns
      .filter((column) => column.ordinal === ordinal)
      .map((column) => {
        const word = lit(pseudonymWords[column.kind]);
        const value =
          salt === null ? sql`NULL` : sql`canon.pseudonym(${lit(salt)}, ${word}, ${cell})`;
        return sql`WHEN ${isReplaced(column)} THEN ${value}`;
      });
    const within = texts
      .filter((text) => text.ordinal === ordinal)
      .map(
        ({ masked }) => sql`WHEN ${masked} THEN canon.mask_text(${cell}, ${lit(salt)}::VARCHAR)`,
      );
    return sql`
      ${cell} = CASE
        ${join([...whole, ...within], '\n        ')}
        ELSE ${cell}
      END`;
  });
  return sql`
    UPDATE ${sheet}
    SET
      ${join(sets, ',\n      ')}`;
}
