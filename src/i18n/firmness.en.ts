import type { firmness as zhCN } from './firmness.zh-CN';

/** Words on how firm results are. */
export const firmness: typeof zhCN = {
  lead: (scheme) =>
    `The scheme in use, "${scheme}", is changed a little and worked out again on this machine, to see whether ranks and stars would change. The results themselves stay as they are; those without a score are not in it.`,
  noScheme: 'There are no results to try anything on. Drop your data first.',
  noRanks: 'There are no ranks to try anything on.',
  period: 'Period',
  what: 'What to try',
  kinds: {
    'leave-out': 'Leave a part out',
    draws: 'Vary weights and rules together',
    without: 'Remove a subject',
    versions: 'Another version',
  },
  about: {
    'leave-out':
      'Each indicator and group is left out in turn, the others take its weight over, and the shift of ranks is measured. The larger it is, the more the results rest on that part.',
    draws:
      'Every run varies all weights, the normalisation and the missing-data rule at random, to see where each rank may lie. The same seed gives the same results.',
    without:
      'One subject is taken out of the data, to see whether others change places because of it.',
    versions: 'The same data is worked out by two versions and set side by side.',
  },
  runs: 'Runs',
  seed: 'Seed',
  spread: 'Weights up and down by (%)',
  normalisation: 'Vary normalisation',
  notNormalised: 'This scheme normalises nothing',
  missing: 'Vary the missing-data rule',
  subject: 'Remove',
  everyone: (count) => `Each in turn (${count})`,
  first: 'Version A',
  second: 'Version B',
  start: 'Try out',
  stop: 'Stop',
  invalid: (least, most) => `A whole number from ${least} to ${most}.`,
  sameVersions: 'Choose two different versions.',
  oneVersion: 'There is no other version for the same periods and kind of subject.',
  progress: (done, of) => `Trying out: ${done} of ${of} runs done`,
  stopped: 'Stopped; this one has no result.',
  gone: 'The data or the scheme has changed. What was tried no longer holds and was taken away; try it again.',
  nothing: 'Nothing was tried yet.',
  done: (runs) => `Tried out, runs: ${runs}.`,
  onlyPart: 'There is only one part, and none to leave out.',
  leftOutText: (part, subjects, mean, largest, changed) =>
    `Leaving out "${part}" matters most: over ${subjects} subjects ranks shift by ${mean} places on average, ${largest} at the most, and ${changed} change stars.`,
  leftOut: {
    part: 'Part left out',
    mean: 'Mean shift (places)',
    largest: 'Largest shift (places)',
    stars: 'Change stars',
    unranked: 'Without a rank',
  },
  intervalsText: (runs, width, subjects, crossing) =>
    `Over ${runs} runs the 5–95% interval of a rank spans ${width} places on average. Of ${subjects} subjects, ${crossing} have stars whose interval crosses a cut point: another way of counting may change them.`,
  intervals: {
    name: 'Subject',
    rank: 'Rank',
    median: 'Median rank',
    range: '5–95%',
    inTop: (top) => `In the top ${top}`,
    stars: 'Stars',
    starRange: 'Stars 5–95%',
    crosses: 'Crosses a cut point',
  },
  yes: 'yes',
  no: 'no',
  rangeOf: (low, high) => (low === high ? low : `${low}–${high}`),
  track: 'Track',
  chartTitle: (track) => `Intervals of ranks, ${track}`,
  chartBasis: (runs, period) =>
    `${period}, ${runs} runs; dot: rank as it stands, line: 5–95%, red: the stars cross a cut point`,
  chartMore: (shown, all) => `The figure shows the first ${shown} of ${all}; the table has all.`,
  chartListed: (shown, all) => `The first ${shown} of ${all} alone`,
  chartText: (track, subjects, width) =>
    `Intervals of the ranks of ${subjects} subjects in ${track}, ${width} places wide on average.`,
  chartMark: (name, rank, low, high) => `${name}\nrank ${rank}, interval ${low}–${high}`,
  reversalsText: (pairs, removed) =>
    `Pairs that change places when another subject is removed: ${pairs}. Subjects whose removal does that: ${removed}.`,
  noReversal: 'Without it the others keep their order.',
  reversals: {
    without: 'Removed',
    ahead: 'Was ahead',
    behind: 'Was behind',
    ranks: 'Ranks before',
  },
  versionsText: (subjects, moved, mean, largest, stars) =>
    `${subjects} subjects have a rank under both versions: ${moved} have another one, by ${mean} places on average and ${largest} at the most; ${stars} have other stars.`,
  versions: {
    name: 'Subject',
    track: 'Track',
    score: 'Score',
    rank: 'Rank',
    change: 'Places gained',
    stars: 'Stars',
  },
  fromTo: (from, to) => `${from} → ${to}`,
  levelsTitle: 'Other annual levels',
  levelsText: (count) => `Subjects with another annual level, all years together: ${count}.`,
  levels: { year: 'Year', first: 'Version A', second: 'Version B', subjects: 'Subjects' },
  noLevel: 'no level',
  levelOf: (level) => `level ${level}`,
  indicatorsTitle: 'Indicators together',
  indicatorsLead: (period) =>
    `By the results as they stand, ${period}. Nothing needs to be tried out.`,
  weightsTitle: 'Weight on paper and in effect',
  weightsText: (part, nominal, effective) =>
    `The gap is widest for "${part}": ${nominal} on paper, ${effective} of the differences in score come with it.`,
  weights: {
    part: 'Part',
    parent: 'Of',
    nominal: 'On paper',
    effective: 'In effect',
    withScore: 'Correlation with the score',
  },
  pairsTitle: 'Correlation and redundancy',
  pairsText: (from, pairs) =>
    `Pairs with a correlation of ${from} or more: ${pairs}. The two say nearly the same and might be one.`,
  noPairs: (from) => `No two indicators have a correlation of ${from} or more.`,
  onePart: 'There is only one indicator, and none to hold it against.',
  mostPairs: (shown) => `Only the ${shown} most alike are listed.`,
  pairs: {
    first: 'One indicator',
    second: 'Another',
    subjects: 'Subjects',
    pearson: 'Pearson',
    spearman: 'Spearman',
    redundant: 'Redundant',
  },
  separationTitle: 'What separates the top from the middle',
  separationText: (track, part, separation) =>
    `${track}: the top quarter and the middle differ most in "${part}", by ${separation} standard deviations.`,
  separation: {
    track: 'Track',
    part: 'Indicator',
    top: 'Mean of the top',
    middle: 'Mean of the middle',
    separation: 'Apart (std. dev.)',
  },
  assessorsTitle: 'Severity and agreement of assessor classes',
  assessorsText: (severe, by, apart) =>
    `"${severe}" is the most severe, ${by} below the others on average; "${apart}" agrees least with the others.`,
  assessors: {
    part: 'Class',
    subjects: 'Subjects',
    mean: 'Mean',
    severity: 'Severity (below the others)',
    agreement: 'Correlation with the others',
  },
  rows: (shown, all) => `${all} rows, the first ${shown} listed.`,
  panelTitle: 'How firm it is',
  panelText: (low, high, runs, inTop, top) =>
    `Over ${runs} runs the rank lies between ${low} and ${high} (5–95%); in the top ${top} in ${inTop} of them.`,
  panelCrosses: 'The stars cross a cut point.',
  panelLink: 'See the runs',
};
