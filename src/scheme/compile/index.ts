import type { View } from '../../model/view';
import type { Scheme } from '../shape';
import { calibrationView } from './calibration';
import { entryViews } from './entry';
import { flagViews } from './flags';
import { outcomeViews } from './outcome';
import { periodViews } from './period';
import { scoreViews } from './score';
import { starViews } from './stars';
import { withoutBlankLines } from './tidy';
import { yearViews } from './year';

/** The views of the score floor that a scheme stands for, each after those it reads. */
export function compileScheme(scheme: Scheme): View[] {
  const { views, fits } = scoreViews(scheme);
  const all = [
    ...entryViews(scheme),
    ...views,
    ...periodViews(scheme),
    ...starViews(scheme),
    ...flagViews(scheme),
    ...yearViews(scheme),
    calibrationView(scheme, fits),
    ...outcomeViews(scheme),
  ];
  return all.map((view) => ({ ...view, sql: withoutBlankLines(view.sql) }));
}
