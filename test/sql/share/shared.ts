import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matchColumns } from '../../../src/ingest/match-columns';
import type { SourceTable } from '../../../src/model/source';
import { compareData, missingColumns, type Verdict } from '../../../src/share/compare';
import {
  contractOf,
  contractTables,
  groupBytes,
  groupsFor,
  scopeOf,
} from '../../../src/share/contract';
import type { Contract } from '../../../src/share/spec';
import { dataMarks, periodRows, type MarkChoice } from '../../../src/views/questions/share';
import type { Content, TestEngine } from '../test-engine';

export type Named = readonly [name: string, content: Content];

/** The files of a folder of sample data. */
export async function sample(folder: string): Promise<Named[]> {
  const path = join(import.meta.dirname, '../../../sample-data', folder);
  const names = (await readdir(path)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(path, name))] as const));
}

export async function load(engine: TestEngine, files: readonly Named[]): Promise<void> {
  await engine.clear();
  for (const [name, content] of files) await engine.load(name, content);
  await engine.arrange();
}

const mappingOf = (table: SourceTable) => matchColumns(table);

/** The contract over what the engine holds. */
export async function contractFor(engine: TestEngine, ofPeople = false): Promise<Contract> {
  const tables = contractTables(engine.tables, mappingOf);
  const scope = scopeOf(tables);
  const counted = (await engine.rows(periodRows(scope).sql)).map(periodRows(scope).read);
  const periods = counted.map(({ id }) => id);
  const marks = ofPeople
    ? null
    : await asked(engine, { ...scope, periods, groups: groupsFor(counted), salt: null });
  const subjects = counted.find(({ id }) => id === '')?.rows ?? 0;
  return contractOf({ tables, subjects, sample: false }, counted, marks);
}

/** What the engine's data is beside that of a contract. */
export async function verdictOn(engine: TestEngine, contract: Contract): Promise<Verdict> {
  const { missing, none } = missingColumns(contract, engine.tables, mappingOf);
  if (none) return { kind: 'other', missing, periods: [] };
  if (missing.length > 0) return { kind: 'columns', missing };
  const scope = scopeOf(contract.tables);
  const counted = (await engine.rows(periodRows(scope).sql)).map(periodRows(scope).read);
  const periods = contract.periods.map(({ id }) => id);
  const salt = contract.mark ?? null;
  const groups = groupBytes(contract).length;
  return compareData(
    contract,
    counted,
    salt === null ? null : await asked(engine, { ...scope, periods, groups, salt }),
  );
}

async function asked(engine: TestEngine, choice: MarkChoice) {
  const { sql, read } = dataMarks(choice);
  return (await engine.rows(sql)).map(read);
}
