import type { ErrorCode } from '../model/answer';
import type { Finding } from '../model/finding';
import { errors } from './errors.en';
import type { ErrorWords } from './errors.zh-CN';
import type { FindingWords } from './findings.zh-CN';
import { qualityFindings } from './quality-findings.en';
import { changeNames } from './roster.en';

const tail = (found: Finding) => (found.count > 1 ? ` (${found.count} rows)` : '');

/** Kinds of files in an archive that hold no table. */
const ignoredKinds: Readonly<Record<string, string>> = {
  resource_fork: 'side files of macOS',
  lock: 'temporary files of Excel',
  hidden: 'hidden files',
  empty: 'empty files',
};

/** Why a file in an archive was not loaded. */
function reasonOf({ about, value, row, count }: Finding): string {
  const words = (errors as Partial<Record<string, ErrorWords[ErrorCode]>>)[about ?? ''];
  const detail = { message: value ?? '', limit: value ?? '', line: row ?? '', row: row ?? '' };
  return words?.({ ...detail, column: value ?? '', record: count }) ?? '';
}

function changeName(kind: string | null): string {
  return (changeNames as Partial<Record<string, string>>)[kind ?? ''] ?? '';
}

const rowRepairs: Partial<Record<string, string>> = {
  separator_extra: 'The row has a separator too many',
  separator_missing: 'The row lacks a separator',
  delimiter: 'The row is written with another separator',
};

const cadenceNames: Partial<Record<string, string>> = {
  month: 'month',
  quarter: 'quarter',
  half: 'half-year',
  year: 'year',
};

