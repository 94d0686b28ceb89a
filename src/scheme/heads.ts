import type { Rewards } from './shape';

type Heads = Pick<Rewards['perHead'][number], 'heads' | 'ages'>;

/** Stands for the number of an age in the name of a measure. */
export const agePlace = '{age}';

/** The measures that count the people of a reward: one, or one for each age from the youngest to the oldest. */
export function headMeasures({ heads, ages }: Heads): string[] {
  if (!ages) return [heads];
  const [youngest, oldest] = ages;
  return Array.from({ length: oldest - youngest + 1 }, (_, index) =>
    heads.replace(agePlace, String(youngest + index)),
  );
}
