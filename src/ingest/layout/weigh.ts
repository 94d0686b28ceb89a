import type { RowKind } from '../../model/layout';
import type { Evidence } from './evidence';
import type { Foot } from './foot';

/** Kinds that a visible row may be. A unit above a table is a title at first. */
export type Label = Exclude<RowKind, 'hidden' | 'unit'>;

/** What the rows of a sheet say together of one of them. */
export interface Known {
  /** Its numbers are the sum of others. */
  readonly isSum: boolean;
  /** It is the header, or the header written again. */
  readonly repeats: boolean;
  /** It is a label like one that is a group. */
  readonly groups: boolean;
  /** What it is under the total that closes its table, if it stands there. */
  readonly foot: Foot | null;
}

/**
 * How well a row fits each kind by itself, on a scale on which 1 is a fair hint and 3 is hard to overrule. What the
 * kinds of its neighbours make of it is weighed in the order of rows.
 */
export function weigh(row: Evidence, known: Known): Record<Label, number> {
  const { isSum, repeats, groups, foot } = known;
  return {
    title: title(row),
    header: header(row) + (repeats ? 4 : -kin * row.kinship),
    numbering: row.numbering ? 3 : -9,
    group: group(row) + (groups ? 1.8 : 0),
    data: data(row, isSum) - (repeats ? 4 : 0) - (foot ? 2.5 : 0),
    total: total(row, isSum, foot),
    note: note(row) + (foot === 'aside' ? 1.5 : 0),
  };
}

function title(evidence: Evidence): number {
  const { row, labelled, unit, longest, note: isNote } = evidence;
  return (
    fewCells(evidence) +
    (labelled ? 1.5 : 0) +
    (unit ? 2.5 : 0) +
    (longest > 20 ? 0.3 : 0) +
    (evidence.introduces ? 1 : 0) +
    (isNote ? -0.5 : 0) -
    1.2 * Math.min(2, row.numbers.length)
  );
}

function note(evidence: Evidence): number {
  const { row, longest, note: isNote } = evidence;
  return (
    fewCells(evidence) -
    0.2 +
    (isNote ? 2 : 0) +
    (longest > 40 && row.filled.length === 1 ? 0.8 : 0) +
    (evidence.labelled ? 1.5 : 0) -
    (evidence.introduces ? 2 : 0) +
    (evidence.tail ? (row.gap ? 0.8 : 0) : isNote ? 0 : -1) -
    Math.min(2, row.numbers.length)
  );
}

/** Words that come back below are values. */
const kin = 3;

/** Titles and notes are a cell or two in rows where the table has many; a row as wide as the table is neither. */
function fewCells({ row, body, labelled, goesOn }: Evidence): number {
  // a label and its value say one thing
  const filled = labelled ? Math.ceil(row.filled.length / 2) : row.filled.length;
  if (goesOn) return -1;
  if (filled === 1) return 1.2;
  const narrow = filled <= body * 0.4 ? 0.8 : 0;
  const wide = filled > 2 && filled >= body * 0.8 && !labelled ? 1.5 : 0;
  return filled === 2 ? 0.2 + narrow : narrow - wide - 0.8 * (filled - 2);
}

function header(evidence: Evidence): number {
  const { row, body, contrast, headerWords, total: word, longest, years, note: isNote } = evidence;
  const { labelled, units } = evidence;
  const numbers = years || contrast > 0 ? 0 : row.numbers.length / row.filled.length;
  const general =
    (headerWords >= 2 ? 2 : 0) -
    4 * numbers -
    (word === 'sure' ? 2 : 0) -
    (longest > 80 ? 1 : 0) -
    (isNote ? 1 : 0) -
    (evidence.unit ? 2 : 0) -
    (labelled ? 3 : 0) -
    (evidence.position >= 15 && contrast < 0.35 && headerWords < 2 ? 1.5 : 0) +
    (units ? 0.7 : 0);
  // a lone cell over the first column is a title however different the column is
  if (row.filled.length === 1) return general - (row.filled[0] === 0 ? 2 : 0.3 - contrast);
  const coverage = body === 0 ? 0 : Math.min(1, row.filled.length / body);
  return general + 3 * contrast + (coverage - 0.6);
}

function data(evidence: Evidence, isSum: boolean): number {
  const { row, contrast, likeness, total: word, note: isNote, numbering } = evidence;
  const single = row.filled.length === 1 && row.numbers.length === 0;
  return (
    2 * likeness -
    0.6 +
    (contrast > 0 ? -2 * contrast : -contrast) -
    (word === 'sure' ? 2.5 : word === 'likely' ? 0.8 : 0) -
    (isSum ? 1.5 : 0) -
    (isNote && row.filled.length <= 2 ? 1.5 : 0) -
    (numbering ? 1 : 0) -
    (evidence.below ? 1.5 : 0) -
    (single && !evidence.amongLabels && !evidence.goesOn ? 1.2 : 0) -
    (evidence.introduces ? 1.5 : 0)
  );
}

function total(
  { row, total: word, ends, opens, contrast }: Evidence,
  isSum: boolean,
  foot: Foot | null,
): number {
  const likely = opens ? 2.5 : ends ? 2.2 : 0.8;
  const worded = word === 'sure' ? 2.5 : word === 'likely' ? likely : -6;
  const said = foot === 'figure' ? 2.5 : foot === 'aside' ? -6 : worded;
  const counted = isSum ? (word === 'none' ? 8 : 2.5) : 0;
  // 合计 may be the first word of a header
  return said + counted - (row.numbers.length === 0 ? 2.5 : 0) - 2 * Math.max(0, contrast);
}

function group(evidence: Evidence): number {
  const { row, label, longest, note: isNote, body } = evidence;
  const lone = row.filled.length === 1 || evidence.same;
  if (!lone || label === '') return -5;
  return (
    0.6 +
    1.2 * evidence.heading +
    (row.spread > 1 || evidence.same ? 1.5 : 0) +
    (evidence.displaced && evidence.leading ? 1.5 : 0) +
    (evidence.apart ? 0.6 : 0) +
    (evidence.standsOut ? 0.8 : 0) -
    (evidence.goesOn ? 2 : 0) -
    (evidence.leading || row.spread > 1 ? 0 : evidence.bare ? -1 : 1.5) -
    (evidence.amongLabels && body <= 2.5 ? 1 : 0) -
    (longest > 80 ? 1.5 : 0) -
    (isNote ? 1.5 : 0) -
    (evidence.unit ? 3 : 0)
  );
}
