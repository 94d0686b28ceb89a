import { Fault } from '../../src/model/answer';
import type { Finding } from '../../src/model/finding';
import type { MergedCells } from '../../src/model/layout';
import type { FileFormat } from '../../src/model/source';
import { readArchive } from './archive';
import { readArrow } from './arrow';
import { readDelimited, type DelimitedText } from './csv';
import { detect, type Container } from './detect';
import type { Encoding } from './encoding';
import { stage, type Grid } from './grid';
import { gunzip } from './gzip';
import { readJsonTables } from './json';
import { markupText } from './markup-text';
import { readParquet } from './parquet';
import type { Advance } from './text';
import type { Batch } from './text-rows';
import { readWebArchive, readWebPage } from './web-page';
import { readWorkbook } from './xlsx';
import { listZip } from './zip';
import { isWorkbook, readZipWorkbook } from './zip-workbook';

/**
 * A sheet as an Arrow IPC stream: `source_row` (Int32, 1-based; the number of the record where a file has no rows) and
 * text columns `c1`, `c2`, …; blank rows left out, but none of a sheet with `headings`.
 */
export interface StagedSheet {
  readonly kind: 'sheet';
  readonly format: FileFormat;
  /** Name of the file within an archive. */
  readonly member: string | null;
  readonly sheet: string | null;
  readonly ipc: Uint8Array;
  readonly width: number;
  /** A spreadsheet hides the sheet. */
  readonly hidden: boolean;
  readonly merged: readonly MergedCells[];
  readonly hiddenRows: readonly number[];
  /** Names that the file itself gives its columns; null where a header is among the rows. */
  readonly headings: readonly string[] | null;
}

/** A delimited text, cut into its rows. */
export interface StagedText extends DelimitedText {
  readonly kind: 'text';
  readonly format: 'csv';
  readonly member: string | null;
}

/** A file as the engine takes it in. Findings name the sheet and the file within an archive; the caller adds the file. */
export interface ReadFile {
  readonly parts: readonly (StagedSheet | StagedText)[];
  readonly findings: readonly Finding[];
}

/**
 * Takes rows of a text while it is being read: of the n-th part of its file, counted from 0; null takes back what was
 * given before.
 */
export type TakeRows = (part: number, batch: Batch | null) => Promise<void>;

/** How a file is read: in a worker of its own in the browser, in the process on Node. */
export type Reader = (
  content: Blob,
  name: string,
  report: (share: number) => void,
  encoding: string | undefined,
  take: TakeRows,
  signal: AbortSignal,
) => Promise<ReadFile>;

/** An archive within an archive is read, one within that is not. */
const mostNested = 1;

/**
 * Reads a file of any supported format.
 * @param report called with the share of the file that has been read
 * @param encoding the encoding that the user has chosen for a text
 * @param take takes rows of long texts before all is read; without it, all are in the answer
 * @throws Fault that says why the file cannot be read
 */
export async function readFile(
  content: Blob,
  name: string,
  report: (share: number) => void,
  encoding?: string,
  take?: TakeRows,
): Promise<ReadFile> {
  let done = 0;
  const advance = (bytes: number) => {
    done += bytes;
    report(Math.min(1, done / content.size));
  };
  const file = { content, name, advance, encoding: encoding as Encoding | undefined };
  return read({ ...file, take: take ?? null, part: 0 }, 0);
}

interface Given {
  readonly content: Blob;
  readonly name: string;
  readonly advance: Advance;
  readonly encoding: Encoding | undefined;
  readonly take: TakeRows | null;
  /** Parts that the file as a whole has come to so far. */
  readonly part: number;
}

async function read(file: Given, depth: number): Promise<ReadFile> {
  const container = await detect(file.content, file.name);
  if (container === 'text') return readText(file);
  if (container === 'zip') return readZip(file, depth);
  if (container !== 'gzip') return readWhole(file, container);
  const unpacked = await gunzip(file.content);
  file.advance(file.content.size);
  return read({ ...file, content: unpacked, advance: () => undefined }, depth);
}

async function readText({ content, advance, encoding, take, part }: Given): Promise<ReadFile> {
  const takeBatch = take && ((batch: Batch | null) => take(part, batch));
  try {
    const text = await readDelimited(content, advance, encoding, takeBatch);
    if (text.records.width === 0) throw new Fault('file_empty');
    return { parts: [{ kind: 'text', format: 'csv', member: null, ...text }], findings: [] };
  } catch (thrown) {
    // another member of an archive may be this part instead
    await takeBatch?.(null);
    throw thrown;
  }
}

async function readZip(file: Given, depth: number): Promise<ReadFile> {
  const { content, advance } = file;
  const entries = await listZip(content);
  if (isWorkbook(entries)) return staged(await readZipWorkbook(content, entries, advance));
  if (depth > mostNested || isDocument(entries)) throw new Fault('file_unknown');
  return readArchive(content, entries, advance, (member, name, before) => {
    const part = file.part + before;
    return read({ ...file, content: member, name, advance: () => undefined, part }, depth + 1);
  });
}

/** Whether an archive is a document of another program. */
function isDocument(entries: readonly { readonly name: string }[]): boolean {
  return entries.some(({ name }) =>
    /^(?:\[Content_Types\]\.xml|META-INF\/MANIFEST\.MF|mimetype)$/.test(name),
  );
}

async function readWhole(
  { content, advance, encoding }: Given,
  container: Exclude<Container, 'text' | 'zip' | 'gzip'>,
): Promise<ReadFile> {
  if (container === 'json') {
    return staged({ format: 'json', ...(await readJsonTables(content, advance, encoding)) });
  }
  if (container === 'parquet') return staged(alone('parquet', await readParquet(content, advance)));
  if (container === 'arrow') return staged(alone('arrow', await readArrow(content)));
  if (container === 'html') return staged({ format: 'html', ...(await readWebPage(content)) });
  if (container === 'mht') return staged({ format: 'mht', ...(await readWebArchive(content)) });
  const bytes = new Uint8Array(await content.arrayBuffer());
  advance(content.size);
  // the library takes every text for UTF-8
  const plain = container === 'xml' ? new TextEncoder().encode(await markupText(bytes)) : bytes;
  return staged(readWorkbook(plain, container));
}

interface Sheets {
  readonly format: FileFormat;
  readonly grids: readonly Grid[];
  readonly findings: readonly Finding[];
}

function alone(
  format: FileFormat,
  { grid, findings }: { readonly grid: Grid; readonly findings: readonly Finding[] },
): Sheets {
  return { format, grids: [grid], findings };
}

function staged({ format, grids, findings }: Sheets): ReadFile {
  const parts = grids.filter(({ columns }) => columns.length > 0);
  if (parts.length === 0) throw new Fault('file_no_table');
  return { parts: parts.map((grid) => stage(grid, format)), findings };
}
