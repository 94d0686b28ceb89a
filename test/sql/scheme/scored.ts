import { mapColumn, matchColumns } from '../../../src/ingest/match-columns';
import type { Row } from '../../../src/model/row';
import { compileScheme } from '../../../src/scheme/compile';
import { reportViews } from '../../../src/views';
import { smallScheme } from '../../unit/scheme/document';
import type { TestEngine } from '../test-engine';

type Change = NonNullable<Parameters<typeof smallScheme>[0]>;
type Document = Parameters<Change>[0];

/** Puts values into a part of a document that its type holds narrower. */
export const set = (target: object, values: object) => void Object.assign(target, values);

/** One part, `得分`, counted as it is, so that a test's figures are the scores. */
export function plainScore(document: Document): void {
  const [part] = document.score.parts;
  document.score.parts = [
    { ...part, weight: 1, from: { measure: '得分' }, steps: [] },
  ] as Document['score']['parts'];
}

/** Loads lines of `track,village,period,figures…`, scores them under the small scheme with changes. */
export async function score(
  engine: TestEngine,
  indicators: string,
  lines: readonly string[],
  change: Change = () => undefined,
): Promise<void> {
  await engine.clear();
  await engine.load('考评.csv', [`类别,村名,考核期,${indicators}`, ...lines].join('\n'));
  const mappings = engine.tables.map((table) => ({
    ...matchColumns(table),
    columns: matchColumns(table).columns.map((one) =>
      indicators.split(',').includes(one.column) ? mapColumn(table, one.column, 'indicator') : one,
    ),
  }));
  await engine.arrange(mappings);
  await engine.apply([...compileScheme(smallScheme(change)), ...reportViews]);
}

/** Rows as `a b c`, with ∅ for null. */
export function lines(rows: readonly Row[]): string[] {
  return rows.map((row) =>
    Object.values(row)
      .map((value) => value ?? '∅')
      .join(' '),
  );
}

/** Lines of one village for the four quarters of a year. */
export function fourQuarters(
  track: string,
  village: string,
  year: number,
  scores: readonly (number | null)[],
): string[] {
  return scores.flatMap((figure, index) =>
    figure === null ? [] : [`${track},${village},${year}Q${index + 1},${figure}`],
  );
}
