import { mapping } from './mapping.en';
import { roster } from './roster.en';
import { quality } from './quality.en';
import { qualityFindings } from './quality-findings.en';
import type { Messages } from './zh-CN';
import type { ErrorCode } from '../model/answer';
import type { ChangeKind } from '../model/crosswalk';
import type { Finding } from '../model/finding';

const tail = (found: Finding) => (found.count > 1 ? ` (${found.count} rows)` : '');

const changeNames: Record<ChangeKind, string> = {
  renamed: 'renamed',
  recoded: 'new code',
  moved: 'moved to another town',
  alias: 'another writing',
  merged: 'merged',
  split: 'split',
};

function changeName(kind: string | null): string {
  return (changeNames as Partial<Record<string, string>>)[kind ?? ''] ?? '';
}

/** Kinds of files in an archive that hold no table. */
const ignoredKinds: Readonly<Record<string, string>> = {
  resource_fork: 'side files of macOS',
  lock: 'temporary files of Excel',
  hidden: 'hidden files',
  empty: 'empty files',
};

/** Why a file in an archive was not loaded. */
function reasonOf({ about, value, row, count }: Finding): string {
  const words = (en.errors as Partial<Record<string, Messages['errors'][ErrorCode]>>)[about ?? ''];
  const detail = { message: value ?? '', limit: value ?? '', line: row ?? '', row: row ?? '' };
  return words?.({ ...detail, column: value ?? '', record: count }) ?? '';
}

const rowRepairs: Partial<Record<string, string>> = {
  separator_extra: 'The row has a separator too many',
  separator_missing: 'The row lacks a separator',
  delimiter: 'The row is written with another separator',
};

