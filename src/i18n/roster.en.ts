import type { ChangeKind } from '../model/crosswalk';
import type { roster as zhCN } from './roster.zh-CN';

export const changeNames: Record<ChangeKind, string> = {
  renamed: 'renamed',
  recoded: 'new code',
  moved: 'moved to another town',
  alias: 'another writing',
  merged: 'merged',
  split: 'split',
};

/** Words about subjects over time. */
export const roster: typeof zhCN = {
  title: 'Changes of the roster',
  lead: 'Villages are recognised across files and years by code, then by town and name. What may have been renamed, merged or split is listed for you to confirm. Nothing is joined before that, and trends are marked as broken there.',
  none: 'No changes of the roster were found.',
  asked: {
    renamed: 'One code, two names: was it renamed?',
    recoded: 'One name, two codes: was the code changed?',
    moved: 'One name in two towns: was it moved?',
    alias: 'Two names alike: are they one village?',
    merged: 'Villages are gone and a new one appears: were they merged?',
    split: 'A village is gone and new ones appear: was it split?',
  },
  since: (period) => `since ${period}`,
  seenUntil: (period) => `the old name was last seen in ${period}`,
  seenFrom: (period) => `the new name was first seen in ${period}`,
  likeness: (share) => `names ${share} alike`,
  sameCode: 'same code',
  sameTown: 'same town',
  lostBytes: 'characters of the name were lost',
  confidence: { high: 'strong evidence', medium: 'fair evidence', low: 'weak evidence' },
  confirm: 'Confirm',
  refuse: 'It was not',
  note: 'Note',
  decided: 'Decided',
  decisions: { confirmed: 'confirmed', refused: 'refused' },
  undo: 'Undo',
  exportJson: 'Export as JSON',
  exportCsv: 'Export as CSV',
  importJson: 'Import JSON',
  importFailed: (path, allowed) =>
    `Nothing was imported: ${path || 'the file'} should be ${allowed}.`,
  coverage: (names, unmatched) => `${unmatched} of ${names} names unmatched`,
  changes: (kind, count) => `${count} ${kind}`,
  changesSince: (kind, count, period) => `${count} ${kind} in ${period}`,
  undecided: 'undecided',
  fileName: 'roster-changes',
};
