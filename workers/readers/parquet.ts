import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type FileMetaData,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { Fault } from '../../src/model/answer';
import { finding, type Finding } from '../../src/model/finding';
import type { Grid } from './grid';
import { namesOf, NestedColumns, type Nested } from './nested';
import { nestedOf, parsers, plainSchema } from './parquet-values';
import type { Advance } from './text';

/**
 * Reads a Parquet file, column by column.
 * @throws Fault that names what of the file is not supported
 */
export async function readParquet(
  content: Blob,
  advance: Advance,
): Promise<{ readonly grid: Grid; readonly findings: readonly Finding[] }> {
  try {
    return await read(content, advance);
  } catch (thrown) {
    if (thrown instanceof Fault) throw thrown;
    const message = (thrown instanceof Error ? thrown.message : String(thrown)).replace(
      /^parquet /,
      '',
    );
    if (/unsupported|not supported/.test(message))
      throw new Fault('column_unsupported', { message });
    if (/footer|too short|exceeds/.test(message)) throw new Fault('file_truncated');
    throw new Fault('file_unreadable', { message });
  }
}

async function read(content: Blob, advance: Advance) {
  const file: AsyncBuffer = {
    byteLength: content.size,
    slice: (start, end) => content.slice(start, end).arrayBuffer(),
  };
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const leaves = plainSchema(metadata.schema);
  const tops = parquetSchema(metadata).children;
  // some writers say nothing of it
  let rows = Number(metadata.num_rows) || null;
  const columns = new NestedColumns();
  const hex: string[] = [];
  for (const top of tops) {
    const seen = { areText: true };
    const values = await column(file, metadata, top, (value) => nestedOf(value, top, leaves, seen));
    rows ??= values.length;
    if (values.length !== rows)
      throw new Fault('file_unreadable', { message: `${values.length} of ${rows} rows` });
    if (!seen.areText) hex.push(top.element.name);
    columns.add(top.element.name, values);
    advance(content.size / tops.length);
  }
  const noted =
    hex.length > 0 ? [finding('bytes_as_hex', { value: namesOf(hex), count: hex.length })] : [];
  return { grid: columns.grid(null, rows ?? 0), findings: [...columns.findings(null), ...noted] };
}

async function column(
  file: AsyncBuffer,
  metadata: FileMetaData,
  top: SchemaTree,
  convert: (value: unknown) => Nested,
): Promise<Nested[]> {
  const values: Nested[] = [];
  const pieces: { readonly start: number; readonly cells: ArrayLike<unknown> }[] = [];
  await parquetRead({
    file,
    metadata,
    columns: [top.element.name],
    compressors,
    geoparquet: false,
    parsers,
    onChunk: ({ columnData, rowStart }) => pieces.push({ start: rowStart, cells: columnData }),
  });
  pieces.sort((one, other) => one.start - other.start);
  for (const { cells } of pieces)
    for (let index = 0; index < cells.length; index += 1) values.push(convert(cells[index]));
  return values;
}
