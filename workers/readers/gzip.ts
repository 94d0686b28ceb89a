import { Fault } from '../../src/model/answer';
import { Meter } from './meter';

/**
 * Unpacks a GZIP file.
 * @throws Fault where it is incomplete or unpacks to too much
 */
export async function gunzip(content: Blob): Promise<Blob> {
  const meter = new Meter();
  const parts: Blob[] = [];
  try {
    // not every browser has streams that can be looped over
    const reader = content.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      meter.count(piece.value.length);
      // each part becomes a Blob at once, so that a browser may keep it outside the heap
      parts.push(new Blob([piece.value]));
    }
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    throw new Fault('file_truncated');
  }
  return new Blob(parts);
}
