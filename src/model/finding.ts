/** Things about loaded data that a reader of the figures must know. The words for each code live in i18n. */
export type FindingCode =
  | 'bytes_replaced'
  | 'quote_broken'
  | 'sheet_hidden'
  | 'sheet_empty'
  | 'formula_error'
  | 'value_unreadable'
  | 'period_unreadable'
  | 'period_unknown'
  | 'name_missing'
  | 'total_row'
  | 'subject_unmatched'
  | 'subject_ambiguous'
  | 'track_missing'
  | 'track_conflict'
  | 'observation_repeated'
  | 'observation_conflict'
  | 'measure_missing'
  | 'table_unused'
  | 'unit_assumed'
  | 'name_differs'
  | 'code_conflict'
  | 'merged_filled'
  | 'period_unused'
  | 'findings_cut';

/** `error`: a figure is missing because of it. `warning`: look at it. `note`: said so that nothing happens in silence. */
export type Severity = 'error' | 'warning' | 'note';

export const severityOf: Record<FindingCode, Severity> = {
  bytes_replaced: 'error',
  quote_broken: 'warning',
  sheet_hidden: 'note',
  sheet_empty: 'note',
  formula_error: 'error',
  value_unreadable: 'error',
  period_unreadable: 'error',
  period_unknown: 'error',
  name_missing: 'warning',
  total_row: 'note',
  subject_unmatched: 'error',
  subject_ambiguous: 'error',
  track_missing: 'error',
  track_conflict: 'warning',
  observation_repeated: 'note',
  observation_conflict: 'error',
  measure_missing: 'error',
  table_unused: 'warning',
  unit_assumed: 'warning',
  name_differs: 'warning',
  code_conflict: 'error',
  merged_filled: 'note',
  period_unused: 'warning',
  findings_cut: 'warning',
};

/** A finding with the place it is about. Findings of one kind in one column are gathered: `count` tells how many. */
export interface Finding {
  readonly code: FindingCode;
  readonly file: string | null;
  readonly sheet: string | null;
  /** First row that it is about, 1-based. */
  readonly row: number | null;
  /** Letter of the column. */
  readonly column: string | null;
  readonly value: string | null;
  readonly count: number;
  /** A name, period or second place that the words need. */
  readonly about: string | null;
}

type Place = Partial<Omit<Finding, 'code'>>;

/** A finding with the places that don't apply left null. */
export function finding(code: FindingCode, place: Place = {}): Finding {
  const nowhere = { file: null, sheet: null, row: null, column: null, value: null, about: null };
  return { code, ...nowhere, count: 1, ...place };
}
