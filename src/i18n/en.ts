import { collectiveEconomy } from './collective-economy.en';
import { compare } from './compare.en';
import { data } from './data.en';
import { errors } from './errors.en';
import { exporting } from './exporting.en';
import { findings } from './findings.en';
import { firmness } from './firmness.en';
import { frame } from './frame.en';
import { keep } from './keep.en';
import { mapping } from './mapping.en';
import { quality } from './quality.en';
import { query } from './query.en';
import { queryNames } from './query-names.en';
import { changeNames, roster } from './roster.en';
import { scheme } from './scheme.en';
import { schemeProblem } from './scheme-problem.en';
import { starBoard } from './star-board.en';
import { subject } from './subject.en';
import { trends } from './trends.en';
import { share } from './share.en';
import type { Messages } from './zh-CN';

/** The words of the interface, in English. */
export const en: Messages = {
  locale: 'en',
  brand: 'Starflag',
  errors,
  findings,
  changeNames,
  roles: {
    ignore: 'Not used',
    code: 'Division code',
    district: 'District',
    town: 'Town',
    name: 'Village',
    track: 'Track',
    period: 'Period',
    year: 'Year',
    attribute: 'Group (words)',
    panel: 'Class of assessor',
    assessor: 'Assessor',
    indicator: 'Indicator',
    operating_income: 'Operating income',
    operating_profit: 'Operating profit',
    investment: 'Investment',
    dividend: 'Dividends',
  },
  schemeProblem,
  common: {
    close: 'Close',
    cancel: 'Cancel',
    remove: 'Remove',
    retry: 'Try again',
    none: '–',
    all: 'All',
    oneTrack: 'All in one track',
    listSeparator: ', ',
    sentenceEnd: '.',
    place: (file, sheet, row, column) =>
      [file, sheet, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`]
        .filter(Boolean)
        .join(' › '),
  },
  period: {
    quarter: (year, number) => `Q${number} ${year}`,
    quarterShort: (number) => `Q${number}`,
    half: (year, number) => `H${number} ${year}`,
    month: (year, number) => `${year}-${String(number).padStart(2, '0')}`,
    bimonth: (year, number) => `Bimonth ${number} of ${year}`,
    year: (year) => String(year),
    round: (year, number) => (year === null ? `Round ${number}` : `Round ${number} of ${year}`),
  },
  shell: {
    skip: 'Skip to content',
    navigation: 'Pages',
    scheme: 'Scheme',
    period: 'Period',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    starting: 'Starting the engine',
    restarting: 'The engine stopped unexpectedly; restarting and restoring the data',
    restarted: 'The engine was restarted and the data restored',
    working: 'Computing',
    local: 'Runs on this machine, no data has left',
    failed: 'The engine did not start',
    counts: (subjects, observations) => `${subjects} villages · ${observations} values`,
    failedTitle: 'Cannot start',
    reload: 'Reload the page',
  },
  data,
  collectiveEconomy,
  mapping,
  quality,
  query,
  queryNames,
  roster,
  compare,
  scheme,
  firmness,
  subject,
  trends,
  share,
  exporting,
  keep,
  figure: {
    asTable: 'Show the data',
    asFigure: 'Show the figure',
    failed: 'The figure could not be loaded; the data is in the table',
  },
  starBoard,
  frame,
  explanation: {
    title: 'Explanation',
    hint: 'Choose a village to see where its score and stars come from.',
    rankOf: (rank, rated) => `rank ${rank} of ${rated}`,
    quarters: 'Quarters',
    quarterMissing: 'no data',
    how: 'Where this score comes from',
    product: (value, weight) => `${value} × ${weight}`,
    weighed: (value, weight) => `${value}, weight ${weight}`,
    steps: {
      cap: 'capped',
      round: 'rounded',
      times: 'multiplied',
      plus: 'shifted',
      divideBy: 'per unit',
      multiplyBy: 'times a measure',
      goalposts: 'between goalposts',
      table: 'points',
      exponential: 'exponential',
      impute: 'filled in',
      winsorise: 'winsorised',
      fences: 'held at a fence',
      log: 'logarithm',
      minmax: 'min-max',
      z: 'z-score',
      rank: 'rank',
      percentile: 'percentile',
      ratio: 'ratio',
      distance: 'distance',
    },
    capped: (measured, value) => `${measured} counts as ${value} (cap)`,
    score: 'Score',
    rounding: {
      'half-up': (digits) => `rounded to ${digits} decimals, half up`,
      'half-even': (digits) => `rounded to ${digits} decimals, halves to the even digit`,
      down: (digits) => `cut off after ${digits} decimals`,
      up: (digits) => `rounded up to ${digits} decimals`,
    },
    missing: (parts) =>
      `${parts} missing, so there is no score for the quarter. Missing is never counted as zero.`,
    place: 'Place',
    whyStars: 'How these stars were given',
    ruleTop: (stars, share, places, score) =>
      `A score of at least ${score} and a rank within the top ${share} of the track (first ${places}) give ${stars} stars.`,
    ruleCut: (stars, score) => `A score of at least ${score} gives ${stars} stars.`,
    ruleQuota: (stars, share, places) =>
      `A rank within the top ${share} of the track (first ${places}) gives ${stars} stars.`,
    ruleNone: (stars) => `No rule is met: ${stars} stars.`,
    quotaMissed: (stars, places) =>
      `The score is enough for ${stars} stars, but the rank (ties counted whole) is not within the first ${places} of the track.`,
    whyLevel: 'How the level of the year was given',
    yearSum: (stars, total) => `Four quarters, ${stars}: ${total} stars in the year.`,
    yearRank: (rank, rated, score) =>
      `Rank ${rank} of ${rated} in the track; equal stars are ordered by the mean score of the year, ${score}.`,
    levelGot: (level, line, places) =>
      places === null
        ? `Level: ${level}, at least ${line} stars.`
        : `Level: ${level}, at least ${line} stars and within the first ${places} of the track.`,
    levelNot: (level, line) => `The line for ${level} is ${line} stars; not reached.`,
    levelFull: (level, places) =>
      `Enough stars for ${level}, but the rank (ties counted whole) is not within the first ${places} of the track.`,
    yearUnrated: (periods) => `${periods} missing, so there is no level this year.`,
    reward: (amount, stars, once) =>
      `Reward: ${amount} yuan, of it ${stars} for stars and ${once} once for the level.`,
    rewardShrunk: (share) => `The pool is limited: paid at ${share}.`,
    cells: 'Source cells',
    cellText: (text) => `"${text}"`,
    corrected: 'corrected',
    cellBlank: 'blank',
    noCell: (measure) => `${measure}: no usable cell`,
    economy: 'Collective economy',
    economyLead: (year) => `${year}, in 万元 (10,000 yuan).`,
    economyOf: (name, year) => `${name}, collective economy of ${year}`,
    economyUnit: '万元',
    economyColumns: {
      measure: 'Measure',
      value: 'Amount',
      mean: 'Mean',
      denominator: 'Villages in the mean',
    },
    economyMean: (mean, denominator) => `mean ${mean} (over ${denominator} villages)`,
    sqlTitle: 'The SQL behind it',
    sqlLead: 'Every step is a view made from the scheme; each can be read.',
    openSql: 'Show SQL',
    openInQuery: 'Open in query',
  },
};
