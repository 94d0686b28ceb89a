import * as v from 'valibot';
import type { SchemeProblem } from '../model/scheme-problem';
import { checkRules, shorten } from './rules';
import { schemeShape, type Scheme } from './shape';

export type ParsedScheme =
  | { readonly ok: true; readonly scheme: Scheme }
  | { readonly ok: false; readonly problems: readonly SchemeProblem[] };

/** Reads a scheme document from parsed JSON: its shape first, then the rules between its parts. */
export function parseScheme(document: unknown): ParsedScheme {
  const result = v.safeParse(schemeShape, document);
  if (!result.success)
    return { ok: false, problems: result.issues.map((issue) => toProblem(issue)) };
  const problems = checkRules(result.output);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scheme: result.output };
}

type Issue = v.BaseIssue<unknown>;

/** A union that fails is explained by its nearest member: the one whose complaint lies deepest. */
function toProblem(issue: Issue, above: readonly PropertyKey[] = []): SchemeProblem {
  const path = [...above, ...(issue.path ?? []).map((item) => item.key as PropertyKey)];
  if (issue.type === 'union' && issue.issues) {
    const unknown = unknownKey(issue.input, path);
    if (unknown) return unknown;
    const depth = (one: Issue) => one.path?.length ?? 0;
    const deepest = issue.issues.toSorted((one, other) => depth(other) - depth(one))[0];
    if (deepest) return toProblem(deepest, path);
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const allowed = keysAt(path.slice(0, -1)).join(' | ');
    const found = shorten(issue.path?.at(-1)?.value);
    return { path: writePath(path), kind: 'unknown_key', found, allowed };
  }
  if (issue.input === undefined) {
    const allowed = schemasAt(path)
      .map((schema) => schema.expects)
      .join(' | ');
    return { path: writePath(path), kind: 'missing_key', found: '', allowed: unwrapped(allowed) };
  }
  const allowed = issue.type === 'regex' ? issue.message : (issue.expected ?? issue.message);
  return {
    path: writePath(path),
    kind: 'wrong_value',
    found: shorten(issue.input),
    allowed: unwrapped(allowed),
  };
}

/** A list of values without the parentheses that the library puts around it. */
function unwrapped(allowed: string): string {
  return allowed.replace(/^\((.*)\)$/, '$1');
}

/** The first key of an object that no member of a union knows. */
function unknownKey(input: unknown, path: readonly PropertyKey[]): SchemeProblem | null {
  if (typeof input !== 'object' || input === null) return null;
  const keys = keysAt(path);
  const unknown = Object.keys(input).find((key) => !keys.includes(key));
  if (unknown === undefined) return null;
  const found = shorten((input as Record<string, unknown>)[unknown]);
  return {
    path: writePath([...path, unknown]),
    kind: 'unknown_key',
    found,
    allowed: keys.join(' | '),
  };
}

/** What a schema of the library may hold within. */
interface Schema {
  /** What it takes, in the library's words. */
  readonly expects: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  /** Of a schema that holds itself. */
  readonly getter?: () => Schema;
  readonly options?: readonly Schema[];
}

/** The keys that the shape knows at a path. */
function keysAt(path: readonly PropertyKey[]): string[] {
  return schemasAt(path)
    .flatMap(opened)
    .flatMap((schema) => Object.keys(schema.entries ?? {}));
}

/** The schemas that may stand at a path. */
function schemasAt(path: readonly PropertyKey[]): readonly Schema[] {
  let schemas: readonly Schema[] = [schemeShape as unknown as Schema];
  for (const key of path) {
    schemas = schemas.flatMap(opened).flatMap((schema) => {
      const next = typeof key === 'number' ? schema.item : schema.entries?.[String(key)];
      return next ? [next] : [];
    });
  }
  return schemas;
}

/** A schema without what is wrapped around it; a union as its members. */
function opened(schema: Schema): readonly Schema[] {
  if (schema.wrapped) return opened(schema.wrapped);
  if (schema.getter) return opened(schema.getter());
  const members = schema.options?.filter((member) => typeof member === 'object') ?? [];
  return members.length > 0 ? members.flatMap(opened) : [schema];
}

/** `['score', 'parts', 0, 'weight']` as `score.parts[0].weight`. */
function writePath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
