import { cellKind, type CellKind } from './cell-kind';
import { lineClose, lineEnd, readRecord, type Dialect } from './tokenize';

/** What a text without any delimiter is taken for. */
const plain: Dialect = { delimiter: ',', quote: '"', escape: 'doubled' };

/** Every line, or quoted text over several, is a record of one field. */
const single: Dialect = { ...plain, delimiter: '' };

/** From the plainest to the strangest: of equal scores the first wins. */
const delimiters = [
  ...[',', '\t', ';', '|', ', ', '\t\t', '\\t', '^', '~'],
  ...[' ', ':', '，', '；', '、'],
] as const;

/** Marks that stand in running text too: they need more evidence. */
const weak = new Set<string>([' ', ':', '，', '；', '、']);

/** Most records of a piece that are looked at. */
const mostRecords = 3000;

/**
 * Finds the dialect of a text from pieces that begin at records. Each candidate is judged by how well the records agree
 * on a number of fields and by how many cells look like something: a number, a date, a code, a word. A text that no
 * delimiter makes better is one column.
 */
export function findDialect(pieces: readonly string[]): Dialect {
  const lines = judge(pieces, single);
  let best = { dialect: single, score: lines.known * oneColumn };
  const isSpaced = !pieces.some((piece) => /,\S/.test(piece));
  for (const delimiter of delimiters) {
    if (!pieces.some((piece) => piece.includes(delimiter))) continue;
    if (delimiter === '\t' && onlyPairs(pieces)) continue;
    for (const dialect of readings(pieces, delimiter)) {
      const judged = judge(pieces, dialect);
      if (weak.has(delimiter) && !isStrong(judged, lines)) continue;
      if (delimiter.startsWith(',') && isSpaced && judged.usual < mostlyAlike) continue;
      const score = judged.agreement * judged.known;
      if (score > best.score * 1.001) best = { dialect, score };
    }
  }
  return best.dialect === single && judge(pieces, plain).widest <= 1 ? plain : best.dialect;
}

/** What a reading as a single column is worth beside one of several that agrees throughout. */
const oneColumn = 0.12;

/** Share of records of one width without which commas that all have a blank behind them are those of prose. */
const mostlyAlike = 0.7;

interface Judged {
  /** From 0 to 1: records in runs of equal width, more for wider ones. */
  readonly agreement: number;
  /** Share of the cells whose kind is known. */
  readonly known: number;
  /** Share of the records with a quote out of place. */
  readonly broken: number;
  /** Share of the records that have the commonest width. */
  readonly usual: number;
  /** Share of the records with a column of figures, dates or times. */
  readonly figures: number;
  readonly widest: number;
}

/** Every tab is followed or preceded by another. */
function onlyPairs(pieces: readonly string[]): boolean {
  const runs = pieces.flatMap((piece) => piece.match(/\t+/g) ?? []);
  return runs.length > 0 && runs.every((run) => run.length === 2);
}

/** The ways of quoting that the text may have under a delimiter. */
function readings(pieces: readonly string[], delimiter: string): Dialect[] {
  const found: Dialect[] = [{ delimiter, quote: '"', escape: 'doubled' }];
  const has = (part: string) => pieces.some((piece) => piece.includes(part));
  for (const quote of ['"', "'"]) {
    if (!opens(pieces, delimiter, quote)) continue;
    if (quote === "'") found.push({ delimiter, quote, escape: 'doubled' });
    if (has(`\\${quote}`)) found.push({ delimiter, quote, escape: 'backslash' });
    const doubled = { delimiter, quote, escape: 'doubled' } as const;
    if (has(quote) && judge(pieces, doubled).broken > fewBroken)
      found.push({ ...doubled, escape: 'none' });
  }
  const [first] = found;
  if (first && has('"') && judge(pieces, first).broken > fewBroken)
    found.push({ delimiter, quote: null, escape: 'none' });
  return found;
}

/** Share of the records with a broken quote up to which that is an accident. */
const fewBroken = 0.04;

