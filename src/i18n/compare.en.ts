import type { compare as source } from './compare.zh-CN';

/** Words of the page that compares. */
export const compare: typeof source = {
  title: 'Compare',
  lead: (year) =>
    `Two or more districts, towns, tracks, years or schemes side by side: scores of ${year} and what they are made of, stars and collective economy, each on one scale. Villages without a result of the whole year are in no mean; missing is never zero.`,
  leadYears:
    'Years side by side: scores of the year and what they are made of, stars and collective economy, each on one scale. Villages without a result of the whole year are in no mean; missing is never zero.',
  kind: 'Compare',
  kinds: {
    district: 'Districts',
    town: 'Towns',
    track: 'Tracks',
    year: 'Years',
    scheme: 'Schemes',
  },
  onlyOne: 'The data has only one',
  sides: 'Sides',
  chooseMore: 'Choose another',
  add: (most) => `Add (at most ${most})`,
  take: (name) => `Take out ${name}`,
  matching: 'Who counts',
  matched: 'Only villages with a result on every side',
  all: 'All of each side',
  matchedLead: (count) =>
    `Matched by the village's code or name: ${count} villages have a result of the year on every side, and only these count.`,
  leftOut: (name, count) => `${name}: ${count} more left out`,
  allLead:
    'Each side counts all its villages. They are not the same, so differences hold the effect of those that came and went.',
  townOf: (district, town) => `${district} ${town}`,
  counts: (scored, subjects) => `${scored} of ${subjects} villages have a result of the year`,
  rescored: (names, scheme) =>
    `"${scheme}" was not in force in all of ${names}: scored again under it, not directly comparable with what was published then.`,
  tracks:
    'Tracks may be judged by different standards: their means side by side are for information, ranks never cross tracks.',
  changed: (count) =>
    `${count} villages changed town, name or code between these years, which nobody has confirmed; they are matched by code.`,
  toQuality: 'Confirm on the Quality page',
  yearAbsent: (wanted, shown) => `There are no results of ${wanted}; this is ${shown}.`,
  figures: {
    distribution: 'Distribution of scores',
    distributionBasis: (basis) =>
      `Share of villages in each class of the year's score, of those with a result of the year (${basis}); the line is the mean.`,
    sideLabel: (name, subjects, mean) => `${name}: ${subjects} villages, mean ${mean}`,
    classTitle: (name, from, to, count, share) =>
      `${name}: ${from} to ${to} points, ${count} villages, ${share}`,
    stars: 'Shares of stars',
    starsBasis: (basis) =>
      `Share of the periods' results that won so many stars, of all results that were given stars (${basis}).`,
    starsOf: (stars) => `${stars} ★`,
    barTitle: (side, panel, value, over) => `${side}, ${panel}: ${value} (${over})`,
    overSubjects: (count) => `${count} villages`,
    overResults: (count) => `${count} results`,
    parts: 'Parts of the score',
    partsBasis: (basis) =>
      `Values as they enter the score: the mean of a village's periods, then of the villages with a result of the year (${basis}).`,
    economy: 'Means of the collective economy',
    economyBasis: (basis) => `In 万元 (10,000 yuan), over ${basis}.`,
    economyReporting: 'the villages that report the figure',
    economyAll: 'all villages that there were in the year',
    economyMatched: 'the villages that report the figure on every side',
    economySide: (name, over, reporting) => `${name} ${over} (${reporting} report)`,
    series: ' Counted otherwise since a break between these years: the means are not comparable.',
    columns: {
      side: 'Side',
      from: 'From',
      to: 'To',
      subjects: 'Villages',
      share: 'Share',
      stars: 'Stars',
      results: 'Results',
      part: 'Part',
      measure: 'Measure',
      mean: 'Mean',
      reporting: 'Report',
      denominator: 'Denominator',
    },
    sidePair: (name, count) => `${name} ${count}`,
  },
  table: {
    title: 'Differences',
    basis:
      'Differences of means, the largest first: ordered after division by the standard deviation within the sides, so that points, shares and money stand in one order. ',
    orderOfTwo: (first, second) => `The difference is "${second}" less "${first}".`,
    orderOfMore: 'The difference is the highest less the lowest.',
    indicator: 'Figure',
    difference: 'Difference',
    effect: 'In standard deviations',
    best: 'Better off',
    better: { higher: 'higher is better', lower: 'lower is better' },
    direction: 'Direction',
    same: 'equal',
    none: 'There is no figure that all sides have.',
    over: (count) => `${count} villages`,
    points: 'percentage points',
    score: 'Score of the year',
    stars: 'Stars of the year',
    level: (level, andAbove) => `Share ${level}${andAbove ? ' or higher' : ''}`,
    economy: (measure) => `${measure} (万元)`,
    noSeries: 'broken series',
  },
  versions: {
    running: (done, of) => `Scoring again under each scheme: ${done} of ${of}`,
    stop: 'Stop',
    stopped: 'Stopped; what stands below is from before.',
    again: 'Start again',
    title: 'Ranks under the schemes',
    basis: (year) =>
      `The same data under each scheme, village by village, over the periods of ${year}.`,
    line: (first, second, results, ranks, stars, mean) =>
      `${first} and ${second}: of ${results} results ranked under both, ${ranks} differ in rank and ${stars} in stars; ranks differ by ${mean} places on average.`,
    moves: (first, second) =>
      `Villages whose rank of the year differs most: ${first} and ${second}`,
    noMoves: 'No village ranks otherwise.',
    columns: { name: 'Village', town: 'Town', track: 'Track' },
    rankUnder: (name) => `Rank, ${name}`,
    levelUnder: (name) => `Level, ${name}`,
    change: 'Change',
  },
  emptyTitle: 'Nothing to compare',
  empty:
    'Comparing takes two or more districts, towns, tracks or years. Load more files, or add districts and towns to the roster.',
  toData: 'Load files',
  loading: 'Comparing',
};
