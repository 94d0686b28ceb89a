import { scanRecords, type Records } from './records';
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
  return { ...text, delimiter, records };
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