/** Some field begins and some field ends with the quote. */
function opens(pieces: readonly string[], delimiter: string, quote: string): boolean {
  return pieces.some(
    (piece) =>
      (piece.startsWith(quote) ||
        piece.includes(delimiter + quote) ||
        piece.includes(`\n${quote}`) ||
        piece.includes(`\r${quote}`)) &&
      (piece.endsWith(quote) ||
        piece.includes(quote + delimiter) ||
        piece.includes(`${quote}\n`) ||
        piece.includes(`${quote}\r`)),
  );
}

function isStrong(judged: Judged, lines: Judged): boolean {
  return judged.usual >= 0.95 && judged.figures >= 0.5 && lines.known < 0.9;
}

function judge(pieces: readonly string[], dialect: Dialect): Judged {
  const widths: number[] = [];
  let cells = 0;
  let known = 0;
  let figured = 0;
  let broken = 0;
  for (const piece of pieces) {
    for (const record of records(piece, dialect)) {
      widths.push(record.cells.length);
      if (record.broken) broken += 1;
      let figures = 0;
      for (const cell of record.cells) {
        const kind = cellKind(cell);
        known += worth(cell, kind, dialect);
        if (kind === 'number' || kind === 'date' || kind === 'time') figures += 1;
      }
      cells += record.cells.length;
      if (figures > 0 && record.cells.length > 1) figured += 1;
    }
  }
  const total = Math.max(1, widths.length);
  // a few broken quotes are an accident; many are the wrong way to read them
  const share = broken > 1 ? broken / total : 0;
  const sound = 1 - Math.min(0.9, 2 * share);
  return {
    agreement: agreement(widths) * sound,
    known: known / Math.max(1, cells),
    broken: share,
    usual: commonest(widths) / total,
    figures: figured / total,
    widest: widths.reduce((most, width) => Math.max(most, width), 0),
  };
}

/** The filled records of a piece. A broken one is read line by line, so that a stray quote hides no others. */
function* records(
  piece: string,
  dialect: Dialect,
): Generator<{ cells: readonly string[]; broken: boolean }> {
  let at = 0;
  for (let count = 0; at < piece.length && count < mostRecords;) {
    const close = lineClose(piece, at);
    if (close === at) {
      at = lineEnd(piece, close);
      continue;
    }
    const read = readRecord(piece, at, dialect);
    const line = read.broken && read.close > close;
    yield line ? { ...readRecord(piece.slice(at, close), 0, dialect), broken: true } : read;
    at = line ? lineEnd(piece, close) : read.end;
    count += 1;
  }
}

/** How sure a cell is to be one: a wrong delimiter leaves pieces of quoted text, and other delimiters within. */
function worth(cell: string, kind: CellKind, { delimiter }: Dialect): number {
  if (delimiter === '' && unspaced.test(cell)) return 0.3;
  if (kind !== 'text' && kind !== 'phrase') return cell.startsWith(' ') ? 0.9 : 1;
  if (kind === 'phrase') return cell.startsWith(' ') ? 0.7 : 0.9;
  if (/^["']|["']$/.test(cell)) return 0.1;
  return unspaced.test(cell) ? 0.3 : 0.6;
}

/** A delimiter that is none of running text, where a comma has a blank behind it. */
const unspaced = /[\t|;]|,(?=\S)|,$/;

function agreement(widths: readonly number[]): number {
  const { length } = widths;
  const only = widths[0] ?? 0;
  if (length === 1) return Math.max(0, (only - 1) / only);
  const counts = new Map<number, { records: number; repeated: number }>();
  widths.forEach((width, index) => {
    const count = counts.get(width) ?? { records: 0, repeated: 0 };
    const repeats = widths[index - 1] === width ? 1 : 0;
    counts.set(width, { records: count.records + 1, repeated: count.repeated + repeats });
  });
  let score = 0;
  let several = 0;
  for (const [width, { records: count, repeated }] of counts) {
    score +=
      (count / length) *
      (repeated / Math.max(1, count - 1)) *
      ((width - 1) / width) *
      (count > 1 ? 1 : 0);
    if (width > 1) several += count;
  }
  return Math.max(score, (0.1 * several) / length);
}

function commonest(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