export const findings: FindingWords = {
  ...qualityFindings,
  bytes_replaced: ({ value, about }) =>
    `Bytes here are not ${about ?? 'readable'}; they were read as "${value ?? ''}". Check this cell against the original.`,
  quote_broken: ({ value }) =>
    `A quotation mark has no partner; the cell was read as "${value ?? ''}". Check it.`,
  row_repaired: ({ value, about }) =>
    `${rowRepairs[about ?? ''] ?? 'This row was broken'}; it was put right by what the columns hold and read as "${value ?? ''}". Check it against the original.`,
  cell_missing: () => 'The row has a cell less than the header; it counts as blank.',
  cell_extra: ({ value }) =>
    `The row has a cell more than the header, "${value ?? ''}". Check whether its cells are out of place.`,
  row_blank: () => 'A blank row, passed over.',
  header_blank: () => 'The column has no header; it is called by its letter.',
  header_repeated: ({ value }) =>
    `The header "${value ?? ''}" stands over an earlier column too; they are told apart by number.`,
  sheet_hidden: () => 'The sheet is hidden; its tables are off until you turn them on.',
  sheet_empty: () => 'The sheet is empty and was not loaded.',
  sheet_without_table: () => 'No table was found; nothing of it is counted.',
  formula_error: ({ value }) => `The formula failed (${value ?? ''}); treated as missing.`,
  formula_uncalculated: () =>
    'The file holds no result for the formula; treated as missing. Open it in Excel or WPS, save it, and load that.',
  value_unreadable: ({ value }) => `"${value ?? ''}" is no number; treated as missing.`,
  value_qualified: ({ about, ...found }) => {
    const meant =
      about === 'at_least' ? 'a lower bound' : about === 'below' ? 'an upper bound' : 'approximate';
    return `"${found.value ?? ''}" is not an exact figure; the number written is counted and marked as ${meant}${tail({ ...found, about })}.`;
  },
  value_scaled: (found) =>
    `"${found.value ?? ''}" names its own unit, which was applied to this cell${tail(found)}.`,
  period_unreadable: (found) =>
    `"${found.value ?? ''}" names no period; not counted${tail(found)}.`,
  period_unknown: (found) =>
    `No period is given by a column, the sheet's name or the file's name; not counted${tail(found)}.`,
  period_from_date: (found) =>
    `Dates count under the ${cadenceNames[found.about ?? ''] ?? ''} that they are in, such as "${found.value ?? ''}"${tail(found)}.`,
  period_two_years: (found) =>
    `"${found.value ?? ''}" runs over two years; counted under the first, ${found.about ?? ''}${tail(found)}.`,
  date_ambiguous: (found) =>
    `Day and month of "${found.value ?? ''}" can't be told apart, and no other date of the column shows their order; not counted${tail(found)}. Write year-month-day.`,
  value_of_whole: (found) =>
    `Figures written like "${found.value ?? ''}" count with their first number${tail(found)}. Where a rate is meant, write it as one.`,
  name_missing: (found) => `No village is named; not counted${tail(found)}.`,
  total_row: (found) => `"${found.value ?? ''}" is a row of totals; not counted${tail(found)}.`,
  subject_unmatched: (found) =>
    found.about === null
      ? `"${found.value ?? ''}" is not on the roster; not counted${tail(found)}. Check the name, or add it to the roster.`
      : `"${found.value ?? ''}" is not on the roster; not counted${tail(found)}. It may be "${found.about}": please confirm.`,
  subject_ambiguous: (found) =>
    `"${found.value ?? ''}" may be ${found.about ?? ''}; not counted${tail(found)}. Add its town or code.`,
  track_missing: ({ value, count }) =>
    `"${value ?? ''}"${count > 1 ? ` and others, ${count} in all,` : ''} without a track (类别) cannot be ranked. Add it to the roster.`,
  track_conflict: ({ value, about }) =>
    `The track is given as "${value ?? ''}", the roster says otherwise (${about ?? ''}); the roster counts.`,
  observation_repeated: ({ value, about }) =>
    `${value ?? ''}: also in ${about ?? ''} with the same value; counted once.`,
  observation_conflict: ({ value, about }) =>
    `${value ?? ''}: differs from ${about ?? ''}; neither is counted. Correct or remove one of the files.`,
  words_missing: ({ value, about }) =>
    `The scheme (${about ?? ''}) groups by the words of column “${value ?? ''}”, which the data lacks. Name that column on the mapping page.`,
  period_missing: ({ value, about }) =>
    `The scheme (${about ?? ''}) holds all periods to what was learned in ${value ?? ''}, which the data lacks. Load that period's files, or name another period.`,
  measure_missing: ({ value }) =>
    `The data has no "${value ?? ''}", which the scheme needs. On the Mapping page, give a column this meaning.`,
  unit_assumed: ({ value }) =>
    `"${value ?? ''}" names no unit and is read as yuan. If it is 万元, change it on the Mapping page.`,
  name_differs: ({ value, about }) =>
    `The code belongs to ${about ?? ''}, the name is given as "${value ?? ''}"; counted by the code. Check whether it was renamed.`,
  code_conflict: (found) =>
    `Code and name contradict each other: the code belongs to ${found.about ?? ''}, the name is "${found.value ?? ''}"; not counted${tail(found)}.`,
  code_ruined: (found) =>
    `A spreadsheet has turned the code into "${found.value ?? ''}", which cannot be undone; recognised by name${tail(found)}. Check the original.`,
  code_short: (found) =>
    `The code "${found.value ?? ''}" is one digit shorter than the others and was not used; recognised by name${tail(found)}. Check the original.`,
  pseudo_unit: (found) =>
    `"${found.value ?? ''}" is a pseudo-unit (its code ends in 400 or above) and is not on the roster${tail(found)}.`,
  name_damaged: ({ value, about }) =>
    about === null
      ? `Characters of "${value ?? ''}" are damaged. Check the original.`
      : `Characters of "${value ?? ''}" are damaged. It may be "${about}": please confirm.`,
  change_undecided: ({ value, about, count }) =>
    `Not decided yet (${changeName(about)}, ${count}): ${value ?? ''}${count > 1 ? ' and others' : ''}. Until then, trends across it are marked as broken.`,
  decision_unused: ({ value }) =>
    `"${value ?? ''}" in the crosswalk has no code, and several districts have that town and name; it was not applied. Add the code.`,
  merged_filled: ({ count }) =>
    `Merged cells were filled down with what stands in their first (${count}).`,
  member_ignored: ({ value, about, count }) =>
    `Passed over in the archive: ${ignoredKinds[about ?? ''] ?? 'files without a table'} (${count}, such as ${value ?? ''}).`,
  member_failed: (found) => `This file of the archive was not loaded: ${reasonOf(found)}`,
  records_wrapped: ({ value, about }) =>
    `The records were taken from the key "${value ?? ''}"` +
    (about === null ? '.' : `; other keys were not loaded: ${about}.`),
  nested_flattened: ({ value }) => `Nested objects were spread over columns: ${value ?? ''}.`,
  nested_kept: ({ value }) =>
    `These columns hold lists, which are kept as JSON text: ${value ?? ''}.`,
  key_repeated: ({ value }) =>
    `The key "${value ?? ''}" stands more than once in this record; the last value was taken. Check it.`,
  bytes_as_hex: ({ value }) =>
    `These columns are no text and are shown as hexadecimal: ${value ?? ''}.`,
  period_unused: ({ value }) =>
    `Data for ${value ?? ''} is not of the scheme's cadence and was not used for scores.`,
  findings_cut: ({ count }) =>
    `There are more of this kind; the first ${count} are listed, the rest follow when these are mended.`,
  table_unused: () => 'No column names villages or their codes; the table was not used for scores.',
};
