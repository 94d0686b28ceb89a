import { SSF, type CellObject } from '@e965/xlsx';
import { numberText } from './scalar-text';

/** Stands for a formula whose value the file does not hold. */
export const uncalculated = '#FORMULA';

/** Words of the error values that a workbook stores as numbers. */
const errorWords: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** The parts of the library's formatter that are used; it has no types of its own. */
const { is_date: isDate, parse_date_code: parseDate } = SSF as {
  is_date: (format: string) => boolean;
  parse_date_code: (
    serial: number,
    options: { date1904: boolean },
  ) => { y: number; m: number; d: number; H: number; M: number; S: number } | null;
};

/** What a number format makes of a number. */
type Kind = 'plain' | 'percent' | 'date' | 'elapsed' | { readonly zeros: number };

const kinds = new Map<string, Kind>();

function kindOf(format: string): Kind {
  let kind = kinds.get(format);
  if (kind === undefined) kinds.set(format, (kind = findKind(format)));
  return kind;
}

function findKind(format: string): Kind {
  // text in quotes and single characters after a backslash are shown as they are
  const bare = format.replaceAll(/"[^"]*"|[\\_*]./g, '');
  if (/\[[hms]+\]/i.test(bare)) return 'elapsed';
  if (isDate(format)) return 'date';
  if (bare.includes('%')) return 'percent';
  return /^0{2,}$/.test(format) ? { zeros: format.length } : 'plain';
}

/**
 * A cell as text: numbers with all the digits that a spreadsheet keeps, codes with the zeros that their format puts
 * before them, dates as ISO, percentages with their sign. What is shown of a number may hold fewer digits than it has.
 */
export function cellText(cell: CellObject, date1904: boolean): string | null {
  const { t: type, v: value } = cell;
  if (type === 's') return value === undefined ? null : String(value);
  if (type === 'z' || value === undefined) return cell.f === undefined ? null : uncalculated;
  if (type === 'e') return errorWords[Number(value)] ?? cell.w ?? '#ERROR';
  if (type === 'b') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return String(value);
  return Number.isFinite(value) ? formatted(value, cell.z, date1904) : uncalculated;
}

function formatted(value: number, format: unknown, date1904: boolean): string {
  if (typeof format !== 'string' || format === 'General') return digits(value);
  const kind = kindOf(format);
  if (kind === 'date') return dateText(value, date1904) ?? digits(value);
  if (kind === 'elapsed') return elapsedText(value);
  if (kind === 'percent') return `${digits(value * 100)}%`;
  if (kind === 'plain' || value < 0 || !Number.isInteger(value)) return digits(value);
  return digits(value).padStart(kind.zeros, '0');
}

/** Fifteen significant digits, as a spreadsheet keeps them; never in the notation with an exponent that ruins codes. */
function digits(value: number): string {
  const short = String(value);
  if (short.length <= 15 && !short.includes('e')) return short;
  return numberText(Number(value.toPrecision(15)));
}

const two = (part: number) => String(part).padStart(2, '0');

function dateText(serial: number, date1904: boolean): string | null {
  const parts = parseDate(serial, { date1904 });
  if (!parts) return null;
  const day = `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
  const time = `${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
  if (serial < 1 && serial >= 0) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Hours that may be more than a day has. */
function elapsedText(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const hours = Math.floor(seconds / 3600);
  const sign = days < 0 ? '-' : '';
  return `${sign}${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
