import type { RepairKind } from './search';
import type { OddRows } from './odd-rows';
import type { ColumnSeen, TextRows } from './text-rows';
import { behindCharacters, NotUtf8 } from './utf8';
import { RecordWindow } from './record-window';

/** A cell of a text file by record and field, both 1-based. */
export interface Place {
  readonly record: number;
  readonly field: number;
}

/** A record that was put right, at the field where it was wrong. */
export interface Repair extends Place {
  readonly kind: RepairKind;
}

/** A record with more or fewer fields than the others. */
export interface RaggedRecord {
  readonly record: number;
  readonly fields: number;
}

/** What a pass over all bytes of a delimited text finds out. */
export interface Records {
  /** Records, blank ones included. */
  readonly count: number;
  /** Most fields that a record has. */
  readonly width: number;
  /** Fields that a record usually has: as most have, or as the first with several where no width has a majority. */
  readonly usual: number;
  /** How many records have each number of fields; blank ones are left out. */
  readonly widths: ReadonlyMap<number, number>;
  /** Numbers of the blank records, in order. */
  readonly blank: readonly number[];
  /** Number of the last record that holds more than delimiters and quotes; 0 where none does. */
  readonly lastFilled: number;
  /** Fields with text after their closing quote, or a quote that is never closed; the first hundred. */
  readonly brokenQuotes: readonly Place[];
  /** Records that were put right before the text came to be as it is; the first five hundred. */
  readonly repaired: readonly Repair[];
  readonly repairedCount: number;
  /** Filled records whose number of fields is not the usual one; the first five hundred. */
  readonly ragged: readonly RaggedRecord[];
  readonly raggedCount: number;
  /** Quotes stand within fields that don't begin with one: characters, or signs of a delimiter that is missing. */
  readonly innerQuotes: boolean;
  /** Fields that hold U+FFFD; the first five hundred. */
  readonly replaced: readonly Place[];
  /** What was seen of the columns that some filled record reaches to. */
  readonly columns: readonly ColumnSeen[];
  readonly odd: OddRows;
}

/**
 * Counts records and fields over a whole delimited text, byte by byte, and hands on the filled records: UTF-8 keeps
 * delimiters, quotes and line ends apart from the bytes of longer characters. A record ends with LF, CR or CR LF outside
 * quotes.
 * @param chunks the text in pieces that cut no character in two
 * @param delimiter one character of ASCII
 * @param rows takes the filled records
 * @throws NotUtf8 at the first piece that is something else
 */
export async function scanRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
  rows: TextRows,
): Promise<Records> {
  const scan = new Scan(delimiter.charCodeAt(0), rows);
  for await (const bytes of chunks) {
    scan.push(bytes);
    await rows.handOn();
  }
  return scan.end();
}

const At = { FieldStart: 0, Plain: 1, Quoted: 2, QuoteInQuoted: 3 } as const;

/** What a byte may be to the scan; most are nothing special. */
const Kind = {
  Plain: 0,
  /** The first of a character of three bytes that any may follow, as most of Chinese text is. */
  Chinese: 1,
  /** Of another character beyond ASCII. */
  Long: 2,
  Delimiter: 3,
  LineFeed: 4,
  CarriageReturn: 5,
  Quote: 6,
} as const;

/** Most places of a kind that are kept, and most changes of width that are followed. */
const mostPlaces = 500;
const mostBroken = 100;
const mostRuns = 10_000;

class Scan {
  /** Kind of each byte: one look-up for each decides most of them. */
  readonly #kinds = new Uint8Array(256);
  #state: number = At.FieldStart;
  #field = 1;
  #record = 1;
  /** Delimiters, quotes around fields and blanks behind them, among all bytes of the record. */
  #frame = 0;
  readonly #rows: TextRows;
  readonly #window: RecordWindow;
  #afterCR = false;
  #innerQuotes = false;
  #width = 0;
  #lastFilled = 0;
  readonly #blank: number[] = [];
  /** Where each stretch of filled records of one width begins. */
  readonly #runs: RaggedRecord[] = [];
  /** Width of the last filled record, and how many there were of it in a row. */
  #last = 0;
  #alike = 0;
  readonly #widths = new Map<number, number>();
  readonly #brokenQuotes: Place[] = [];
  readonly #replaced: Place[] = [];

