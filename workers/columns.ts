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
import { joinedBytes } from './joined-bytes';

/*
 * Arrow columns made from their buffers. The library's builders compile functions from text, which the page's policy
 * forbids; its low-level makers don't.
 */

/** A column of text; null stays null. Halves of surrogate pairs become U+FFFD. */
export function textColumn(cells: readonly (string | null)[]): Vector<Utf8> {
  const offsets = new Int32Array(cells.length + 1);
  const validity = new Uint8Array(Math.ceil(cells.length / 8));
  let end = 0;
  let nulls = 0;
  cells.forEach((cell, index) => {
    if (cell === null) nulls += 1;
    else {
      end += utf8Length(cell);
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
    data: utf8Of(cells, end),
  });
  return makeVector(data);
}

/** All cells in UTF-8. One call for all takes a fraction of what one for each does. */
function utf8Of(cells: readonly (string | null)[], length: number): Uint8Array {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(cells.map((cell) => cell ?? '').join(''));
  if (bytes.length === length) return bytes;
  // halves of pairs stood at the end of a cell and the start of the next
  return joinedBytes(cells.map((cell) => encoder.encode(cell ?? '')));
}

function utf8Length(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    length += unit < 0x800 ? 1 : 2;
    const isPair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    // a pair of two units takes four bytes
    if (isPair) at += 1;
  }
  return length;
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
