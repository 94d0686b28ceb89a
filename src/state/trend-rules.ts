import { cadenceOf } from '../model/period';
import { inForce, schemeKey } from '../scheme/choose';
import type { Scheme } from '../scheme/shape';

/** By which rules a course is scored: the scheme applied, each point by the version then in force, or one `id@version`. */
export type Ruling = 'applied' | 'own' | (string & {});

/** A point at which another version came into force than at the point before; null where none was in force. */
export interface VersionTurn {
  readonly point: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A period that stands for a point: of a year its last one, because a year is closed under the rules of its end. */
function periodOf(point: string, { cadence, rollUp }: Scheme): string {
  if (cadenceOf(point) !== 'year') return point;
  const last = { month: 'M12', bimonth: 'B6', quarter: 'Q4', half: 'H2', year: '', round: '' };
  const to = rollUp?.to ?? cadence;
  return `${point}${last[to]}`;
}

function ruleAt(point: string, versions: readonly Scheme[]): Scheme | null {
  return versions.findLast((one) => inForce(one, periodOf(point, one))) ?? null;
}

/**
 * The version by which each point is scored. Where none was in force the nearest one counts: the first before all of
 * them, else the newest that had begun.
 *
 * @param versions of one scheme, oldest first
 */
export function versionsAt(
  points: readonly string[],
  versions: readonly Scheme[],
  applied: Scheme,
  ruling: Ruling,
): readonly { readonly point: string; readonly scheme: Scheme }[] {
  return points.map((point) => {
    if (ruling === 'applied') return { point, scheme: applied };
    if (ruling !== 'own')
      return { point, scheme: versions.find((one) => schemeKey(one) === ruling) ?? applied };
    const begun = versions.findLast(({ valid }) => (valid.from ?? '') <= periodOf(point, applied));
    return { point, scheme: ruleAt(point, versions) ?? begun ?? versions[0] ?? applied };
  });
}

/** Where one version gives way to another along an axis. @param versions oldest first */
export function turnsOf(axis: readonly string[], versions: readonly Scheme[]): VersionTurn[] {
  const rules = axis.map((point) => ruleAt(point, versions)?.version ?? null);
  return axis.flatMap((point, index) => {
    const [from, to] = [rules[index - 1] ?? null, rules[index] ?? null];
    return index > 0 && from !== to ? [{ point, from, to }] : [];
  });
}
