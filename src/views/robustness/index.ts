import type { View } from '../../model/view';
import { rankChange, scoreChange } from './change';
import {
  assessorClass,
  indicatorCorrelation,
  indicatorWeight,
  trackSeparation,
} from './indicators';
import { leftOutShift, rankInterval, rankReversal } from './ranks';
import { versionComparison, versionYears } from './versions';

export interface RobustnessRules {
  /** How many places count as the top. */
  readonly top: number;
  /** The parts of the score that hold what a class of assessors gave. */
  readonly panels: readonly string[];
}

/** How far results hang on the scheme's choices: what runs of changed schemes come to, and what indicators say together. */
export function robustnessViews({ top, panels }: RobustnessRules): View[] {
  return [
    leftOutShift,
    rankInterval(top),
    rankReversal,
    versionComparison,
    versionYears,
    scoreChange,
    rankChange,
    indicatorCorrelation,
    indicatorWeight,
    trackSeparation,
    assessorClass(panels),
  ];
}
