/** Things about loaded data that a reader of the figures must know. The words for each code live in i18n. */
export type FindingCode =
  | 'bytes_replaced'
  | 'quote_broken'
  | 'row_repaired'
  | 'cell_missing'
  | 'cell_extra'
  | 'row_blank'
  | 'header_blank'
  | 'header_repeated'
  | 'sheet_hidden'
  | 'sheet_empty'
  | 'sheet_without_table'
  | 'formula_error'
  | 'formula_uncalculated'
  | 'value_unreadable'
  | 'value_qualified'
  | 'value_scaled'
  | 'period_unreadable'
  | 'period_unknown'
  | 'period_from_date'
  | 'period_two_years'
  | 'date_ambiguous'
  | 'value_of_whole'
  | 'name_missing'
  | 'total_row'
  | 'subject_unmatched'
  | 'subject_ambiguous'
  | 'track_missing'
  | 'track_conflict'
  | 'observation_repeated'
  | 'observation_conflict'
  | 'measure_missing'
  | 'words_missing'
  | 'period_missing'
  | 'table_unused'
  | 'unit_assumed'
  | 'name_differs'
  | 'code_conflict'
  | 'code_ruined'
  | 'code_short'
  | 'pseudo_unit'
  | 'name_damaged'
  | 'change_undecided'
  | 'decision_unused'
  | 'merged_filled'
  | 'member_ignored'
  | 'member_failed'
  | 'records_wrapped'
  | 'nested_flattened'
  | 'nested_kept'
  | 'key_repeated'
  | 'bytes_as_hex'
  | 'period_unused'
  | QualityCode
  | 'findings_cut';

/** What checks of the figures and names within a table, and across tables, notice. */
export type QualityCode =
  | 'total_mismatch'
  | 'mean_mismatch'
  | 'rank_contradicts'
  | 'rank_shared'
  | 'rank_tie_split'
  | 'rank_gap'
  | 'parts_mismatch'
  | 'parts_exceed'
  | 'shares_mismatch'
  | 'count_mismatch'
  | 'row_repeated'
  | 'subject_repeated'
  | 'checks_skipped'
  | 'subject_missing'
  | 'period_gap'
  | 'unit_jump'
  | 'unit_jump_table'
  | 'outlier'
  | 'personal_replaced'
  | 'personal_dropped'
  | 'personal_kept';

/** `error`: a figure is missing because of it. `warning`: look at it. `note`: said so that nothing happens in silence. */
export type Severity = 'error' | 'warning' | 'note';

export const severityOf: Record<FindingCode, Severity> = {
  bytes_replaced: 'error',
  quote_broken: 'warning',
  row_repaired: 'warning',
  cell_missing: 'note',
  cell_extra: 'warning',
  row_blank: 'note',
  header_blank: 'note',
  header_repeated: 'note',
  sheet_hidden: 'note',
  sheet_empty: 'note',
  sheet_without_table: 'note',
  formula_error: 'error',
  formula_uncalculated: 'error',
  value_unreadable: 'error',
  value_qualified: 'note',
  value_scaled: 'note',
  period_unreadable: 'error',
  period_unknown: 'error',
  period_from_date: 'note',
  period_two_years: 'warning',
  date_ambiguous: 'error',
  value_of_whole: 'warning',
  name_missing: 'warning',
  total_row: 'note',
  subject_unmatched: 'error',
  subject_ambiguous: 'error',
  track_missing: 'error',
  track_conflict: 'warning',
  observation_repeated: 'note',
  observation_conflict: 'error',
  measure_missing: 'error',
  words_missing: 'error',
  period_missing: 'error',
  table_unused: 'warning',
  unit_assumed: 'warning',
  name_differs: 'warning',
  code_conflict: 'error',
  code_ruined: 'warning',
  code_short: 'warning',
  pseudo_unit: 'note',
  name_damaged: 'warning',
  change_undecided: 'warning',
  decision_unused: 'warning',
  merged_filled: 'note',
  member_ignored: 'note',
  member_failed: 'error',
  records_wrapped: 'note',
  nested_flattened: 'note',
  nested_kept: 'note',
  key_repeated: 'warning',
  bytes_as_hex: 'note',
  period_unused: 'warning',
  total_mismatch: 'warning',
  mean_mismatch: 'warning',
  rank_contradicts: 'warning',
  rank_shared: 'warning',
  rank_tie_split: 'warning',
  rank_gap: 'warning',
  parts_mismatch: 'warning',
  parts_exceed: 'warning',
  shares_mismatch: 'warning',
  count_mismatch: 'warning',
  row_repeated: 'warning',
  subject_repeated: 'warning',
  checks_skipped: 'note',
  subject_missing: 'warning',
  period_gap: 'warning',
  unit_jump: 'warning',
  unit_jump_table: 'warning',
  outlier: 'warning',
  personal_replaced: 'note',
  personal_dropped: 'note',
  personal_kept: 'warning',
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
  /** Further figures and names that the words need. */
  readonly detail: Readonly<Record<string, string | number>>;
}

type Place = Partial<Omit<Finding, 'code'>>;

/** A finding with the places that don't apply left null. */
export function finding(code: FindingCode, place: Place = {}): Finding {
  const nowhere = { file: null, sheet: null, row: null, column: null, value: null, about: null };
  return { code, ...nowhere, count: 1, detail: {}, ...place };
}
