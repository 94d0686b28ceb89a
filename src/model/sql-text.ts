/*
 * SQL as text: where its words, texts and statements begin and end, as DuckDB reads them. It decides nothing about what
 * may run; that is the engine's, from the statement as it is prepared.
 */

export interface SqlToken {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'parameter' | 'comment' | 'end' | 'sign';
  readonly text: string;
  /** Place in the whole text, from 0; `to` is the first place after it. */
  readonly from: number;
  readonly to: number;
}

const kinds: readonly (readonly [SqlToken['kind'], RegExp])[] = [
  ['comment', /--[^\n]*/y],
  ['text', /[eE]'(?:[^'\\]|\\[^]|'')*(?:'|$)/y],
  ['text', /'(?:[^']|'')*(?:'|$)/y],
  ['text', /(\$(?:[\p{L}_][\p{L}\d_]*)?\$)[^]*?(?:\1|$)/uy],
  ['name', /"(?:[^"]|"")*(?:"|$)/y],
  ['parameter', /\$[\p{L}\d_]+/uy],
  ['number', /\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?/iy],
  ['word', /[\p{L}_][\p{L}\d_$]*/uy],
  ['end', /;/y],
  ['sign', /(?:<=|>=|<>|!=|::|\|\||->|[^\s])/uy],
];

/** The tokens of a text, without the blanks between them; what has no end runs to the end of the text. */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < sql.length) {
    if (/\s/.test(sql.charAt(at))) {
      at += 1;
      continue;
    }
    const token = blockComment(sql, at) ?? tokenAt(sql, at);
    tokens.push(token);
    at = token.to;
  }
  return tokens;
}

function tokenAt(sql: string, from: number): SqlToken {
  for (const [kind, form] of kinds) {
    form.lastIndex = from;
    const text = form.exec(sql)?.[0];
    if (text) return { kind, text, from, to: from + text.length };
  }
  return { kind: 'sign', text: sql.charAt(from), from, to: from + 1 };
}

/** Block comments nest, which no regular expression can follow. */
function blockComment(sql: string, from: number): SqlToken | null {
  if (!sql.startsWith('/*', from)) return null;
  const marks = /\/\*|\*\//g;
  marks.lastIndex = from;
  let depth = 0;
  let to = sql.length;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth > 0) continue;
    to = marks.lastIndex;
    break;
  }
  return { kind: 'comment', text: sql.slice(from, to), from, to };
}

/** One statement within a text of several. */
export interface SqlStatement {
  readonly sql: string;
  readonly from: number;
  readonly to: number;
}

/** The statements of a text, each without the semicolon that ends it; comments belong to the one that follows. */
export function sqlStatements(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let first: SqlToken | null = null;
  let last: SqlToken | null = null;
  let hasWords = false;
  const close = () => {
    if (first && last && hasWords)
      statements.push({ sql: sql.slice(first.from, last.to), from: first.from, to: last.to });
    [first, last, hasWords] = [null, null, false];
  };
  for (const token of sqlTokens(sql)) {
    if (token.kind === 'end') {
      close();
      continue;
    }
    first ??= token;
    // a comment after the last word of a statement is no part of it
    if (token.kind !== 'comment' || !hasWords) last = token;
    hasWords ||= token.kind !== 'comment';
  }
  close();
  return statements;
}

/** The statement that a place stands in or right after, else the one that follows; null in a text without any. */
export function sqlStatementAt(sql: string, place: number): SqlStatement | null {
  const statements = sqlStatements(sql);
  const after = statements.findIndex(({ to }) => endOf(sql, to) >= place);
  return statements[after] ?? statements.at(-1) ?? null;
}

/** A place on the line where a statement ends, or at its semicolon, still belongs to it. */
function endOf(sql: string, to: number): number {
  const semicolon = /^[^\S\n]*;/.exec(sql.slice(to))?.[0].length ?? 0;
  const line = /^[^\S\n]*(?=\n|$)/.exec(sql.slice(to + semicolon))?.[0].length ?? 0;
  return to + semicolon + line;
}

/** What a name stands for without its quotes; a bare one as it is. */
export function bareName(token: SqlToken): string {
  return token.kind === 'name' ? token.text.slice(1, -1).replaceAll('""', '"') : token.text;
}

/** The names of the `$parameters` of a text, in order, each once. */
export function sqlParameters(sql: string): string[] {
  const found = sqlTokens(sql).filter(({ kind }) => kind === 'parameter');
  return [...new Set(found.map(({ text }) => text.slice(1)))];
}
