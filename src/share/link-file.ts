import { Fault } from '../model/answer';
import { crc32 } from './bytes';
import { canonicalJson } from './canonical';
import { checkedSpec } from './check';
import { mostBytes } from './link';
import { specVersion, type Spec } from './spec';

/*
 * What is too long for an address goes as a file: the same spec as readable JSON, with the CRC-32 of its text in
 * canonical order, so that an editor may lay it out anew but not change it unnoticed.
 */

/** How such files end. */
export const linkFileEnding = '.starflag.json';

/** The first key: tells such a file from a scheme. */
const key = 'starflagLink';

/** Whether a text of JSON is meant as a link; its name may have been changed on the way. */
export function isLinkFile(text: string): boolean {
  return /^\ufeff?\s*\{\s*"starflagLink"\s*:/.test(text);
}

export function writeLinkFile(spec: Spec): string {
  return `${JSON.stringify({ [key]: specVersion, crc32: checksum(spec), spec }, null, 2)}\n`;
}

/** @throws Fault as `decodeLink` does */
export function readLinkFile(text: string): Spec {
  if (text.length > 2 * mostBytes) throw new Fault('link_too_large', { limit: mostBytes / 1024 });
  const { [key]: version, crc32: sum, spec } = parsed(text);
  if (typeof version === 'number' && version > specVersion)
    throw new Fault('link_newer', { version, known: specVersion });
  if (typeof spec !== 'object' || spec === null || sum !== safeChecksum(spec))
    throw new Fault('link_damaged');
  return checkedSpec(JSON.stringify(spec));
}

function parsed(text: string): Partial<Record<string, unknown>> {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Partial<Record<string, unknown>>;
  } catch {
    throw new Fault('link_damaged');
  }
}

function checksum(spec: unknown): string {
  const bytes = new TextEncoder().encode(canonicalJson(spec));
  return crc32(bytes).toString(16).padStart(8, '0');
}

/** A document of too many levels has no text. */
function safeChecksum(spec: unknown): string {
  try {
    return checksum(spec);
  } catch {
    throw new Fault('link_refused', { at: '' });
  }
}
