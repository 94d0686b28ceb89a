import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../src/model/answer';
import type { Finding } from '../../src/model/finding';
import { TestEngine } from '../sql/test-engine';
import { readCases, type CaseFolder } from './corpus/case';
import { shownFigure } from './corpus/figures';
import { shownFindings } from './corpus/findings';
import { shownExpectation, shownTable } from './corpus/tables';

// Each folder of files/ holds files as offices write them and, in expected.json, what they mean to an analyst: the shape is
// that of corpus/case.ts. Its workbooks are written by write-files.ts; what else is there was put there by hand.

const cases = readCases();
const known = ['about', 'tables', 'findings', 'observations', 'figures', 'refused'];

let engine: TestEngine;

beforeAll(async () => {
  engine = await TestEngine.start();
});
afterEach(() => engine.clear());

/** Loads the files, and arranges them where figures are expected. */
async function load({ expected, files }: CaseFolder) {
  const findings: Finding[] = [];
  for (const { name, content } of files)
    findings.push(...(await engine.load(name, content)).findings);
  const arranged = expected.observations ?? expected.figures;
  const arrangement = arranged ? await engine.arrange() : null;
  return { findings: [...findings, ...(arrangement?.findings ?? [])], arrangement };
}

/** What the product makes of a case, in the form of `wanted`. */
async function shown(folder: CaseFolder) {
  const {
    tables: wantedTables = [],
    findings: wantedFindings = [],
    observations,
    figures,
  } = folder.expected;
  const { findings, arrangement } = await load(folder);
  const tables = [];
  for (const [index, table] of engine.tables.entries())
    tables.push(await shownTable(engine, table, wantedTables[index]));
  const values = [];
  for (const figure of [...(observations?.values ?? []), ...(figures ?? [])])
    values.push(await shownFigure(engine, figure));
  return {
    tables,
    findings: shownFindings(findings, wantedFindings),
    ...(observations && { count: arrangement?.observations }),
    values,
  };
}

function wanted({ expected: { tables = [], findings = [], observations, figures } }: CaseFolder) {
  return {
    tables: tables.map(shownExpectation),
    findings,
    ...(observations && { count: observations.count }),
    values: [...(observations?.values ?? []), ...(figures ?? [])],
  };
}

/** The code with which the first file is refused; what it holds where it is not. */
async function refusal({ files }: CaseFolder): Promise<unknown> {
  const [file] = files;
  if (!file) return null;
  try {
    const { tables } = await engine.load(file.name, file.content);
    return { tables: tables.map(({ range }) => range) };
  } catch (thrown) {
    if (thrown instanceof Fault) return { code: thrown.error.code };
    throw thrown;
  }
}

describe('files as offices write them', () => {
  test.each(cases.map((folder) => [folder.name, folder] as const))('%s', async (_, folder) => {
    expect(Object.keys(folder.expected).filter((key) => !known.includes(key))).toEqual([]);
    if (folder.expected.refused) expect(await refusal(folder)).toEqual(folder.expected.refused);
    else expect(await shown(folder)).toEqual(wanted(folder));
  });
});

test('there are cases of every kind', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});
