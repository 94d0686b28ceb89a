import { headMeasures } from '../../../src/scheme/heads';
import type { Flag, Lists, Rewards, Scheme } from '../../../src/scheme/shape';
import { groupBy, keyOf, same, sum } from './cells';
import { meets, type Known } from './context';
import type { Entry } from './entry';
import { placesIn, rankKeys, type Nodes, type Ranked, type Scored } from './period';
import { roundDecimal } from './round';
import type { Starred } from './stars';
import type { Levelled } from './year';

export interface Held {
  readonly flag: string;
  readonly subject: string;
  readonly period: string;
  /** Periods that it has been held for without a break, this one included. */
  readonly running: number;
}

/** Who holds each flag after each period. */
export function flagsOf(
  scheme: Scheme,
  ranked: readonly Ranked[],
  known: Known,
  nodes: Nodes,
): Held[] {
  const townOf = new Map(known.data.subjects.map(({ id, town }) => [id, town]));
  const placeOf = {
    period: () => '*',
    track: (one: Ranked) => one.track,
    town: (one: Ranked) => townOf.get(one.subject) ?? '',
  };
  return scheme.flags.flatMap((flag) =>
    [...groupBy(ranked, placeOf[flag.within]).values()].flatMap((group) =>
      held(flag, firstPlaces(scheme, group, nodes, townOf)),
    ),
  );
}

