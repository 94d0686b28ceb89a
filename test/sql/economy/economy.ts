import { mapColumn, matchColumns } from '../../../src/ingest/match-columns';
import { economyViews, type EconomyRules } from '../../../src/views/economy';
import { lines } from '../scheme/scored';
import type { TestEngine } from '../test-engine';

/** Rules as a scheme has them that says nothing of its own. */
export const plainRules: EconomyRules = {
  denominator: 'reporting',
  round: { digits: 2, mode: 'half-up' },
  tiers: [0, 5, 10, 50, 100],
  threshold: 10,
  bands: [-10, 0, 10, 30],
  breaks: [2024],
  top: 0.1,
  sources: [],
  plans: [],
};

/** Loads a file of one row a village and year, with other columns as indicators, and applies the views. */
export async function economy(
  engine: TestEngine,
  columns: string,
  rows: readonly string[],
  rules: Partial<EconomyRules> = {},
  indicators: readonly string[] = [],
): Promise<void> {
  await engine.clear();
  await engine.load('村集体经济.csv', [columns, ...rows].join('\n'));
  const mappings = engine.tables.map((table) => {
    const mapping = matchColumns(table);
    const columnsOf = mapping.columns.map((one) => {
      const header = table.columns.find(({ name }) => name === one.column)?.header ?? '';
      const indicator = indicators.find((name) => header.startsWith(name));
      return indicator === undefined
        ? one
        : { ...mapColumn(table, one.column, 'indicator'), indicator };
    });
    return { ...mapping, columns: columnsOf };
  });
  await engine.arrange(mappings);
  await engine.apply(economyViews({ ...plainRules, ...rules }));
}

/** What a question over the views answers, a row a line. */
export async function ask(engine: TestEngine, question: string): Promise<string[]> {
  return lines(await engine.rows(question));
}
