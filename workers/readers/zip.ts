import { Unzip } from 'fflate';
import { Fault } from '../../src/model/answer';
import { decoderFor, Unpacking } from './inflate';
import { Meter } from './meter';
import { chunksOf, type Advance } from './text';

/** An archive with more files than this is no collection of tables. */
const mostFiles = 20_000;

/** A file in an archive, in the order in which they stand there. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
}

/** Takes the bytes of a file in an archive, piece by piece. */
export type Take = (chunk: Uint8Array) => void;

/**
 * The files of an archive by the directory at its end.
 * @throws Fault `file_truncated` where that is missing
 */
export async function listZip(content: Blob): Promise<readonly ZipEntry[]> {
  const tail = new DataView(await content.slice(-66_000).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Fault('file_truncated');
  const size = tail.getUint32(end + 12, true);
  // bytes may stand before an archive, so its directory is found by its size
  const start = content.size - tail.byteLength + end - size;
  if (start < 0) throw new Fault('file_truncated');
  const directory = new Uint8Array(await content.slice(start, start + size).arrayBuffer());
  return entriesOf(directory)
    .sort((one, other) => one.offset - other.offset)
    .map(({ name, encrypted }) => ({ name, encrypted }));
}

function entriesOf(directory: Uint8Array): (ZipEntry & { readonly offset: number })[] {
  const view = new DataView(directory.buffer);
  const entries = [];
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === 0x02014b50;) {
    if (entries.length >= mostFiles) throw new Fault('archive_too_many', { limit: mostFiles });
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    entries.push({
      name: decodeName(directory.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
      encrypted: (flags & 1) !== 0,
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Names are UTF-8 where a bit says so, and many programs set none; else in the encoding of the machine. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Unpacks an archive piece by piece and counts what it really unpacks to: the sizes that it declares prove nothing.
 * @param open is called for each entry of the list, in order; where it gives null, the file is counted and not kept
 * @throws Fault where the archive is incomplete, encrypted or too large
 */
export async function unpack(
  content: Blob,
  entries: readonly ZipEntry[],
  advance: Advance,
  open: (entry: ZipEntry) => Take | null,
): Promise<void> {
  if (entries.some(({ encrypted }) => encrypted)) throw new Fault('file_encrypted');
  const meter = new Meter();
  let begun = 0;
  let finished = 0;
  const unzip = new Unzip((file) => {
    const entry = entries[begun];
    begun += 1;
    const take = entry ? open(entry) : null;
    file.ondata = (error, chunk, last) => {
      // the library hands on what is thrown here as an error of its own
      if (error) throw error instanceof Fault ? error : new Fault('file_truncated');
      meter.count(chunk.length);
      if (last) finished += 1;
      take?.(chunk);
    };
    file.start();
  });
  const unpacking = new Unpacking();
  unzip.register(decoderFor(unpacking));
  try {
    for await (const chunk of chunksOf(content)) {
      unzip.push(chunk);
      await unpacking.drained();
      advance(chunk.length);
    }
    unzip.push(new Uint8Array(0), true);
    await unpacking.ended();
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    throw new Fault('file_truncated');
  }
  if (finished < entries.length) throw new Fault('file_truncated');
}
