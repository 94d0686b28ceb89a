import type { FileInput } from '../src/engine/protocol';
import { toAppError } from '../src/model/answer';
import { id, sql } from '../src/sql/sql';
import type { Connection, DatabaseHandle } from './database';
import { guessText, type Guess } from './readers/guess';
import type { ReadFile } from './readers/read';
import { storeText } from './store-text';

/** A sheet that the engine has read by a guess, before its text was looked over as a whole. */
export interface Ahead {
  readonly sheetId: string;
  readonly guess: Guess;
}

/** From this size on a text is worth reading twice at once. */
const large = 8 * 1024 * 1024;

/** Bytes of a mark for UTF-8. */
const bomLength = 3;

/**
 * Reads a large text as its beginning suggests.
 * @returns null where it is small, where its beginning is not plain, or where the engine could not read it so
 * @throws Fault `cancelled`
 */
export async function storeAhead(
  handle: DatabaseHandle,
  connection: Connection,
  sheetId: string,
  { content, encoding }: FileInput,
  signal: AbortSignal,
): Promise<Ahead | null> {
  if (content.size < large || encoding !== undefined) return null;
  const guess = await guessText(content);
  if (!guess) return null;
  const { delimiter, width, bom } = guess;
  const text = {
    utf8: content.slice(bom ? bomLength : 0),
    delimiter,
    width,
    blank: [],
    longest: 0,
  };
  try {
    await storeText(handle, connection, sheetId, text, signal);
    return { sheetId, guess };
  } catch (thrown) {
    if (toAppError(thrown).code === 'cancelled') throw thrown;
    return null;
  }
}

/** Whether what was read ahead is what the text as a whole says; else it is taken away. */
export async function keepAhead(
  connection: Connection,
  { sheetId, guess }: Ahead,
  parts: ReadFile['parts'],
): Promise<boolean> {
  const [part] = parts;
  if (part?.kind === 'text' && parts.length === 1 && agrees(guess, part)) return true;
  await connection.run(sql`DROP TABLE ${id('raw', sheetId)}`.text);
  return false;
}

function agrees(
  { delimiter, width, bom }: Guess,
  part: Extract<ReadFile['parts'][number], { kind: 'text' }>,
): boolean {
  const { records, encoding } = part;
  const isOriginal = records.repairedCount === 0 && part.dialect.delimiter === part.delimiter;
  return (
    isOriginal &&
    encoding === (bom ? 'UTF-8 BOM' : 'UTF-8') &&
    part.delimiter === delimiter &&
    records.width === width &&
    records.blank.length === 0 &&
    records.brokenQuotes.length === 0
  );
}
