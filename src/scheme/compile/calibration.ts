import type { View } from '../../model/view';
import { join, note, sql } from '../../sql/sql';
import type { Scheme } from '../shape';
import type { Fit } from './batch';
import { fitCalibration } from './score';
import { starCalibration } from './stars';
import { levelCalibration } from './year';

/** Numbers that a scheme learned from the data: one row a number, with the clause that it comes from. */
export function calibrationView(scheme: Scheme, fits: readonly Fit[]): View {
  const stars = starCalibration(scheme);
  const levels = levelCalibration(scheme);
  const selects = [...fitCalibration(fits), ...stars.selects, ...levels];
  const none = sql`
    SELECT
      CAST(NULL AS VARCHAR) AS clause, CAST(NULL AS VARCHAR) AS period_id, CAST(NULL AS VARCHAR) AS track,
      CAST(NULL AS VARCHAR) AS name, CAST(NULL AS DOUBLE) AS value
    WHERE FALSE`;
  return {
    name: 'score.calibration',
    reads: [
      ...new Set(fits.map(({ view }) => view)),
      ...stars.reads,
      ...(levels.length > 0 ? ['score.level_line'] : []),
    ],
    columns: ['clause', 'period_id', 'track', 'name', 'value'],
    stored: false,
    sql: sql`
      ${note('numbers that the scheme learned from the data')}
      ${selects.length === 0 ? none : join(selects, '\nUNION ALL\n')}`.text,
  };
}
