import type { CanonFinding } from '../canon-findings';
import { lit, sql } from '../../sql/sql';
import { tidy } from './digits';
import { listed, mostAsked } from './listed';
import { unitRatios } from './unit-ratios';

/** Peers below which nothing can be said of what is usual. */
const fewestPeers = 12;

/** Figures told for a measure, period and track; where more stand out, the spread is simply wide. */
const mostTold = 3;
const mostShare = 0.05;

/**
 * Figures far from those of their peers (same measure, period and track): beyond three times the middle half's width on
 * either side, and where all are above zero so on a scale of ratios too, as incomes are. What a unit explains is left out.
 */
export const outliers: CanonFinding = {
  query: sql`
    WITH ${unitRatios},
    peer AS (
      SELECT r.*, s.track, concat_ws(' ', s.town, s.name) AS name
      FROM canon.reading AS r
      JOIN canon.subject AS s USING (subject_id)
      WHERE r.value IS NOT NULL AND r.period_id IS NOT NULL
    ),
    fence AS (
      SELECT
        measure, period_id, track, count(*) AS peers, min(value) > 0 AS positive,
        quantile_cont(value, 0.25) AS low, quantile_cont(value, 0.75) AS high
      FROM peer
      GROUP BY measure, period_id, track
      HAVING count(*) >= ${lit(fewestPeers)} AND low < high
    ),
    outside AS (
      SELECT
        p.*, f.peers, f.low, f.high,
        greatest(f.low - p.value, p.value - f.high) / (f.high - f.low) AS distance
      FROM peer AS p
      JOIN fence AS f
        ON f.measure = p.measure AND f.period_id = p.period_id
        AND f.track IS NOT DISTINCT FROM p.track
      WHERE distance > 3
        AND (
          NOT f.positive
          OR greatest(ln(f.low / p.value), ln(p.value / f.high)) > 3 * ln(f.high / f.low)
        )
    )
    SELECT *
    FROM outside
    ANTI JOIN jumped_cell USING (source_id, source_row, source_column)
    ANTI JOIN jumped_column USING (measure, source_id, source_column, period_id)
    QUALIFY count(*) OVER (PARTITION BY measure, period_id, track)
      <= greatest(${lit(mostTold)}, ${lit(mostShare)} * peers)
      AND row_number() OVER (
        PARTITION BY measure, period_id, track ORDER BY distance DESC, source_id, source_row
      ) <= ${lit(mostTold)}
    ORDER BY source_id, source_row, source_column
    LIMIT ${mostAsked}`,
  findings: listed('outlier', (row) => ({
    detail: {
      name: String(row['name']),
      period: String(row['period_id']),
      measure: String(row['measure']),
      peers: Number(row['peers']),
      low: tidy(Number(row['low'])),
      high: tidy(Number(row['high'])),
    },
  })),
};
