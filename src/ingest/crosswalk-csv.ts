import type { Crosswalk, SubjectRef } from '../model/crosswalk';

/** Names of the columns, in the order in which they are written. */
export const crosswalkHeader = [
  'kind',
  'from_code',
  'from_town',
  'from_name',
  'to_code',
  'to_town',
  'to_name',
  'since',
  'decision',
  'note',
] as const;

/**
 * A crosswalk as CSV with a BOM, so that a spreadsheet reads its Chinese: one row an entry. Where a side has several
 * subjects their codes, towns and names stand in the same order, with a semicolon between them.
 */
export function crosswalkCsv(crosswalk: Crosswalk): string {
  const rows = crosswalk.entries.map(({ kind, from, to, since, decision, note }) => [
    kind,
    ...side(from),
    ...side(to),
    since ?? '',
    decision,
    note,
  ]);
  return `\ufeff${[crosswalkHeader, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function side(refs: readonly SubjectRef[]): string[] {
  return (['code', 'town', 'name'] as const).map((key) =>
    refs.map((ref) => ref[key] ?? '').join(';'),
  );
}

/** A cell that a spreadsheet takes as text: one that begins like a formula is kept from being one. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
