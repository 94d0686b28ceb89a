import { fit, isAtHome, type ColumnProfile } from './column-profile';
import { isFieldEnd, plainEnd, unescaped, type Dialect } from './tokenize';

/** What was wrong with a record. */
export type RepairKind = 'quote' | 'separator_extra' | 'separator_missing' | 'delimiter';

/** A way to read the rest of a record. */
export interface Reading {
  readonly score: number;
  readonly cells: Cells | null;
  /** The cells in one string, to tell two readings of the same cells. */
  readonly key: string;
  readonly kind: RepairKind | null;
  readonly field: number;
}

export interface Cells {
  readonly cell: string;
  readonly rest: Cells | null;
}

/** A step of a reading: a cell from a position, or none where a delimiter is passed over. */
interface Step {
  readonly cell: string | null;
  readonly next: number;
  /** The cell is the last of the record. */
  readonly last: boolean;
  readonly kind: RepairKind | null;
  readonly cost: number;
}

/** The two best readings of a line from each position, column and count of things put right. */
export class Search {
  readonly #line: string;
  readonly #dialect: Dialect;
  readonly #columns: readonly ColumnProfile[];
  /** Nothing is put right, but a delimiter may be a character of a cell. */
  readonly #joins: boolean;
  readonly #known = new Map<number, readonly Reading[]>();
  readonly #fits = new Map<string, number>();

  constructor(line: string, dialect: Dialect, columns: readonly ColumnProfile[], joins: boolean) {
    this.#line = line;
    this.#dialect = dialect;
    this.#columns = columns;
    this.#joins = joins;
  }

  best(): readonly Reading[] {
    return this.#from(0, 0, this.#joins);
  }

  #from(at: number, column: number, mended: boolean): readonly Reading[] {
    const state = (at * (this.#columns.length + 1) + column) * 2 + Number(mended);
    const known = this.#known.get(state);
    if (known) return known;
    const readings: Reading[] = [];
    for (const step of this.#steps(at, mended)) {
      for (const rest of this.#after(step, column, mended)) {
        const reading = this.#joined(step, rest, column);
        if (reading.score > -Infinity) readings.push(reading);
      }
    }
    const found = bestTwo(readings);
    this.#known.set(state, found);
    return found;
  }

  #after(step: Step, column: number, mended: boolean): readonly Reading[] {
    const left = this.#columns.length - column - (step.cell === null ? 0 : 1);
    if (step.last) return left === 0 ? [nothing] : [];
    // a delimiter too many may stand at the end of the record
    if (left === 0) {
      const over = !mended && step.kind === null && step.next === this.#line.length;
      return over ? [{ ...nothing, kind: 'separator_extra', field: column + 2 }] : [];
    }
    const next = this.#columns.length - left;
    return this.#from(step.next, next, mended || step.kind !== null);
  }

