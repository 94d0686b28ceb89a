import { tableChecks } from '../src/ingest/quality';
import { cut } from '../src/ingest/quality/listed';
import type { Correction } from '../src/model/correction';
import { finding, type Finding } from '../src/model/finding';
import type { SourceSheet, SourceTable } from '../src/model/source';
import { readCheckedTable } from './checked-table';
import type { Connection } from './database';

/** Cells of a table up to which it is checked row by row as it is loaded. */
const mostCells = 1_000_000;

/**
 * What the checks within the tables of a sheet notice, with cells as they were corrected; a very large table is passed
 * over, and that is said.
 */
export async function sheetFindings(
  connection: Connection,
  sheet: SourceSheet,
  tables: readonly SourceTable[],
  corrections: readonly Correction[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const place = { file: sheet.file, sheet: sheet.sheet };
  const own = corrections.filter((one) => one.file === sheet.file && one.sheet === sheet.sheet);
  const findings: Finding[] = [];
  for (const table of tables) {
    const { columns, layout, rows } = table;
    if (rows === 0) continue;
    if (rows * columns.length > mostCells) {
      findings.push(finding('checks_skipped', { ...place, row: layout.body.first, count: rows }));
      continue;
    }
    const checked = await readCheckedTable(connection, sheet, table, own, signal);
    for (const check of tableChecks) {
      findings.push(...cut(check.find(checked)).map((found) => ({ ...found, ...place })));
    }
  }
  return findings;
}
