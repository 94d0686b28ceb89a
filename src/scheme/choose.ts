import { cadenceOf, comparePeriods } from '../model/period';
import type { Scheme } from './shape';

/** `jiujiang@2.0`: names one version of a scheme. */
export function schemeKey(scheme: Scheme): string {
  return `${scheme.id}@${scheme.version}`;
}

/** Whether a period lies in the range in which a version is in force. */
export function inForce(scheme: Scheme, period: string): boolean {
  const { from, to } = scheme.valid;
  return (
    (from === null || comparePeriods(period, from) >= 0) &&
    (to === null || comparePeriods(period, to) <= 0)
  );
}

/** The schemes that `name` means, oldest first: `id@version` names one, `id` alone all its versions. */
export function versionsOf(schemes: readonly Scheme[], name: string): readonly Scheme[] {
  const exact = schemes.find((scheme) => schemeKey(scheme) === name);
  if (exact) return [exact];
  return schemes
    .filter((scheme) => scheme.id === name)
    .toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
}

/**
 * Of the versions of a scheme the one in force in the newest period of the data, or the newest version where none is.
 * @param versions oldest first
 * @param periods of the data, in time order within each cadence
 */
export function inForceOf(versions: readonly Scheme[], periods: readonly string[]): Scheme | null {
  const current = versions.findLast((scheme) => {
    const newest = periods.findLast((period) => cadenceOf(period) === scheme.cadence);
    return newest !== undefined && inForce(scheme, newest);
  });
  return current ?? versions.at(-1) ?? null;
}
