import { Fault } from '../../src/model/answer';
import { finding, type Finding } from '../../src/model/finding';
import type { Grid } from './grid';
import { readHtml, type HtmlPage } from './html';
import { markupText } from './markup-text';
import { mimeParts, type MimePart } from './mime';

/** A web page holds its text, its tree and its cells at once. */
const mostBytes = 256 * 1024 * 1024;

export interface WebPages {
  readonly grids: readonly Grid[];
  readonly findings: readonly Finding[];
}

/**
 * Reads the tables of a web page.
 * @throws Fault `file_markup` where it has none
 */
export async function readWebPage(content: Blob): Promise<WebPages> {
  const page = readHtml(await markupText(await bytesOf(content)));
  const [named] = page.sheets;
  return pagesOf([{ page, name: named?.name ?? null, hidden: named?.hidden === true }]);
}

/**
 * Reads a web page with all that belongs to it in one file: each page that a workbook names as a sheet, or else each
 * that has a table.
 * @throws Fault `file_markup` where none has
 */
export async function readWebArchive(content: Blob): Promise<WebPages> {
  const parts = mimeParts(await bytesOf(content)).filter(({ type }) =>
    /html|^text\/plain/.test(type),
  );
  const pages = new Map<MimePart, HtmlPage>();
  for (const part of parts) pages.set(part, readHtml(await markupText(part.bytes, part.charset)));
  const named = [...pages.values()].flatMap(({ sheets }) => sheets);
  const found = [...pages].map(([{ location }, page]) => {
    const own = page.sheets.length === 1 ? page.sheets[0] : undefined;
    const sheet = named.find(({ source }) => source !== null && isAt(location, source)) ?? own;
    return { page, name: sheet?.name ?? null, hidden: sheet?.hidden === true };
  });
  const order = ({ name }: Found) => named.findIndex((sheet) => sheet.name === name);
  return pagesOf(found.sort((one, other) => order(one) - order(other)));
}

interface Found {
  readonly page: HtmlPage;
  readonly name: string | null;
  readonly hidden: boolean;
}

function pagesOf(found: readonly Found[]): WebPages {
  const grids: Grid[] = [];
  const findings: Finding[] = [];
  for (const { page, name, hidden } of found) {
    if (!page.grid) continue;
    grids.push({ ...page.grid, sheet: name, hidden });
    if (hidden) findings.push(finding('sheet_hidden', { sheet: name }));
    if (page.filled > 0)
      findings.push(finding('merged_filled', { sheet: name, count: page.filled }));
  }
  if (grids.length === 0) throw new Fault('file_markup');
  return { grids, findings };
}

/** Whether an address ends with another, which may be written in the signs of an address. */
function isAt(location: string, source: string): boolean {
  const plain = (address: string) => {
    const slashes = address.replaceAll('\\', '/');
    try {
      return decodeURIComponent(slashes).toLowerCase();
    } catch {
      return slashes.toLowerCase();
    }
  };
  const wanted = plain(source).replace(/^(?:\.\/)+/, '');
  return plain(location) === wanted || plain(location).endsWith(`/${wanted}`);
}

async function bytesOf(content: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (content.size > mostBytes)
    throw new Fault('file_too_large', { limit: mostBytes / 1024 / 1024 });
  return new Uint8Array(await content.arrayBuffer());
}
