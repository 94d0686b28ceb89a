import * as v from 'valibot';
import type { SchemeProblem } from '../model/scheme-problem';
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

function shorten(value: unknown): string {
  const json = value === undefined ? '' : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

/** Rules that a shape cannot say. */
function checkRules(scheme: Scheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const add = (path: string, found: unknown, allowed: string) =>
    problems.push({ path, kind: 'rule', found: shorten(found), allowed });
  const { parts } = scheme.score;
  const weights = parts.reduce((sum, part) => sum + part.weight, 0);
  if (Math.abs(weights - 1) > 1e-9) {
    add('score.parts[].weight', Number(weights.toFixed(9)), 'weights that add up to 1');
  }
  duplicates(parts.map((part) => part.id)).forEach((id) => {
    add('score.parts[].id', id, 'an id that no other part has');
  });
  [
    ...parts.map((part, index) => [`score.parts[${index}]`, part.steps] as const),
    ['score', scheme.score.steps] as const,
  ].forEach(([path, steps]) => {
    steps.forEach((step, index) => {
      if ('cap' in step && step.cap[0] > step.cap[1]) {
        add(`${path}.steps[${index}].cap`, step.cap, 'the lower bound first');
      }
    });
  });
  if (parts.some((part) => part.id === 'total')) {
    add('score.parts[].id', 'total', 'an id other than total, which names the whole score');
  }
  checkLadder(
    'stars.rules',
    scheme.stars.rules.map((rule) => rule.stars),
    scheme.stars.most,
  );
  if (scheme.stars.otherwise > scheme.stars.most) {
    add('stars.otherwise', scheme.stars.otherwise, `at most ${scheme.stars.most} (stars.most)`);
  }
  checkLadder(
    'year.levels',
    scheme.year.levels.map((rule) => rule.level),
    scheme.stars.most,
  );
  const levels = scheme.year.levels.map((rule) => rule.level);
  if (!levels.includes(scheme.lists.streak.level)) {
    add('lists.streak.level', scheme.lists.streak.level, levels.join(' | '));
  }
  scheme.rewards.perLevel.forEach((reward, index) => {
    if (!levels.includes(reward.level)) {
      add(`rewards.perLevel[${index}].level`, reward.level, levels.join(' | '));
    }
  });
  const { from, to } = scheme.valid;
  if (to !== null && to < from) add('valid.to', to, `a period from ${from} on`);
  return problems;

  function checkLadder(path: string, values: readonly number[], most: number) {
    values.forEach((value, index) => {
      const before = values[index - 1];
      if (value > most) add(`${path}[${index}]`, value, `at most ${most} (stars.most)`);
      if (before !== undefined && value >= before) {
        add(`${path}[${index}]`, value, `less than ${before}, the rule before it`);
      }
    });
  }
}

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
