import { tailLetters, tailWords } from '../../src/ingest/layout/tail-words';
import type { RecordWindow } from './record-window';

/** Rows of a long text that may be no plain data. */
export interface OddRows {
  /** Numbers of the rows by how many cells of them are filled, in order; the first `mostKept` of each. */
  readonly byFilled: ReadonlyMap<number, readonly number[]>;
  /** Numbers of the rows that begin with the word of a total or a note, in order; the first `mostKept`. */
  readonly tails: readonly number[];
}

/** As many as are of use: twice the rows of a long sheet that are looked at. */
export const mostKept = 10_000;

/** Characters by which a beginning is told, and the bytes that these take at the most. */
const looked = 40;
const mostBytes = 4 * looked;

const quote = 0x22;

/** The same beginnings in the regular expressions of this language. */
const tail = new RegExp(
  `^(?:${tailWords.replace('(?i)', '').replaceAll('\\x{3000}', '\\u3000').replace(/\.\*$/, '[^\\n]*')})$`,
  'i',
);

/** Whether a character of the basic plane is one that a tail begins with. */
const letters = new Uint8Array(0x10000);
for (const letter of tailLetters) letters[letter.charCodeAt(0)] = 1;

/** Looks at every filled record of a text for what makes a row odd. */
export class OddRowsScan {
  readonly #byFilled = new Map<number, number[]>();
  readonly #tails: number[] = [];
  readonly #decoder = new TextDecoder();

  get found(): OddRows {
    return { byFilled: this.#byFilled, tails: this.#tails };
  }

  add({ bytes, ends, starts, firsts, numbers, count }: RecordWindow): void {
    for (let record = 0; record < count; record += 1) {
      const last = firsts[record + 1] as number;
      let start = starts[record] as number;
      let filled = 0;
      for (let place = firsts[record] as number; place < last; place += 1) {
        const end = ends[place] as number;
        if (start < end && (bytes[start] !== quote || !isEmpty(bytes, start, end))) {
          if (filled === 0) this.#first(bytes, start, end, numbers[record] as number);
          filled += 1;
        }
        start = end + 1;
      }
      this.#keep(filled, numbers[record] as number);
    }
  }

  #keep(filled: number, number: number): void {
    const kept = this.#byFilled.get(filled);
    if (kept === undefined) this.#byFilled.set(filled, [number]);
    else if (kept.length < mostKept) kept.push(number);
  }

  /** The first filled cell of a row. */
  #first(bytes: Uint8Array, start: number, end: number, number: number): void {
    const from = bytes[start] === quote ? start + 1 : start;
    if (letters[letterAt(bytes, from)] === 0 || this.#tails.length >= mostKept) return;
    const text = this.#decoder.decode(bytes.subarray(from, Math.min(end, from + mostBytes)));
    if (tail.test(text.slice(0, looked))) this.#tails.push(number);
  }
}

/** Nothing stands between the quotes of a field. */
function isEmpty(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start + 1] === quote && (start + 2 >= end || bytes[start + 2] !== quote);
}

/** The code point of a character of one to three bytes; 0 of any other. */
function letterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return lead;
  const second = (bytes[at + 1] ?? 0) & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = (bytes[at + 2] ?? 0) & 0x3f;
  return lead < 0xf0 ? ((lead & 0xf) << 12) | (second << 6) | third : 0;
}
