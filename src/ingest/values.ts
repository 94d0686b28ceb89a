import { join, lit, sql, type Sql } from '../sql/sql';

/** Marks that mean "no value", never zero. */
export const missingMarks = [
  '',
  '-',
  '--',
  '—',
  '——',
  '－',
  '–',
  '/',
  '／',
  '\\',
  '无',
  '缺',
  '缺考',
  '空',
  '…',
  'N/A',
  'n/a',
  '#N/A',
  'NA',
  'null',
  'NULL',
  '.',
];

const wide = '０１２３４５６７８９．－＋，％　';
const plain = '0123456789.-+,% ';

/**
 * Macros of the canon floor that read text cells. They are macros so that the views that use them stay readable.
 * - `is_missing(text)`: blank, or a mark that means no value.
 * - `read_number(text)`: DOUBLE; thousands separators and a percent sign are taken off (95.1% is 95.1). NULL where it is no number.
 * - `plain_text(text)`: without blanks at both ends (U+3000 too), NULL where nothing is left.
 */
export function valueMacros(): Sql[] {
  const marks = join(missingMarks.map(lit));
  return [
    sql`
      CREATE OR REPLACE MACRO canon.plain_text(cell) AS
        nullif(regexp_replace(cell, '^[\s\x{3000}\x{A0}]+|[\s\x{3000}\x{A0}]+$', '', 'g'), '')`,
    sql`
      CREATE OR REPLACE MACRO canon.is_missing(cell) AS
        coalesce(canon.plain_text(cell), '') IN (${marks})`,
    sql`
      CREATE OR REPLACE MACRO canon.number_text(cell) AS
        regexp_replace(
          translate(canon.plain_text(cell), ${lit(wide)}, ${lit(plain)}),
          '\s*%$', ''
        )`,
    sql`
      CREATE OR REPLACE MACRO canon.decimal_text(cell) AS
        CASE
          WHEN regexp_full_match(canon.number_text(cell), '[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?')
            THEN canon.number_text(cell)
          -- a comma counts only where it parts thousands: 90,5 may mean 90.5, and is not guessed
          WHEN regexp_full_match(canon.number_text(cell), '[+-]?\d{1,3}(,\d{3})+(\.\d+)?')
            THEN replace(canon.number_text(cell), ',', '')
        END`,
    sql`
      CREATE OR REPLACE MACRO canon.read_number(cell) AS
        CASE
          -- most cells are plain, and the rest costs several times as much
          WHEN regexp_full_match(cell, '\d{1,14}(\.\d{1,9})?') THEN CAST(cell AS DOUBLE)
          -- beyond this a number is a code or a slip, and no figure of the field
          WHEN abs(try_cast(canon.decimal_text(cell) AS DOUBLE)) < 1e15
            THEN try_cast(canon.decimal_text(cell) AS DOUBLE)
        END`,
  ];
}
