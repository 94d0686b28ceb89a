import { readDelimited } from '../../workers/readers/csv';
import { parseCsv } from './csv-text';

/** All records of a text file as the reader hands them to the engine, without looking for tables in them. */
export async function loadDirectly(content: Blob): Promise<string[][]> {
  const { utf8, delimiter } = await readDelimited(content, () => undefined);
  const text = await utf8.text();
  return parseCsv(text, delimiter);
}
