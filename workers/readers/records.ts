import { chunksOf, type Advance } from './text';

/** A cell of a text file by record and field, both 1-based. */
export interface Place {
  readonly record: number;
  readonly field: number;
}

/** What a pass over all bytes of a delimited text finds out. */
export interface Records {
  /** Records, blank ones included. */
  readonly count: number;
  /** Most fields that a record has. */
  readonly width: number;
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
  /** Fields that hold U+FFFD; the first five hundred. */
  readonly replaced: readonly Place[];
}

const enum At {
  FieldStart,
  Plain,
  Quoted,
  QuoteInQuoted,
}

/**
 * Counts records and fields over a whole delimited text, byte by byte: UTF-8 keeps delimiters, quotes and line ends
 * apart from the bytes of longer characters. A record ends with LF, CR or CR LF outside quotes.
 */
export async function scanRecords(
  utf8: Blob,
  delimiter: string,
  advance: Advance,
): Promise<Records> {
  const scan = new Scan(delimiter.charCodeAt(0));
  for await (const chunk of chunksOf(utf8)) {
    scan.push(chunk);
    advance(chunk.length);
  }
  return scan.end();
}

/** What a byte may be to the scan; most are nothing special. */
const Kind = { Plain: 0, Delimiter: 1, LineFeed: 2, CarriageReturn: 3, Quote: 4 } as const;

type Kind = (typeof Kind)[keyof typeof Kind];

class Scan {
  /** Kind of each byte: one look-up for each decides most of them. */
  readonly #kinds = new Uint8Array(256);
  #state = At.FieldStart;
  #field = 1;
  #record = 1;
  /** Bytes of the record, and those of them that are delimiters or quotes around fields. */
  #bytes = 0;
  #frame = 0;
  #afterCR = false;
  #width = 0;
  #longest = 0;
  #lastFilled = 0;
  readonly #widths = new Map<number, number>();
  readonly #blank: number[] = [];
  readonly #brokenQuotes: Place[] = [];
  readonly #replaced: Place[] = [];

  constructor(delimiter: number) {
    this.#kinds[delimiter] = Kind.Delimiter;
    this.#kinds[0x0a] = Kind.LineFeed;
    this.#kinds[0x0d] = Kind.CarriageReturn;
    this.#kinds[0x22] = Kind.Quote;
  }

  push(chunk: Uint8Array): void {
    const kinds = this.#kinds;
    const { length } = chunk;
    let index = 0;
    while (index < length) {
      // runs of plain bytes are passed over at once; they change nothing but the state at their start
      const start = index;
      while (index < length && kinds[chunk[index] as number] === Kind.Plain) index += 1;
      if (index > start) this.#plain(chunk, start, index);
      if (index === length) return;
      this.#special(kinds[chunk[index] as number] as Kind);
      index += 1;
    }
  }

  end(): Records {
    if (this.#state === At.Quoted) this.#breakQuote();
    if (this.#bytes > 0) this.#endRecord();
    return {
      count: this.#record - 1,
      width: this.#width,
      longest: this.#longest,
      widths: this.#widths,
      blank: this.#blank,
      lastFilled: this.#lastFilled,
      brokenQuotes: this.#brokenQuotes,
      replaced: this.#replaced,
    };
  }

  #plain(chunk: Uint8Array, start: number, end: number): void {
    this.#bytes += end - start;
    this.#afterCR = false;
    if (this.#state === At.FieldStart) this.#state = At.Plain;
    // blanks may stand between a closing quote and the delimiter
    else if (
      this.#state === At.QuoteInQuoted &&
      chunk.subarray(start, end).some((byte) => byte !== 0x20)
    ) {
      this.#breakQuote();
      this.#state = At.Plain;
    }
    this.#watchReplaced(chunk, start, end);
  }

  #special(kind: Kind): void {
    const afterCR = this.#afterCR;
    this.#afterCR = false;
    if (this.#state === At.Quoted) {
      this.#bytes += 1;
      if (kind === Kind.Quote) {
        this.#state = At.QuoteInQuoted;
        this.#frame += 1;
      }
    } else if (kind === Kind.LineFeed && afterCR) {
      return;
    } else if (kind === Kind.LineFeed || kind === Kind.CarriageReturn) {
      this.#endRecord();
      this.#state = At.FieldStart;
      this.#afterCR = kind === Kind.CarriageReturn;
    } else if (kind === Kind.Delimiter) {
      this.#bytes += 1;
      this.#frame += 1;
      this.#field += 1;
      this.#state = At.FieldStart;
    } else {
      this.#quote();
    }
  }

  /** A quote outside quotes: it opens a field, stands doubled within one, or is a character like any other. */
  #quote(): void {
    this.#bytes += 1;
    if (this.#state === At.FieldStart) this.#frame += 1;
    // the first of a doubled quote was taken for the end of the field
    if (this.#state === At.QuoteInQuoted) this.#frame -= 1;
    if (this.#state !== At.Plain) this.#state = At.Quoted;
  }

  #endRecord(): void {
    if (this.#bytes === 0) {
      this.#blank.push(this.#record);
    } else {
      this.#widths.set(this.#field, (this.#widths.get(this.#field) ?? 0) + 1);
      if (this.#field > this.#width) this.#width = this.#field;
      if (this.#bytes > this.#longest) this.#longest = this.#bytes;
      if (this.#bytes > this.#frame) this.#lastFilled = this.#record;
    }
    this.#record += 1;
    this.#field = 1;
    this.#bytes = 0;
    this.#frame = 0;
  }

  #breakQuote(): void {
    if (this.#brokenQuotes.length < 100) this.#brokenQuotes.push(this.#place());
  }

  /** U+FFFD is EF BF BD; several of one cell are one place. */
  #watchReplaced(chunk: Uint8Array, start: number, end: number): void {
    const last = this.#replaced.at(-1);
    if (last?.record === this.#record && last.field === this.#field) return;
    if (this.#replaced.length >= 500) return;
    for (let at = start; at + 2 < end; at += 1) {
      if (chunk[at] === 0xef && chunk[at + 1] === 0xbf && chunk[at + 2] === 0xbd) {
        this.#replaced.push(this.#place());
        return;
      }
    }
  }

  #place(): Place {
    return { record: this.#record, field: this.#field };
  }
}
