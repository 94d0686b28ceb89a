import type { View } from '../../model/view';
import type { Scheme } from '../shape';
import { calibrationView } from './calibration';
import { entryViews } from './entry';
import { flagViews } from './flags';
import { outcomeViews } from './outcome';
import { periodViews } from './period';
import { scoreViews } from './score';
import { starViews } from './stars';
import { yearViews } from './year';

/** The views of the score floor that a scheme stands for, each after those it reads. */
export function compileScheme(scheme: Scheme): View[] {
  const { views, fits } = scoreViews(scheme);
  return [
    ...entryViews(scheme),
    ...views,
    ...periodViews(scheme),
    ...starViews(scheme),
    ...flagViews(scheme),
    ...yearViews(scheme),
    calibrationView(scheme, fits),
    ...outcomeViews(scheme),
  ];
}
