import { compileScheme } from '../../src/scheme/compile';
import { smallScheme } from '../unit/scheme/document';
import type { SchemeDatabase } from './database';
import { table } from './table';

export type Part = Record<string, unknown>;

/** What a test's scheme has besides the parts of its score. */
export interface Clauses extends Part {
  /** Clauses of the score itself. */
  readonly root?: Part;
}

/** Scores a table of text under one group of parts, with all subjects in one track unless the clauses say otherwise. */
export function scoreTable(
  database: SchemeDatabase,
  text: string,
  combine: unknown,
  parts: readonly Part[],
  { root = {}, ...clauses }: Clauses = {},
): void {
  const scheme = smallScheme((small) => {
    Reflect.deleteProperty(small, 'stars');
    Reflect.deleteProperty(small, 'year');
    Reflect.deleteProperty(small, 'rewards');
    Object.assign(small, { lists: {}, subject: { track: 'none' }, ...clauses });
    Object.assign(small.score, { combine, parts, steps: [], ...root });
  });
  database.load(table(text));
  database.apply(compileScheme(scheme));
}

/** Rows as `a b c`, with ∅ for what is absent. */
export function linesOf(database: SchemeDatabase, sql: string): string[] {
  return database.ask(sql).map((row) =>
    Object.values(row)
      .map((value) => value ?? '∅')
      .join(' '),
  );
}
