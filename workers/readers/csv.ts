import { Fault } from '../../src/model/answer';
import { scanRecords, type Records } from './records';
import { repairQuotes } from './repair';
import { toUtf8, type Advance, type PlainText } from './text';

/** A delimited text, ready to be read by the engine in one pass. */
export interface DelimitedText extends PlainText {
  readonly delimiter: string;
  readonly records: Records;
}

const delimiters = [',', '\t', ';', '|'] as const;

/** Works out encoding and delimiter and looks over every record, so that reading it can lose nothing unnoticed. */
export async function readDelimited(content: Blob, advance: Advance): Promise<DelimitedText> {
  const text = await toUtf8(content, advance);
  const delimiter = await findDelimiter(text.utf8);
  const records = await scanRecords(text.utf8, delimiter, advance);
  if (records.brokenQuotes.length === 0) return { ...text, delimiter, records };
  return repaired({ ...text, delimiter, records });
}

/** A repair needs the whole text at once; one that large is no hand-made file. */
const mostRepaired = 128 * 1024 * 1024;

/** The text with proper quotes; the places where they were broken stay on record. */
async function repaired(text: DelimitedText): Promise<DelimitedText> {
  if (text.utf8.size > mostRepaired) {
    throw new Fault('file_quotes_broken', { row: text.records.brokenQuotes[0]?.record ?? 0 });
  }
  const utf8 = new Blob([repairQuotes(await text.utf8.text(), text.delimiter)]);
  const records = await scanRecords(utf8, text.delimiter, () => undefined);
  return { ...text, utf8, records: { ...records, brokenQuotes: text.records.brokenQuotes } };
}

/** The delimiter under which most of the first records agree on a number of fields greater than one. */
async function findDelimiter(utf8: Blob): Promise<string> {
  const sample = utf8.slice(0, 256 * 1024);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const { widths } = await scanRecords(sample, delimiter, () => undefined);
    const score = agreement(widths);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of records with the commonest width, weighed by that width, so that a stray comma within text doesn't win. */
function agreement(widths: ReadonlyMap<number, number>): number {
  const total = [...widths.values()].reduce((sum, count) => sum + count, 0);
  const scores = [...widths].map(([width, count]) =>
    width > 1 ? (count / total) ** 2 * Math.log2(width) : 0,
  );
  return Math.max(0, ...scores);
}
