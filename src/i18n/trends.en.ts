import type { trends as source } from './trends.zh-CN';

/** Words of the trends page. */
export const trends: typeof source = {
  title: 'Trends',
  lead: (subjects, points) =>
    `Scores and ranks of the ${subjects} villages of this track at ${points} points in time. Ranks never cross tracks; where there are no data there is a gap, not a zero.`,
  loading: 'Collecting the results of all periods',
  emptyTitle: 'No results over time yet',
  empty:
    'Load the files of two or more periods to see ranks over time, a heat map, what changed and why, and streaks.',
  noTrack: 'No village of this track is left by the filters.',
  tracks: 'Tracks',
  grain: 'Time',
  grains: { period: 'By period', year: 'By year' },
  measure: 'Show',
  measures: { rank: 'Rank', score: 'Score', stars: 'Stars' },
  ruling: 'Rules',
  applied: (version) => `All by version ${version}, in use`,
  own: 'Each by the version then in force',
  byVersion: (version) => `All by version ${version}`,
  running: (done, of) => `Scoring again, ${done} of ${of} done`,
  stop: 'Stop',
  stopped: 'Stopped; what is shown is from before.',
  again: 'Score again',
  turn: (from, to) =>
    from === null
      ? `Version ${to ?? ''} begins`
      : to === null
        ? `Version ${from} ends`
        : `Scheme ${from} → ${to}`,
  span: (from, to) => `${from} to ${to}`,
  rescored: (version, points) =>
    `Version ${version} was not in force in ${points}; scored again by it here, not comparable with what was published then.`,
  ownNote:
    'Each point is scored by the version then in force. Rules differ on the two sides of a dashed line, so changes across it include those of the rules. Where none was in force, the nearest version counts.',
  oneNote: (version) =>
    `All points are scored by version ${version}: the same rules, so they can be compared.`,
  breaks: (names) =>
    `Series that begin anew: ${names}. A red ring marks the first point after the change; no line leads to it.`,
  breaksCount: (names, others) => `${names} and others, ${others} in all`,
  choose: 'Villages in colour',
  search: 'Find by name or town; a chosen one stands out in the figure',
  chooseTop: 'Top',
  chooseBottom: 'Bottom',
  chooseMovers: 'Largest moves',
  clear: 'Clear',
  chosenFull: (most) => `At most ${most} can stand out; remove one first.`,
  removeOne: (name) => `Remove ${name}`,
  noMatch: 'Nothing found',
  otherTrack: 'in another track',
  lines: (measure) => `${measure} over time`,
  linesBasis: (track, subjects) => `${track}, ${subjects} villages`,
  linesHint: 'Click a point to bring out its village',
  manyBasis: (track, subjects) =>
    `${track}: ${subjects} villages are too many for lines. The bands hold 5–95 % and 25–75 % of them, the dashed line is the median; only chosen villages are drawn`,
  linesText: (measure, names, points) =>
    `${measure} over ${points} points in time. In colour: ${names}.`,
  nobody: 'none',
  heat: (measure) => `Heat map: ${measure}`,
  heatBasis: (shown, all) =>
    shown === all
      ? `${all} villages; the stronger the better, an empty cell has no data`
      : `${shown} of ${all} villages; the stronger the better, an empty cell has no data`,
  heatText: (measure) => `${measure} of each village at each point in time.`,
  sort: 'Order',
  sorts: { last: 'By the latest', mean: 'By the mean', name: 'By name' },
  showAll: (count) => `Show all ${count}`,
  at: (name, point) => `${name}, ${point}`,
  rankIs: (rank) => `rank ${rank}`,
  scoreIs: (score) => `score ${score}`,
  starsIs: (stars) => `stars: ${stars}`,
  nothing: 'no data',
  movers: 'Who moved, and why',
  between: 'Two points to compare',
  from: 'From',
  to: 'To',
  moversBasis: (from, to) => `${from} → ${to}; only villages with a rank at both ends`,
  up: 'Up',
  down: 'Down',
  noMovers: 'No rank changed between the two points, or there is only one.',
  split: 'Split the changes',
  splitHint:
    'Splits each change into own performance, the others of the track, and the scheme; they add up to the whole.',
  splitYear: 'Changes are split period by period: set the time to “By period”.',
  splitOf: (name) => `What changed for ${name}`,
  splitBasis: (from, to) =>
    `${from} → ${to}; each bar begins where the last one ends, up to the score after; the axis does not begin at zero`,
  splitText: (name) => `The parts of the change in score of ${name}.`,
  splitWords: (from, to, change) => `Score ${from} → ${to} (${change})`,
  splitParts: (own, peers, scheme) =>
    peers === null
      ? `Own performance (with the others of the track: this scheme does not let the two be told apart) ${own}, scheme ${scheme}.`
      : `Own performance ${own}, others of the track ${peers}, scheme ${scheme}.`,
  rankWords: (from, to) => `Rank ${from} → ${to}`,
  detail: (words) => ` (${words})`,
  line: (about, words) => `${about}: ${words}`,
  places: (places) => `${places} places`,
  before: 'Before',
  after: 'After',
  performance: (part) => `Own: ${part}`,
  peers: 'Others of the track',
  scheme: 'Scheme',
  rest: 'Rounding etc.',
  total: 'Total',
  part: 'Part',
  slopes: 'Ranks before and after',
  slopesBasis: (from, to) => `${from} and ${to}; blue rose, orange fell`,
  slopesText: 'Ranks at the two points of the villages that moved most.',
  streaks: 'Streaks',
  streaksByRule: (years) => `${years}: years running at the highest level`,
  streakYears: (years) => `${years} years running`,
  streaksTop: (places) => `Among the first ${places} for two periods or more up to now`,
  streakPeriods: (periods) => `${periods} periods running`,
  noStreak: 'None.',
  columns: {
    name: 'Village',
    town: 'Town',
    point: 'Point',
    before: 'Before',
    after: 'After',
    change: 'Change',
  },
  openSubject: (name) => `Open the file of ${name}`,
};