/** The words of the interface, in English. */
export const en: Messages = {
  locale: 'en',
  languageName: 'English',
  brand: 'Starflag',
  errors: {
    engine_start: ({ message }) =>
      `The engine could not start: ${message}. Reload the page; if that doesn't help, use a current Chrome, Edge or Firefox.`,
    engine_lock: ({ probes }) =>
      `The engine's lock does not hold, so it was not started and no file was read. Not refused: ${probes}`,
    engine_lost: () =>
      'The engine stopped unexpectedly. It is being restarted and the data restored.',
    engine_memory: () =>
      'Out of memory. Remove files that you do not need now, or load them in parts.',
    query_failed: ({ message }) => `The query failed: ${message}`,
    query_not_select: () => 'Only one SELECT statement can be run here.',
    cancelled: () => 'Stopped.',
    superseded: () => 'Replaced by a newer question.',
    file_unopened: () =>
      'It cannot be opened: it is a folder, or the file has been moved or changed. Choose the files within the folder, or drop it again.',
    file_missing: () => 'There is no such file or folder.',
    file_empty: () => 'The file is empty. Check it and export it again.',
    file_unknown: () =>
      'This is not a table that can be read. Unpack an archive such as RAR or 7z first; save other files as XLSX or CSV and load that.',
    file_picture: () => 'This is a picture, not a table. Load the original Excel or CSV file.',
    file_pdf: () => 'This is a PDF, not a table. Load the original Excel or CSV file.',
    file_markup: () =>
      'This is a web page or XML without a table in it. Load the original Excel or CSV file.',
    file_truncated: () =>
      'The file is incomplete; its download or copy may have been cut short. Get it again and load that.',
    file_encrypted: () =>
      'The file is password-protected. Open it in Excel or WPS, remove the password, save, and load that.',
    file_too_large: ({ limit }) =>
      `The file unpacks to more than ${limit} MB; reading was stopped. Split it and load the parts.`,
    file_unreadable: ({ message }) =>
      `The file could not be read: ${message}. Open it in Excel or WPS, save it as XLSX, and load that.`,
    file_no_table: () => 'No table was found: no visible sheet holds anything.',
    file_rows_disagree: ({ counted, read }) =>
      `Two counts of the rows disagree (${counted} and ${read}), so nothing was loaded rather than something lost. Open the file in Excel or WPS, save it as XLSX, and load that.`,
    file_quotes_broken: ({ row }) =>
      `A quotation mark in row ${row} has no partner and the file is too large to mend; nothing was loaded. Open it in Excel or WPS, save it as XLSX, and load that.`,
    file_resource_fork: () => 'This is a side file of macOS without a table; it was passed over.',
    file_lock: () => 'This is a temporary file of an open workbook; it was passed over.',
    archive_too_many: ({ limit }) =>
      `The archive holds more than ${limit} files; nothing was loaded. Pack the files with tables alone.`,
    archive_no_table: ({ count }) =>
      `No file in the archive could be read as a table (${count} in all). Unpack it and load the files with tables.`,
    json_malformed: ({ line, column, record }) =>
      `The JSON is broken at line ${line}, character ${column} (record ${record}). Check it and export it again.`,
    json_no_records: () =>
      'The JSON holds no records: it should be a list of objects or of lists. Check it and export it again.',
    column_unsupported: ({ message }) =>
      `The file uses an encoding or type that is not supported (${message}). Export it in another way, as CSV for example.`,
    scheme_not_json: ({ message }) => `The scheme is not valid JSON: ${message}`,
    scheme_invalid: ({ problems }) => `The scheme is not valid: ${problems}`,
    scheme_unknown: ({ name, known }) => `There is no scheme "${name}". Known: ${known}.`,
    mapping_invalid: ({ table }) => `The mapping is for table ${table}, which does not exist.`,
    crosswalk_invalid: ({ path, problems }) =>
      `The crosswalk ${path} is not valid and was not used: ${problems}. Take the JSON that the page exports.`,
    view_unknown: ({ name, known }) => `There is no view "${name}". Known: ${known}.`,
    corrections_not_json: ({ message }) =>
      `This is not valid JSON: ${message}. Choose a file of corrections exported from this page.`,
    corrections_invalid: ({ path, expected, received }) =>
      `The file of corrections is not valid and was not imported: ${path} should be ${expected}, not ${received}.`,
    sheet_unknown: ({ sheet }) => `There is no sheet ${sheet}; its file may have been removed.`,
    internal: ({ message }) =>
      `Something went wrong within the program: ${message}. If it happens again, reload the page.`,
  },
  findings: {
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
        about === 'at_least'
          ? 'a lower bound'
          : about === 'below'
            ? 'an upper bound'
            : 'approximate';
      return `"${found.value ?? ''}" is not an exact figure; the number written is counted and marked as ${meant}${tail({ ...found, about })}.`;
    },
    value_scaled: (found) =>
      `"${found.value ?? ''}" names its own unit, which was applied to this cell${tail(found)}.`,
    period_unreadable: (found) =>
      `"${found.value ?? ''}" names no period; not counted${tail(found)}.`,
    period_unknown: (found) =>
      `No period is given by a column, the sheet's name or the file's name; not counted${tail(found)}.`,
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
    table_unused: () =>
      'No column names villages or their codes; the table was not used for scores.',
  },
  changeNames,
  roles: {
    ignore: 'Not used',
    code: 'Division code',
    district: 'District',
    town: 'Town',
    name: 'Village',
    track: 'Track',
    period: 'Period',
    year: 'Year',
    indicator: 'Indicator',
    operating_income: 'Operating income',
    operating_profit: 'Operating profit',
    investment: 'Investment',
    dividend: 'Dividends',
  },
  schemeProblem: ({ path, kind, found, allowed }) => {
    const at = path === '' ? 'the document' : path;
    if (kind === 'unknown_key')
      return `${at}: there is no such key. Keys allowed here: ${allowed}.`;
    if (kind === 'missing_key') return `${at}: missing; it should be ${allowed}.`;
    return `${at}: is ${found}, should be ${allowed}.`;
  },
  common: {
    close: 'Close',
    cancel: 'Cancel',
    remove: 'Remove',
    retry: 'Try again',
    none: '–',
    all: 'All',
    listSeparator: ', ',
    sentenceEnd: '.',
    place: (file, sheet, row, column) =>
      [file, sheet, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`]
        .filter(Boolean)
        .join(' › '),
  },
  period: {
    quarter: (year, number) => `Q${number} ${year}`,
    quarterShort: (number) => `Q${number}`,
    half: (year, number) => `H${number} ${year}`,
    month: (year, number) => `${year}-${String(number).padStart(2, '0')}`,
    bimonth: (year, number) => `Bimonth ${number} of ${year}`,
    year: (year) => String(year),
    round: (year, number) => (year === null ? `Round ${number}` : `Round ${number} of ${year}`),
  },
  shell: {
    skip: 'Skip to content',
    navigation: 'Pages',
    scheme: 'Scheme',
    period: 'Period',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    starting: 'Starting the engine',
    restarting: 'The engine stopped unexpectedly; restarting and restoring the data',
    restarted: 'The engine was restarted and the data restored',
    working: 'Computing',
    local: 'Runs on this machine, no data has left',
    failed: 'The engine did not start',
    counts: (subjects, observations) => `${subjects} villages · ${observations} values`,
    time: (milliseconds) => `This page took ${milliseconds} ms`,
    failedTitle: 'Cannot start',
    reload: 'Reload the page',
  },
  data: {
    title: 'Data',
    lead: 'Drop the Excel or CSV files that your towns sent. They are read on this machine and never uploaded.',
    drop: 'Drop files',
    dropHint:
      'Files of Excel or WPS, CSV, JSON, Parquet and others, or a ZIP of them, many at once; or copy cells in a spreadsheet and paste them on this page (Ctrl+V).',
    dropNow: 'Drop to load',
    choose: 'Choose files',
    paste: 'Paste from the clipboard',
    pasteDenied: 'The browser does not allow reading the clipboard. Press Ctrl+V on this page.',
    pasteEmpty: 'The clipboard holds no table.',
    pastedName: (number) => `Pasted ${number}`,
    sampleNote:
      'This is sample data (fictional places). It steps aside when you load files of your own.',
    useSample: 'Load the sample again',
    clear: 'Remove all',
    undo: 'Undo',
    removedNote: (name) => `Removed ${name}`,
    clearedNote: (count) => `Removed ${count} files`,
    sampleRemoved: 'The sample has stepped aside',
    duplicate: (name) =>
      `${name} is loaded already with the same content; it was not loaded twice.`,
    files: 'Files',
    schemeLoaded: (title) => `The scheme "${title}" was loaded and is in use.`,
    schemeFailed: (name) => `The scheme ${name} was not loaded:`,
    noFiles: 'No files yet.',
    columns: {
      file: 'File',
      state: 'State',
      tables: 'Tables',
      rows: 'Rows',
      format: 'Format',
      action: 'Action',
    },
    states: {
      waiting: 'Waiting',
      reading: 'Reading',
      storing: 'Storing',
      loaded: 'Loaded',
      failed: 'Not loaded',
      cancelled: 'Cancelled',
    },
    progress: (name) => `Progress of ${name}`,
    encodingUnclear: (used) =>
      `The encoding of the text is not certain; it was read as ${used}. Choose the one in which these lines make sense:`,
    readIn: (encoding) => `Read as ${encoding}`,
    mapping: 'Meaning of columns',
    mappingLead:
      'Headers, units, totals and the meaning of each column are found automatically. Use Check to see them beside the file and change them. Files with the same columns share one match, which is remembered.',
    shapeRows: (rows) => `${rows} rows of data`,
    nothingMeant: 'no column that can be used',
    check: 'Check',
    shapeFiles: (count) => (count === 1 ? '1 table' : `shared by ${count} tables`),
    remembered: 'as matched last time',
    resetMapping: 'Match automatically again',
    source: 'Column',
    role: 'Means',
    detail: 'Detail',
    examples: 'Examples',
    indicatorName: 'Name of the indicator',
    unit: 'Unit',
    schemeIndicator: 'Indicators of the scheme',
    otherIndicator: 'Another indicator',
    townFrom: {
      title: 'Town from the title',
      sheet: 'Town from the name of the sheet',
      file: 'Town from the name of the file',
    },
    periodExample: 'such as 2023Q1',
    periodUnclear: (text) => `"${text}" names no period. Write it like 2023Q1.`,
    periodFrom: {
      user: 'Period as you gave it',
      title: 'Period from the title',
      sheet: 'Period from the name of the sheet',
      file: 'Period from the name of the file',
    },
    periodFromColumn: 'Period from a column',
    periodNone: 'No period found',
    roster: 'Roster: names the villages, holds no scores',
    notFilled: 'empty column',
    numbers: (numeric, filled) => `${filled} cells, ${numeric} of them numbers`,
    findings: 'Findings',
    noFindings: 'Nothing to report.',
    severities: { error: 'To be settled', warning: 'Please check', note: 'Note' },
    findingCount: (count) => `${count} in all`,
    moreFindings: (count) => `Show ${count} more`,
  },
  mapping,
  quality,
  roster,
  starBoard: {
    title: 'Star board',
    lead: (year) =>
      `Stars of the four quarters of ${year}, added up. Ranks are within a track; a village that lacks a quarter gets no level.`,
    rescored: (version, periods) =>
      `Version ${version} is not in force in ${periods}: scored again under its rules, not directly comparable with what was published then.`,
    unknownScheme: (name, used) =>
      `There is no scheme "${name}" here; "${used}" is used. Drop its document on the page to use it.`,
    partYear: (periods) =>
      `So far there is data for ${periods} only: stars are added up to date, levels wait for the whole year.`,
    tracks: 'Tracks',
    tab: (label, count) => `${label} ${count}`,
    emptyTitle: 'Nothing to rate yet',
    emptyLead: 'Load quarterly sheets with villages, tracks and scores, and the stars stand here.',
    toData: 'Load files',
    missingMeasures: (names) =>
      `The scheme needs indicators that were not found: ${names}. On the Mapping page, give columns these meanings.`,
    noQuarter: 'There is no quarterly data. Check the periods on the Mapping page.',
    noTrack: 'No village has a track. Add a column 类别 to the roster or the sheets.',
    loading: 'Computing stars',
    caption: (year, track) => `Star board ${year}, ${track}`,
    figures: {
      levelAndAbove: 'three stars or more',
      periodFiveStar: 'five-star quarters',
      watch: (stars) => `on the watch list (${stars} stars or fewer)`,
      unrated: 'unrated',
    },
    levels: ['no level', 'one-star', 'two-star', 'three-star', 'four-star', 'five-star'],
    columns: {
      rank: 'Rank',
      change: 'Change',
      changeLong: 'Change of rank on last year',
      name: 'Village',
      track: 'Track',
      year: 'Year',
      level: 'Level',
      distance: 'Distance',
      distanceLong: 'Stars still needed for the next level',
    },
    starsOf: (stars) => (stars === 1 ? '1 star' : `${stars} stars`),
    rankUp: (places) => `up ${places}`,
    rankDown: (places) => `down ${places}`,
    rankSame: 'same rank',
    rankNew: 'no rank last year',
    noLevel: 'below three stars',
    unrated: (missing) => `unrated, ${missing} ${missing === 1 ? 'quarter' : 'quarters'} missing`,
    toDate: (stars) => `${stars} so far`,
    atTop: 'highest level',
    toNext: (level, stars) => `${stars} to ${level}`,
    quotaFull: (level) => `${level} full`,
    badges: { streak: (years) => `five-star ${years} years`, watch: 'watch list' },
    noQuarterStars: 'missing',
    more: (count) => `Show ${count} more`,
    incomplete: (count, periods) =>
      `${count} villages lack ${periods}; they get no level this year and stand at the end of their tracks.`,
    distributionText: (track, count, low, high) =>
      `Stars of the year of ${count} villages (${track}): lowest ${low}, highest ${high}.`,
    watchLine: (stars) => `watch list: ${stars}`,
    chartFailed: 'The figure could not be drawn; the table is complete.',
    lists: {
      fiveStar: 'Five-star list',
      watch: 'Watch list',
      streak: 'Five-star years running',
      empty: 'None.',
      years: (years) => `${years} years`,
    },
    copy: 'Copy table',
    copied: 'Copied; paste it into Excel',
    copyFailed: 'The browser does not allow writing to the clipboard',
    search: 'Find a village',
    found: (count) => `${count} found`,
    notFound: (words) => `No village has "${words}" in its name.`,
  },
  explanation: {
    title: 'Explanation',
    hint: 'Choose a village to see where its score and stars come from.',
    rankOf: (rank, rated) => `rank ${rank} of ${rated}`,
    quarters: 'Quarters',
    quarterMissing: 'no data',
    how: 'Where this score comes from',
    product: (value, weight) => `${value} × ${weight}`,
    capped: (measured, value) => `${measured} counts as ${value} (cap)`,
    score: 'Score',
    rounding: {
      'half-up': (digits) => `rounded to ${digits} decimals, half up`,
      'half-even': (digits) => `rounded to ${digits} decimals, halves to the even digit`,
      down: (digits) => `cut off after ${digits} decimals`,
      up: (digits) => `rounded up to ${digits} decimals`,
    },
    missing: (parts) =>
      `${parts} missing, so there is no score for the quarter. Missing is never counted as zero.`,
    whyStars: 'How these stars were given',
    ruleTop: (stars, share, places, score) =>
      `A score of at least ${score} and a rank within the top ${share} of the track (first ${places}) give ${stars} stars.`,
    ruleCut: (stars, score) => `A score of at least ${score} gives ${stars} stars.`,
    ruleQuota: (stars, share, places) =>
      `A rank within the top ${share} of the track (first ${places}) gives ${stars} stars.`,
    ruleNone: (stars) => `No rule is met: ${stars} stars.`,
    quotaMissed: (stars, places) =>
      `The score is enough for ${stars} stars, but the rank (ties counted whole) is not within the first ${places} of the track.`,
    whyLevel: 'How the level of the year was given',
    yearSum: (stars, total) => `Four quarters, ${stars}: ${total} stars in the year.`,
    yearRank: (rank, rated, score) =>
      `Rank ${rank} of ${rated} in the track; equal stars are ordered by the mean score of the year, ${score}.`,
    levelGot: (level, line, places) =>
      places === null
        ? `Level: ${level}, at least ${line} stars.`
        : `Level: ${level}, at least ${line} stars and within the first ${places} of the track.`,
    levelNot: (level, line) => `The line for ${level} is ${line} stars; not reached.`,
    levelFull: (level, places) =>
      `Enough stars for ${level}, but the rank (ties counted whole) is not within the first ${places} of the track.`,
    yearUnrated: (periods) => `${periods} missing, so there is no level this year.`,
    reward: (amount, stars, once) =>
      `Reward: ${amount} yuan, of it ${stars} for stars and ${once} once for the level.`,
    rewardShrunk: (share) => `The pool is limited: paid at ${share}.`,
    cells: 'Source cells',
    cellText: (text) => `"${text}"`,
    cellBlank: 'blank',
    noCell: (measure) => `${measure}: no usable cell`,
    economy: 'Collective economy',
    economyLead: (year) => `${year}, in 万元 (10,000 yuan).`,
    economyMean: (mean, denominator) => `mean ${mean} (over ${denominator} villages)`,
    sqlTitle: 'The SQL behind it',
    sqlLead: 'Every step is a view made from the scheme; each can be read.',
    openSql: 'Show SQL',
    copySql: 'Copy',
  },
};
