import { columnLetter } from '../../model/source';
import type { Block } from '../../state/sheet-view.svelte';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** How near to its edge a sheet begins to move under the pointer, and by how much, in pixels. */
const edge = 12;
const pace = 33;

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * A block of cells of the sheet that is shown, chosen by dragging over them or by Shift with the arrow keys. Rows are
 * `tr[data-row]`, their cells `td[data-column]`, the columns `th[data-column]`.
 */
export class CellSelection {
  #anchor = $state.raw<Cell | null>(null);
  #head = $state.raw<Cell | null>(null);
  #dragging = $state(false);
  readonly #block = $derived.by((): Block | null => {
    const [one, other] = [this.#anchor, this.#head];
    if (!one || !other || (one.row === other.row && one.column === other.column)) return null;
    const span = (a: number, b: number) => ({ first: Math.min(a, b), last: Math.max(a, b) });
    return { rows: span(one.row, other.row), columns: span(one.column, other.column) };
  });

  /** The cells chosen; null for a single one. */
  get block(): Block | null {
    return this.#block;
  }

  get dragging(): boolean {
    return this.#dragging;
  }

  /** The block as a spreadsheet writes it, B3:F20. */
  get name(): string {
    const block = this.#block;
    if (!block) return '';
    const { rows, columns } = block;
    return `${columnLetter(columns.first)}${rows.first}:${columnLetter(columns.last)}${rows.last}`;
  }

  /** Whether a cell is the one that the keyboard comes to. */
  isCurrent(row: number, column: number, span: number, firstRow: number | undefined): boolean {
    const at = this.#head ?? { row: firstRow, column: 1 };
    return at.row === row && at.column >= column && at.column < column + span;
  }

  has(row: number, column: number): boolean {
    const block = this.#block;
    return (
      block !== null &&
      row >= block.rows.first &&
      row <= block.rows.last &&
      column >= block.columns.first &&
      column <= block.columns.last
    );
  }

  clear(): void {
    this.#anchor = this.#head;
  }

  /** Forgets where it was: another sheet is shown. */
  reset(): void {
    this.#anchor = this.#head = null;
  }

  /** Makes the rows of a `tbody` selectable. */
  readonly attach = (body: HTMLElement): (() => void) => {
    const stop = new AbortController();
    const { signal } = stop;
    body.addEventListener('pointerdown', (event) => this.#start(body, event), { signal });
    body.addEventListener('pointermove', (event) => this.#follow(body, event), { signal });
    body.addEventListener('pointerup', () => (this.#dragging = false), { signal });
    body.addEventListener('pointercancel', () => (this.#dragging = false), { signal });
    body.addEventListener('keydown', (event) => this.#step(body, event), { signal });
    return () => stop.abort();
  };

  #start(body: HTMLElement, event: PointerEvent): void {
    // a finger moves the sheet, and a second button asks for a menu
    if (event.pointerType === 'touch' || event.button !== 0 || !isCell(event.target)) return;
    const cell = cellAt(body, event);
    if (!cell) return;
    body.setPointerCapture(event.pointerId);
    this.#dragging = true;
    this.#to(cell, event.shiftKey);
    focus(body, cell);
    event.preventDefault();
  }

  #follow(body: HTMLElement, event: PointerEvent): void {
    if (!this.#dragging) return;
    scroll(body, event);
    const cell = cellAt(body, event);
    if (cell) this.#to(cell, true);
  }

  #step(body: HTMLElement, event: KeyboardEvent): void {
    if (!isCell(event.target)) return;
    if (event.key === 'Escape') this.clear();
    const [down, right] = arrows[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    const rows = [...body.querySelectorAll<HTMLElement>('tr[data-row]')].map(numberOf('row'));
    const from = this.#head ?? { row: rows[0] ?? 1, column: 1 };
    const far = event.ctrlKey || event.metaKey ? Infinity : 1;
    const cell = {
      row: rows[within(rows.indexOf(from.row), down, far, 0, rows.length - 1)] ?? from.row,
      column: within(from.column, right, far, 1, columnsOf(body).length),
    };
    this.#to(cell, event.shiftKey);
    focus(body, cell);
  }

  #to(cell: Cell, extends_: boolean): void {
    if (!extends_ || !this.#anchor) this.#anchor = cell;
    this.#head = cell;
  }
}

function isCell(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.closest('td[data-column]') !== null;
}

function numberOf(name: 'row' | 'column') {
  return (element: HTMLElement) => Number(element.dataset[name]);
}

/** A place so far on in a direction, but no farther than the first or last. */
function within(from: number, direction: number, far: number, first: number, last: number): number {
  if (direction === 0) return from;
  return Math.min(last, Math.max(first, from + direction * far));
}

function columnsOf(body: HTMLElement): HTMLElement[] {
  return [...(body.parentElement?.querySelectorAll<HTMLElement>('th[data-column]') ?? [])];
}

/** The cell under the pointer: the row by what is there, the column by its place, since words run on over blank cells. */
function cellAt(body: HTMLElement, { clientX, clientY }: PointerEvent): Cell | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('tr[data-row]');
  if (!row || !body.contains(row)) return null;
  const column = columnsOf(body).find((one) => clientX < one.getBoundingClientRect().right);
  return column ? { row: numberOf('row')(row), column: numberOf('column')(column) } : null;
}

function focus(body: HTMLElement, { row, column }: Cell): void {
  const cells = body.querySelectorAll<HTMLTableCellElement>(
    `tr[data-row="${row}"] td[data-column]`,
  );
  const covers = (cell: HTMLTableCellElement) => numberOf('column')(cell) + cell.colSpan > column;
  [...cells].find(covers)?.focus();
}

function scroll(body: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const frame = body.closest('.scroll');
  if (!frame) return;
  const { top, bottom, left, right } = frame.getBoundingClientRect();
  const beyond = (at: number, first: number, last: number) =>
    at > last - edge ? pace : at < first + edge ? -pace : 0;
  frame.scrollBy(beyond(clientX, left, right), beyond(clientY, top, bottom));
}
