import type { ChangePart } from '../views/questions/changes';

/** What a subject's change is made of. Its parts add up to it: before + performance + peers + scheme = after. */
export interface Change {
  readonly subject: string;
  /** The whole score. */
  readonly total: ChangePart;
  /** The parts of the score with what each brings, `rest` among them where the parts don't add up to the whole. */
  readonly parts: readonly ChangePart[];
  /** The rank, as places gained; null where it has none at an end. */
  readonly rank: ChangePart | null;
}

/** Below this a difference is what binary fractions add. */
const nothing = 1e-9;

export function changesOf(
  scores: readonly ChangePart[],
  ranks: readonly ChangePart[],
): ReadonlyMap<string, Change> {
  const placed = new Map(ranks.map((one) => [one.subject, one]));
  return new Map(
    scores
      .filter(({ part }) => part === 'total')
      .map((total) => {
        const { subject } = total;
        const parts = scores.filter(
          (one) => one.subject === subject && one.part !== 'total' && moves(one),
        );
        return [subject, { subject, total, parts, rank: placed.get(subject) ?? null }] as const;
      }),
  );
}

/** A part that stands as it stood says nothing. */
function moves({ performance, peers, scheme }: ChangePart): boolean {
  return [performance, peers ?? 0, scheme].some((one) => Math.abs(one) > nothing);
}
