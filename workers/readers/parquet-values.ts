import type { ParquetParsers, SchemaElement, SchemaTree } from 'hyparquet';
import { NumberText, type Nested } from './nested';
import {
  bigEndian,
  dateText,
  decimalText,
  hexText,
  numberText,
  textOfBytes,
  timestampText,
  timeText,
  type TimeUnit,
} from './scalar-text';

/** What a stored value means. */
type Leaf =
  | { readonly kind: 'plain' | 'single' | 'date' | 'uuid' }
  | { readonly kind: 'decimal'; readonly scale: number }
  | { readonly kind: 'timestamp'; readonly unit: TimeUnit; readonly isUtc: boolean }
  | { readonly kind: 'time'; readonly unit: TimeUnit };

/** What the values of each leaf of the schema mean. */
export type Leaves = ReadonlyMap<SchemaElement, Leaf>;

/**
 * Notes what the values mean and takes from the schema the types that the library would turn into inexact numbers, or
 * can't read at all; their values come as they are stored.
 */
export function plainSchema(schema: readonly SchemaElement[]): Leaves {
  const leaves = new Map<SchemaElement, Leaf>();
  for (const element of schema) {
    if (!element.type) continue;
    const leaf = leafOf(element);
    leaves.set(element, leaf);
    if (leaf.kind !== 'decimal' && !isOpaque(element)) continue;
    delete element.converted_type;
    delete element.logical_type;
    // bytes under this type are handed to a parser of their own, not taken for text
    if (element.type === 'BYTE_ARRAY') element.logical_type = { type: 'UUID' };
  }
  return leaves;
}

function isOpaque({ converted_type: converted }: SchemaElement): boolean {
  return converted === 'BSON' || converted === 'INTERVAL';
}

function leafOf(element: SchemaElement): Leaf {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (logical?.type === 'DECIMAL') return { kind: 'decimal', scale: logical.scale };
  if (converted === 'DECIMAL') return { kind: 'decimal', scale: element.scale ?? 0 };
  if (logical?.type === 'TIMESTAMP')
    return { kind: 'timestamp', unit: logical.unit, isUtc: logical.isAdjustedToUTC };
  if (logical?.type === 'TIME') return { kind: 'time', unit: logical.unit };
  const unit = converted?.endsWith('_MILLIS') ? 'MILLIS' : 'MICROS';
  if (converted?.startsWith('TIMESTAMP_')) return { kind: 'timestamp', unit, isUtc: true };
  if (converted?.startsWith('TIME_')) return { kind: 'time', unit };
  if (converted === 'DATE' || logical?.type === 'DATE') return { kind: 'date' };
  if (type === 'INT96') return { kind: 'timestamp', unit: 'NANOS', isUtc: false };
  if (type === 'FLOAT') return { kind: 'single' };
  return { kind: logical?.type === 'UUID' ? 'uuid' : 'plain' };
}

/** A point in time as it is stored. */
class Instant {
  constructor(
    readonly count: bigint,
    readonly unit: TimeUnit,
  ) {}
}

/** A day as it is stored. */
class Day {
  constructor(readonly days: number) {}
}

const bytesAsText = (bytes: Uint8Array | undefined): unknown =>
  bytes && (textOfBytes(bytes) ?? bytes);

/** How the library hands on what it stores; values become text by what the schema says of them. */
export const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (count) => new Instant(count, 'MILLIS'),
  timestampFromMicroseconds: (count) => new Instant(count, 'MICROS'),
  timestampFromNanoseconds: (count) => new Instant(count, 'NANOS'),
  dateFromDays: (days) => new Day(days),
  stringFromBytes: bytesAsText,
  jsonFromBytes: bytesAsText,
  uuidFromBytes: (bytes: Uint8Array | undefined): unknown => bytes,
};

/** Tells whether all bytes that a column holds are text. */
export interface BytesSeen {
  areText: boolean;
}

/** A value of a column by its place in the schema. */
export function nestedOf(
  value: unknown,
  node: SchemaTree,
  leaves: Leaves,
  seen: BytesSeen,
): Nested {
  if (value === null || value === undefined) return null;
  const { element, children } = node;
  if (element.logical_type?.type === 'VARIANT') return scalarOf(value, null, seen);
  if (Array.isArray(value)) {
    const item = element.repetition_type === 'REPEATED' ? node : itemOf(node);
    return value.map((one) => nestedOf(one, item, leaves, seen));
  }
  if (children.length === 0) return scalarOf(value, leaves.get(element) ?? null, seen);
  const fields = value as Readonly<Record<string, unknown>>;
  if (element.converted_type === 'MAP' && children[0]?.children.length === 2) {
    const values = children[0].children[1] ?? node;
    return mapOf(Object.entries(fields), (one) => nestedOf(one, values, leaves, seen));
  }
  return new Map(
    children.map((child) => [
      child.element.name,
      nestedOf(fields[child.element.name], child, leaves, seen),
    ]),
  );
}

/** The items of a list stand in a group that is repeated, of which they may be the only child. */
function itemOf(list: SchemaTree): SchemaTree {
  const [group = list] = list.children;
  return group.children.length === 1 ? (group.children[0] ?? group) : group;
}

function mapOf<T>(entries: readonly [string, T][], convert: (value: T) => Nested) {
  return new Map(entries.map(([key, value]) => [key, convert(value)]));
}

function scalarOf(value: unknown, leaf: Leaf | null, seen: BytesSeen): Nested {
  if (value === null || value === undefined) return null;
  if (leaf?.kind === 'decimal') return new NumberText(decimalText(wholeOf(value), leaf.scale));
  if (leaf?.kind === 'time') return timeText(wholeOf(value), leaf.unit);
  if (value instanceof Instant)
    return timestampText(value.count, value.unit, leaf?.kind !== 'timestamp' || leaf.isUtc);
  if (value instanceof Day) return dateText(value.days);
  if (leaf?.kind === 'date') return dateText(Number(value));
  if (value instanceof Uint8Array)
    return leaf?.kind === 'uuid' ? uuidText(value) : bytesText(value, seen);
  if (typeof value === 'bigint') return new NumberText(String(value));
  if (typeof value === 'number') {
    const text = numberText(value, leaf?.kind === 'single');
    return Number.isFinite(value) ? new NumberText(text) : text;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((one) => scalarOf(one, null, seen));
  return mapOf(Object.entries(value), (one) => scalarOf(one, null, seen));
}

function wholeOf(value: unknown): bigint {
  return value instanceof Uint8Array ? bigEndian(value) : BigInt(value as number | bigint);
}

function bytesText(bytes: Uint8Array, seen: BytesSeen): string {
  const text = textOfBytes(bytes);
  if (text === null) seen.areText = false;
  return text ?? hexText(bytes);
}

function uuidText(bytes: Uint8Array): string {
  return hexText(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