  #joined(step: Step, rest: Reading, column: number): Reading {
    const kind = step.kind ?? rest.kind;
    const field = step.kind === null ? rest.field : column + 1;
    const cost = step.cost + (step.kind === null ? 0 : mendCost);
    if (step.cell === null) return { ...rest, kind, field, score: rest.score - cost };
    return {
      score: rest.score + this.#fit(step.cell, column) - cost,
      cells: { cell: step.cell, rest: rest.cells },
      key: `${step.cell}\0${rest.key}`,
      kind,
      field,
    };
  }

  #fit(cell: string, column: number): number {
    const profile = this.#columns[column];
    if (!profile) return -Infinity;
    const key = `${column}\0${cell}`;
    const known = this.#fits.get(key);
    if (known !== undefined) return known;
    const score = isAtHome(cell, profile) ? fit(cell, profile) : -Infinity;
    this.#fits.set(key, score);
    return score;
  }

  *#steps(at: number, mended: boolean): Generator<Step> {
    const { delimiter, quote } = this.#dialect;
    const line = this.#line;
    if (!mended) {
      if (line.startsWith(delimiter, at)) {
        const next = at + delimiter.length;
        yield { cell: null, next, last: false, kind: 'separator_extra', cost: 0 };
      }
      // the delimiter behind an empty cell is missing
      yield { cell: '', next: at, last: false, kind: 'separator_missing', cost: 0 };
    }
    if (quote !== null && line[at] === quote) yield* this.#quoted(at, quote, mended);
    else yield* this.#plain(at, at, null, mended);
  }

  /** A cell without quotes from `at`, which may end anywhere where a delimiter is missing. */
  *#plain(start: number, at: number, kind: RepairKind | null, mended: boolean): Generator<Step> {
    const line = this.#line;
    const end = plainEnd(line, at, this.#dialect.delimiter);
    // line ends belong in quotes
    if (end < line.length && !this.#isDelimiter(end)) return;
    yield this.#whole(line.slice(at, end), end, kind, 0);
    if (this.#joins) yield* this.#longer(at, end);
    if (mended || kind !== null) return;
    for (let cut = start + 1; cut <= end; cut += 1) {
      yield {
        cell: line.slice(at, cut),
        next: cut,
        last: false,
        kind: 'separator_missing',
        cost: 0,
      };
    }
  }

  /** Cells that hold the delimiters at their end and further on. */
  *#longer(start: number, first: number): Generator<Step> {
    const { delimiter, quote } = this.#dialect;
    // a quote behind a delimiter opens the next field
    for (let at = first; this.#isDelimiter(at) && this.#line[at + delimiter.length] !== quote;) {
      at = plainEnd(this.#line, at + delimiter.length, delimiter);
      yield this.#whole(this.#line.slice(start, at), at, null, 0);
    }
  }

  #isDelimiter(at: number): boolean {
    return this.#line.startsWith(this.#dialect.delimiter, at);
  }

  #whole(cell: string, end: number, kind: RepairKind | null, cost: number): Step {
    const last = end >= this.#line.length;
    return { cell, next: end + this.#dialect.delimiter.length, last, kind, cost };
  }

  /** The cells that a quote may open, from the nearest quote that may close it to the farthest. */
  *#quoted(start: number, quote: string, mended: boolean): Generator<Step> {
    const { delimiter, escape } = this.#dialect;
    const line = this.#line;
    // quotes within that are not written as they should be
    let stray = 0;
    for (let at = line.indexOf(quote, start + 1); at >= 0; at = line.indexOf(quote, at + 1)) {
      if (escape === 'backslash' && line[at - 1] === '\\') continue;
      const inner = line.slice(start + 1, at);
      const double = escape !== 'none' && line[at + 1] === quote;
      if (double && !mended && at > start + 1) {
        const cell = unescaped(inner, quote, escape);
        yield {
          cell,
          next: at + 1,
          last: false,
          kind: 'separator_missing',
          cost: stray * strayCost,
        };
      }
      if (double) {
        // the second of the two may close the cell where the first is stray
        if (isFieldEnd(line, at + 2, delimiter) && !mended) {
          const cell = this.#inner(line.slice(start + 1, at + 1), quote);
          yield this.#whole(cell, at + 2, 'quote', strayCost);
        }
        at += 1;
        continue;
      }
      if (isFieldEnd(line, at + 1, delimiter)) {
        const kind = stray > 0 ? 'quote' : null;
        if (kind === null || !mended)
          yield this.#whole(
            stray > 0 ? this.#inner(inner, quote) : unescaped(inner, quote, escape),
            at + 1,
            kind,
            stray * strayCost,
          );
      } else if (!mended) {
        const cell = unescaped(inner, quote, escape);
        yield {
          cell,
          next: at + 1,
          last: false,
          kind: 'separator_missing',
          cost: stray * strayCost,
        };
        // or text behind a closing quote belongs to the cell, as a spreadsheet reads it
        const end = plainEnd(line, at + 1, delimiter);
        const rest = line.slice(at + 1, end);
        if (stray === 0 && !rest.includes(quote) && isFieldEnd(line, end, delimiter))
          yield this.#whole(cell + rest, end, 'quote', strayCost);
      }
      stray += 1;
    }
    if (!mended) yield* this.#plain(start + 1, start + 1, 'quote', mended);
  }

  /** A cell with a stray quote: one at its very start is no part of it. */
  #inner(inner: string, quote: string): string {
    const { escape } = this.#dialect;
    const rest = inner.startsWith(quote) && !inner.endsWith(quote) ? inner.slice(1) : inner;
    return unescaped(rest, quote, escape);
  }
}

/** What each stray quote within a cell takes from a reading. */
const strayCost = 2;

/** What putting something right takes from a reading. */
const mendCost = 3;

const nothing: Reading = { score: 0, cells: null, key: '', kind: null, field: 0 };

/** The best reading, and the best of those with other cells. */
function bestTwo(readings: readonly Reading[]): readonly Reading[] {
  let best: Reading | null = null;
  let second: Reading | null = null;
  for (const reading of readings) {
    if (!best || reading.score > best.score) {
      if (best && best.key !== reading.key) second = best;
      best = reading;
    } else if (reading.key !== best.key && (!second || reading.score > second.score)) {
      second = reading;
    }
  }
  return [best, second].filter((reading) => reading !== null);
}
