import type { Scheme } from './shape';

/** `jiujiang@2.0`: names one version of a scheme. */
export function schemeKey(scheme: Scheme): string {
  return `${scheme.id}@${scheme.version}`;
}

/** Whether a period lies in the range in which a version is in force. */
export function inForce(scheme: Scheme, period: string): boolean {
  const { from, to } = scheme.valid;
  return (from === null || period >= from) && (to === null || period <= to);
}

/**
 * The scheme that `name` means: `id@version` names one; `id` alone is the version in force in the newest period of
 * the data, or the newest version where none is.
 * @param newest the newest period of the data, null without data
 */
export function chooseScheme(
  schemes: readonly Scheme[],
  name: string,
  newest: string | null,
): Scheme | null {
  const exact = schemes.find((scheme) => schemeKey(scheme) === name);
  if (exact) return exact;
  const versions = schemes
    .filter((scheme) => scheme.id === name)
    .toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  const current =
    newest === null ? undefined : versions.findLast((scheme) => inForce(scheme, newest));
  return current ?? versions.at(-1) ?? null;
}
