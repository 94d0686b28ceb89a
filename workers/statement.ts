import { Fault } from '../src/model/answer';
import type { ParameterValue } from '../src/engine/protocol';
import { bareName, sqlTokens, type SqlToken } from '../src/model/sql-text';
import { scratch } from '../src/model/view';
import { lit } from '../src/sql/sql';

/** A statement with its parameters filled in, and the way back to the text as it was written. */
export interface FilledStatement {
  readonly sql: string;
  /** The place in the written text that a place in `sql` comes from. */
  readonly written: (place: number) => number;
}

/**
 * Puts values in the place of `$parameters`, as literals.
 * @throws Fault `query_parameter` for one without a value
 */
export function fillIn(
  sql: string,
  values: Readonly<Record<string, ParameterValue>>,
): FilledStatement {
  let filled = '';
  let taken = 0;
  const shifts: { from: number; to: number; written: number }[] = [];
  for (const { from, to, text } of sqlTokens(sql).filter(({ kind }) => kind === 'parameter')) {
    const name = text.slice(1);
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Fault('query_parameter', { name }, sql);
    filled += sql.slice(taken, from);
    const start = filled.length;
    // in parentheses: a negative number after a minus would begin a comment
    filled += `(${lit(value).text})`;
    shifts.push({ from: start, to: filled.length, written: from });
    taken = to;
  }
  const written = (place: number) => {
    let before = 0;
    for (const { from, to, written: at } of shifts) {
      if (place < from) break;
      if (place < to) return at;
      before = to - (at + parameterLength(sql, at));
    }
    return place - before;
  };
  return { sql: filled + sql.slice(taken), written };
}

function parameterLength(sql: string, at: number): number {
  return sqlTokens(sql.slice(at))[0]?.text.length ?? 0;
}

/** A change of the scratch schema, read from a statement. */
export type ScratchStatement =
  | {
      readonly act: 'create';
      readonly kind: 'TABLE' | 'VIEW';
      readonly replace: boolean;
      readonly name: string;
      /** The text of the SELECT. */
      readonly select: string;
      /** Where it begins in the statement. */
      readonly from: number;
    }
  | {
      readonly act: 'drop';
      readonly kind: 'TABLE' | 'VIEW';
      readonly ifExists: boolean;
      readonly name: string;
    };

/**
 * The change of the scratch schema that a statement asks for; null where it begins like none.
 *
 * Only its head is read here: what is run is put together anew from the name and the SELECT, and the engine itself
 * proves that the rest is one SELECT.
 * @throws Fault `query_read_only` where it would change anything else
 */
export function scratchStatement(sql: string): ScratchStatement | null {
  const words = sqlTokens(sql).filter(({ kind }) => kind !== 'comment');
  const head = new Head(words);
  const verb = head.word('CREATE') ?? head.word('DROP');
  if (verb === null) return null;
  const refused = () => new Fault('query_read_only', {}, sql);
  const replace = verb === 'CREATE' && head.words('OR', 'REPLACE');
  const kind = head.word('TABLE') ?? head.word('VIEW');
  if (kind === null) throw refused();
  const ifExists = verb === 'DROP' && head.words('IF', 'EXISTS');
  const schema = head.name();
  const dot = head.sign('.');
  const name = head.name();
  if (schema?.toLowerCase() !== scratch || !dot || name === null || name === '') throw refused();
  if (verb === 'DROP') {
    if (!head.done) throw refused();
    return { act: 'drop', kind, ifExists, name };
  }
  if (head.word('AS') === null || head.done) throw refused();
  return { act: 'create', kind, replace, name, select: sql.slice(head.from), from: head.from };
}

/** Takes tokens one after the other, as long as they are those expected. */
class Head {
  #at = 0;
  readonly #tokens: readonly SqlToken[];

  constructor(tokens: readonly SqlToken[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#tokens.slice(this.#at).every(({ kind }) => kind === 'end');
  }

  /** Where the next token begins. */
  get from(): number {
    return this.#tokens[this.#at]?.from ?? 0;
  }

  word<Word extends string>(expected: Word): Word | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text.toUpperCase() !== expected) return null;
    this.#at += 1;
    return expected;
  }

  /** All of them, or none. */
  words(...expected: readonly string[]): boolean {
    const start = this.#at;
    if (expected.every((word) => this.word(word) !== null)) return true;
    this.#at = start;
    return false;
  }

  name(): string | null {
    const token = this.#tokens[this.#at];
    if (!token || (token.kind !== 'word' && token.kind !== 'name')) return null;
    this.#at += 1;
    return bareName(token);
  }

  sign(expected: string): boolean {
    if (this.#tokens[this.#at]?.text !== expected) return false;
    this.#at += 1;
    return true;
  }
}
