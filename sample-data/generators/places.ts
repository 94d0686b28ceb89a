/*
 * Fictional places for the samples: every name is made of two characters by rule, not taken from any list.
 */

const first = [...'霁岚砚芷蘅缃黛璇琅翎筠缈烁栩煦皓珩璟韶漪'];
const second = [...'川禾汀坞畴麓湾塬垄溪坡坪渠渡圃浦埠屏岭泉'];

/** Twenty names of towns, without their kind. */
export const townNames: readonly string[] = first.map(
  (one, index) => `${one}${second[(index * 7 + 3) % second.length] ?? ''}`,
);

/** Four hundred names of villages, without their kind. */
export const villageNames: readonly string[] = Array.from(
  { length: first.length * second.length },
  (_, index) => {
    const round = Math.floor(index / first.length);
    return `${first[index % first.length] ?? ''}${second[(index + round * 3 + 11) % second.length] ?? ''}`;
  },
);

export interface Place {
  /** Twelve digits; 99 is no province. */
  readonly code: string;
  readonly town: string;
  readonly name: string;
}

/**
 * Villages of towns in the order of their codes.
 * @param district the first six digits of the codes
 * @param counts how many villages each town has
 * @param from number of the first of the names that are used
 * @param townFrom number of the first of the towns' names
 */
export function villagesOf(
  district: string,
  counts: readonly number[],
  from = 0,
  townFrom = 0,
): Place[] {
  let next = from;
  return counts.flatMap((count, town) =>
    Array.from({ length: count }, (_, index) => {
      const name = `${villageNames[next] ?? ''}村`;
      next += 1;
      const code = `${district}${String(town + 1).padStart(3, '0')}${String(200 + index)}`;
      return { code, town: `${townNames[townFrom + town] ?? ''}镇`, name };
    }),
  );
}
