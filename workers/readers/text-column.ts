import { makeData, makeVector, Utf8, type Vector } from 'apache-arrow';
import { mayBePersonal, shortest } from './personal-bytes';
import type { RecordWindow } from './record-window';

const quote = 0x22;

/** A column of text that is gathered field by field and given away batch by batch. */
export class TextColumn {
  /** Filled cells of all batches. */
  filled = 0;
  /** Whether some cell of all batches may hold a number or name of a person. */
  personal = false;
  #rows = 0;
  #nulls = 0;
  #bytes = new Uint8Array(256);
  #offsets = new Int32Array(64);
  #validity = new Uint8Array(8);

  /** Bytes of the cells that are not given away yet. */
  get size(): number {
    return this.#offsets[this.#rows] ?? 0;
  }

  /** Adds field `field`, counted from 0, of the records from `from` to before `to`; an empty one is null. */
  add({ bytes, ends, starts, firsts }: RecordWindow, field: number, from: number, to: number) {
    this.#reserve(this.#rows + to - from);
    const offsets = this.#offsets;
    const validity = this.#validity;
    let cells = this.#bytes;
    let row = this.#rows;
    let end = offsets[row] as number;
    let filled = 0;
    for (let record = from; record < to; record += 1) {
      const place = (firsts[record] as number) + field;
      const isThere = place < (firsts[record + 1] as number);
      const close = isThere ? (ends[place] as number) : 0;
      let at = field === 0 ? (starts[record] as number) : (ends[place - 1] as number) + 1;
      if (at < close) {
        const before = end;
        if (end + close - at > cells.length) cells = this.#widen(end, end + close - at);
        if (bytes[at] === quote) end = unquote(bytes, at, close, cells, end);
        else {
          // most fields are of a few bytes, which are copied sooner one by one than by a call
          while (at < close) {
            cells[end] = bytes[at] as number;
            at += 1;
            end += 1;
          }
        }
        if (end > before) {
          filled += 1;
          validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
          if (end - before >= shortest && !this.personal)
            this.personal = mayBePersonal(cells, before, end);
        }
      }
      row += 1;
      offsets[row] = end;
    }
    this.#rows = row;
    this.#nulls += to - from - filled;
    this.filled += filled;
  }

  /** Adds cells that are null. */
  skip(count: number): void {
    this.#reserve(this.#rows + count);
    this.#offsets.fill(this.size, this.#rows + 1, this.#rows + count + 1);
    this.#rows += count;
    this.#nulls += count;
  }

  /** The cells gathered so far. What it is of is used again: it has to be copied before more are added. */
  vector(): Vector<Utf8> {
    const data = makeData({
      type: new Utf8(),
      length: this.#rows,
      nullCount: this.#nulls,
      nullBitmap: this.#validity.subarray(0, (this.#rows + 7) >> 3),
      valueOffsets: this.#offsets.subarray(0, this.#rows + 1),
      data: this.#bytes.subarray(0, this.size),
    });
    return makeVector(data);
  }

  clear(): void {
    this.#validity.fill(0, 0, (this.#rows + 7) >> 3);
    this.#rows = 0;
    this.#nulls = 0;
  }

  #reserve(rows: number): void {
    if (rows < this.#offsets.length) return;
    const room = Math.max(rows + 1, 2 * this.#offsets.length);
    const offsets = new Int32Array(room);
    offsets.set(this.#offsets.subarray(0, this.#rows + 1));
    this.#offsets = offsets;
    const validity = new Uint8Array((room + 7) >> 3);
    validity.set(this.#validity);
    this.#validity = validity;
  }

  #widen(used: number, size: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
    bytes.set(this.#bytes.subarray(0, used));
    this.#bytes = bytes;
    return bytes;
  }
}

/** Copies a field in quotes without them, and once what is doubled within; blanks may stand behind the closing one. */
function unquote(
  bytes: Uint8Array,
  start: number,
  close: number,
  to: Uint8Array,
  at: number,
): number {
  let end = at;
  for (let from = start + 1; from < close; from += 1) {
    const byte = bytes[from] as number;
    if (byte === quote) {
      if (from + 1 >= close || bytes[from + 1] !== quote) break;
      from += 1;
    }
    to[end] = byte;
    end += 1;
  }
  return end;
}
