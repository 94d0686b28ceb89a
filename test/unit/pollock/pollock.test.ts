import { expect, test } from 'vitest';
import { loadDirectly } from '../../pollock/direct';
import { pollute, type Case } from '../../pollock/pollute';
import { mean, score, total } from '../../pollock/score';
import { guests, orders, readings } from '../../pollock/sources';

// What stands around tables and above them is for those who look for tables; here are the records.
const aboutTables = /^(header_multirow|preamble|footnote|multitable|no_payload)/;

const byKind = new Map<string, Case[]>();
for (const source of [orders(40), readings(40), guests(40)]) {
  for (const each of pollute(source, 37)) {
    if (!aboutTables.test(each.kind))
      byKind.set(each.kind, [...(byKind.get(each.kind) ?? []), each]);
  }
}

test.each([...byKind])('%s: the records are those of the source', async (_, cases) => {
  const scores = await Promise.all(
    cases.map(async ({ clean, polluted }) =>
      score(clean, await loadDirectly(new Blob([polluted]))),
    ),
  );
  expect(total(mean(scores))).toBeGreaterThan(9.93);
});
