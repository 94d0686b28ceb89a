import { lit, sql } from '../../../src/sql/sql';
import type { TestEngine } from '../../sql/test-engine';
import type { ExpectedFigure } from './case';

/** The figure of the canonical tables that an expected one is about, with what the expectation says of it; null where there is none. */
export async function shownFigure(engine: TestEngine, wanted: ExpectedFigure): Promise<unknown> {
  const { subject, town, period, indicator, measure } = wanted;
  const figures =
    measure === undefined
      ? sql`SELECT subject_id, period_id, value, qualifier FROM canon.observation WHERE indicator_id = ${lit(indicator ?? '')}`
      : sql`SELECT subject_id, period_id, CAST(value_yuan AS DOUBLE) AS value, qualifier FROM canon.economy WHERE measure = ${lit(measure)}`;
  const rows = await engine.rows(
    sql`
      SELECT f.value, f.qualifier
      FROM (${figures}) AS f
      JOIN canon.subject AS s USING (subject_id)
      WHERE s.name = ${lit(subject)} AND f.period_id = ${lit(period)}
        ${town === undefined ? sql`` : sql`AND s.town = ${lit(town)}`}`.text,
  );
  const [row] = rows;
  if (!row || rows.length > 1) return { ...wanted, value: rows.map(({ value }) => value) };
  return {
    ...wanted,
    value: row['value'],
    ...(wanted.qualifier !== undefined && { qualifier: row['qualifier'] }),
  };
}
