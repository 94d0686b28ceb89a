import type { Case } from './case';
import type { Machine } from './machine';

/** The report for people: the machine, then a line a case. */
export function formatReport(machine: Machine, cases: readonly Case[]): string {
  const { cpu, cores, memory, node, browser, duckdb, date } = machine;
  const head = `${cpu}, ${cores} cores, ${memory} GB; Node ${node}; ${browser}; DuckDB ${duckdb}; ${date}`;
  const header = ['case', 'median', 'p95', '', 'ratio', 'target', 'met', 'against'];
  const lines = [header, ...cases.map(cells)];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const table = lines.map((line) =>
    line
      .map((cell, column) =>
        isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const missed = cases.filter(({ met }) => met === false).length;
  const judged = cases.filter(({ met }) => met !== null).length;
  const verdict =
    missed === 0 ? `all ${judged} targets met` : `${missed} of ${judged} targets missed`;
  return `${head}\n\n${table.join('\n')}\n\n${verdict}\n`;
}

function cells(one: Case): string[] {
  return [
    one.name,
    digits(one.median),
    digits(one.p95),
    one.unit,
    one.ratio === null ? '' : one.ratio.toFixed(2),
    one.target === null ? '' : one.judged === 'p95' ? `p95 ${one.target}` : String(one.target),
    one.met === null ? '' : one.met ? 'yes' : 'NO',
    one.against ?? '',
  ];
}

function digits(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function isNumber(column: number): boolean {
  return [1, 2, 4, 5].includes(column);
}
