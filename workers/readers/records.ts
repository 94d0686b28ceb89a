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

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;

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

class Scan {
  readonly #delimiter: number;
  #state = At.FieldStart;
  #field = 1;
  #record = 1;
  #bytes = 0;
  #content = false;
  #lastFilled = 0;
  #afterCR = false;
  #matched = 0;
  #width = 0;
  readonly #widths = new Map<number, number>();
  readonly #blank: number[] = [];
  readonly #brokenQuotes: Place[] = [];
  readonly #replaced: Place[] = [];

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  push(chunk: Uint8Array): void {
    const delimiter = this.#delimiter;
    let state = this.#state;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] as number;
      if (byte > 0x22 && byte < 0x80 && byte !== delimiter) {
        if (state === At.FieldStart) state = At.Plain;
        else if (state === At.QuoteInQuoted) state = this.#breakQuote();
        this.#bytes += 1;
        this.#content = true;
        this.#afterCR = false;
        continue;
      }
      if (byte >= 0x80) this.#watchReplaced(byte);
      if (state === At.Quoted) {
        if (byte === QUOTE) state = At.QuoteInQuoted;
        else this.#content = true;
        this.#bytes += 1;
        continue;
      }
      if (byte === LF && this.#afterCR) {
        this.#afterCR = false;
        continue;
      }
      this.#afterCR = byte === CR;
      if (byte === LF || byte === CR) {
        this.#endRecord();
        state = At.FieldStart;
      } else if (byte === delimiter) {
        this.#field += 1;
        this.#bytes += 1;
        state = At.FieldStart;
      } else if (byte === QUOTE) {
        this.#bytes += 1;
        // a doubled quote is a quote in the text
        if (state === At.QuoteInQuoted) this.#content = true;
        if (state === At.FieldStart || state === At.QuoteInQuoted) state = At.Quoted;
      } else {
        this.#bytes += 1;
        this.#content = true;
        if (state === At.FieldStart) state = At.Plain;
        else if (state === At.QuoteInQuoted && byte !== 0x20) state = this.#breakQuote();
      }
    }
    this.#state = state;
  }

  end(): Records {
    if (this.#state === At.Quoted) this.#breakQuote();
    if (this.#bytes > 0) this.#endRecord();
    return {
      count: this.#record - 1,
      width: this.#width,
      widths: this.#widths,
      blank: this.#blank,
      lastFilled: this.#lastFilled,
      brokenQuotes: this.#brokenQuotes,
      replaced: this.#replaced,
    };
  }

  #endRecord(): void {
    if (this.#bytes === 0) {
      this.#blank.push(this.#record);
    } else {
      this.#widths.set(this.#field, (this.#widths.get(this.#field) ?? 0) + 1);
      if (this.#field > this.#width) this.#width = this.#field;
    }
    if (this.#content) this.#lastFilled = this.#record;
    this.#content = false;
    this.#record += 1;
    this.#field = 1;
    this.#bytes = 0;
  }

  #breakQuote(): At {
    if (this.#brokenQuotes.length < 100) this.#brokenQuotes.push(this.#place());
    return At.Plain;
  }

  /** U+FFFD is EF BF BD. */
  #watchReplaced(byte: number): void {
    if (byte === 0xef) this.#matched = 1;
    else if (byte === 0xbf && this.#matched === 1) this.#matched = 2;
    else {
      if (byte === 0xbd && this.#matched === 2) this.#noteReplaced();
      this.#matched = 0;
    }
  }

  /** Several lost characters of one cell are one place. */
  #noteReplaced(): void {
    const last = this.#replaced.at(-1);
    if (last?.record === this.#record && last.field === this.#field) return;
    if (this.#replaced.length < 500) this.#replaced.push(this.#place());
  }

  #place(): Place {
    return { record: this.#record, field: this.#field };
  }
}
