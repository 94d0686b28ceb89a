import type { TableCheck } from './checked-table';
import { counts } from './counts';
import { exceeding } from './exceeding';
import { means } from './means';
import { parts } from './parts';
import { ranks } from './ranks';
import { repeats } from './repeats';
import { shares } from './shares';
import { totals } from './totals';

/** What is checked within every table as it is loaded. */
export const tableChecks: readonly TableCheck[] = [
  totals,
  means,
  ranks,
  parts,
  exceeding,
  shares,
  counts,
  repeats,
];
