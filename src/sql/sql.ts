/** A piece of SQL. Only the functions of this module make one, so text from outside never becomes SQL by itself. */
export class Sql {
  /**
   * @param text the statement, or a part of one
   * @param verbatim a name or literal within runs over lines, so that indenting the text would change its meaning
   */
  constructor(
    readonly text: string,
    readonly verbatim = false,
  ) {}

  toString(): string {
    return this.text;
  }
}

/**
 * Puts SQL together: sql`SELECT ${id('村名')} FROM ${id('raw', 't1')}`.
 * Only Sql may be put in. A piece of several lines keeps the indentation of the place it is put in, and the common
 * indentation of the template is taken off, so that what is built reads as if it had been typed.
 */
export function sql(strings: TemplateStringsArray, ...values: Sql[]): Sql {
  const template = dedent(strings);
  let text = template[0] ?? '';
  values.forEach((value, index) => {
    const indent = /(?:^|\n)([ ]*)[^\n]*$/.exec(text)?.[1] ?? '';
    const piece = value.verbatim ? value.text : value.text.replaceAll('\n', `\n${indent}`);
    text += piece + (template[index + 1] ?? '');
  });
  return new Sql(
    text.trim(),
    values.some((value) => value.verbatim),
  );
}

function dedent(strings: TemplateStringsArray): string[] {
  const lines = strings.raw.join('\0').split('\n').slice(1);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/[^ ]/));
  const common = indents.length ? Math.min(...indents) : 0;
  return strings.raw.map((part) => part.replaceAll(new RegExp(`\n {0,${common}}`, 'g'), '\n'));
}

/** A quoted identifier; several parts make a qualified name. */
export function id(...parts: string[]): Sql {
  return quoted(parts.map(quoteName).join('.'));
}

function quoteName(name: string): string {
  if (name.includes('\0')) throw new RangeError('an identifier cannot hold a NUL');
  return `"${name.replaceAll('"', '""')}"`;
}

/** Text in quotes: what stands within them is kept to the letter. */
function quoted(text: string): Sql {
  return new Sql(text, text.includes('\n'));
}

export type Value = string | number | bigint | boolean | null;

/** A literal. Numbers must be finite; a fraction is written in decimal, never as a binary one. */
export function lit(value: Value): Sql {
  if (value === null) return new Sql('NULL');
  if (typeof value === 'boolean') return new Sql(value ? 'TRUE' : 'FALSE');
  if (typeof value === 'string') return quoted(`'${noNul(value).replaceAll("'", "''")}'`);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`a literal must be finite, not ${value}`);
  }
  return new Sql(typeof value === 'number' ? decimalText(value) : String(value));
}

/** All digits of a number: an exponent would make a binary fraction of it. */
function decimalText(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(mantissa) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

function noNul(text: string): string {
  if (text.includes('\0')) throw new RangeError('a text literal cannot hold a NUL');
  return text;
}

/** Pieces with a separator between them. A separator with a line break puts each piece on a line of its own. */
export function join(pieces: readonly Sql[], separator = ', '): Sql {
  const text = pieces.map((piece) => piece.text).join(separator);
  return new Sql(
    text,
    pieces.some((piece) => piece.verbatim),
  );
}

/** Whether a column is one of some values; of none it is never, as `IN ()` is no SQL. */
export function isAmong(column: Sql, values: readonly Value[]): Sql {
  return values.length === 0 ? sql`FALSE` : sql`${column} IN (${join(values.map(lit))})`;
}

/** A comment line: says which clause of a document a statement comes from. */
export function note(text: string): Sql {
  return new Sql(`-- ${text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')}`);
}

/** Rows as a derived table: `VALUES (…), (…)` with named columns; an empty list is a table without rows. */
export function rows(columns: readonly string[], values: readonly (readonly Value[])[]): Sql {
  const names = join(columns.map((column) => id(column)));
  if (values.length === 0) {
    const empty = join(columns.map((column) => sql`NULL AS ${id(column)}`));
    return sql`(SELECT ${empty} WHERE FALSE)`;
  }
  const tuples = values.map((row) => sql`(${join(row.map(lit))})`);
  return sql`(VALUES ${join(tuples, ',\n  ')}) AS given(${names})`;
}
