import { CompressionType, setCompressionCodec, tableFromIPC } from '@uwdata/flechette';
import { decompressZstd } from 'hyparquet-compressors';
import { Fault } from '../../src/model/answer';
import { finding, type Finding } from '../../src/model/finding';
import { arrowValue } from './arrow-values';
import type { Grid } from './grid';
import { unpackLz4 } from './lz4-frame';
import { namesOf, NestedColumns, type Nested } from './nested';

const packs = () => {
  throw new Error('nothing is packed here');
};
setCompressionCodec(CompressionType.LZ4_FRAME, { encode: packs, decode: unpackLz4 });
setCompressionCodec(CompressionType.ZSTD, {
  encode: packs,
  decode: (bytes) => decompressZstd(bytes),
});

/**
 * Reads Arrow IPC, a file or a stream.
 * @throws Fault where it is broken or of a type that is not supported
 */
export async function readArrow(
  content: Blob,
): Promise<{ readonly grid: Grid; readonly findings: readonly Finding[] }> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  const table = parse(bytes);
  const columns = new NestedColumns();
  const hex: string[] = [];
  for (const [index, { name, type }] of table.schema.fields.entries()) {
    const seen = { areText: true };
    const values: Nested[] = [];
    for (const value of table.getChildAt(index)) values.push(arrowValue(value, type, seen));
    if (!seen.areText) hex.push(name);
    columns.add(name, values);
  }
  const noted =
    hex.length > 0 ? [finding('bytes_as_hex', { value: namesOf(hex), count: hex.length })] : [];
  return {
    grid: columns.grid(null, table.numRows),
    findings: [...columns.findings(null), ...noted],
  };
}

function parse(bytes: Uint8Array) {
  try {
    return tableFromIPC(bytes, {
      useBigInt: true,
      useBigIntTimestamp: true,
      useDecimalInt: true,
      useMap: true,
    });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (/unsupported|unrecognized|codec/i.test(message))
      throw new Fault('column_unsupported', { message });
    // what is missing at the end is looked for beyond it
    if (thrown instanceof RangeError) throw new Fault('file_truncated');
    throw new Fault('file_unreadable', { message });
  }
}
