import type { Book } from './book';
import { formats } from './formats';
import { groups } from './groups';
import { headers } from './headers';
import { kinds } from './kinds';
import { longTables } from './long-tables';
import { notes } from './notes';
import { others } from './others';
import { periods } from './periods';
import { severalSheets } from './several-sheets';
import { severalTables } from './several-tables';
import { starsAndRanks } from './stars-and-ranks';
import { titles } from './titles';
import { totals } from './totals';
import { unitsAndNumbers } from './units-and-numbers';
import { values } from './values';

/** All workbooks that are written for the cases. */
export const books: readonly Book[] = [
  ...starsAndRanks,
  ...titles,
  ...notes,
  ...longTables,
  ...headers,
  ...unitsAndNumbers,
  ...groups,
  ...totals,
  ...severalTables,
  ...severalSheets,
  ...values,
  ...formats,
  ...periods,
  ...kinds,
  ...others,
];
