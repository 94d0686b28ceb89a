/** Success, then precision, recall and F1 of header, records and cells: ten numbers from 0 to 1. */
export type Scores = readonly number[];

export const scoreNames = [
  'success',
  ...['header', 'record', 'cell'].flatMap((part) => [`${part}P`, `${part}R`, `${part}F1`]),
];

type Rows = readonly (readonly string[])[];

/** Scores what was loaded of a file against what it says; a refused file (null) scores nothing. */
export function score(expected: Rows, loaded: Rows | null): Scores {
  if (!loaded) return Array.from({ length: 10 }, () => 0);
  if (expected.length === 0) return Array.from({ length: 10 }, () => 1);
  const source = expected.map((row) => row.map(normal));
  const found = loaded.map((row) => row.map(normal));
  const records = (rows: Rows) => rows.slice(1).map((row) => row.join(''));
  return [
    1,
    ...compare(source[0] ?? [], found[0] ?? []),
    ...compare(records(source), records(found)),
    ...compare(source.flat(), found.flat()),
  ];
}

/** Precision is what both share of the source, recall what both share of what was loaded, as the benchmark has it. */
function compare(source: readonly string[], loaded: readonly string[]): [number, number, number] {
  if (source.length === 0) return [1, 1, 1];
  const shared = common(source, loaded);
  if (shared === 0) return [0, 0, 0];
  const precision = shared / source.length;
  const recall = shared / loaded.length;
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

/** Size of the intersection of two multisets. */
function common(source: readonly string[], loaded: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of source) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of loaded) {
    const count = left.get(item) ?? 0;
    if (count > 0) shared += 1;
    left.set(item, count - 1);
  }
  return shared;
}

/** A cell as it is compared: without blanks around it, in lower case, numbers as numbers. */
function normal(cell: string): string {
  const trimmed = cell.trim().toLowerCase();
  return /^[+-]?\d+(\.\d+)?$/.test(trimmed) ? String(Number(trimmed)) : trimmed;
}

/** Means of the ten numbers. */
export function mean(scores: readonly Scores[]): Scores {
  return scoreNames.map(
    (_, index) =>
      scores.reduce((sum, numbers) => sum + (numbers[index] ?? 0), 0) / Math.max(1, scores.length),
  );
}

/** The simple score, ten at most. */
export function total(scores: Scores): number {
  return scores.reduce((sum, number) => sum + number, 0);
}
