import type { ChangeKind } from './crosswalk';

/** How far the names of one table were recognised. A name that stands in several rows counts once. */
export interface TableCoverage {
  /** `SourceTable.id`. */
  readonly table: string;
  readonly names: number;
  readonly matched: number;
  /** Names that belong to no subject, may belong to several, or contradict their code. */
  readonly unmatched: number;
  readonly ambiguous: number;
  readonly conflicting: number;
  /** Names of no village: totals and pseudo-units. */
  readonly setAside: number;
}

/** How many subjects changed in one way since one period. */
export interface ChangeCount {
  readonly kind: ChangeKind;
  readonly since: string | null;
  /** False while nobody has decided. */
  readonly confirmed: boolean;
  /** Subjects that became others; for `split`, those that were divided. */
  readonly subjects: number;
}

export interface Coverage {
  readonly tables: readonly TableCoverage[];
  readonly changes: readonly ChangeCount[];
}
