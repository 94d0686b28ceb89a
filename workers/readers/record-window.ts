import type { TextRows } from './text-rows';

/** Most records of a window, and bytes after which it is handed on: few enough to stay in the processor's cache. */
const mostRecords = 4096;
const mostBytes = 64 * 1024;

/**
 * The filled records of a stretch of text as places in its bytes. Record `r` has the number `numbers[r]` and starts at
 * `starts[r]`; its fields end at `ends[firsts[r]]` up to before `ends[firsts[r + 1]]`, each next one starts a byte behind.
 */
export class RecordWindow {
  bytes: Uint8Array = new Uint8Array();
  ends = new Int32Array();
  readonly numbers = new Int32Array(mostRecords);
  readonly starts = new Int32Array(mostRecords);
  readonly firsts = new Int32Array(mostRecords + 1);
  count = 0;
  /** Fields of the record that goes on from the chunk before. */
  fields = 0;
  readonly #rows: TextRows;
  #carried = 0;
  #buffer = new Uint8Array();

  constructor(rows: TextRows) {
    this.#rows = rows;
  }

  /** Takes a chunk, behind what is left of the one before. @returns the bytes that are left of it */
  open(chunk: Uint8Array): number {
    const carried = this.#carried;
    if (carried === 0) {
      this.bytes = chunk;
    } else {
      const length = carried + chunk.length;
      this.#buffer = grown(this.#buffer, carried, length);
      this.#buffer.set(chunk, carried);
      this.bytes = this.#buffer.subarray(0, length);
    }
    // a field takes a byte at least, its delimiter
    if (this.ends.length <= this.bytes.length) {
      const ends = new Int32Array(this.bytes.length + 1);
      ends.set(this.ends.subarray(0, this.fields));
      this.ends = ends;
    }
    return carried;
  }

  /**
   * Adds a record.
   * @param fields the fields of all records of the window, its own too
   * @returns the fields of all records that are still in the window
   */
  add(number: number, start: number, end: number, fields: number): number {
    const { count } = this;
    this.numbers[count] = number;
    this.starts[count] = start;
    this.firsts[count + 1] = fields;
    this.count += 1;
    const isFull = this.count === mostRecords || end - (this.starts[0] ?? 0) >= mostBytes;
    if (!isFull) return fields;
    this.#handOn();
    return 0;
  }

  /** Hands on the records, and keeps the bytes of one that isn't finished for the next chunk. */
  carry(start: number, fields: number): void {
    const finished = this.firsts[this.count] ?? 0;
    this.#handOn();
    this.fields = Math.max(0, fields - finished);
    for (let field = 0; field < this.fields; field += 1)
      this.ends[field] = (this.ends[finished + field] ?? 0) - start;
    const rest = this.bytes.subarray(start);
    this.#carried = rest.length;
    if (rest.buffer === this.#buffer.buffer) this.#buffer.copyWithin(0, start, start + rest.length);
    else {
      this.#buffer = grown(this.#buffer, 0, rest.length);
      this.#buffer.set(rest);
    }
  }

  #handOn(): void {
    if (this.count > 0) this.#rows.add(this);
    this.count = 0;
  }
}

/** Room for so many bytes; those in use are kept. */
function grown(
  buffer: Uint8Array<ArrayBuffer>,
  used: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  if (buffer.length >= length) return buffer;
  const larger = new Uint8Array(Math.max(length, 2 * buffer.length));
  larger.set(buffer.subarray(0, used));
  return larger;
}
