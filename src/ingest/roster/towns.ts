import { townKey, townStem } from '../names';

/** A town as it is shown, and in the form by which it is compared. */
export interface MeantTown {
  readonly town: string | null;
  readonly townKey: string;
}

/** 开发区 beside 开发区街道 is another place. */
const hasOtherKind = /[区县市场园旗]$/;

/** The towns that files name: one that is written without the word for its kind is the only one of that stem that has it. */
export class Towns {
  readonly #meant = new Map<string | null, MeantTown>();

  constructor(texts: Iterable<string | null>) {
    const written = [...new Set(texts)].map((town) => ({ town, townKey: townKey(town) }));
    const whole = new Map<string, MeantTown[]>();
    for (const one of written) {
      const stem = townStem(one.townKey);
      if (stem !== one.townKey) whole.set(stem, [...(whole.get(stem) ?? []), one]);
    }
    for (const one of written)
      this.#meant.set(one.town, onlyOne(whole.get(one.townKey) ?? [], one.townKey) ?? one);
  }

  meant(town: string | null): MeantTown {
    return this.#meant.get(town) ?? { town, townKey: townKey(town) };
  }
}

/** The town that all of these writings are of, in the shortest of them; null where they are of several, or of none. */
function onlyOne(writings: readonly MeantTown[], stem: string): MeantTown | null {
  if (hasOtherKind.test(stem) || new Set(writings.map((one) => one.townKey)).size !== 1)
    return null;
  const length = ({ town }: MeantTown) => town?.length ?? 0;
  const sorted = writings.toSorted(
    (one, other) => length(one) - length(other) || ((one.town ?? '') < (other.town ?? '') ? -1 : 1),
  );
  return sorted[0] ?? null;
}
