import type { LoadedFile, Privacy } from '../src/engine/protocol';
import type { Finding } from '../src/model/finding';
import type { EncodingChoice, SourceSheet, SourceTable } from '../src/model/source';
import type { Records } from './readers/records';

/** A sheet as the engine holds it. */
export interface KeptSheet {
  readonly sheet: SourceSheet;
  readonly tables: readonly SourceTable[];
  /** How its text was read; null where it is no text. */
  readonly records: Records | null;
  readonly hiddenRows: readonly number[];
  /** What was noticed as it was stored. */
  readonly stored: readonly Finding[];
  /** What the checks say of its tables as they are now. */
  readonly checks: readonly Finding[];
}

/** A file as the engine holds it. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly privacy: Privacy;
  /** What was noticed as it was read. */
  readonly read: readonly Finding[];
  readonly encodings: readonly EncodingChoice[];
  readonly sheets: readonly KeptSheet[];
}

/** What was seen of a sheet's text as it was read; null where it is no text, or cells may have been taken away since. */
export function seenOf({ privacy }: KeptFile, { records }: KeptSheet): Records | null {
  return privacy.mode === 'drop' ? null : records;
}

export function tablesOf({ sheets }: KeptFile): SourceTable[] {
  return sheets.flatMap(({ tables }) => tables);
}

export function findingsOf({ read, sheets }: KeptFile): Finding[] {
  return [...read, ...sheets.flatMap(({ stored, checks }) => [...stored, ...checks])];
}

/** The file as the page is told of it. */
export function loadedFile(file: KeptFile): LoadedFile {
  const { id, name, encodings } = file;
  const sheets = file.sheets.map(({ sheet }) => sheet);
  return { id, name, sheets, tables: tablesOf(file), findings: findingsOf(file), encodings };
}
