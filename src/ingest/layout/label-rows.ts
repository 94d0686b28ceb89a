import { evidenceOf, type Evidence } from './evidence';
import { footRows } from './foot';
import type { Grid, GridRow } from './grid';
import { kinshipOf } from './kinship';
import { bestOrder } from './order';
import { profileOf } from './profile';
import { digitsWorded, digitsWordless, findSums, nestedSums } from './sums';
import { weigh, type Label } from './weigh';
import { wholeSums } from './whole-sums';
import { withWrappedLabels } from './wrapped-labels';

/** A row with what it is. */
export interface LabelledRow {
  readonly row: GridRow;
  readonly label: Label;
  /** For a total: whether its words or only its numbers say so. */
  readonly by: 'word' | 'sum';
  /** All of its cells are units. */
  readonly units: boolean;
  /** It says the unit of what is below it. */
  readonly unit: boolean;
}

/** Says of every row of a grid what it is. Lines that a program wrote as comments are set aside first. */
export function labelRows(grid: Grid): LabelledRow[] {
  const rows = grid.rows.filter((row) => !isComment(row));
  const labelled = labelOthers({ ...grid, rows });
  if (rows.length === grid.rows.length) return labelled;
  const known = new Map(labelled.map((one) => [one.row, one]));
  const begins = labelled.find(({ label }) => label !== 'title')?.row.row ?? Infinity;
  return grid.rows.map(
    (row) =>
      known.get(row) ?? {
        row,
        label: row.row < begins ? 'title' : 'note',
        by: 'word',
        units: false,
        unit: false,
      },
  );
}

/** A lone text behind the mark by which programs write comments. */
function isComment({ filled, texts }: GridRow): boolean {
  return filled.length === 1 && /^#+\s*\p{L}/u.test(texts[filled[0] ?? 0] ?? '');
}

function labelOthers(grid: Grid): LabelledRow[] {
  const profile = profileOf(grid);
  const kinship = kinshipOf(grid);
  const evidence = withoutCommonTotals(
    grid.rows
      .map((_, index) => evidenceOf(grid, profile, kinship, index))
      .filter((one) => one !== null),
  );
  const apart = where(evidence, isApart);
  const worded = where(evidence, ({ total }) => total !== 'none');
  const sums = new Set([
    ...findSums(grid, totalCandidates(evidence), apart),
    ...nestedSums(grid, worded, apart),
    ...wholeSums(grid, worded, apart),
  ]);
  const foot = footRows(evidence, apart);
  const repeated = repeatedHeaders(evidence);
  const groups = labelsLikeFirst(evidence);
  const order = bestOrder(
    evidence.map((one, index) => ({
      weights: weigh(one, {
        isSum: sums.has(index),
        repeats: repeated.has(index),
        groups: groups.has(index),
        foot: foot.get(index) ?? null,
      }),
      parting: Math.max(one.row.gap ? 1 - one.gaps : 0, one.shift > 0.5 ? one.shift : 0),
    })),
  );
  return withWrappedLabels(
    evidence.map((one, index) => ({
      row: one.row,
      label: order[index] ?? 'data',
      by: sums.has(index) && one.total === 'none' ? 'sum' : 'word',
      units: one.units,
      unit: one.unit,
    })),
  );
}

function where(evidence: readonly Evidence[], holds: (one: Evidence) => boolean): Set<number> {
  return new Set(evidence.flatMap((one, index) => (holds(one) ? [index] : [])));
}

/** Where most rows say All or 合计 it is a value like others, and tells no total. */
function withoutCommonTotals(evidence: readonly Evidence[]): readonly Evidence[] {
  const worded = evidence.filter(({ total }) => total !== 'none').length;
  if (worded <= 2 || worded <= evidence.length * 0.6) return evidence;
  return evidence.map((one) => ({ ...one, total: 'none' }));
}

/** Rows with the words of a total, and rows without a name where those around them have one. */
function totalCandidates(evidence: readonly Evidence[]): Map<number, number> {
  const candidates = new Map<number, number>();
  evidence.forEach(({ total, unlabelled }, index) => {
    if (total === 'sure') candidates.set(index, digitsWorded);
    else if (total === 'likely' || unlabelled) candidates.set(index, digitsWordless);
  });
  return candidates;
}

/** A row of words over numbers begins a table, and sums don't run across it. */
function isApart({ contrast, row, same }: Evidence): boolean {
  return contrast > 0.5 && row.filled.length > 1 && !same;
}

/** Where the first wide row of words is written again, cell for cell, all of these rows: they are the header. */
function repeatedHeaders(evidence: readonly Evidence[]): Set<number> {
  const isWide = ({ row, body }: Evidence) => row.filled.length >= Math.max(2, body / 2);
  const at = evidence.findIndex((one) => isWide(one) && one.row.numbers.length === 0);
  const header = evidence[at];
  if (!header || at > 12 || header.contrast < 0) return new Set();
  const texts = header.row.texts.join('\0');
  const again = where(
    evidence,
    (one) => one.row.filled.length > 1 && one.row.texts.join('\0') === texts,
  );
  return again.size > 1 ? again : new Set();
}

/** Where a label alone stands right under a header, over figures, it and the labels alone further down are groups. */
function labelsLikeFirst(evidence: readonly Evidence[]): Set<number> {
  const isLabel = ({ row, label, leading, kinship }: Evidence, index: number) =>
    row.filled.length === 1 && label !== '' && leading && kinship === 0 && isWide(index + 1);
  const isWide = (index: number) => (evidence[index]?.row.filled.length ?? 0) > 1;
  const first = evidence.findIndex(
    (one, index) =>
      isLabel(one, index) &&
      isWide(index - 1) &&
      (evidence[index - 1]?.contrast ?? 0) > 0.3 &&
      (evidence[index + 1]?.row.numbers.length ?? 0) > 0,
  );
  const column = evidence[first]?.row.filled[0];
  return where(evidence, (one) => isLabel(one, one.position) && one.row.filled[0] === column);
}
