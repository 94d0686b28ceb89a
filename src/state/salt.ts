import { readStored, writeStored } from './stored';

/** Where the browser keeps nothing, one holds for this visit. */
let current: string | null = null;

/**
 * A random text that pseudonyms are made with, kept by this browser: the same person has the same pseudonym in every
 * file here, and none can be looked up elsewhere.
 */
export function personalSalt(): string {
  if (current !== null) return current;
  const stored = readStored('salt');
  if (typeof stored === 'string' && /^[0-9a-f]{32}$/.test(stored)) return (current = stored);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const salt = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  writeStored('salt', salt);
  return (current = salt);
}
