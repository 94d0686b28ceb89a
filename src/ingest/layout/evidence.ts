import { around, goesOn, isBare, isBelow, isLeading, isTail, isUnlabelled } from './around';
import { cellKinds } from './cells';
import { contrastOf, isYear, isYearRun } from './contrast';
import type { Grid, GridRow } from './grid';
import { likenessOf } from './likeness';
import { isNumberingRow } from './numbering';
import { reach, type Profile } from './profile';
import { areLabelled, areUnits, isFurtherOut, isSame, totalOf } from './row-words';
import { shiftBetween } from './shift';
import { saysUnit } from './units';
import {
  isGroupLabel,
  isHeaderWord,
  isNote,
  isNumberedHeading,
  isWhole,
  type TotalWord,
} from './words';

/** What speaks for and against each kind of a row. Shares are from 0 to 1. */
export interface Evidence {
  readonly row: GridRow;
  /** Filled rows above it. */
  readonly position: number;
  /** First filled cell that is text; '' where there is none. */
  readonly label: string;
  /** Characters of the longest cell. */
  readonly longest: number;
  /** Filled cells of the rows around it, on average. */
  readonly body: number;
  /** From -1 to 1: whether its cells differ from those below as a header's do, or are like them. */
  readonly contrast: number;
  /** How alike its cells are to those of the rows above or below, whichever is more. */
  readonly likeness: number;
  /** Cells with words by which the field names columns. */
  readonly headerWords: number;
  readonly total: TotalWord;
  readonly note: boolean;
  /** It says a unit for what is below it. */
  readonly unit: boolean;
  /** Its cells are units. */
  readonly units: boolean;
  /** Its cells are labels and values: 填报单位:某镇. */
  readonly labelled: boolean;
  /** Its cells count the columns: 1 2 3, (1) (2) (3), A B C. */
  readonly numbering: boolean;
  /** All of its numbers are years. */
  readonly years: boolean;
  /** A single text that stands where the rows around it have numbers or codes. */
  readonly displaced: boolean;
  /** No column at its left is filled in most rows around it. */
  readonly leading: boolean;
  /** A single text, where the rows around it have their labels. */
  readonly amongLabels: boolean;
  /** From 0 to 1: whether its label is written as the labels of groups are: 一、, 某镇. */
  readonly heading: number;
  /** A blank row, a row without numbers, or nothing stands below it. */
  readonly ends: boolean;
  /** It names all that the table is about, right under a row of several words. */
  readonly opens: boolean;
  /** It has nothing in a column before its last number where most rows around it have words or codes. */
  readonly unlabelled: boolean;
  /** Blank rows stand above and below it. */
  readonly apart: boolean;
  /** Its label is written further out than the next one, or in capitals where the next one isn't. */
  readonly standsOut: boolean;
  /** No row of the usual width stands below it. */
  readonly tail: boolean;
  /** It stands in the tail, narrow itself, and a blank row parts it from the last row of the usual width. */
  readonly below: boolean;
  /** All of its filled cells say the same, which the row below doesn't do. */
  readonly same: boolean;
  /** Share of the rows around it that stand under a blank row. */
  readonly gaps: number;
  /** A single text right under one that stands behind other cells: its row goes on. */
  readonly goesOn: boolean;
  /** A single text that ends in a colon, over a row of several cells. */
  readonly introduces: boolean;
  /** A single text where all rows around it have cells before and behind it. */
  readonly bare: boolean;
  /** From 0 to 1: how far the columns hold other kinds of cells below it than above. */
  readonly shift: number;
  /** Share of its words that come back in rows near by, as values do and names of columns don't. */
  readonly kinship: number;
}

export function evidenceOf(
  grid: Grid,
  profile: Profile,
  kinship: readonly number[],
  index: number,
): Evidence | null {
  const row = grid.rows[index];
  const next = grid.rows[index + 1];
  if (!row) return null;
  const below = profile.tallies(index + 1, index + 1 + reach);
  const above = profile.tallies(index - reach, index);
  const texts = row.filled.map((column) => row.texts[column] ?? '');
  const label = texts.find((_, at) => isText(row, at)) ?? '';
  const single = texts.length === 1 && label !== '';
  const body = profile.meanFilled(index - reach, index + 1 + reach);
  const tail = isTail(grid, profile, index);
  const akin = kinship[index] ?? 0;
  const years = isYearRun(row) && !(next && isYearRun(next));
  const contrast = years ? 0.8 : contrastOf(row, below, above);
  const lone = single ? around(below, above, row.filled[0] ?? 0) : null;
  return {
    row,
    position: index,
    label,
    longest: Math.max(...texts.map((text) => text.length)),
    body,
    contrast: contrast > 0 ? contrast * (1 - akin) : contrast,
    likeness: likenessOf(row, below, above),
    headerWords: mayHead(row, index) ? texts.filter(isHeaderWord).length : 0,
    total: totalOf(row, label),
    // a link alone says where something is from; among other cells it is data
    note: isNote(texts[0] ?? '') || (single && /^https?:\/\//.test(label)),
    unit: texts.length <= 6 && texts.some(saysUnit),
    units: areUnits(texts),
    labelled: areLabelled(texts, row.numbers.length, Math.max(body, next?.filled.length ?? 0)),
    numbering: isNumberingRow(row, below),
    years: row.numbers.length > 0 && row.numbers.every((column) => isYear(row, column)),
    leading: isLeading(row, below, above),
    displaced: lone !== null && lone.number + lone.code > lone.text,
    amongLabels: lone !== null && lone.text > lone.rows / 2,
    unlabelled: isUnlabelled(row, below, above),
    apart: row.gap && (next?.gap ?? false),
    heading: isNumberedHeading(label) ? 1 : isGroupLabel(label) ? 0.4 : 0,
    ends: next === undefined || next.gap || next.numbers.length === 0,
    opens: isWhole(label) && isWords(grid.rows[index - 1]),
    standsOut: next !== undefined && next.numbers.length > 0 && isFurtherOut(row, next),
    tail,
    below: tail && isBelow(grid, index, body),
    same: isSame(texts) && !isSame(next ? next.texts.filter((text) => text !== '') : []),
    gaps: profile.gapShare(index - reach, index + 1 + reach),
    // a row like those around it begins nothing
    shift: contrast > 0 || texts.length <= body / 2 ? shiftBetween(above, below) : 0,
    kinship: akin,
    goesOn: goesOn(grid, index, body),
    introduces: single && /[:：]$/.test(label) && (next?.filled.length ?? 0) > 1,
    bare: single && akin === 0 && isBare(row, below, above),
  };
}

function isText(row: GridRow, at: number): boolean {
  return row.cells[row.filled[at] ?? -1]?.kind === cellKinds.text;
}

function isWords(row: GridRow | undefined): boolean {
  return row !== undefined && row.filled.length > 1 && row.numbers.length === 0;
}

/** Rows at the top, where a header's words are looked for in any row; below, one stands under a blank row. */
const topRows = 60;

function mayHead({ filled, numbers, gap }: GridRow, index: number): boolean {
  return filled.length > 1 && numbers.length < 2 && (index < topRows || gap);
}
