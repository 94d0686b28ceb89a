import { Parser } from 'htmlparser2';
import type { MergedCells } from '../../src/model/layout';
import { fillDown } from './merged';
import { gridOfRows, type Grid } from './grid';
import { HtmlTable } from './html-table';

/** A sheet that a web page of a workbook names. */
export interface NamedSheet {
  readonly name: string;
  /** Address of the page that holds it, where it is another. */
  readonly source: string | null;
  readonly hidden: boolean;
}

export interface HtmlPage {
  /** The page as one sheet, its tables below each other; null where it has none. */
  readonly grid: Grid | null;
  readonly sheets: readonly NamedSheet[];
  /** How many merged blocks were filled down. */
  readonly filled: number;
}

/** Elements whose text is not shown. */
const unseen = new Set(['script', 'style', 'title', 'noscript', 'template', 'xml']);

/** Elements that begin a line of their own. */
const blocks = new Set(
  'address article blockquote br caption center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** Reads the tables of a web page; the lines of text around them become rows of one cell, as titles and notes do. */
export function readHtml(html: string): HtmlPage {
  const page = new Page();
  const parser = new Parser(page, { decodeEntities: true });
  parser.end(html);
  return page.result();
}

class Page {
  readonly #rows: (string | null)[][] = [];
  readonly #merged: MergedCells[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #tables: HtmlTable[] = [];
  /** Whether each open element hides what is in it. */
  readonly #open: boolean[] = [];
  readonly #sheets: SheetNames = new SheetNames();
  #hidden = 0;
  #line = '';
  #hasTable = false;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const isHidden = /display\s*:\s*none/i.test(attributes['style'] ?? '');
    const table = this.#tables.at(-1);
    // a hidden row is kept: it may be asked for
    const hides = unseen.has(name) || (isHidden && name !== 'tr' && name !== 'table');
    this.#open.push(hides);
    if (hides) this.#hidden += 1;
    this.#sheets.open(name, attributes);
    if (this.#hidden > 0) return;
    if (table && (name === 'br' || name === 'p' || name === 'div')) table.addText('\n');
    if (!table && blocks.has(name)) this.#endLine();
    if (name === 'table') this.#tables.push(new HtmlTable());
    else if (name === 'tr') table?.addRow(isHidden);
    else if (name === 'td' || name === 'th') table?.addCell(attributes);
  }

  ontext(text: string): void {
    this.#sheets.text(text);
    if (this.#hidden > 0) return;
    const table = this.#tables.at(-1);
    if (table) table.addText(text.replaceAll(/\s+/g, ' '));
    else this.#line += text;
  }

  onclosetag(name: string): void {
    this.#sheets.close(name);
    if (this.#open.pop()) {
      this.#hidden -= 1;
      return;
    }
    if (this.#hidden > 0) return;
    const table = this.#tables.at(-1);
    if (name === 'table') this.#endTable();
    else if (table && (name === 'td' || name === 'th')) table.endCell();
    else if (!table && blocks.has(name)) this.#endLine();
  }

  /** What Office says of the workbook stands in a comment. */
  oncomment(data: string): void {
    if (!/<x:ExcelWorksheet/i.test(data)) return;
    const parser = new Parser({
      onopentag: (name, attributes) => this.#sheets.open(name, attributes),
      ontext: (text) => this.#sheets.text(text),
      onclosetag: (name) => this.#sheets.close(name),
    });
    parser.end(data);
  }

  result(): HtmlPage {
    while (this.#tables.length > 0) this.#endTable();
    this.#endLine();
    const sheets = this.#sheets.found;
    if (!this.#hasTable) return { grid: null, sheets, filled: 0 };
    const cells = this.#rows.map((row) =>
      row.map((cell) => (cell === null ? undefined : { t: 's' as const, v: cell })),
    );
    const filled = fillDown(
      cells,
      this.#merged.map(({ rows, columns }) => ({
        s: { r: rows.first - 1, c: columns.first - 1 },
        e: { r: rows.last - 1, c: columns.last - 1 },
      })),
    );
    const rows = cells.map((row) => row.map((cell) => cell?.v ?? null));
    const hiddenRows = this.#hiddenRows.filter((row) => rows[row - 1]?.some((one) => one !== null));
    return { grid: gridOfRows(rows, { merged: this.#merged, hiddenRows }), sheets, filled };
  }

  #endLine(): void {
    const text = this.#line.replaceAll(/\s+/g, ' ').trim();
    this.#line = '';
    if (text !== '') this.#rows.push([text]);
  }

  /** A table within a cell of another is a table of its own: pages are laid out by tables. */
  #endTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const { rows, merged, hiddenRows } = table.end();
    if (!rows.some((row) => row.some((cell) => cell !== null))) return;
    if (this.#rows.length > 0 && this.#hasTable) this.#rows.push([]);
    this.#hasTable = true;
    const before = this.#rows.length;
    const shift = ({ first, last }: MergedCells['rows']) => ({
      first: first + before,
      last: last + before,
    });
    for (const block of merged)
      this.#merged.push({ rows: shift(block.rows), columns: block.columns });
    for (const row of hiddenRows) this.#hiddenRows.push(row + before);
    for (const row of rows) this.#rows.push(row);
  }
}

/** Gathers what Office says of the sheets of a workbook saved as web pages. */
class SheetNames {
  readonly found: NamedSheet[] = [];
  #within = '';
  #sheet: { name: string; source: string | null; hidden: boolean } | null = null;

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.#within = tag;
    if (tag === 'x:excelworksheet') {
      this.#sheet = { name: '', source: null, hidden: false };
    } else if (tag === 'x:worksheetsource' && this.#sheet) {
      this.#sheet.source = attributes['href'] ?? null;
    }
  }

  text(text: string): void {
    if (!this.#sheet) return;
    if (this.#within === 'x:name') this.#sheet.name += text.trim();
    if (this.#within === 'x:visible') this.#sheet.hidden = /hidden/i.test(text);
  }

  close(tag: string): void {
    this.#within = '';
    if (tag !== 'x:excelworksheet' || !this.#sheet) return;
    this.found.push(this.#sheet);
    this.#sheet = null;
  }
}
