/**
 * Unpacks an LZ4 frame, as Arrow packs its buffers. Blocks may refer back to the blocks before them, which is why a
 * decoder of single blocks won't do.
 * @param length bytes that it unpacks to
 * @throws Error where the frame is broken
 */
export function unpackLz4(frame: Uint8Array, length: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== 0x184d2204) throw new Error('no LZ4 frame');
  const flags = view.getUint8(4);
  const hasSize = (flags & 8) !== 0;
  const hasDictionary = (flags & 1) !== 0;
  const blockSum = (flags & 16) !== 0 ? 4 : 0;
  let at = 7 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0);
  const output = new Uint8Array(length);
  let end = 0;
  for (let size = view.getUint32(at, true); size !== 0; size = view.getUint32(at, true)) {
    const bytes = size & 0x7fffffff;
    const block = frame.subarray(at + 4, at + 4 + bytes);
    // the highest bit says that the block is not packed
    if (size >>> 31) output.set(block, end);
    end = size >>> 31 ? end + bytes : unpackBlock(block, output, end);
    at += 4 + bytes + blockSum;
  }
  if (end !== length) throw new Error('LZ4 frame of another length');
  return output;
}

/** @returns the end of the output */
function unpackBlock(block: Uint8Array, output: Uint8Array, start: number): number {
  let at = 0;
  let end = start;
  const count = (short: number) => {
    let total = short;
    if (short < 15) return total;
    for (;;) {
      const more = block[at++] ?? 0;
      total += more;
      if (more < 255) return total;
    }
  };
  while (at < block.length) {
    const token = block[at++] ?? 0;
    const literals = count(token >> 4);
    output.set(block.subarray(at, at + literals), end);
    at += literals;
    end += literals;
    if (at >= block.length) break;
    const back = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    const length = count(token & 15) + 4;
    if (back === 0 || back > end || end + length > output.length) throw new Error('broken LZ4');
    // what is copied may be what is being written
    for (const stop = end + length; end < stop; end += 1) output[end] = output[end - back] ?? 0;
  }
  return end;
}
