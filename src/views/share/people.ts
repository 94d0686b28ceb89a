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
