import { decodeRows } from '../../src/engine/decode';
import type { Row } from '../../src/model/row';
import type { View } from '../../src/model/view';
import { id, rows, type Value } from '../../src/sql/sql';
import { startDuckDBInNode } from '../../workers/duckdb-node';
import type { Data } from './data';

/** A database of canonical tables that are given as they are, on which views are applied. */
export class SchemeDatabase {
  readonly #run: (text: string) => Uint8Array;

  private constructor(run: (text: string) => Uint8Array) {
    this.#run = run;
  }

  static async start(): Promise<SchemeDatabase> {
    const handle = await startDuckDBInNode();
    const connection = await handle.connect();
    return new SchemeDatabase((text) => handle.bindings.runQuery(connection, text) as Uint8Array);
  }

  /** Puts the data in place of what was there. */
  load(data: Data): void {
    for (const statement of canonical(data)) this.#run(statement);
  }

  /** Puts the views in place of those before. @throws Error with the name and the SQL of a view that fails */
  apply(views: readonly View[]): void {
    this.#run('BEGIN; DROP SCHEMA IF EXISTS score CASCADE; CREATE SCHEMA score');
    for (const { name, stored, sql: text } of views) {
      const kind = stored ? 'TABLE' : 'VIEW';
      try {
        this.#run(`CREATE ${kind} ${id(...name.split('.')).text} AS\n${text}`);
      } catch (thrown) {
        this.#run('ROLLBACK');
        throw new Error(`${name} fails: ${String(thrown)}\n${text}`, { cause: thrown });
      }
    }
    this.#run('COMMIT');
  }

  ask(text: string): readonly Row[] {
    return decodeRows(this.#run(text));
  }
}

function canonical(data: Data): string[] {
  const { subjects, periods, observations, words, marks } = data;
  return [
    'CREATE SCHEMA IF NOT EXISTS canon',
    table(
      'subject',
      ['subject_id', 'name', 'kind', 'district', 'town', 'track', 'valid_from', 'valid_to'],
      subjects.map(({ id, kind, district, town, track }) => [
        ...[id, id, kind, district, town, track],
        null,
        null,
      ]),
    ),
    table(
      'period',
      ['period_id', 'cadence', 'year INTEGER', 'number INTEGER'],
      periods.map(({ id: period, cadence, year, number }) => [period, cadence, year, number]),
    ),
    table(
      'observation',
      ['subject_id', 'period_id', 'indicator_id', 'value DOUBLE'],
      observations.map(({ subject, period, measure, value }) => [subject, period, measure, value]),
    ),
    table(
      'attribute',
      ['subject_id', 'period_id', 'attribute', 'words'],
      words.map((one) => [one.subject, one.period, one.attribute, one.words]),
    ),
    table(
      'mark',
      ['subject_id', 'period_id', 'indicator_id', 'panel', 'assessor', 'value DOUBLE'],
      marks.map((one) => [
        one.subject,
        one.period,
        one.measure,
        one.panel,
        one.assessor,
        one.value,
      ]),
    ),
    table(
      'economy',
      ['subject_id', 'period_id', 'cadence', 'year INTEGER', 'measure', 'value_yuan DOUBLE'],
      [],
    ),
  ];
}

/** Makes a table with its columns, `name` or `name TYPE`; texts where no type is given. */
function table(name: string, columns: readonly string[], values: readonly Value[][]): string {
  const parts = columns.map((column) => column.split(' '));
  const typed = parts.map(([own = '', type = 'VARCHAR']) => `CAST(${own} AS ${type}) AS ${own}`);
  const names = parts.map(([own = '']) => own);
  return `
    CREATE OR REPLACE TABLE ${id('canon', name).text} AS
    SELECT ${typed.join(', ')} FROM ${rows(names, values).text}`;
}
