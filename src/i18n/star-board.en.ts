import type { Messages } from './zh-CN';

export const starBoard: Messages['starBoard'] = {
  title: 'Star board',
  ofPeople:
    'This scheme is about people: names are pseudonyms unless you keep them, and scores are shown on this machine only. Copies, exports and the command line give groups, and none of fewer than 5.',
  lead: (year) =>
    `Stars of the four quarters of ${year}, added up. Ranks are within a track; a village that lacks a quarter gets no level.`,
  scoreLead: (year) =>
    `Scores and ranks of ${year}, period by period. Missing data is never counted as zero.`,
  rescored: (version, periods) =>
    `Version ${version} is not in force in ${periods}: scored again under its rules, not directly comparable with what was published then.`,
  unknownScheme: (name, used) =>
    `There is no scheme "${name}" here; "${used}" is used. Drop its document on the page to use it.`,
  partYear: (periods) =>
    `So far there is data for ${periods} only: stars are added up to date, levels wait for the whole year.`,
  tracks: 'Tracks',
  tab: (label, count) => `${label} ${count}`,
  emptyTitle: 'Nothing to rate yet',
  emptyLead: 'Load quarterly sheets with villages, tracks and scores, and the stars stand here.',
  toData: 'Load files',
  missingMeasures: (names) =>
    `The scheme needs indicators that were not found: ${names}. On the Mapping page, give columns these meanings.`,
  noQuarter: 'There is no quarterly data. Check the periods on the Mapping page.',
  noTrack: 'No village has a track. Add a column 类别 to the roster or the sheets.',
  loading: 'Computing stars',
  caption: (year, track) => `Star board ${year}, ${track}`,
  figures: {
    levelAndAbove: 'three stars or more',
    periodFiveStar: 'five-star quarters',
    watch: (stars) => `on the watch list (${stars} stars or fewer)`,
    rated: 'scored',
    unrated: 'unrated',
  },
  levels: ['no level', 'one-star', 'two-star', 'three-star', 'four-star', 'five-star'],
  columns: {
    rank: 'Rank',
    change: 'Change',
    changeLong: 'Change of rank on last year',
    name: 'Village',
    track: 'Track',
    year: 'Year',
    level: 'Level',
    stars: 'Stars',
    trend: 'Course',
    distance: 'Distance',
    distanceLong: 'Stars still needed for the next level',
  },
  starsOf: (stars) => (stars === 1 ? '1 star' : `${stars} stars`),
  rankUp: (places) => `up ${places}`,
  rankDown: (places) => `down ${places}`,
  rankSame: 'same rank',
  rankNew: 'no rank last year',
  noLevel: 'below three stars',
  unrated: (missing) => `unrated, ${missing} ${missing === 1 ? 'quarter' : 'quarters'} missing`,
  toDate: (stars) => `${stars} so far`,
  atTop: 'highest level',
  toNext: (level, stars) => `${stars} to ${level}`,
  quotaFull: (level) => `${level} full`,
  badges: {
    streak: (years) => `five-star ${years} years`,
    watch: 'watch list',
    flag: 'Roving flag',
    flagRunning: (flag, periods) => `${flag}, ${periods} periods running`,
    break: 'series break',
    breakLong: (kind) => `${kind}: before and after are not directly comparable`,
  },
  noQuarterStars: 'missing',
  incomplete: (count, periods) =>
    `${count} villages lack ${periods}; they get no level this year and stand at the end of their tracks.`,
  distributionText: (track, count, low, high) =>
    `Stars of the year of ${count} villages (${track}): lowest ${low}, highest ${high}.`,
  watchLine: (stars) => `watch list: ${stars}`,
  lists: {
    fiveStar: 'Five-star list',
    watch: 'Watch list',
    streak: 'Five-star years running',
    note: 'Note',
    empty: 'None.',
    years: (years) => `${years} years`,
  },
  copy: 'Copy table',
  copied: 'Copied; paste it into Excel',
  copyFailed: 'The browser does not allow writing to the clipboard',
  distribution: { stars: 'Distribution of stars', score: 'Distribution of scores' },
  distributionBasis: (count, unrated) =>
    `${count} villages with a result${unrated > 0 ? `; ${unrated} unrated are not in the figure` : ''}. Drag over the figure: the numbers and the table below keep what is chosen.`,
  distributionColumns: { village: 'Village', value: { stars: 'Stars', score: 'Score' } },
  scoresText: (track, count, low, high) =>
    `Scores of ${count} villages (${track}): lowest ${low}, highest ${high}.`,
  bin: (from, to, count) => (from === to ? `${from}: ${count}` : `${from} to ${to}: ${count}`),
  range: {
    title: { stars: 'Stars of the year', score: 'Score' },
    from: 'from',
    to: 'to',
    clear: 'Clear the range',
    kept: (kept, all) => `${kept} of ${all} in range`,
  },
  order: {
    group: 'Group',
    groups: { track: 'by track', town: 'by town', none: 'not at all' },
    columns: 'Columns',
    optional: {
      change: 'Change',
      periods: 'Periods',
      trend: 'Course',
      level: 'Level',
      distance: 'Distance',
    },
    noTown: 'No town given',
    trendOf: (values) => `Period by period: ${values}`,
    nothing: 'No village is left by filters and range.',
  },
};
