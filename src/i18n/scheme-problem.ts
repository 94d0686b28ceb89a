import type { Allowed, SchemeProblem } from '../model/scheme-problem';
import { number } from './format';
import type { Messages } from './zh-CN';

/**
 * What would be allowed, in words.
 * @param inPercent the place writes numbers in percent
 */
export function allowedText(t: Messages, allowed: readonly Allowed[], inPercent = false): string {
  const written = (value: number) => (inPercent ? `${number(t, value * 100)}%` : number(t, value));
  const words = allowed.map(({ code, detail }) =>
    code === 'number'
      ? t.schemeProblem.number(detail, written)
      : t.schemeProblem.allowed[code](detail),
  );
  return words.join(t.schemeProblem.or);
}

/** A problem of a scheme document as a sentence that names its place. */
export function problemText(t: Messages, { path, kind, found, allowed }: SchemeProblem): string {
  const at = path === '' ? t.schemeProblem.document : path;
  // a list of keys, columns or periods follows its colon at once
  const words = allowedText(t, allowed);
  const isListed = kind === 'unknown_key' || kind === 'no_column' || kind === 'no_period';
  return t.schemeProblem.sentence(kind, at, found, isListed ? words.trim() : words);
}
