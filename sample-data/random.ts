/** A seeded source of chance: the same seed gives the same files on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Roughly normal, within six deviations of the mean. */
  normal(mean: number, deviation: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** mulberry32 over `seed`. Only additions and multiplications: no function that engines may round differently. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;

  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const whole = (low: number, high: number): number => low + Math.floor((high - low + 1) * next());

  return {
    next,
    between,
    whole,
    chance: (probability) => next() < probability,
    normal: (mean, deviation) => {
      // The sum of twelve uniform draws has variance 1; logarithms and cosines are not needed.
      let sum = -6;
      for (let draw = 0; draw < 12; draw += 1) sum += next();
      return mean + deviation * sum;
    },
    pick: (items) => at(items, whole(0, items.length - 1)),
    shuffle: (items) => {
      const result = [...items];
      for (let last = result.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        const held = at(result, last);
        result[last] = at(result, other);
        result[other] = held;
      }
      return result;
    },
  };
}

/** `items[index]`, where a missing one is a mistake in the generator. */
export function at<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError(`No item ${String(index)}`);
  return items[index] as T;
}
