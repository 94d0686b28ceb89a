import type { MergedCells } from '../../src/model/layout';

/** What browsers allow at most. */
const mostColumns = 1000;
const mostRows = 65_534;

export interface HtmlRows {
  readonly rows: (string | null)[][];
  /** Rows and columns within the table, 1-based. */
  readonly merged: readonly MergedCells[];
  readonly hiddenRows: readonly number[];
}

/** The cells of one table of a web page, put where its row and column spans leave room. */
export class HtmlTable {
  readonly #rows: (string | null)[][] = [];
  readonly #merged: MergedCells[] = [];
  readonly #hiddenRows: number[] = [];
  /** For each column, the last row (1-based) that a cell from above takes. */
  readonly #taken: number[] = [];
  #column = 0;
  #text: string | null = null;
  #attributes: Readonly<Record<string, string>> = {};

  addRow(isHidden: boolean): void {
    this.endCell();
    this.#rows.push([]);
    this.#column = 0;
    if (isHidden) this.#hiddenRows.push(this.#rows.length);
  }

  addCell(attributes: Readonly<Record<string, string>>): void {
    this.endCell();
    if (this.#rows.length === 0) this.addRow(false);
    this.#attributes = attributes;
    this.#text = '';
  }

  addText(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  endCell(): void {
    if (this.#text === null) return;
    const text = cellText(this.#text, this.#attributes);
    this.#text = null;
    const row = this.#rows.length;
    while ((this.#taken[this.#column] ?? 0) >= row) this.#column += 1;
    const first = this.#column;
    const last = first + span(this.#attributes['colspan'], mostColumns) - 1;
    const lastRow = row + span(this.#attributes['rowspan'], mostRows) - 1;
    for (let column = first; column <= last; column += 1) this.#taken[column] = lastRow;
    this.#put(first, text);
    this.#column = last + 1;
    if (last === first && lastRow === row) return;
    this.#merged.push({
      rows: { first: row, last: lastRow },
      columns: { first: first + 1, last: last + 1 },
    });
  }

  end(): HtmlRows {
    this.endCell();
    const last = this.#rows.length;
    const merged = this.#merged
      .map(({ rows, columns }) => ({
        rows: { first: rows.first, last: Math.min(rows.last, last) },
        columns,
      }))
      .filter(({ rows, columns }) => rows.last > rows.first || columns.last > columns.first);
    return { rows: this.#rows, merged, hiddenRows: this.#hiddenRows };
  }

  #put(column: number, text: string | null): void {
    const row = this.#rows.at(-1);
    if (!row || text === null) return;
    while (row.length < column) row.push(null);
    row[column] = text;
  }
}

/** 0 reaches to the end. */
function span(value: string | undefined, most: number): number {
  const number = Math.floor(Number(value ?? 1));
  if (number === 0) return most;
  return number > 0 ? Math.min(number, most) : 1;
}

/** The text shown, but a number with all its digits where the page gives them. */
function cellText(raw: string, attributes: Readonly<Record<string, string>>): string | null {
  const text = raw
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  if (text === '') return null;
  const exact = attributes['x:num'] ?? '';
  const isNumber = /^-?[\d,]+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text);
  return isNumber && /^-?\d+(?:\.\d+)?$/.test(exact) ? exact : text;
}
