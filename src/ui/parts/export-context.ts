import { getContext, setContext } from 'svelte';
import type { Exports } from '../../state/exports';

const key = Symbol('exports');

/** Lets every part below take tables and figures out of the page by one way. */
export function setExports(get: () => Exports): void {
  setContext(key, get);
}

/** null where no page stands around the part. */
export function getExports(): Exports | null {
  return getContext<(() => Exports) | undefined>(key)?.() ?? null;
}
