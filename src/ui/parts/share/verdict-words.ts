import type { Messages } from '../../../i18n';
import { number, periodName } from '../../../i18n/format';
import { cadenceOf, type Cadence } from '../../../model/period';
import {
  isIdentical,
  type Compared,
  type Spec,
  type Verdict,
} from '../../../state/received.svelte';
import { ends } from './reveals';

/** What the reader's data is beside that of the link, in sentences. */
export function verdictWords(t: Messages, verdict: Verdict, spec: Spec): string[] {
  if (verdict.kind === 'columns') return [missing(t, verdict.missing)];
  if (verdict.kind === 'compared') return comparedWords(t, verdict);
  const [first, last] = spec.contract ? ends(spec.contract) : [];
  return [
    t.share.other,
    ...(verdict.missing.length > 0 ? [missing(t, verdict.missing)] : []),
    ...(verdict.periods.length > 0 && first !== undefined && last !== undefined
      ? [t.share.otherPeriods(periodName(t, first), periodName(t, last))]
      : []),
  ];
}

function missing(t: Messages, columns: readonly string[]): string {
  return t.share.missing(columns.join(t.common.listSeparator));
}

function comparedWords(t: Messages, compared: Compared): string[] {
  if (isIdentical(compared)) return [t.share.identical];
  const { added, lacking, differing, roster, rows, blind } = compared;
  const names = (ids: readonly string[]) =>
    ids.map((id) => periodName(t, id)).join(t.common.listSeparator);
  const same = differing.length === 0 && !roster && !blind;
  return [
    ...(added.length > 0 ? [t.share.newer(counted(t, added))] : []),
    ...(lacking.length > 0 ? [t.share.older(names(lacking))] : []),
    ...(differing.length > 0 ? [t.share.differs(names(differing))] : []),
    ...(rows ? [rowWords(t, rows)] : []),
    ...(roster ? [t.share.roster] : []),
    ...(blind ? [t.share.blind] : []),
    ...(same ? [t.share.sameElse] : []),
  ];
}

function rowWords(t: Messages, { atLeast, about }: NonNullable<Compared['rows']>): string {
  const [least, likely] = [number(t, atLeast), number(t, about)];
  return about > atLeast ? t.share.rowsAbout(least, likely) : t.share.rows(least);
}

/** Periods by how long they are: one quarter, two years, each with its periods. */
function counted(t: Messages, ids: readonly string[]): string {
  const byCadence = new Map<Cadence, string[]>();
  for (const id of ids) {
    const cadence = cadenceOf(id);
    byCadence.set(cadence, [...(byCadence.get(cadence) ?? []), periodName(t, id)]);
  }
  return [...byCadence]
    .map(([cadence, names]) =>
      t.share.added(
        t.share.more[cadence](number(t, names.length)),
        names.join(t.common.listSeparator),
      ),
    )
    .join(t.common.listSeparator);
}