  constructor(delimiter: number, rows: TextRows) {
    this.#rows = rows;
    this.#window = new RecordWindow(rows);
    this.#kinds.fill(Kind.Long, 0x80);
    this.#kinds.fill(Kind.Chinese, 0xe1, 0xed);
    this.#kinds[delimiter] = Kind.Delimiter;
    this.#kinds[0x0a] = Kind.LineFeed;
    this.#kinds[0x0d] = Kind.CarriageReturn;
    this.#kinds[0x22] = Kind.Quote;
  }

  push(chunk: Uint8Array): void {
    const kinds = this.#kinds;
    const window = this.#window;
    const carried = window.open(chunk);
    const { bytes, ends } = window;
    const { length } = bytes;
    let state = this.#state;
    let frame = this.#frame;
    let field = this.#field;
    let fields = window.fields;
    let start = this.#afterCR && chunk[0] === 0x0a ? 1 : 0;
    let index = carried + start;
    while (index < length) {
      // runs of plain bytes are passed over at once; they change nothing but the state at their start
      const from = index;
      let kind: number = Kind.Plain;
      while (index < length) {
        kind = kinds[bytes[index] as number] as number;
        if (kind === Kind.Plain) index += 1;
        else if (kind === Kind.Chinese && isThreeLong(bytes, index)) index += 3;
        else if (kind <= Kind.Long) index = this.#long(bytes, index, field);
        else break;
      }
      if (index > from) {
        if (state === At.FieldStart) state = At.Plain;
        else if (state === At.QuoteInQuoted) {
          if (isBlank(bytes, from, index)) frame += index - from;
          else {
            this.#breakQuote(field);
            state = At.Plain;
          }
        }
        if (index >= length) break;
      }
      index += 1;
      if (state === At.Quoted) {
        if (kind !== Kind.Quote) continue;
        state = At.QuoteInQuoted;
        frame += 1;
      } else if (kind === Kind.Delimiter) {
        ends[fields] = index - 1;
        fields += 1;
        frame += 1;
        field += 1;
        state = At.FieldStart;
      } else if (kind === Kind.Quote) {
        // it opens a field, or the first of a doubled quote was taken for the end of one, or it is a character
        if (state === At.FieldStart) frame += 1;
        else if (state === At.QuoteInQuoted) frame -= 1;
        if (state === At.Plain) this.#innerQuotes = true;
        else state = At.Quoted;
      } else {
        ends[fields] = index - 1;
        fields = this.#endRecord(start, index - 1, field, frame, fields);
        frame = 0;
        field = 1;
        state = At.FieldStart;
        // CR LF is one mark
        if (kind === Kind.CarriageReturn && bytes[index] === 0x0a) index += 1;
        start = index;
      }
    }
    this.#state = state;
    this.#frame = frame;
    this.#field = field;
    this.#afterCR = state === At.FieldStart && start === length && bytes[length - 1] === 0x0d;
    window.carry(start, fields);
  }

