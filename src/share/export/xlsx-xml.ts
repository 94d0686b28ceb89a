import type { Sheet, SheetCell } from '../../model/sheet';
import { inSteps } from '../../model/steps';
import { wellFormed, wouldRun } from './cells';

/*
 * The parts of a workbook with one sheet: title, header, units, rows, notes. It is written here because the libraries that
 * write workbooks lose what is needed: SheetJS, which reads them, writes no header that stays in sight and no styles;
 * write-excel-file 4.1 makes the whole sheet in one go, which holds the page up (19 s for 100,000 rows of 20 cells, and a
 * text too long for the browser at some 500,000), drops characters of texts, writes a broken cell for a text such as
 * `constructor`, and has no mark that keeps a text from being run once it is edited.
 */

/** Formats of numbers by the decimals that a column needs; ids of one's own begin at 164. */
const formats = ['#,##0', '#,##0.0', '#,##0.00', '#,##0.000', '#,##0.0000', '0', '0.00%'];
const firstFormat = 164;

/** Styles by their place in the list of cell formats. */
const style = { text: 0, quoted: 1, title: 2, header: 3, unit: 4, note: 5, firstNumber: 6 };

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Every part but the sheet, by its path. */
export function fixedParts(title: string): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${namespace}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName(title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles(),
  };
}

function styles(): string {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escaped(code)}"/>`,
  );
  const font = (size: number, bold: boolean) =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;
  const border = (bottom: string) => `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
  const cell = (format: number, font: number, more = '') =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${more}`;
  const wrap = '><alignment vertical="center" wrapText="1"/></xf>';
  const cells = [
    cell(49, 0, '/>'),
    cell(49, 0, ' quotePrefix="1"/>'),
    cell(49, 1, '/>'),
    cell(49, 2, ' borderId="1" applyBorder="1"').replace(' borderId="0"', '') + wrap,
    cell(49, 0, '/>'),
    cell(49, 0, '/>'),
    ...formats.map((_, index) => cell(firstFormat + index, 0, ' applyNumberFormat="1"/>')),
  ];
  return `${head}<styleSheet xmlns="${namespace}"><numFmts count="${codes.length}">${codes.join('')}</numFmts><fonts count="3">${font(11, false)}${font(14, true)}${font(11, true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2">${border('<bottom/>')}${border('<bottom style="thin"/>')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`;
}

/** How a column looks: the style of its numbers, and its width in digits of the usual letter. */
interface Look {
  readonly style: number;
  readonly width: number;
}

/** Rows that a column's width is taken from. */
const mostMeasured = 1000;

/** How each column looks, by what it holds: numbers have the decimals that one of them needs. */
export async function looksOf({ columns, rows }: Sheet): Promise<readonly Look[]> {
  const wide = columns.map(({ name, unit }) => Math.max(widthOf(name), widthOf(unit ?? '')));
  const digits = columns.map(() => 0);
  await inSteps(rows, (cells, row) => {
    for (const [column, cell] of cells.entries()) {
      digits[column] = Math.max(digits[column] ?? 0, decimals(cell));
      if (row >= mostMeasured) continue;
      const shown = typeof cell === 'number' ? String(Number(cell.toFixed(4))) : (cell ?? '');
      wide[column] = Math.max(wide[column] ?? 0, widthOf(shown));
    }
  });
  return columns.map(({ kind }, column) => {
    const fixed = { integer: '0', share: '0.00%', number: null, text: null }[kind];
    const format = fixed === null ? (digits[column] ?? 0) : formats.indexOf(fixed);
    const width = Math.round(Math.min(60, Math.max(8, (wide[column] ?? 0) + 2)));
    return { style: style.firstNumber + format, width };
  });
}

/** The sheet up to its first row of data; `rows` is how many rows that makes. */
export function opening(
  sheet: Sheet,
  looks: readonly Look[],
): { readonly xml: string; readonly rows: number } {
  const { columns } = sheet;
  const units = columns.some(({ unit }) => unit !== null);
  const rows = units ? 3 : 2;
  const widths = looks.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const above = [
    rowXml(1, [textCell(sheet.title, 1, 1, style.title)]),
    rowXml(
      2,
      columns.map(({ name }, index) => textCell(name, 2, index + 1, style.header)),
    ),
    ...(units
      ? [
          rowXml(
            3,
            columns.map(({ unit }, index) =>
              unit === null ? '' : textCell(unit, 3, index + 1, style.unit),
            ),
          ),
        ]
      : []),
  ];
  const pane = `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return {
    xml: `${head}<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${above.join('')}`,
    rows,
  };
}

/** Writes rows of data, each under its number. */
export function rowWriter(
  looks: readonly Look[],
): (cells: readonly SheetCell[], row: number) => string {
  return (cells, row) =>
    rowXml(
      row,
      cells.map((cell, index) => {
        if (cell === null) return '';
        if (typeof cell === 'string') return textCell(cell, row, index + 1, style.text);
        if (!Number.isFinite(cell)) return '';
        return `<c r="${letters(index + 1)}${row}" s="${looks[index]?.style ?? style.text}"><v>${cell}</v></c>`;
      }),
    );
}

/** The end of the sheet: the notes, a blank row below the data. @param last the last row written */
export function closing({ notes }: Sheet, last: number): string {
  const rows = notes.map((note, index) =>
    rowXml(last + 2 + index, [textCell(note, last + 2 + index, 1, style.note)]),
  );
  return `${rows.join('')}</sheetData></worksheet>`;
}

function rowXml(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** A cell holds no more. */
const mostLetters = 32_767;

function textCell(text: string, row: number, column: number, as: number): string {
  const kept = text.slice(0, mostLetters);
  const s = wouldRun(kept) ? style.quoted : as;
  return `<c r="${letters(column)}${row}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escaped(kept)}</t></is></c>`;
}

/** Decimals of a number, four at the most. */
function decimals(cell: SheetCell): number {
  if (typeof cell !== 'number' || Number.isInteger(cell)) return 0;
  return Number(cell.toFixed(4)).toString().split('.')[1]?.length ?? 0;
}

/** In digits of the usual letter; a Chinese character is as wide as two. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 2.1 : 1.1;
  return width;
}

/** A for 1, AA for 27. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return rest > 0 ? letters(rest) + last : last;
}

function sheetName(title: string): string {
  const name = title
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .replaceAll(/^'+|'+$/g, '')
    .trim();
  return [...(name || 'Sheet1')].slice(0, 31).join('').slice(0, 31);
}

/** XML knows no control characters; a workbook writes them as _x0007_, and what looks like that as _x005F_x0007_. */
function escaped(text: string): string {
  return wellFormed(text)
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
