import type { TableCoverage } from '../../model/coverage';
import type { Outcome } from './match';

type Count = Exclude<keyof TableCoverage, 'table' | 'names'>;

const counted: Record<Outcome['kind'], Count> = {
  matched: 'matched',
  unmatched: 'unmatched',
  ambiguous: 'ambiguous',
  conflict: 'conflicting',
  aside: 'setAside',
};

/** How far the names of each table were recognised, in the order of the tables' first names. */
export function coverTables(outcomes: readonly Outcome[]): TableCoverage[] {
  const tables = new Map<string, Record<Count, number>>();
  for (const { words, kind } of outcomes) {
    for (const table of new Set(words.mentions.map((mention) => mention.table))) {
      const counts = tables.get(table) ?? {
        matched: 0,
        unmatched: 0,
        ambiguous: 0,
        conflicting: 0,
        setAside: 0,
      };
      counts[counted[kind]] += 1;
      tables.set(table, counts);
    }
  }
  return [...tables].map(([table, counts]) => {
    const { matched, unmatched, ambiguous, conflicting } = counts;
    return { table, names: matched + unmatched + ambiguous + conflicting, ...counts };
  });
}
