import { Parser } from 'htmlparser2';
import { Fault } from '../../src/model/answer';
import { odsHidden } from './ods-hidden';
import type { Advance } from './text';
import { isWorksheet, markUncalculated } from './uncalculated';
import { WorksheetScan } from './worksheet-scan';
import { readWorkbook, type Workbook } from './xlsx';
import { unpack, type ZipEntry } from './zip';

/** Whether an archive is a workbook: XLSX, XLSB or ODS. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  const names = new Set(entries.map(({ name }) => name));
  return (
    entries.some(({ name }) => /^xl[/\\]/i.test(name)) ||
    (names.has('content.xml') && names.has('mimetype'))
  );
}

/**
 * Reads a workbook that is an archive, after counting what it unpacks to.
 * @throws Fault where it is incomplete, too large or no workbook
 */
export async function readZipWorkbook(
  content: Blob,
  entries: readonly ZipEntry[],
  advance: Advance,
): Promise<Workbook> {
  const texts = { openDocument: '', relations: '' };
  const scans = new Map<string, WorksheetScan>();
  await unpack(content, entries, advance, ({ name }) => {
    if (name === 'content.xml') return into(texts, 'openDocument');
    if (/^xl\/_rels\/workbook\.xml\.rels$/i.test(name)) return into(texts, 'relations');
    if (!isWorksheet(name)) return null;
    const scan = new WorksheetScan();
    scans.set(name.toLowerCase(), scan);
    return (chunk) => scan.push(chunk);
  });
  const packed = new Uint8Array(await content.arrayBuffer());
  if (texts.openDocument !== '') {
    if (!texts.openDocument.includes('office:spreadsheet')) throw new Fault('file_unknown');
    const hidden = odsHidden(texts.openDocument);
    return readWorkbook(packed, 'zip', {
      isSheet: ({ name }) => hidden.sheets.has(name),
      rows: ({ name }) => hidden.rows.get(name),
    });
  }
  const isMarked = [...scans.values()].some(({ uncalculated }) => uncalculated);
  const paths = sheetPaths(texts.relations);
  return readWorkbook(isMarked ? markUncalculated(packed) : packed, 'zip', {
    isSheet: () => false,
    rows: ({ relation }) => scans.get(paths.get(relation ?? '') ?? '')?.hiddenRows,
  });
}

function into<K extends string>(texts: Record<K, string>, key: K): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder();
  return (chunk) => {
    texts[key] += decoder.decode(chunk, { stream: true });
  };
}

/** Paths of the sheets of a workbook in lower case, by the names that it has for them. */
function sheetPaths(relations: string): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const parser = new Parser(
    {
      onopentag(_, { Id: id, Target: target }) {
        if (id === undefined || target === undefined) return;
        const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
        paths.set(id, path.toLowerCase());
      },
    },
    { xmlMode: true },
  );
  parser.end(relations);
  return paths;
}
