import { columnFamily } from '../model/column-type';
import { bareName, sqlTokens, type SqlToken } from '../model/sql-text';
import type { Relation } from '../engine/protocol';

/** How a statement uses a parameter, which says how it is filled in. */
export interface ParameterUse {
  readonly name: string;
  /** The column that it is compared with, where the statement shows one. */
  readonly column: { readonly relation: string; readonly name: string } | null;
  readonly kind: 'number' | 'text';
}

/** The parameters of a statement, each by its first telling use. */
export function parameterUses(sql: string, relations: readonly Relation[]): ParameterUse[] {
  const tokens = sqlTokens(sql).filter(({ kind }) => kind !== 'comment');
  const named = namedRelations(tokens, relations);
  const uses = new Map<string, ParameterUse>();
  tokens.forEach((token, index) => {
    if (token.kind !== 'parameter') return;
    const name = token.text.slice(1);
    const use = useAt(tokens, index, name, named);
    const known = uses.get(name);
    if (!known || (!known.column && use.column)) uses.set(name, use);
  });
  return [...uses.values()];
}

/** The relations that a statement names. */
export function namedRelations(
  tokens: readonly SqlToken[],
  relations: readonly Relation[],
): Relation[] {
  const names = new Set<string>();
  tokens.forEach((token, index) => {
    const [dot, name] = [tokens[index + 1], tokens[index + 2]];
    if (dot?.text === '.' && name) names.add(`${bareName(token)}.${bareName(name)}`.toLowerCase());
  });
  return relations.filter(({ name }) => names.has(name.toLowerCase()));
}

function useAt(
  tokens: readonly SqlToken[],
  index: number,
  name: string,
  relations: readonly Relation[],
): ParameterUse {
  const before = tokens[index - 1]?.text.toUpperCase() ?? '';
  if (before === 'LIMIT' || before === 'OFFSET') return { name, column: null, kind: 'number' };
  const compared = comparedBefore(tokens, index) ?? comparedAfter(tokens, index);
  for (const relation of compared === null ? [] : relations) {
    const column = relation.columns.find((one) => one.name.toLowerCase() === compared);
    if (!column) continue;
    const kind = columnFamily(column.type) === 'number' ? 'number' : 'text';
    return { name, column: { relation: relation.name, name: column.name }, kind };
  }
  return { name, column: null, kind: /^(year|limit|top|n|count)$/i.test(name) ? 'number' : 'text' };
}

const comparison = /^(=|<|>|<=|>=|<>|!=|LIKE|ILIKE|IN|BETWEEN)$/i;

/** The column left of a comparison that a parameter stands right of, also within a list or a range. */
function comparedBefore(tokens: readonly SqlToken[], index: number): string | null {
  let at = index - 1;
  while (/^[(,$]|^AND$/i.test(tokens[at]?.text ?? '') || isValue(tokens[at])) at -= 1;
  if (!comparison.test(tokens[at]?.text ?? '')) return null;
  if (/^NOT$/i.test(tokens[at - 1]?.text ?? '')) at -= 1;
  return columnName(tokens[at - 1]);
}

function comparedAfter(tokens: readonly SqlToken[], index: number): string | null {
  if (!comparison.test(tokens[index + 1]?.text ?? '')) return null;
  const first = tokens[index + 2];
  return columnName(tokens[index + 3]?.text === '.' ? tokens[index + 4] : first);
}

function isValue(token: SqlToken | undefined): boolean {
  return token?.kind === 'text' || token?.kind === 'number' || token?.kind === 'parameter';
}

function columnName(token: SqlToken | undefined): string | null {
  return token && (token.kind === 'word' || token.kind === 'name')
    ? bareName(token).toLowerCase()
    : null;
}
