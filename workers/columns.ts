import {
  Data,
  Int32,
  makeData,
  makeVector,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
} from 'apache-arrow';

/*
 * Arrow columns made from their buffers. The library's builders compile functions from text, which the page's policy
 * forbids; its low-level makers don't.
 */

/** A column of text; null stays null. */
export function textColumn(cells: readonly (string | null)[]): Vector<Utf8> {
  const whole = cells.map((cell) => cell ?? '').join('');
  // no character needs more than three bytes for each of its UTF-16 units
  const bytes = new Uint8Array(whole.length * 3);
  const offsets = new Int32Array(cells.length + 1);
  const validity = new Uint8Array(Math.ceil(cells.length / 8));
  const encoder = new TextEncoder();
  let end = 0;
  let nulls = 0;
  cells.forEach((cell, index) => {
    if (cell === null) nulls += 1;
    else {
      end += encoder.encodeInto(cell, bytes.subarray(end)).written;
      validity[index >> 3] = (validity[index >> 3] ?? 0) | (1 << (index & 7));
    }
    offsets[index + 1] = end;
  });
  const data: Data<Utf8> = makeData({
    type: new Utf8(),
    length: cells.length,
    nullCount: nulls,
    nullBitmap: validity,
    valueOffsets: offsets,
    data: bytes.slice(0, end),
  });
  return makeVector(data);
}

/** A column of whole numbers below 2^31. */
export function integerColumn(values: readonly number[] | Int32Array): Vector<Int32> {
  return makeVector(
    makeData({ type: new Int32(), length: values.length, data: Int32Array.from(values) }),
  );
}

/** Columns of text as an Arrow IPC stream. */
export function textTable(
  columns: Readonly<Record<string, readonly (string | null)[]>>,
): Uint8Array {
  const vectors = Object.entries(columns).map(
    ([name, cells]) => [name, textColumn(cells)] as const,
  );
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}
