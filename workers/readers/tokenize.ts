/** How a delimited text marks its fields. */
export interface Dialect {
  /** One or more characters; '' where a record is one field. */
  readonly delimiter: string;
  /** The character around fields; null where quotes are characters like any other. */
  readonly quote: string | null;
  /** How a quote within quotes is written: twice, after a backslash, or as it is. */
  readonly escape: 'doubled' | 'backslash' | 'none';
}

/** A record as it was read. */
export interface ReadRecord {
  readonly cells: readonly string[];
  /** Where the mark that ends the record begins, and where the next record does. */
  readonly close: number;
  readonly end: number;
  /** A quote is never closed, or text follows one that is. */
  readonly broken: boolean;
  /** A quote is never closed. */
  readonly open: boolean;
  /** A quote stands behind the first character of a field that doesn't begin with one. */
  readonly inner: boolean;
}

/** The next line end from a position on, or the end of the text. */
export function lineClose(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) break;
    at += 1;
  }
  return at;
}

/** Behind the line end that stands at a position: LF, CR or CR LF. */
export function lineEnd(text: string, close: number): number {
  if (close >= text.length) return text.length;
  return close + (text[close] === '\r' && text[close + 1] === '\n' ? 2 : 1);
}

/**
 * Reads the record that starts at a position. Text after a closing quote belongs to the field, as a spreadsheet reads
 * it; a quote that is never closed is a character like any other, so it swallows no row.
 */
export function readRecord(text: string, start: number, dialect: Dialect): ReadRecord {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  let broken = false;
  let open = false;
  let inner = false;
  let at = start;
  for (;;) {
    const field = readField(text, at, dialect);
    cells.push(field.value);
    broken ||= field.broken;
    open ||= field.open;
    inner ||= quote !== null && text[at] !== quote && text.slice(at, field.end).includes(quote);
    if (delimiter === '' || !text.startsWith(delimiter, field.end)) {
      return { cells, close: field.end, end: lineEnd(text, field.end), broken, open, inner };
    }
    at = field.end + delimiter.length;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly broken: boolean;
  readonly open: boolean;
}

function readField(text: string, start: number, dialect: Dialect): Field {
  const { quote, delimiter } = dialect;
  const plain = () => {
    const end = plainEnd(text, start, delimiter);
    return { value: text.slice(start, end), end, broken: false, open: false };
  };
  if (quote === null) return plain();
  const opening = openingQuote(text, start, quote, delimiter);
  if (opening === null) return plain();
  const close = closingQuote(text, opening + 1, quote, dialect);
  if (close === null) return { ...plain(), broken: opening === start, open: opening === start };
  const end = plainEnd(text, close + 1, delimiter);
  const rest = text.slice(close + 1, end);
  const inner = unescaped(text.slice(opening + 1, close), quote, dialect.escape);
  if (/^ *$/.test(rest)) return { value: inner, end, broken: false, open: false };
  // blanks before a quote are text where the quote doesn't go around the rest
  if (opening > start) return plain();
  return { value: inner + rest, end, broken: true, open: false };
}

/** The quote that a field begins with, blanks aside; null where it doesn't. */
function openingQuote(
  text: string,
  start: number,
  quote: string,
  delimiter: string,
): number | null {
  let at = start;
  if (!delimiter.startsWith(' ')) while (text[at] === ' ') at += 1;
  return text[at] === quote ? at : null;
}

/** The end of a field without quotes: its delimiter, the line's end or the text's. */
export function plainEnd(text: string, start: number, delimiter: string): number {
  const first = delimiter.charCodeAt(0);
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
    if (code === first && (delimiter.length === 1 || text.startsWith(delimiter, at))) return at;
  }
  return at;
}

function closingQuote(text: string, from: number, quote: string, dialect: Dialect): number | null {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (dialect.escape === 'none') {
      if (isFieldEnd(text, at + 1, dialect.delimiter)) return at;
    } else if (dialect.escape === 'backslash' && isEscaped(text, at, from)) {
      continue;
    } else if (text[at + 1] === quote) {
      at += 1;
    } else {
      return at;
    }
  }
  return null;
}

/** An odd number of backslashes stands before the position. */
function isEscaped(text: string, at: number, from: number): boolean {
  let first = at;
  while (first > from && text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

export function isFieldEnd(text: string, at: number, delimiter: string): boolean {
  const next = text[at];
  if (next === undefined || next === '\n' || next === '\r') return true;
  return delimiter !== '' && text.startsWith(delimiter, at);
}

/** The characters that a quoted field stands for. */
export function unescaped(inner: string, quote: string, escape: Dialect['escape']): string {
  if (escape === 'none') return inner;
  const plain = inner.replaceAll(quote + quote, quote);
  return escape === 'backslash'
    ? plain.replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\')
    : plain;
}

/** A field as the engine reads it: quoted where it must be. */
export function quoted(cell: string, delimiter: string): string {
  const needed = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}
