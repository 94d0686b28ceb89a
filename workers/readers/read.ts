import { Table, tableToIPC, type Vector } from 'apache-arrow';
import { Fault } from '../../src/model/answer';
import type { Finding } from '../../src/model/finding';
import type { FileFormat } from '../../src/model/source';
import { readDelimited, type DelimitedText } from './csv';
import { integerColumn, textColumn } from '../columns';
import { detect } from './detect';
import { readWorkbook } from './xlsx';

/** A sheet as an Arrow IPC stream: `source_row` (Int32, 1-based) and text columns `c1`, `c2`, …; blank rows left out. */
export interface StagedSheet {
  readonly kind: 'sheet';
  readonly sheet: string;
  readonly ipc: Uint8Array;
  readonly width: number;
}

/** A delimited text, to be read by the engine. */
export interface StagedText extends DelimitedText {
  readonly kind: 'text';
}

/** A file as the engine takes it in. */
export interface ReadFile {
  readonly format: FileFormat;
  readonly parts: readonly (StagedSheet | StagedText)[];
  readonly findings: readonly Finding[];
}

/** How a file is read: in a worker of its own in the browser, in the process on Node. */
export type Reader = (
  content: Blob,
  name: string,
  report: (share: number | null) => void,
  signal: AbortSignal,
) => Promise<ReadFile>;

/**
 * Reads a file of any supported format.
 * @param report called with the share of the file that has been read
 * @throws Fault that says why the file cannot be read
 */
export async function readFile(
  content: Blob,
  name: string,
  report: (share: number) => void,
): Promise<ReadFile> {
  const container = await detect(content, name);
  let done = 0;
  // a text is passed over twice: once for its encoding, once for its records
  const total = content.size * (container === 'text' ? 2 : 1);
  const advance = (bytes: number) => {
    done += bytes;
    report(Math.min(1, done / total));
  };
  if (container === 'text') {
    const text = await readDelimited(content, advance);
    if (text.records.width === 0) throw new Fault('file_empty');
    return { format: 'csv', parts: [{ kind: 'text', ...text }], findings: [] };
  }
  const { sheets, findings } = await readWorkbook(content, container, advance);
  const parts = sheets.map(({ name: sheet, rows }): StagedSheet => ({
    kind: 'sheet',
    sheet,
    ...stage(rows),
  }));
  return { format: container === 'zip' ? 'xlsx' : 'xls', parts, findings };
}

function stage(rows: readonly (readonly (string | null)[])[]): { ipc: Uint8Array; width: number } {
  const kept = rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => row.length > 0);
  const width = kept.reduce((most, { row }) => Math.max(most, row.length), 0);
  const columns: Record<string, Vector> = {
    source_row: integerColumn(kept.map(({ number }) => number)),
  };
  for (let index = 0; index < width; index += 1) {
    columns[`c${index + 1}`] = textColumn(kept.map(({ row }) => row[index] ?? null));
  }
  return { ipc: tableToIPC(new Table(columns), 'stream'), width };
}
