import { DateUnit, TimeUnit, Type, type DataType } from '@uwdata/flechette';
import { NumberText, type Nested } from './nested';
import {
  dateText,
  decimalText,
  hexText,
  numberText,
  perSecond,
  textOfBytes,
  timestampText,
  timeText,
} from './scalar-text';

const units = {
  [TimeUnit.SECOND]: 'SECONDS',
  [TimeUnit.MILLISECOND]: 'MILLIS',
  [TimeUnit.MICROSECOND]: 'MICROS',
  [TimeUnit.NANOSECOND]: 'NANOS',
} as const;

/** A value of an Arrow column by its type, with whether all bytes met so far were text. */
export function arrowValue(value: unknown, type: DataType, seen: { areText: boolean }): Nested {
  if (value === null || value === undefined) return null;
  switch (type.typeId) {
    case Type.Dictionary:
      return arrowValue(value, type.dictionary, seen);
    case Type.Decimal:
      return new NumberText(decimalText(BigInt(value as bigint | number), type.scale));
    case Type.Date:
      return type.unit === DateUnit.DAY || Number(value) % 86_400_000 === 0
        ? dateText(Number(value) / 86_400_000)
        : timestampText(BigInt(Number(value)), 'MILLIS', false);
    case Type.Timestamp:
      return timestampText(value as bigint, units[type.unit], Boolean(type.timezone));
    case Type.Time:
      return timeText(BigInt(value as bigint | number), units[type.unit]);
    case Type.Duration:
      return new NumberText(numberText(Number(value) / Number(perSecond[units[type.unit]])));
    case Type.Float:
      return floatValue(Number(value), type.precision === 1);
    case Type.List:
    case Type.LargeList:
    case Type.ListView:
    case Type.LargeListView:
    case Type.FixedSizeList: {
      const [item] = type.children;
      return Array.from(value as Iterable<unknown>, (one) => arrowValue(one, item.type, seen));
    }
    case Type.Struct:
      return new Map(
        type.children.map((field) => [
          field.name,
          arrowValue((value as Readonly<Record<string, unknown>>)[field.name], field.type, seen),
        ]),
      );
    case Type.Map: {
      const [entry] = type.children;
      const [, item] = (entry.type as Extract<DataType, { typeId: typeof Type.Struct }>).children;
      return new Map(
        [...(value as ReadonlyMap<unknown, unknown>)].map(([key, one]) => [
          String(key),
          item ? arrowValue(one, item.type, seen) : null,
        ]),
      );
    }
    default:
      return plainValue(value, seen);
  }
}

function floatValue(value: number, single: boolean): Nested {
  const text = numberText(value, single);
  return Number.isFinite(value) ? new NumberText(text) : text;
}

/** A value that says itself what it is. */
function plainValue(value: unknown, seen: { areText: boolean }): Nested {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return floatValue(value, false);
  if (typeof value === 'bigint') return new NumberText(String(value));
  if (value instanceof Uint8Array) {
    const text = textOfBytes(value);
    if (text === null) seen.areText = false;
    return text ?? hexText(value);
  }
  if (typeof value === 'object' && Symbol.iterator in value)
    return Array.from(value as Iterable<unknown>, (one) => plainValue(one, seen));
  return new Map(Object.entries(value).map(([key, one]) => [key, plainValue(one, seen)]));
}
