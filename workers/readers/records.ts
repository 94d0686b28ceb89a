import type { RepairKind } from './search';
import { behindCharacters, NotUtf8 } from './utf8';

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
  /** Bytes of the longest record. */
  readonly longest: number;
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
}

/**
 * Counts records and fields over a whole delimited text, byte by byte: UTF-8 keeps delimiters, quotes and line ends
 * apart from the bytes of longer characters. A record ends with LF, CR or CR LF outside quotes.
 * @param chunks the text in pieces that cut no character in two
 * @param delimiter one character of ASCII
 * @throws NotUtf8 at the first piece that is something else
 */
export async function scanRecords(
  chunks: AsyncIterable<Uint8Array>,
  delimiter: string,
): Promise<Records> {
  const scan = new Scan(delimiter.charCodeAt(0));
  for await (const bytes of chunks) scan.push(bytes);
  return scan.end();
}

const At = { FieldStart: 0, Plain: 1, Quoted: 2, QuoteInQuoted: 3 } as const;

/** What a byte may be to the scan; most are nothing special. */
const Kind = {
  Plain: 0,
  /** Of a character beyond ASCII. */
  Long: 1,
  Delimiter: 2,
  LineFeed: 3,
  CarriageReturn: 4,
  Quote: 5,
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
  /** Bytes of the record in earlier chunks; delimiters and quotes around fields among all its bytes. */
  #carried = 0;
  #frame = 0;
  #afterCR = false;
  #innerQuotes = false;
  #width = 0;
  #longest = 0;
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

  constructor(delimiter: number) {
    this.#kinds.fill(Kind.Long, 0x80);
    this.#kinds[delimiter] = Kind.Delimiter;
    this.#kinds[0x0a] = Kind.LineFeed;
    this.#kinds[0x0d] = Kind.CarriageReturn;
    this.#kinds[0x22] = Kind.Quote;
  }

  push(chunk: Uint8Array): void {
    const kinds = this.#kinds;
    const { length } = chunk;
    let state = this.#state;
    let frame = this.#frame;
    let field = this.#field;
    let start = -this.#carried;
    let index = this.#afterCR && chunk[0] === 0x0a ? 1 : 0;
    if (index > 0) start += 1;
    while (index < length) {
      let kind = kinds[chunk[index] as number] as number;
      if (kind <= Kind.Long) {
        // runs of plain bytes are passed over at once; they change nothing but the state at their start
        const from = index;
        do {
          index = kind === Kind.Plain ? index + 1 : this.#long(chunk, index, field);
          kind = kinds[chunk[index] as number] as number;
        } while (index < length && kind <= Kind.Long);
        if (state === At.FieldStart) state = At.Plain;
        else if (state === At.QuoteInQuoted && !isBlank(chunk, from, index)) {
          this.#breakQuote(field);
          state = At.Plain;
        }
        continue;
      }
      index += 1;
      if (state === At.Quoted) {
        if (kind !== Kind.Quote) continue;
        state = At.QuoteInQuoted;
        frame += 1;
      } else if (kind === Kind.Delimiter) {
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
        this.#endRecord(index - 1 - start, field, frame);
        frame = 0;
        field = 1;
        state = At.FieldStart;
        // CR LF is one mark
        if (kind === Kind.CarriageReturn && chunk[index] === 0x0a) index += 1;
        start = index;
      }
    }
    this.#state = state;
    this.#frame = frame;
    this.#field = field;
    this.#carried = length - start;
    this.#afterCR = state === At.FieldStart && start === length && chunk[length - 1] === 0x0d;
  }

  end(): Records {
    if (this.#state === At.Quoted) this.#breakQuote(this.#field);
    if (this.#carried > 0) this.#endRecord(this.#carried, this.#field, this.#frame);
    this.#change(0);
    const usual = usualWidth(this.#widths, this.#runs);
    const filled = [...this.#widths.values()].reduce((sum, count) => sum + count, 0);
    return {
      count: this.#record - 1,
      width: this.#width,
      usual,
      longest: this.#longest,
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
    };
  }

  #endRecord(bytes: number, fields: number, frame: number): void {
    if (bytes === 0) {
      this.#blank.push(this.#record);
    } else {
      if (this.#last !== fields) this.#change(fields);
      this.#alike += 1;
      if (fields > this.#width) this.#width = fields;
      if (bytes > this.#longest) this.#longest = bytes;
      if (bytes > frame) this.#lastFilled = this.#record;
    }
    this.#record += 1;
  }

  /** A record of another width than the one before: keeps how many there were of that. */
  #change(fields: number): void {
    if (this.#alike > 0)
      this.#widths.set(this.#last, (this.#widths.get(this.#last) ?? 0) + this.#alike);
    if (fields > 0 && this.#runs.length < mostRuns)
      this.#runs.push({ record: this.#record, fields });
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
