import { getContext, setContext } from 'svelte';
import type { Exports } from '../../state/exports';

const key = Symbol('exports');
const scopeKey = Symbol('scope');

/** Lets every part below take tables and figures out of the page by one way. */
export function setExports(get: () => Exports): void {
  setContext(key, get);
}

/** null where no page stands around the part. */
export function getExports(): Exports | null {
  return getContext<(() => Exports) | undefined>(key)?.() ?? null;
}

/** Says in everything that leaves a page what the page shows: its year, track, place. */
export function setScope(get: () => readonly string[]): void {
  setContext(scopeKey, get);
}

/** What the page says of all that it shows. */
export function getScope(): () => readonly string[] {
  return getContext<(() => readonly string[]) | undefined>(scopeKey) ?? (() => []);
}
