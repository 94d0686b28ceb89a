import type { Source } from './sources';

/** A spoiled file and what it says. */
export interface Case {
  /** What was done to the file. */
  readonly kind: string;
  readonly name: string;
  readonly polluted: string;
  readonly clean: readonly (readonly string[])[];
}

/** A row as it is written: its fields and the delimiters between them. */
interface Line {
  readonly fields: readonly string[];
  readonly delimiters: readonly string[];
}

/** Spoils a table in every way; of the ways that hit single cells every `step`th row and column. */
export function pollute(source: Source, step: number): Case[] {
  return [...wholeFile(source), ...layouts(source), ...dialects(source), ...cells(source, step)];
}

const eol = '\r\n';

function lineOf(source: Source, row: readonly string[], delimiter = ','): Line {
  return { fields: row.map(source.field), delimiters: row.slice(1).map(() => delimiter) };
}

function written({ fields, delimiters }: Line): string {
  return fields.map((field, index) => field + (delimiters[index] ?? '')).join('');
}

function text(source: Source, rows: readonly (readonly string[])[], end = eol): string {
  return rows.map((row) => written(lineOf(source, row)) + end).join('');
}

function wholeFile(source: Source): Case[] {
  const { header, rows } = source;
  const all = [header, ...rows];
  const whole = text(source, all);
  const first = rows.slice(0, 1);
  const made = (kind: string, polluted: string, clean: readonly (readonly string[])[]): Case => ({
    kind,
    name: `${source.name}_${kind}.csv`,
    polluted,
    clean,
  });
  const copies = Array.from({ length: 40 }, (_, copy) => copy);
  const wide = all.map((row, at) =>
    copies.flatMap((copy) => row.map((cell) => (at === 0 ? `${cell} ${copy + 1}` : cell))),
  );
  const narrow = all.map((row) => row.slice(0, 1));
  const long = [header, ...Array.from({ length: 40 }, () => rows).flat()];
  return [
    made('source', whole, all),
    made('no_payload', '', []),
    made('no_trailing_newline', whole.slice(0, -2), all),
    made('double_trailing_newline', whole + eol, all),
    made('no_header', text(source, rows), rows),
    made('header_only', text(source, [header]), [header]),
    made('one_data_row', text(source, [header, ...first]), [header, ...first]),
    made('wide', text(source, wide), wide),
    made('long', text(source, long), long),
    made('one_column', text(source, narrow), narrow),
    made('record_delimiter_lf', text(source, all, '\n'), all),
    made('record_delimiter_cr', text(source, all, '\r'), all),
  ];
}

/** What stands around the table, and a header of several rows. */
function layouts(source: Source): Case[] {
  const { header, rows } = source;
  const all = [header, ...rows];
  const whole = text(source, all);
  const blanks = header.map(() => '');
  const padded = (label: string) => [label, ...blanks.slice(1)].join(',') + eol;
  const made = (kind: string, polluted: string, names = header): Case => ({
    kind,
    name: `${source.name}_${kind}.csv`,
    polluted,
    clean: [names, ...rows],
  });
  const repeated = (times: number) => header.map((name) => Array(times).fill(name).join(' '));
  const other = (width: number) =>
    text(
      source,
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((row) =>
        Array.from({ length: width }, (_, column) =>
          row === 0 ? `Item ${column + 1}` : String(row * 100 + column),
        ),
      ),
    );
  return [
    made('header_multirow_2', text(source, [header, ...all]), repeated(2)),
    made('header_multirow_3', text(source, [header, header, ...all]), repeated(3)),
    made('preamble', `PREAMBLE${eol}`.repeat(3) + whole),
    made('preamble_delimited', padded('PREAMBLE').repeat(3) + whole),
    made('preamble_empty_row', `PREAMBLE${eol}`.repeat(3) + eol + whole),
    made('preamble_delimited_empty_row', padded('PREAMBLE').repeat(3) + padded('') + whole),
    made('footnote', whole + `FOOTNOTE${eol}`.repeat(3)),
    made('footnote_delimited_empty_row', whole + padded('') + padded('FOOTNOTE').repeat(3)),
    made('multitable_less', whole + other(header.length - 2)),
    made('multitable_same', whole + other(header.length)),
    made('multitable_more', whole + other(header.length + 3)),
  ];
}

/** Other delimiters, quotes and escapes. */
function dialects(source: Source): Case[] {
  const clean = [source.header, ...source.rows];
  const made = (kind: string, field: (cell: string) => string, delimiter: string): Case => ({
    kind,
    name: `${source.name}_${kind}.csv`,
    polluted: clean.map((row) => row.map(field).join(delimiter) + eol).join(''),
    clean,
  });
  const needing = (delimiter: string) => (cell: string) =>
    cell.includes(delimiter) || source.field(cell).startsWith('"')
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  const wrapped = (quote: string, escape: string) => (cell: string) =>
    source.field(cell).startsWith('"')
      ? quote + cell.replaceAll(quote, escape + quote) + quote
      : cell;
  return [
    made('field_delimiter_tab', needing('\t'), '\t'),
    made('field_delimiter_semicolon', needing(';'), ';'),
    made('field_delimiter_blank', needing(' '), ' '),
    made('field_delimiter_comma_blank', needing(','), ', '),
    made('field_delimiter_pipe', needing('|'), '|'),
    made('quotation_char_single', wrapped("'", "'"), ','),
    made('escape_char_backslash', wrapped('"', '\\'), ','),
    made('escape_char_none', wrapped('"', ''), ','),
  ];
}

/** One thing wrong in one row. */
function cells(source: Source, step: number): Case[] {
  const clean = [source.header, ...source.rows];
  const lines = clean.map((row) => lineOf(source, row));
  const cases: Case[] = [];
  const add = (kind: string, row: number, column: number, line: string) => {
    const polluted = lines.map((each, at) => (at === row ? line : written(each)) + eol).join('');
    cases.push({ kind, name: `${source.name}_${kind}_${row}_${column}.csv`, polluted, clean });
  };
  lines.forEach((line, row) => {
    const { fields, delimiters } = line;
    fields.forEach((field, column) => {
      if ((row * fields.length + column) % step !== 0) return;
      const before = fields.slice(0, column);
      add(
        'more_sep',
        row,
        column,
        written({
          fields: [...before, '', ...fields.slice(column)],
          delimiters: [...delimiters, ','],
        }),
      );
      if (column > 0)
        add(
          'less_sep',
          row,
          column,
          written({ fields, delimiters: delimiters.with(column - 1, '') }),
        );
      const marked = field.startsWith('"') ? `""${field.slice(1)}` : `"${field}`;
      add('extra_quote', row, column, written({ fields: fields.with(column, marked), delimiters }));
    });
    if (row % Math.ceil(step / fields.length) !== 0) return;
    // a field with blanks in it is quoted, or nothing could tell where it ends
    const blank = (clean[row] ?? []).map((cell) =>
      cell.includes(' ') || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell,
    );
    add('row_delimiter_blank', row, 0, blank.join(' '));
  });
  return cases;
}
