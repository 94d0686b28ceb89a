import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { keywordCompletionSource, schemaCompletionSource } from '@codemirror/lang-sql';
import { bareName, sqlStatementAt, sqlTokens, type SqlToken } from '../../model/sql-text';
import { duckdb } from './dialect';

export interface Relation {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** What the editor knows of the data, asked anew each time, because it changes. */
export interface Knowledge {
  readonly relations: () => readonly Relation[];
  readonly functions: () => readonly {
    readonly name: string;
    readonly parameters: string;
    readonly description: string | null;
  }[];
  readonly values: (relation: string, column: string) => Promise<readonly string[]>;
  /** What a relation or a column is, in a sentence; null where nothing is known. */
  readonly aboutRelation: (name: string) => string | null;
  readonly aboutColumn: (name: string) => string | null;
}

type Source = (
  context: CompletionContext,
) => CompletionResult | null | Promise<CompletionResult | null>;

/** Completion of schemas, relations, columns, functions, values and keywords. */
export function completionSources(knowledge: Knowledge): Source[] {
  const keywords = keywordCompletionSource(duckdb, true);
  return [
    (context) => valueSource(context, knowledge),
    (context) => (inText(context) ? null : relationSource(context, knowledge)),
    (context) => (inText(context) ? null : nameSource(context, knowledge)),
    (context) => (inText(context) ? null : keywords(context)),
  ];
}

/** `schema.` and `alias.`, by the library, which follows aliases and quotes names where needed. */
function relationSource(context: CompletionContext, { relations, aboutRelation }: Knowledge) {
  const schema: Record<string, Record<string, { self: Completion; children: Completion[] }>> = {};
  for (const { name, columns } of relations()) {
    const [first = '', ...rest] = name.split('.');
    const about = aboutRelation(name);
    (schema[first] ??= {})[rest.join('.')] = {
      self: { label: rest.join('.'), type: 'type', ...(about === null ? {} : { info: about }) },
      children: columns.map((column) => ({
        label: column.name,
        type: 'property',
        detail: column.type,
      })),
    };
  }
  return schemaCompletionSource({ dialect: duckdb, schema })(context);
}

/** Columns of the relations that the statement names, functions, and parameters already in use. */
function nameSource(context: CompletionContext, knowledge: Knowledge): CompletionResult | null {
  const word = context.matchBefore(/[\p{L}_$][\p{L}\d_]*/u);
  if (!word && !context.explicit) return null;
  if (word && context.state.sliceDoc(word.from - 1, word.from) === '.') return null;
  const columns = relationsAt(context, knowledge.relations()).flatMap((relation) =>
    relation.columns.map((column): Completion => {
      const about = knowledge.aboutColumn(column.name);
      return {
        label: column.name,
        type: 'property',
        detail: column.type,
        boost: 20,
        ...(about === null ? {} : { info: about }),
        ...(/^[\p{L}_][\p{L}\d_]*$/u.test(column.name)
          ? {}
          : { apply: `"${column.name.replaceAll('"', '""')}"` }),
      };
    }),
  );
  const functions = knowledge.functions().map(({ name, parameters, description }): Completion => ({
    label: name,
    type: 'function',
    detail: `(${parameters})`,
    boost: -10,
    apply: `${name}(`,
    ...(description === null ? {} : { info: description }),
  }));
  const unique = new Map([...columns, ...functions].map((one) => [one.label, one]));
  return {
    from: word?.from ?? context.pos,
    options: [...unique.values()],
    validFor: /^[\p{L}_$\d]*$/u,
  };
}

/** Within `column = '…'` or `column IN ('…`: the values that the column has. */
async function valueSource(
  context: CompletionContext,
  { relations, values }: Knowledge,
): Promise<CompletionResult | null> {
  const text = textAt(context);
  if (!text) return null;
  const before = sqlTokens(context.state.sliceDoc(0, text.from)).filter(
    ({ kind }) => kind !== 'comment',
  );
  const column = comparedColumn(before);
  if (column === null) return null;
  const owner = relationsAt(context, relations()).find(({ columns }) =>
    columns.some(({ name }) => name.toLowerCase() === column.toLowerCase()),
  );
  const name = owner?.columns.find((one) => one.name.toLowerCase() === column.toLowerCase())?.name;
  if (!owner || name === undefined) return null;
  const found = await values(owner.name, name);
  const isClosed = text.text.length > 1 && text.text.endsWith("'");
  return {
    from: text.from + 1,
    options: found.map((value) => ({
      label: value,
      type: 'text',
      apply: value.replaceAll("'", "''") + (isClosed ? '' : "'"),
    })),
    validFor: /^[^']*$/,
  };
}

function comparedColumn(before: readonly SqlToken[]): string | null {
  let at = before.length - 1;
  while (before[at]?.kind === 'text' || /^[(,]$/.test(before[at]?.text ?? '')) at -= 1;
  if (!/^(=|<>|!=|IN|LIKE|ILIKE)$/i.test(before[at]?.text ?? '')) return null;
  at -= /^NOT$/i.test(before[at - 1]?.text ?? '') ? 2 : 1;
  const token = before[at];
  return token && (token.kind === 'word' || token.kind === 'name') ? bareName(token) : null;
}

/** The text in quotes that the cursor is in. */
function textAt({ state, pos }: CompletionContext): SqlToken | null {
  const token = sqlTokens(state.doc.toString()).find(({ from, to }) => from < pos && pos <= to);
  if (token?.kind !== 'text' || !token.text.startsWith("'")) return null;
  const isBehind = pos === token.to && token.text.length > 1 && token.text.endsWith("'");
  return isBehind ? null : token;
}

function inText(context: CompletionContext): boolean {
  const token = sqlTokens(context.state.doc.toString()).find(
    ({ from, to }) => from < context.pos && context.pos <= to,
  );
  return token?.kind === 'comment' || textAt(context) !== null;
}

/** The relations named in the statement around the cursor. */
function relationsAt({ state, pos }: CompletionContext, relations: readonly Relation[]) {
  const sql = state.doc.toString();
  return relationsIn(sqlStatementAt(sql, pos)?.sql ?? '', relations);
}

/** The relations that a statement names. */
export function relationsIn(sql: string, relations: readonly Relation[]): Relation[] {
  const tokens = sqlTokens(sql);
  const named = new Set(
    tokens.map((token, index) => {
      const [dot, name] = [tokens[index + 1], tokens[index + 2]];
      return dot?.text === '.' && name ? `${bareName(token)}.${bareName(name)}`.toLowerCase() : '';
    }),
  );
  return relations.filter(({ name }) => named.has(name.toLowerCase()));
}
