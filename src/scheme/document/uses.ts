import type { Clause, ClauseGroup, Phrase } from '../../model/clause';
import type { Scheme } from '../shape';
import { conditionPhrase } from './conditions';
import { called, rounding } from './results';
import { phrase, plainGroup, type Teller } from './teller';

/** Who is named, watched, put right, or moved. */
export function listGroups(tell: Teller): ClauseGroup[] {
  const { watch, streak, pairs, moves } = {
    watch: 'lists.watch.starsAtMost',
    streak: 'lists.streak',
    pairs: 'lists.pairs',
    moves: 'lists.moves',
  };
  return plainGroup('lists', [
    ...tell.optional(watch, 'watch', () => ({ stars: tell.number(watch) })),
    ...tell.optional(streak, 'streak', () => ({
      level: tell.number(`${streak}.level`),
      years: tell.number(`${streak}.years`),
    })),
    ...rectification(tell, 'lists.rectification'),
    ...tell.optional(pairs, 'pairs', () => ({
      within: tell.name(`${pairs}.within`),
      by: tell.name(`${pairs}.by`),
    })),
    ...tell.optional(moves, 'moves', () => ({
      up: tell.number(`${moves}.up`),
      down: tell.number(`${moves}.down`),
      order: tell.each(`${moves}.order`, (at) => tell.name(at)),
    })),
  ]);
}

function rectification(tell: Teller, at: string): Clause[] {
  if (!tell.has(at)) return [];
  const bottom = (path: string) => {
    const lowest = { share: tell.share(`${path}.share`), round: tell.choice(`${path}.round`) };
    return tell.has(`${path}.kind`)
      ? tell.clause(path, 'bottomOf', { kind: tell.name(`${path}.kind`), ...lowest })
      : tell.clause(path, 'bottom', lowest);
  };
  return [
    ...tell.each(`${at}.bottom`, bottom),
    ...tell.each(`${at}.when`, (path) =>
      tell.clause(path, 'rectifyWhen', { when: conditionPhrase(tell, path) }),
    ),
    tell.clause(`${at}.periods`, 'rectifyPeriods', {
      periods: tell.number(`${at}.periods`),
      relapse: tell.number(`${at}.relapse`),
    }),
  ];
}

export function rewardGroups(tell: Teller, { rewards }: Scheme): ClauseGroup[] {
  if (!rewards) return [];
  const clauses = [
    tell.clause('rewards.pool', 'pool', { pool: tell.number('rewards.pool') }),
    tell.clause('rewards.perStar', 'perStar', { amount: tell.number('rewards.perStar') }),
    ...tell.each('rewards.perLevel', (at) =>
      tell.clause(at, 'perLevel', {
        level: tell.number(`${at}.level`),
        amount: tell.number(`${at}.amount`),
      }),
    ),
    tell.clause('rewards.overPool', 'overPool', { overPool: tell.choice('rewards.overPool') }),
    tell.clause('rewards.round', 'money', rounding(tell, 'rewards.round')),
  ];
  const heads = rewards.perHead.map(({ label }, index) => {
    const at = `rewards.perHead[${index}]`;
    return called(at, label, perHead(tell, at));
  });
  return [...plainGroup('rewards', clauses), ...heads];
}

function perHead(tell: Teller, at: string): Clause[] {
  return [
    tell.clause(at, 'perHead', {
      id: tell.name(`${at}.id`),
      heads: tell.name(`${at}.heads`),
      amount: tell.number(`${at}.amount`),
      times: tell.choice(`${at}.times`),
      months: tell.number(`${at}.months`),
    }),
    ...tell.optional(`${at}.ages`, 'ages', () => ({
      young: tell.number(`${at}.ages[0]`),
      old: tell.number(`${at}.ages[1]`),
    })),
  ];
}

export function figureGroups(tell: Teller, { figures }: Scheme): ClauseGroup[] {
  return figures.map(({ label }, index) => {
    const at = `figures[${index}]`;
    return called(at, label, [
      tell.clause(at, 'figure', {
        id: tell.name(`${at}.id`),
        working: working(tell, `${at}.is`),
        unit: tell.name(`${at}.unit`),
      }),
      ...tell.optional(`${at}.round`, 'rounded', () => rounding(tell, `${at}.round`)),
    ]);
  });
}

/** What a headline figure is worked out from. */
function working(tell: Teller, at: string): Phrase {
  const basis = () => tell.choice(`${at}.basis`);
  if (tell.has(`${at}.sum`)) return phrase('sumOf', { of: tell.part(`${at}.sum`) });
  if (tell.has(`${at}.mean`))
    return phrase('meanOf', { of: tell.part(`${at}.mean`), basis: basis() });
  if (tell.has(`${at}.median`)) return phrase('medianOf', { of: tell.part(`${at}.median`) });
  if (tell.has(`${at}.share`))
    return phrase('shareOf', {
      when: conditionPhrase(tell, `${at}.share`),
      basis: basis(),
      among: tell.choice(`${at}.among`),
    });
  if (tell.has(`${at}.ratio`))
    return phrase('ratioOf', {
      one: tell.name(`${at}.ratio[0]`),
      other: tell.name(`${at}.ratio[1]`),
    });
  if (tell.has(`${at}.flag`)) return phrase('holdersOf', { flag: tell.name(`${at}.flag`) });
  if (tell.has(`${at}.perHead`))
    return phrase('worth', {
      reward: tell.name(`${at}.perHead`),
      stars: tell.number(`${at}.stars`),
      periods: tell.number(`${at}.periods`),
    });
  if (typeof tell.choice(`${at}.count`).value === 'string')
    return phrase('countOf', { count: tell.choice(`${at}.count`) });
  return phrase('countWhere', {
    when: conditionPhrase(tell, `${at}.count`),
    among: tell.choice(`${at}.among`),
  });
}
