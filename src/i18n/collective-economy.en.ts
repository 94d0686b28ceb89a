import type { collectiveEconomy as zhCN } from './collective-economy.zh-CN';

/** Words of the page of the collective economy. */
export const collectiveEconomy: typeof zhCN = {
  title: 'Collective economy',
  lead: (year, measure, present, reporting) =>
    `${measure} in ${year}: ${present} villages were in force, ${reporting} report it. What is not reported is not taken for zero. Money is in 万元 (10,000 yuan).`,
  leadOf: (place) => ` Only ${place}.`,
  loading: 'Adding up the collective economy',
  yearAbsent: (wished, shown) =>
    `There are no figures of the collective economy for ${wished}; these are of ${shown}.`,
  emptyTitle: 'No figures of the collective economy yet',
  emptyLead:
    'Load a yearly table of the villages. It needs a column for the village and one of operating income, operating net income, investment or dividends. The year may be a column or stand in the title, the name of the sheet or that of the file; the unit (yuan, 万元) in the header or the title.',
  emptySources:
    'Sources of income, returns of investments and plans are named in the scheme’s clause economy; they are shown where the data has these columns.',
  toData: 'Load files',
  toMapping: 'Check what columns mean',
  noneKept: 'None of the villages that the filters keep has figures of the collective economy.',
  controls: 'What is shown',
  year: 'Year',
  measure: 'Measure',
  basis: 'Means and shares over',
  bases: {
    reporting: (count) => `the ${count} that report`,
    present: (count) => `the ${count} in force`,
    roster: (count) => `all ${count} of the roster`,
  },
  over: {
    reporting: (reporting) => `Over the ${reporting} villages that report`,
    present: (present, reporting) =>
      `Over the ${present} villages in force in the year, of which ${reporting} report`,
    roster: (roster, reporting) =>
      `Over all ${roster} villages of the roster, at whatever time, of which ${reporting} report`,
  },
  schemeBasis: (basis) => `The scheme takes means over ${basis}.`,
  schemeBases: { reporting: 'the villages that report', all: 'the villages in force in the year' },
  reportingOnly: (reporting) =>
    `Over the ${reporting} villages that report alone: the others have no figure`,
  reportingOnlyHint: 'The switch does not change this',
  rounding: {
    'half-up': (digits) => `Means are rounded half up to ${digits} decimals.`,
    'half-even': (digits) => `Means are rounded half to even, to ${digits} decimals.`,
    down: (digits) => `Means are cut off after ${digits} decimals.`,
    up: (digits) => `Means are rounded up to ${digits} decimals.`,
  },
  by: 'Groups',
  scopes: { all: 'All', district: 'District', town: 'Town', track: 'Track' },
  noPlace: 'not said',
  backToAll: 'Back to all',
  only: (place) => `Scope: ${place}`,
  figures: {
    total: 'total (万元)',
    mean: 'mean (万元)',
    median: 'median (万元)',
    reached: (line) => `reach ${line} 万元`,
    reachedOf: (reached, denominator) => `${reached}/${denominator}`,
    gini: 'Gini coefficient',
    top: (count) => `of the total held by the largest ${count}`,
  },
  undecided: (count) =>
    `${count} more are written as “over” or “under” a number; whether they reach the line is not known, so they are not counted.`,
  qualified: {
    at_least: (count) =>
      `${count} are written as “over” a number and counted as that number: the total is a lower bound.`,
    below: (count) =>
      `${count} are written as “under” a number and counted as that number: the total is an upper bound.`,
    about: (count) =>
      `${count} are no exact figures and counted as written: the total is approximate.`,
  },
  amount: {
    at_least: (value) => `${value} or more`,
    below: (value) => `under ${value}`,
    about: (value) => `about ${value}`,
  },
  breakNote: (years) =>
    `From ${years} on figures are counted otherwise, and years on both sides can’t be compared: figures break there, and growth across it is marked.`,
  breakLabel: (year) => `counted otherwise from ${year}`,
  acrossBreak: 'across the break',
  measures: {
    title: 'Measures',
    basis: (words) =>
      `${words}; medians over those that report, growth over those that report both years`,
    hint: 'Choose one, and the whole page follows',
    columns: {
      measure: 'Measure',
      reporting: 'Report',
      total: 'Total',
      mean: 'Mean',
      denominator: 'Over',
      median: 'Median',
      reached: 'Reach the line',
      growth: 'On the year before',
    },
    growth: (matched) => `over ${matched}`,
    noGrowth: 'no year before',
  },
  returns: {
    profit: (share, subjects) =>
      `Net income is ${share} of income, over the ${subjects} villages that report both.`,
    invested: (investors, total, mean) =>
      `${investors} villages invested ${total} 万元, ${mean} 万元 each on average.`,
    returned: (amount, rate) =>
      `They brought in ${amount} 万元 in the year, ${rate} of what those invested that report it.`,
    noReturns:
      'No column says what investments brought in: the scheme names none, or the data has none.',
    paid: (payers, total, mean) =>
      `${payers} villages paid ${total} 万元 of dividends, ${mean} 万元 each on average.`,
    ofProfit: (share) => `That is ${share} of the net income of these villages.`,
  },
  groups: {
    titles: { district: 'By district', town: 'By town', track: 'By track' },
    hint: 'Choose a name to see that group alone, once more to see all',
    over: {
      reporting: 'Means and shares over those of the group that report',
      present: 'Means and shares over those of the group in force in the year',
      roster: 'Means and shares over all of the group on the roster',
    },
    columns: {
      place: 'Name',
      counts: 'Report/over',
      total: 'Total',
      share: 'Of all',
      mean: 'Mean',
      median: 'Median',
      reached: 'Reach the line',
      growth: 'On the year before',
    },
  },
  distribution: {
    title: 'Distribution',
    basis: (bin) => `Steps of ${bin} 万元; the height is the number of villages`,
    text: (measure, count, median) =>
      `Distribution of ${measure} over ${count} villages, median ${median} 万元.`,
    range: (from, below) => `${from} to under ${below} 万元`,
    tail: 'The last step takes all beyond',
    beyond: (from) => `${from} 万元 or more`,
    bin: (range, count) => `${range}: ${count}`,
    mean: (value) => `mean ${value}`,
    median: (value) => `median ${value}`,
    line: (value) => `line ${value}`,
    columns: ['Range (万元)', 'Villages'],
  },
  tiers: {
    title: 'Classes',
    hint: 'Choose a class to list its villages alone',
    text: (measure) => `Villages by class of ${measure} in each year.`,
    none: (bound) => (bound === '0' ? 'none at all' : `${bound} 万元 or less`),
    first: (from, below) =>
      from === '0' ? `under ${below} 万元` : `over ${from}, under ${below} 万元`,
    between: (from, below) => `${from} to under ${below} 万元`,
    last: (from) => `${from} 万元 or more`,
    unreported: 'not reported',
    bar: (year, tier, count, share) => `${year}, ${tier}: ${count}, ${share}`,
    columns: ['Year', 'Class', 'Villages', 'Share', 'Over'],
  },
  lorenz: {
    title: 'Lorenz curve',
    basis: (gini, words) => `Gini ${gini} (0 is all alike). ${words}`,
    unsaid: 'A figure is below zero or all are zero: Gini and the curve can’t be worked out.',
    text: (gini, low) =>
      `Lorenz curve, Gini ${gini}; the poorest half of the villages holds ${low} of the total.`,
    point: (subjects, value) => `The poorest ${subjects} of villages hold ${value} of the total`,
    x: 'share of villages, from the poorest',
    y: 'share of the total',
    columns: ['Share of villages, from the poorest', 'Share of the total'],
  },
  years: {
    title: 'Means over the years',
    basis: (words) => `万元, ${words} (each year by itself)`,
    text: (measure, from, to) => `Means of ${measure} from ${from} to ${to}.`,
    point: (year, mean, total, denominator) =>
      `${year}: mean ${mean} 万元, total ${total} 万元, over ${denominator}`,
    columns: ['Year', 'Mean (万元)', 'Total (万元)', 'Over', 'Report'],
  },
  movers: {
    title: 'Level and growth',
    basis: (shown, found) =>
      `Across: this year (万元); up: growth on the year before, of villages that report both years and had more than zero; ${shown} of ${found} drawn. Growth beyond 200% stands at the upper edge`,
    across: 'This year and the one before are not counted alike: growth is only a hint',
    text: (measure, count) => `${measure} of ${count} villages and its growth on the year before.`,
    dot: (name, value, growth) => `${name} ${value} 万元, ${growth}`,
    columns: ['Village', 'Town', 'This year (万元)', 'On the year before'],
  },
  sources: {
    title: 'Sources of income',
    basis: (words) => `Shares of all sources, over the villages that report them. ${words}`,
    ofIncome: (share) => `The sources listed are ${share} of operating income`,
    text: 'What the income of each group is made up of.',
    bar: (place, source, share, total, reporting) =>
      `${place}, ${source}: ${share}, ${total} 万元, ${reporting} report it`,
    columns: ['Scope', 'Source', 'Report', 'Total (万元)', 'Of all sources', 'Of operating income'],
  },
  plans: {
    title: (measure) => `Plan and done: ${measure}`,
    basis: (subjects, reached) =>
      `Over the ${subjects} villages that have both a plan and a figure; ${reached} of them reached the plan`,
    text: (measure, done) => `${done} of the plan of ${measure} is done.`,
    bar: (place, actual, plan, done) => `${place}: ${actual} done of ${plan}, ${done}`,
    columns: ['Scope', 'Period', 'Done', 'Plan', 'Completion', 'Villages'],
  },
  pairs: {
    title: 'Pairs of strong and weak',
    basis: (within, by) =>
      `Within each ${within}, by ${by}: the strongest with the weakest. Pairs of which one is in the scope`,
    columns: {
      words: 'Group',
      period: 'Period',
      strong: 'Strong',
      weak: 'Weak',
      value: 'Figure',
      times: 'Times',
    },
  },
  investors: {
    title: 'Investments and their return',
    basis: (count) =>
      `${count} villages that invested; the rate is what it brought in the year by what was invested`,
    columns: {
      name: 'Village',
      town: 'Town',
      invested: 'Invested (万元)',
      returns: 'Brought in (万元)',
      rate: 'Rate',
    },
  },
  subjects: {
    title: 'Villages',
    basis: (measure, found) => `By ${measure}, the largest first; ${found} in all`,
    ofTier: (tier) => `Only: ${tier}`,
    allTiers: 'List all',
    shown: (shown) => `The first ${shown} alone are listed`,
    shownHint: 'Narrow the scope to see the others',
    columns: {
      rank: 'Rank',
      name: 'Village',
      town: 'Town',
      value: 'This year (万元)',
      growth: 'On the year before',
    },
    unreported: (count) => `${count} do not report:`,
    cells: (name) => `Where the figures of ${name} come from`,
    yearCell: (year, measure) => `${measure} ${year}`,
  },
  more: (count) => `List the other ${count}`,
};
