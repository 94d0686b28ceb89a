/**
 * A text with broken quotes, written anew so that every field is quoted properly and no character is lost.
 *
 * Text after a closing quote belongs to the field, as a spreadsheet reads it ("三星"村 is 三星村). A quote that is never
 * closed is a character like any other, so it swallows no row. Records keep their numbers.
 */
export function repairQuotes(text: string, delimiter: string): string {
  const fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = readField(text, at, delimiter);
    const mark = /^(?:\r\n|[\r\n])/.exec(text.slice(end, end + 2))?.[0] ?? text.slice(end, end + 1);
    fields.push(value === '' ? '' : `"${value.replaceAll('"', '""')}"`, mark);
    at = end + Math.max(1, mark.length);
  }
  return fields.join('');
}

/** A field from its first character to the delimiter, line end or end of the text behind it. */
function readField(text: string, start: number, delimiter: string): { value: string; end: number } {
  const plainEnd = (from: number) => {
    let end = from;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
      end += 1;
    return end;
  };
  if (text[start] === '"') {
    const close = closingQuote(text, start + 1);
    if (close !== null) {
      const end = plainEnd(close + 1);
      const quoted = text.slice(start + 1, close).replaceAll('""', '"');
      return { value: quoted + text.slice(close + 1, end), end };
    }
  }
  const end = plainEnd(start);
  return { value: text.slice(start, end), end };
}

/** The next quote that is not doubled; null where there is none. */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return null;
}
