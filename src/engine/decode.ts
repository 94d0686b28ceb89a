import { tableFromIPC } from 'apache-arrow';
import type { Row } from '../model/row';
import { inSteps } from '../model/steps';

/** An Arrow IPC stream as plain values. Integers beyond 2^53 become text, so that no digit is lost. */
export function decodeTable(ipc: Uint8Array): { columns: readonly string[]; rows: readonly Row[] } {
  const { names, count, rowAt } = readTable(ipc);
  return { columns: names, rows: Array.from({ length: count }, (_, index) => rowAt(index)) };
}

/** The rows alone. */
export function decodeRows(ipc: Uint8Array): readonly Row[] {
  return decodeTable(ipc).rows;
}

/** The same rows; a page that decodes very many can do other things in between. */
export function decodeRowsInSteps(ipc: Uint8Array): Promise<readonly Row[]> {
  const { count, rowAt } = readTable(ipc);
  return inSteps({ length: count }, (_, index) => rowAt(index));
}

function readTable(ipc: Uint8Array) {
  const table = tableFromIPC(ipc);
  const names = table.schema.fields.map((field) => field.name);
  const columns = names.map((name) => table.getChild(name));
  const rowAt = (index: number): Row =>
    // by entries, so that a column named __proto__ is a column like any other
    Object.fromEntries(names.map((name, at) => [name, plain(columns[at]?.get(index))]));
  return { names, count: table.numRows, rowAt };
}

function plain(value: unknown): Row[string] {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string')
    return value;
  throw new TypeError(`a column of the answer was not cast: ${typeof value}`);
}
