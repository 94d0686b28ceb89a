import { textOf } from '../../model/row';
import { id, join, lit, sql } from '../../sql/sql';
import type { Question } from '../question';

/** A column of a sheet in which names or numbers of people stand, or what took their place. */
export interface PersonalCells {
  readonly sheetId: string;
  /** 1 for column A. */
  readonly ordinal: number;
}

/** What pseudonyms begin with. */
export const pseudonymKinds = ['人员', '电话', '证件', '账号'] as const;
const pseudonym = `(?:${pseudonymKinds.join('|')})-[0-9a-f]{10}`;

/**
 * Those of the words that name a person of the data: the data holds the word's pseudonym, or the word itself where names
 * were kept.
 * @param cells at least one column
 * @param salt with which the pseudonyms were made
 */
export function peopleNamed(
  words: readonly string[],
  cells: readonly PersonalCells[],
  salt: string,
): Question<string> {
  const held = cells.map(({ sheetId, ordinal }) => {
    const cell = id(`c${ordinal}`);
    return sql`
      SELECT unnest(list_append(regexp_extract_all(${cell}, ${lit(pseudonym)}), canon.personal_key(${cell}))) AS mark
      FROM ${id('raw', sheetId)}
      WHERE ${cell} IS NOT NULL`;
  });
  const marks = pseudonymKinds.map(
    (kind) => sql`canon.pseudonym(${lit(salt)}, ${lit(kind)}, word)`,
  );
  return {
    sql: sql`
      WITH said AS (
        SELECT word FROM (VALUES ${join(words.map((word) => sql`(${lit(word)})`))}) AS given (word)
      ),
      held AS (
        ${join(held, '\nUNION ALL\n')}
      ),
      mark AS (
        SELECT word, unnest([canon.personal_key(word), ${join(marks)}]) AS mark FROM said
      )
      SELECT DISTINCT word FROM mark WHERE mark IN (SELECT mark FROM held) ORDER BY word`.text,
    read: (row) => textOf(row, 'word') ?? '',
  };
}

/** A text that was typed. */
export interface TypedText {
  readonly text: string;
  /** What a pseudonym begins with that takes the place of the whole text; null where only numbers and names within it go. */
  readonly word: string | null;
}

/**
 * The texts in their order, with pseudonyms in place of people, as the cells of a file are read: what is a pseudonym
 * already, or missing, stays, and so does a number alone that is no identity number.
 */
export function pseudonymised(texts: readonly TypedText[], salt: string): Question<string> {
  const values = texts.map(
    ({ text, word }, place) => sql`(${lit(place)}, ${lit(text)}, ${lit(word)}::VARCHAR)`,
  );
  const stays = sql`
    canon.is_missing(text)
      OR regexp_full_match(text, ${lit(pseudonym)})
      OR word IS NULL AND len(canon.personal_runs(text)) + len(canon.named_persons(text)) = 0
      OR word IS NULL AND regexp_full_match(text, '\s*[0-9.]+\s*')
        AND NOT (length(trim(text)) = 18 AND canon.is_id_key(canon.personal_key(text)))`;
  return {
    sql: sql`
      SELECT
        CASE
          WHEN ${stays} THEN text
          WHEN word IS NULL THEN canon.mask_text(text, ${lit(salt)})
          ELSE canon.pseudonym(${lit(salt)}, word, text)
        END AS text
      FROM (VALUES ${join(values)}) AS typed (place, text, word)
      ORDER BY place`.text,
    read: (row) => textOf(row, 'text') ?? '',
  };
}
