export { changeTrials, type Scored } from './change';
export {
  drawTrials,
  missingRules,
  normalisations,
  normalises,
  wideVariation,
  type Normalisation,
  type Variation,
} from './draws';
export { leaveOneOut } from './leave-out';
export { panelParts } from './panels';
export { versionTrials } from './versions';
export { withoutSubjects } from './without-subject';
