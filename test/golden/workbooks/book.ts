import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx';

/** A sheet of a workbook for tests. */
export interface SheetText {
  readonly name: string;
  /**
   * A line for each row, `|` between cells. A number is a number cell unless `'` stands before it; `<` is merged with the
   * cell at its left, `^` with the one above; `⏎` breaks the line within a cell,
   * `␠` is a blank of full width.
   */
  readonly cells: string;
  /** Number formats by ranges of cells. */
  readonly formats?: Readonly<Record<string, string>>;
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
}

/** A workbook for a case in `files/<folder>/`. */
export interface Book {
  readonly folder: string;
  readonly file: string;
  readonly type: BookType;
  readonly sheets: readonly SheetText[];
  /** Days are counted from 1904. */
  readonly date1904?: boolean;
}

/** The bytes of a workbook, the same each time. */
export function bytesOf({ sheets, type, date1904 }: Book): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name);
  book.Workbook = {
    Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden === true ? 1 : 0 })),
    ...(date1904 === true ? { WBProps: { date1904 } } : {}),
  };
  return new Uint8Array(
    write(book, { type: 'array', bookType: type, compression: true }) as ArrayBuffer,
  );
}

function sheetOf({ cells, formats = {}, hiddenRows = [] }: SheetText): WorkSheet {
  const rows = cells
    .replace(/^\n|\n$/g, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellOf)));
  for (const [range, format] of Object.entries(formats)) setFormat(sheet, range, format);
  sheet['!merges'] = rows.flatMap((row, r) => row.flatMap((_, c) => mergedAt(rows, r, c)));
  for (const row of hiddenRows) (sheet['!rows'] ??= [])[row - 1] = { hidden: true };
  return sheet;
}

function cellOf(text: string): CellObject | null {
  if (text === '' || text === '<' || text === '^') return null;
  if (text === '#DIV/0!') return { t: 'e', v: 0x07 };
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text)) return { t: 'n', v: Number(text) };
  return {
    t: 's',
    v: text.replace(/^'/, '').replaceAll('⏎', '\n').replaceAll('␠', '\u3000'),
  };
}

function setFormat(sheet: WorkSheet, range: string, format: string): void {
  const { s: from, e: to } = utils.decode_range(range);
  for (let r = from.r; r <= to.r; r += 1) {
    for (let c = from.c; c <= to.c; c += 1) {
      const cell = sheet[utils.encode_cell({ r, c })] as CellObject | undefined;
      if (cell) cell.z = format;
    }
  }
}

/** The merged block that begins at a cell, if one does. */
function mergedAt(rows: readonly (readonly string[])[], r: number, c: number) {
  const at = (row: number, column: number) => rows[row]?.[column];
  if (['<', '^', ''].includes(at(r, c) ?? '')) return [];
  let [right, down] = [c, r];
  while (at(r, right + 1) === '<') right += 1;
  while (at(down + 1, c) === '^') down += 1;
  return right > c || down > r ? [{ s: { r, c }, e: { r: down, c: right } }] : [];
}
