import type { CanonFinding } from '../canon-findings';
import { finding, type Finding, type FindingCode } from '../../model/finding';
import { lit } from '../../sql/sql';
import type { AnswerRow } from '../places';

/** Findings of one kind that are listed at the most. */
export const mostListed = 500;

/** Rows to ask for: one more tells that the list was cut. */
export const mostAsked = lit(mostListed + 1);

/** One finding for each row of an answer, at the cell that it names; a long list is cut, and says so. */
export function listed(
  code: FindingCode,
  more: (row: AnswerRow) => Partial<Finding>,
): CanonFinding['findings'] {
  return (rows, places) => cut(rows.map((row) => places.cell(code, row, more(row))));
}

/** The first of a long list of findings, and a word that there are more. */
export function cut(findings: readonly Finding[]): Finding[] {
  if (findings.length <= mostListed) return [...findings];
  return [...findings.slice(0, mostListed), finding('findings_cut', { count: mostListed })];
}
