import { tableFromIPC } from 'apache-arrow';

/** A row as the engine itself reads it; what the page gets is cast at the boundary (answer-rows.ts). */
export type EngineRow = Readonly<Record<string, unknown>>;

export function decodeRows(ipc: Uint8Array): EngineRow[] {
  return tableFromIPC(ipc)
    .toArray()
    .map((row: { toJSON(): EngineRow }) => row.toJSON());
}
