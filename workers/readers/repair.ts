import { ColumnProfiles } from './column-profiles';
import { mendHeader } from './mend-header';
import { outline, Quotes, readLine, widthAround, type OutlinedRecord } from './outline';
import { readUnder, realign, type Realigned } from './realign';
import type { Repair } from './records';
import { lineClose, lineEnd, quoted, readRecord, type Dialect } from './tokenize';

/** A text as the engine reads it: fields in double quotes where they need them. */
export interface Repaired {
  /** The text in parts; null where it may stay as it is. */
  readonly parts: readonly string[] | null;
  /** Every record that was put right, in order. */
  readonly repaired: readonly Repair[];
}

/**
 * Writes a text anew where the engine would not read it as it is: in another dialect, with quotes out of place, or with
 * records that one delimiter too many or too few, a stray quote or another delimiter has put out of line. A record is
 * put right only where its neighbours tell how; the others stay. None is lost, and all keep their numbers.
 * @param delimiter the delimiter to write
 */
export function repair(text: string, dialect: Dialect, delimiter: string): Repaired {
  return new Writer(text, dialect, delimiter).write();
}

/** Records that are tried at most: a file with more is of another kind than was thought. */
const mostTried = 5000;

/** Lines that a quoted field of a broken record may go on for. */
const mostLines = 8;

/** A record as it is to be written, and where its last character is. */
interface Mended extends Realigned {
  readonly close: number;
}

class Writer {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #delimiter: string;
  readonly #records: OutlinedRecord[];
  readonly #profiles: ColumnProfiles;
  /** Index of the first filled record. */
  readonly #first: number;
  /** The engine reads sound records as they are. */
  readonly #asIs: boolean;
  #tried = 0;

  constructor(text: string, dialect: Dialect, delimiter: string) {
    this.#text = text;
    this.#dialect = dialect;
    this.#delimiter = delimiter;
    this.#records = outline(text, dialect);
    this.#profiles = new ColumnProfiles(text, dialect, [...this.#records]);
    this.#first = this.#records.findIndex(({ width }) => width > 0);
    const isPlain = dialect.quote === '"' && dialect.escape === 'doubled';
    this.#asIs = dialect.delimiter === delimiter && isPlain;
  }

  write(): Repaired {
    const parts: string[] = [];
    const repaired: Repair[] = [];
    let copied = 0;
    for (let index = 0; index < this.#records.length; index += 1) {
      const record = this.#records[index];
      if (!record || record.width === 0) continue;
      const mended = this.#mended(record, index);
      if (mended) repaired.push({ record: index + 1, field: mended.field, kind: mended.kind });
      // quotes within a field are characters to us, but not always to the engine
      else if (this.#asIs && record.quotes === Quotes.Sound) continue;
      const { cells, close } = mended ?? readRecord(this.#text, record.start, this.#dialect);
      parts.push(this.#text.slice(copied, record.start), this.#line(cells));
      copied = close;
      this.#goOnBehind(index, close);
    }
    return { parts: parts.length === 0 ? null : [...parts, this.#text.slice(copied)], repaired };
  }

  /** A record may end elsewhere than it seemed to: those behind it are what comes behind its end. */
  #goOnBehind(index: number, close: number): void {
    const end = lineEnd(this.#text, close);
    let next = index + 1;
    while ((this.#records[next]?.start ?? Infinity) < end) next += 1;
    const start = this.#records[next]?.start ?? this.#text.length;
    if (next === index + 1 && start === end) return;
    const between = outline(this.#text, this.#dialect, end, start);
    this.#records.splice(index + 1, next - index - 1, ...between);
  }

  #line(cells: readonly string[]): string {
    // a line of nothing would be a blank one
    if (cells.length === 1 && cells[0] === '') return '""';
    return cells.map((cell) => quoted(cell, this.#delimiter)).join(this.#delimiter);
  }

  #mended({ start, width, quotes }: OutlinedRecord, index: number): Mended | null {
    const isLikeNeighbours =
      width === this.#records[index - 1]?.width && width === this.#records[index + 1]?.width;
    if (quotes === Quotes.Sound && isLikeNeighbours) return null;
    const usual = widthAround(this.#records, index);
    if (quotes === Quotes.Sound && (usual === null || usual === width)) return null;
    this.#tried += 1;
    const isTried = this.#tried <= mostTried && usual !== null && usual > 1;
    const found = isTried ? this.#realigned(start, index, usual) : null;
    return found ?? (quotes === Quotes.Broken ? this.#asSpreadsheet(start, usual) : null);
  }

  #realigned(start: number, index: number, usual: number): Mended | null {
    const columns = this.#profiles.of(usual);
    const whole = readRecord(this.#text, start, this.#dialect);
    const line = this.#text.slice(start, lineClose(this.#text, start));
    let close = start + line.length;
    for (let lines = 0; columns && lines < mostLines; lines += 1) {
      const found = realign(this.#text.slice(start, close), this.#dialect, columns);
      if (found) return { ...found, close };
      if (close >= whole.close) break;
      close = lineClose(this.#text, lineEnd(this.#text, close));
    }
    const other = columns && readUnder(line, this.#dialect, columns);
    if (other) return { ...other, close: start + line.length };
    if (index !== this.#first) return null;
    const next = this.#records[index + 1];
    const below = next ? readRecord(this.#text, next.start, this.#dialect).cells : [];
    const header = mendHeader(line, this.#dialect, usual, columns, below);
    return header && { ...header, close: start + line.length };
  }

  /** What a spreadsheet makes of a broken quote: text behind a closing quote belongs to the field. */
  #asSpreadsheet(start: number, usual: number | null): Mended {
    const whole = readRecord(this.#text, start, this.#dialect);
    const line = readLine(this.#text, start, this.#dialect);
    // over several lines only where that is what the neighbours have
    const isWhole = whole.cells.length === usual && line.cells.length !== usual;
    const { cells, close } = isWhole ? whole : line;
    const { quote } = this.#dialect;
    const at = cells.findIndex((cell) => quote !== null && cell.includes(quote));
    return { cells, close, kind: 'quote', field: Math.max(0, at) + 1 };
  }
}