/** Those who stand first in each period, by town and name, in the order of time. */
function firstPlaces(
  scheme: Scheme,
  group: readonly Ranked[],
  nodes: Nodes,
  townOf: ReadonlyMap<string, string>,
): { readonly period: string; readonly subjects: readonly string[] }[] {
  return [...groupBy(group, ({ period }) => period)].toSorted().map(([period, inPeriod]) => ({
    period,
    subjects: placesIn(inPeriod, rankKeys(scheme, nodes), 'competition')
      .filter(({ position }) => position === 1)
      .map(({ subject }) => subject)
      // in these data the name is the id
      .toSorted((a, b) => order(`${townOf.get(a) ?? ''} ${a}`, `${townOf.get(b) ?? ''} ${b}`)),
  }));
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

function held({ id, ties }: Flag, rounds: ReturnType<typeof firstPlaces>): Held[] {
  let holder: string | null = null;
  let running = 0;
  return rounds.flatMap(({ period, subjects }) => {
    const keeps = ties === 'holder' && holder !== null && subjects.includes(holder);
    const tied = subjects.length > 1;
    const next: string | null =
      tied && ties === 'none' ? null : keeps ? holder : (subjects[0] ?? null);
    running = next !== null && next === holder ? running + 1 : 1;
    holder = next;
    return next === null ? [] : [{ flag: id, subject: next, period, running }];
  });
}

/** Subjects of few stars over the year. */
export function watchOf({ lists }: Scheme, levels: readonly Levelled[]): Levelled[] {
  const { watch } = lists;
  if (!watch) return [];
  return levels.filter(
    ({ stars }) => stars !== null && (stars < watch.starsAtMost || same(stars, watch.starsAtMost)),
  );
}

export interface Streak {
  readonly subject: string;
  readonly year: number;
  readonly years: number;
}

/** Years running at a level. */
export function streaksOf({ lists }: Scheme, levels: readonly Levelled[]): Streak[] {
  const { streak } = lists;
  if (!streak) return [];
  const reached = new Set(
    levels
      .filter(({ level }) => (level ?? 0) >= streak.level)
      .map((one) => `${one.subject} ${one.year}`),
  );
  return levels.flatMap(({ subject, year }) => {
    let years = 0;
    while (reached.has(`${subject} ${year - years}`)) years += 1;
    return years >= streak.years ? [{ subject, year, years }] : [];
  });
}

export interface Rectified {
  readonly subject: string;
  readonly period: string;
  readonly entered: string;
  readonly extended: boolean;
  readonly relapse: boolean;
}

type Rectification = NonNullable<Lists['rectification']>;

/** The list of those who must put something right, period by period. */
export function rectificationOf(
  scheme: Scheme,
  entries: readonly Entry[],
  ranked: readonly Ranked[],
  known: Known,
  nodes: Nodes,
): Rectified[] {
  const rule = scheme.lists.rectification;
  if (!rule) return [];
  const met = new Set([
    ...entries.filter((one) => rule.when.some((when) => meets(when, one, known, nodes))).map(keyOf),
    ...lowest(scheme, rule, ranked, known, nodes),
  ]);
  const periods = [...new Set(entries.map(({ period }) => period))].toSorted();
  const subjects = [...new Set(entries.map(({ subject }) => subject))];
  return subjects.flatMap((subject) => {
    const all: Rectified[] = [];
    let last = -1;
    let entered = 0;
    periods.forEach((period, place) => {
      const hasReason = met.has(keyOf({ subject, period }));
      const before = periods[place - 1];
      const stays =
        last >= place || (before !== undefined && met.has(keyOf({ subject, period: before })));
      const returns = hasReason && !stays && last >= 0 && place - last <= rule.relapse;
      if (hasReason && !stays) entered = place;
      if (hasReason) last = place + rule.periods - 1;
      if (last < place) return;
      all.push({
        subject,
        period,
        entered: periods[entered] ?? '',
        extended: hasReason && stays,
        relapse: returns,
      });
    });
    return all;
  });
}

/** The lowest-ranked share of all, or of a kind; all of those with the figure of the last place in it. */
function lowest(
  scheme: Scheme,
  { bottom }: Rectification,
  ranked: readonly Ranked[],
  known: Known,
  nodes: Nodes,
): string[] {
  const keys = rankKeys(scheme, nodes);
  return bottom.flatMap(({ kind, share, round }) => {
    const of = ranked.filter((one) => kind === undefined || known.words('kind', one) === kind);
    return [...groupBy(of, ({ period }) => period).values()].flatMap((group) => {
      const exact = Number((share * group.length).toPrecision(12));
      const most = {
        down: Math.floor(exact),
        up: Math.ceil(exact),
        'half-up': Math.floor(exact + 0.5),
      }[round];
      return placesIn(group, keys, 'competition')
        .filter(({ position, tied }) => group.length - (position + tied - 1) + 1 <= most)
        .map(keyOf);
    });
  });
}

export interface Paid {
  readonly subject: string;
  readonly year: number;
  readonly forStars: number;
  readonly forLevel: number;
  readonly forHeads: number;
  readonly share: number;
  readonly amount: number;
}

/** What each subject is paid for a year. */
export function rewardsOf(
  scheme: Scheme,
  scores: readonly Scored[],
  stars: readonly Starred[],
  levels: readonly Levelled[],
  known: Known,
): Paid[] {
  const { rewards } = scheme;
  if (!rewards) return [];
  const won = new Map(stars.map((one) => [keyOf(one), one.stars]));
  const earned = levels.map((one) => ({
    subject: one.subject,
    year: one.year,
    forStars: (one.stars ?? 0) * rewards.perStar,
    forLevel: rewards.perLevel.find(({ level }) => level === one.level)?.amount ?? 0,
    forHeads: sum(
      scores
        .filter(({ subject, year }) => subject === one.subject && year === one.year)
        .flatMap((score) => rewards.perHead.map((kind) => headMoney(kind, score, won, known))),
    ),
  }));
  const total = ({ forStars, forLevel, forHeads }: (typeof earned)[number]) =>
    forStars + forLevel + forHeads;
  return earned.map((one) => {
    const all = sum(earned.filter(({ year }) => year === one.year).map(total));
    const { pool, overPool } = rewards;
    const share = overPool === 'pro-rata' && pool !== null && all > pool ? pool / all : 1;
    return { ...one, share, amount: roundDecimal(total(one) * share, rewards.round) };
  });
}

function headMoney(
  kind: Rewards['perHead'][number],
  cell: Scored,
  won: ReadonlyMap<string, number | null>,
  known: Known,
): number {
  const heads = headMeasures(kind).flatMap((measure) => known.measure(measure, cell) ?? []);
  const times = kind.times === 'stars' ? (won.get(keyOf(cell)) ?? 0) : 1;
  return sum(heads) * times * kind.amount * kind.months;
}
