import type { View } from '../../model/view';
import type { Scheme } from '../shape';
import { outcomeViews } from './outcome';
import { periodViews } from './period';
import { scoreViews } from './score';
import { yearViews } from './year';

/** The views of the score floor that a scheme stands for, each after those it reads. */
export function compileScheme(scheme: Scheme): View[] {
  return [
    ...scoreViews(scheme),
    ...periodViews(scheme),
    ...yearViews(scheme),
    ...outcomeViews(scheme),
  ];
}
