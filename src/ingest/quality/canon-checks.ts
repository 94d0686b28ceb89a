import type { CanonFinding } from '../canon-findings';
import { missingSubjects } from './missing-subjects';
import { outliers } from './outliers';
import { periodGaps } from './period-gaps';
import { unitJumpColumns, unitJumps } from './unit-jumps';

/** What is checked across tables once they are arranged. */
export const canonChecks: readonly CanonFinding[] = [
  missingSubjects,
  periodGaps,
  unitJumpColumns,
  unitJumps,
  outliers,
];
