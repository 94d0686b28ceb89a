import * as v from 'valibot';
import { Fault } from '../model/answer';
import { specShape, specVersion, type Spec } from './spec';

/** Levels of a document; a scheme needs some twenty. */
const deepest = 60;

/** Names that reach behind an object in places that do not expect it. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The spec that a text of JSON holds.
 * @throws Fault `link_newer` where a newer version of the program wrote it, `link_refused` where it holds something
 *   that no version writes
 */
export function checkedSpec(json: string): Spec {
  const document = parsed(json);
  refuseTraps(document, '', 0);
  const version = (document as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > specVersion)
    throw new Fault('link_newer', { version, known: specVersion });
  const result = v.safeParse(specShape, document);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Fault('link_refused', { at: v.getDotPath(issue) ?? '' });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Fault('link_refused', { at: '' });
  }
}

/** The shape is checked by a library, which is handed nothing that could lead it astray. */
function refuseTraps(value: unknown, path: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) throw new Fault('link_refused', { at: path.slice(0, 100) });
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (reserved.has(key)) throw new Fault('link_refused', { at: at.slice(0, 100) });
    refuseTraps((value as Record<string, unknown>)[key], at, depth + 1);
  }
}
