import type { View } from '../model/view';
import { annualLevel } from './annual-level';
import { collectiveEconomy, subjectEconomy } from './collective-economy';
import { explanation } from './explanation';
import { headline } from './headline';
import { reward, streak, unrated, watchList } from './lists';
import { starBoard } from './star-board';

/** The report floor, each view after those it reads. */
export const reportViews: readonly View[] = [
  starBoard,
  annualLevel,
  watchList,
  streak,
  reward,
  unrated,
  collectiveEconomy,
  subjectEconomy,
  explanation,
  headline,
];
