import { groupBy } from '../model/group-by';
import type { MeasureKind, SideMean } from '../views/questions/compare/means';

/** A figure of all sides and how far they lie apart. */
export interface DifferenceLine {
  readonly kind: MeasureKind;
  readonly name: string;
  /** By side; null where a side has none. */
  readonly values: readonly (SideMean | null)[];
  /** Of two sides the second less the first, of more the highest less the lowest. */
  readonly difference: number;
  /** The difference in standard deviations within the sides; null where all within a side are alike. */
  readonly effect: number | null;
  /** Which direction is better. */
  readonly better: 'higher' | 'lower';
  /** The side that is better off; null where two are. */
  readonly best: number | null;
  /** The sides are counted alike: none of them stands behind a break of the series. */
  readonly alike: boolean;
}

/**
 * Figures that at least two sides have, the largest difference first: measured in standard deviations within the sides,
 * so that scores, shares and money can stand in one order.
 */
export function differencesOf(means: readonly SideMean[], sides: number): DifferenceLine[] {
  return groupBy(means, ({ kind, name }) => `${kind} ${name}`)
    .flatMap((group) => lineOf(group, sides))
    .sort(bySize);
}

function lineOf(group: readonly SideMean[], sides: number): DifferenceLine[] {
  const [any] = group;
  if (!any || group.length < 2) return [];
  const values = Array.from(
    { length: sides },
    (_, side) => group.find((one) => one.side === side) ?? null,
  );
  const [first, second] = values;
  const figures = group.map(({ mean }) => mean);
  const difference =
    sides === 2 && first && second
      ? second.mean - first.mean
      : Math.max(...figures) - Math.min(...figures);
  const spread = spreadWithin(group);
  const better = (any.weight ?? 1) < 0 ? 'lower' : 'higher';
  const top = better === 'higher' ? Math.max(...figures) : Math.min(...figures);
  const leaders = group.filter(({ mean }) => mean === top);
  return [
    {
      ...{ kind: any.kind, name: any.name, values, difference, better },
      effect: difference === 0 ? 0 : spread > 0 ? Math.abs(difference) / spread : null,
      best: leaders.length === 1 ? (leaders[0]?.side ?? null) : null,
      alike: new Set(group.map(({ series }) => series)).size === 1,
    },
  ];
}

/** The standard deviation within the sides, each by its size. */
function spreadWithin(group: readonly SideMean[]): number {
  const size = (one: SideMean) => one.reporting ?? one.subjects;
  const total = group.reduce((sum, one) => sum + size(one), 0);
  return Math.sqrt(group.reduce((sum, one) => sum + size(one) * one.deviation ** 2, 0) / total);
}

function bySize(one: DifferenceLine, other: DifferenceLine): number {
  const size = ({ effect }: DifferenceLine) => effect ?? Infinity;
  // infinity less infinity is no number
  return size(one) === size(other) ? 0 : size(other) - size(one);
}