  end(): Records {
    if (this.#state === At.Quoted) this.#breakQuote(this.#field);
    const carried = this.#window.open(new Uint8Array());
    if (carried > 0) {
      const { fields, ends } = this.#window;
      ends[fields] = carried;
      this.#endRecord(0, carried, this.#field, this.#frame, fields);
      this.#window.carry(carried, 0);
    }
    this.#change(0);
    const usual = usualWidth(this.#widths, this.#runs);
    const filled = [...this.#widths.values()].reduce((sum, count) => sum + count, 0);
    return {
      count: this.#record - 1,
      width: this.#width,
      usual,
      widths: this.#widths,
      blank: this.#blank,
      lastFilled: this.#lastFilled,
      brokenQuotes: this.#brokenQuotes,
      repaired: [],
      repairedCount: 0,
      ragged: this.#ragged(usual),
      raggedCount: filled - (this.#widths.get(usual) ?? 0),
      innerQuotes: this.#innerQuotes,
      replaced: this.#replaced,
      columns: this.#rows.seen,
      odd: this.#rows.odd,
    };
  }

  /** @returns the number of fields that the window now holds */
  #endRecord(start: number, end: number, fields: number, frame: number, last: number): number {
    const bytes = end - start;
    const record = this.#record;
    this.#record += 1;
    if (bytes === 0) {
      this.#blank.push(record);
      return last;
    }
    if (this.#last !== fields) this.#change(fields, record);
    this.#alike += 1;
    if (fields > this.#width) this.#width = fields;
    if (bytes === frame) return last + 1 - fields;
    this.#lastFilled = record;
    return this.#window.add(record, start, end, last + 1);
  }

  /** A record of another width than the one before: keeps how many there were of that. */
  #change(fields: number, record = this.#record): void {
    if (this.#alike > 0)
      this.#widths.set(this.#last, (this.#widths.get(this.#last) ?? 0) + this.#alike);
    if (fields > 0 && this.#runs.length < mostRuns) this.#runs.push({ record, fields });
    this.#last = fields;
    this.#alike = 0;
  }

  #ragged(usual: number): RaggedRecord[] {
    const found: RaggedRecord[] = [];
    const blanks = new Set(this.#blank);
    for (const [index, { record, fields }] of this.#runs.entries()) {
      if (fields === usual) continue;
      const next = this.#runs[index + 1]?.record ?? this.#record;
      for (let at = record; at < next; at += 1) {
        if (found.length === mostPlaces) return found;
        if (!blanks.has(at)) found.push({ record: at, fields });
      }
    }
    return found;
  }

  #breakQuote(field: number): void {
    if (this.#brokenQuotes.length < mostBroken)
      this.#brokenQuotes.push({ record: this.#record, field });
  }

  /** Passes over characters beyond ASCII, and keeps the place where one is U+FFFD. */
  #long(chunk: Uint8Array, index: number, field: number): number {
    const end = behindCharacters(chunk, index);
    if (end < 0) throw new NotUtf8('not UTF-8');
    for (let at = index; at < end; at += 1) {
      // U+FFFD is EF BF BD
      if (chunk[at] === 0xef && chunk[at + 1] === 0xbf && chunk[at + 2] === 0xbd)
        this.#replace(field);
    }
    return end;
  }

  /** Several of one cell are one place. */
  #replace(field: number): void {
    const last = this.#replaced.at(-1);
    if (last?.record === this.#record && last.field === field) return;
    if (this.#replaced.length < mostPlaces) this.#replaced.push({ record: this.#record, field });
  }
}

/** Two bytes of the right kind follow the first. */
function isThreeLong(bytes: Uint8Array, index: number): boolean {
  return (
    ((bytes[index + 1] as number) & 0xc0) === 0x80 && ((bytes[index + 2] as number) & 0xc0) === 0x80
  );
}

/** Blanks may stand between a closing quote and the delimiter. */
function isBlank(chunk: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (chunk[at] !== 0x20) return false;
  return true;
}

function usualWidth(widths: ReadonlyMap<number, number>, runs: readonly RaggedRecord[]): number {
  const total = [...widths.values()].reduce((sum, count) => sum + count, 0);
  const [width, count] = [...widths].reduce(
    (most, next) => (next[1] > most[1] ? next : most),
    [0, 0],
  );
  if (count * 2 > total) return width;
  return runs.find(({ fields }) => fields > 1)?.fields ?? width;
}
