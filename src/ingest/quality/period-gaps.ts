import type { CanonFinding } from '../canon-findings';
import { finding, type Finding } from '../../model/finding';
import { makePeriod, makeRound, periodsInYear, type Cadence } from '../../model/period';
import { sql } from '../../sql/sql';
import type { AnswerRow } from '../places';

/** Periods between the first and the last of a cadence of which there is no data. */
export const periodGaps: CanonFinding = {
  query: sql`
    SELECT DISTINCT p.period_id, p.cadence, p.year, p.number
    FROM canon.period AS p
    SEMI JOIN canon.reading AS r USING (period_id)
    ORDER BY p.cadence, p.year, p.number`,
  findings: (rows) => rows.flatMap((row, index) => gapAfter(row, rows[index + 1])),
};

function gapAfter(one: AnswerRow, next: AnswerRow | undefined): Finding[] {
  if (!next || next['cadence'] !== one['cadence']) return [];
  const cadence = one['cadence'] as Cadence;
  const inYear = periodsInYear(cadence);
  // rounds begin anew each year, or never
  if (inYear === 0 && next['year'] !== one['year']) return [];
  const place = (row: AnswerRow) => Number(row['year']) * inYear + Number(row['number']) - 1;
  const missing: string[] = [];
  for (let at = place(one) + 1; at < place(next); at += 1) {
    const period =
      inYear === 0
        ? makeRound(one['year'] === null ? null : Number(one['year']), at + 1)
        : makePeriod(cadence, Math.floor(at / inYear), (at % inYear) + 1);
    if (period) missing.push(period.id);
  }
  return missing.length === 0
    ? []
    : [
        finding('period_gap', {
          value: String(one['period_id']),
          about: missing.join('、'),
          count: missing.length,
        }),
      ];
}
