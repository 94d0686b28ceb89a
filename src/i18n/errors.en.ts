import type { ErrorWords } from './errors.zh-CN';

export const errors: ErrorWords = {
  engine_start: ({ message }) =>
    `The engine could not start: ${message}. Reload the page; if that doesn't help, use a current Chrome, Edge or Firefox.`,
  engine_lock: ({ probes }) =>
    `The engine's lock does not hold, so it was not started and no file was read. Not refused: ${probes}`,
  engine_lost: () =>
    'The engine stopped unexpectedly. It is being restarted and the data restored.',
  engine_given_up: ({ deaths }) =>
    `The engine stopped ${deaths} times in a row and is not started again. Reload the page and load the files in parts; where one file makes it stop, split that file.`,
  engine_memory: () =>
    'Out of memory. Remove files that you do not need now, or load them in parts.',
  query_failed: ({ message }) => `The query failed: ${message}`,
  query_not_select: () => 'Only one SELECT statement can be run here.',
  query_read_only: () =>
    'Nothing was run: this is read-only. You can query, and make tables and views of your own in scratch: CREATE [OR REPLACE] TABLE scratch.name AS SELECT …; DROP TABLE scratch.name takes one away.',
  query_parameter: ({ name }) => `The parameter $${name} has no value yet.`,
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
  scheme_unfit: ({ problems }) =>
    `The data lacks what the scheme needs, so nothing can be scored:\n  ${problems}\nCheck the names of the columns, or use a scheme that fits the data.`,
  scheme_unknown: ({ name, known }) => `There is no scheme "${name}". Known: ${known}.`,
  mapping_invalid: ({ table }) => `The mapping is for table ${table}, which does not exist.`,
  crosswalk_invalid: ({ path, problems }) =>
    `The crosswalk ${path} is not valid and was not used: ${problems}. Take the JSON or CSV that the page exports.`,
  view_unknown: ({ name, known }) => `There is no view "${name}". Known: ${known}.`,
  corrections_not_json: ({ message }) =>
    `This is not valid JSON: ${message}. Choose a file of corrections exported from this page.`,
  corrections_invalid: ({ path, expected, received }) =>
    `The file of corrections is not valid and was not imported: ${path} should be ${expected}, not ${received}.`,
  link_damaged: () =>
    'The link is incomplete or was changed; some characters may have been lost in copying. Ask the sender for it again and copy all of it. Nothing of it was applied.',
  link_newer: ({ version, known }) =>
    `The link was made by a newer version (format ${version}; this page reads up to ${known}). Update this page and open it again. Nothing of it was applied.`,
  link_too_large: ({ limit }) =>
    `The link holds more than ${limit} KB, more than any that is made here, so reading was stopped. Nothing of it was applied.`,
  link_refused: ({ at }) =>
    at === ''
      ? 'What the link holds was not made by this program; it was refused. Nothing of it was applied.'
      : `The link holds something that this program does not know (${at}); it was refused. Nothing of it was applied.`,
  export_too_long: ({ limit }) =>
    `More rows than the ${limit} that a sheet can hold; nothing was exported. Filter first, or export as CSV or Parquet.`,
  export_people: () => 'The data is about people; nothing was exported.',
  keep_damaged: ({ name }) =>
    `What was kept of the workspace “${name}” is damaged and was left as it is. Load the files again; they are kept as a new workspace.`,
  keep_newer: ({ name, version }) =>
    `The workspace “${name}” was kept by a newer version (format ${version}) and was left as it is. Reload the page to get that version.`,
  keep_full: () =>
    'The storage of the browser is full: the latest changes are not kept, what was kept before still is. Delete workspaces that are not needed.',
  keep_failed: ({ message }) =>
    `Nothing was kept on this machine: ${message}. The page works on; export before you close it.`,
  sheet_unknown: ({ sheet }) => `There is no sheet ${sheet}; its file may have been removed.`,
  internal: ({ message }) =>
    `Something went wrong within the program: ${message}. If it happens again, reload the page.`,
};
