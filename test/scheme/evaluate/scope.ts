import type { Over } from '../../../src/scheme/shape';
import { cellOf, groupBy, type Values } from './cells';
import type { Known } from './context';
import type { Entry } from './entry';
import type { Sources } from './source';

/** Everything around a part that a step may ask for. */
export interface Around {
  readonly known: Known;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly sources: Sources;
  readonly part: string;
  readonly lower: boolean;
}

/** The group within which a figure is compared. */
export function groupName(over: Over, key: string, { known, entries }: Around): string {
  const cell = cellOf(key);
  if (over === 'all' || (typeof over === 'object' && 'frozen' in over)) return '';
  if (over === 'period') return cell.period;
  if (over === 'track') return `${cell.period} ${entries.get(key)?.track ?? ''}`;
  // those without words are a group of their own
  return JSON.stringify([cell.period, known.words(over.attribute, cell)]);
}

/** The figures that each group learns from. */
export function learners(over: Over, values: Values, around: Around): Map<string, number[]> {
  const counted = [...values].filter(
    ([key]) =>
      typeof over !== 'object' || !('frozen' in over) || cellOf(key).period === over.frozen,
  );
  const groups = groupBy(counted, ([key]) => groupName(over, key, around));
  return new Map([...groups].map(([name, own]) => [name, own.map(([, value]) => value)]));
}
