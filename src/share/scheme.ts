import { Fault } from '../model/answer';
import { schemeKey } from '../scheme/choose';
import { withValueAt } from '../scheme/document/path';
import { parseScheme } from '../scheme/parse';
import type { Scheme } from '../scheme/shape';
import type { SharedScheme } from './spec';

interface Change {
  readonly path: string;
  readonly value: unknown;
}

/** A preset by its name, another by the preset that it was made from and its changes, or whole: whichever is shortest. */
export function sharedScheme(scheme: Scheme, presets: readonly Scheme[]): SharedScheme {
  const base =
    presets.find((preset) => schemeKey(preset) === schemeKey(scheme)) ??
    presets.find(({ id, version }) => id === scheme.id && version === scheme.follows);
  const whole = { document: { ...scheme } };
  if (!base) return whole;
  const { id, version } = base;
  const changes = changesBetween(base, scheme, '');
  if (!changes || JSON.stringify(changes).length * 2 > JSON.stringify(scheme).length) return whole;
  return changes.length === 0 ? { id, version } : { id, version, changes };
}

/**
 * The document that a link means; null where it names a preset that is not known here.
 * @throws Fault `link_refused` where it is none
 */
export function restoredScheme(shared: SharedScheme, presets: readonly Scheme[]): Scheme | null {
  if ('document' in shared) return checked(shared.document);
  const { id, version, changes = [] } = shared;
  const base = presets.find((preset) => preset.id === id && preset.version === version);
  if (!base) return null;
  return checked(
    changes.reduce((document, { path, value }) => withValueAt(document, path, value), base),
  );
}

/** What a scheme of a link is called. */
export function nameOfShared(shared: SharedScheme): string {
  const { id, version } = 'document' in shared ? shared.document : shared;
  return `${String(id)}@${String(version)}`;
}

function checked(document: unknown): Scheme {
  const parsed = parseScheme(document);
  if (parsed.ok) return parsed.scheme;
  throw new Fault('link_refused', { at: `scheme.${parsed.problems[0]?.path ?? ''}` });
}

/** The values to be put in place so that one document becomes the other; null where the whole has to be replaced. */
function changesBetween(before: unknown, after: unknown, path: string): Change[] | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const replaced = path === '' || after === undefined ? null : [{ path, value: after }];
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return replaced;
    const within = after.map((one, index) =>
      changesBetween(before[index], one, `${path}[${index}]`),
    );
    return together(within) ?? replaced;
  }
  if (!isObject(before) || !isObject(after)) return replaced;
  const keys = Object.keys({ ...before, ...after });
  // such a key could not be told from a path
  if (keys.some((key) => /[.[\]]/.test(key))) return replaced;
  const within = keys.map((key) =>
    changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
  return together(within) ?? replaced;
}

function together(parts: readonly (readonly Change[] | null)[]): Change[] | null {
  const all: Change[] = [];
  for (const part of parts) {
    if (!part) return null;
    all.push(...part);
  }
  return all;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
