import { tableFromIPC } from 'apache-arrow';
import { readFile, type ReadFile, type StagedSheet } from '../../../workers/readers/read';

/** Bytes of a text in which each character stands for one. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Reads a file as the engine would. */
export function read(content: BlobPart, name = 'a.xlsx', encoding?: string): Promise<ReadFile> {
  return readFile(new Blob([content]), name, () => undefined, encoding);
}

/** The sheets of a file. */
export function sheetsOf({ parts }: ReadFile): StagedSheet[] {
  return parts.filter((part) => part.kind === 'sheet');
}

/** The only sheet of a file. */
export function onlySheet(file: ReadFile): StagedSheet {
  const [sheet, ...more] = sheetsOf(file);
  if (!sheet || more.length > 0) throw new Error(`${file.parts.length} sheets`);
  return sheet;
}

/** The rows of a sheet, each with its number. */
export function numberedRows({ ipc, width }: StagedSheet): [number, ...(string | null)[]][] {
  const table = tableFromIPC(ipc);
  return Array.from({ length: table.numRows }, (_, row) => [
    Number(table.getChild('source_row')?.get(row)),
    ...Array.from(
      { length: width },
      (_, column) => table.getChild(`c${column + 1}`)?.get(row) as string | null,
    ),
  ]);
}

/** The rows of a sheet. */
export function rowsOf(sheet: StagedSheet): (string | null)[][] {
  return numberedRows(sheet).map(([, ...cells]) => cells);
}

/** Codes of what was noticed, with the sheet and the value. */
export function noticed({ findings }: ReadFile): (string | null)[][] {
  return findings.map(({ code, sheet, value }) => [code, sheet, value]);
}
