import * as v from 'valibot';
import { oneOf, type SchemeProblem } from '../model/scheme-problem';
import { allowedBy } from './allowed';
import { keysAt, schemasAt } from './at-path';
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

/**
 * A union that fails is explained by its nearest member: the one whose complaint lies deepest, and is rather about a
 * value that is there than about a key that is missing or too much.
 */
function toProblem(issue: Issue, above: readonly PropertyKey[] = []): SchemeProblem {
  const path = [...above, ...(issue.path ?? []).map((item) => item.key as PropertyKey)];
  if (issue.type === 'union' && issue.issues) {
    const unknown = unknownKey(issue.input, path);
    if (unknown) return unknown;
    const depth = (one: Issue) => one.path?.length ?? 0;
    const ofValue = (one: Issue) => Number(one.input !== undefined && one.expected !== 'never');
    const [deepest] = issue.issues.toSorted(
      (one, other) => depth(other) - depth(one) || ofValue(other) - ofValue(one),
    );
    if (deepest) return toProblem(deepest, path);
  }
  const at = writePath(path);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const allowed = [oneOf(keysAt(path.slice(0, -1)))];
    return { path: at, kind: 'unknown_key', found: shorten(issue.path?.at(-1)?.value), allowed };
  }
  const allowed = allowedBy(schemasAt(path));
  if (issue.input === undefined) return { path: at, kind: 'missing_key', found: '', allowed };
  return { path: at, kind: 'wrong_value', found: shorten(issue.input), allowed };
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
    allowed: [oneOf(keys)],
  };
}

/** `['score', 'parts', 0, 'weight']` as `score.parts[0].weight`. */
function writePath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
