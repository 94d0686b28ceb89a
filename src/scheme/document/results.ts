import type { Clause, ClauseGroup, ClauseValue, Phrase, Words } from '../../model/clause';
import type { Scheme } from '../shape';
import { conditionPhrase } from './conditions';
import { phrase, plainGroup, type Teller } from './teller';

/** A rule with an id, called by its label where it has one. */
export function called(path: string, label: Words | undefined, clauses: Clause[]): ClauseGroup {
  return { path, title: label ?? null, depth: 0, clauses };
}

export function vetoGroups(tell: Teller, { vetoes }: Scheme): ClauseGroup[] {
  return vetoes.map(({ label }, index) => {
    const at = `vetoes[${index}]`;
    const start = {
      id: tell.name(`${at}.id`),
      when: conditionPhrase(tell, `${at}.when`),
    };
    const clause = tell.has(`${at}.effect.starsAtMost`)
      ? tell.clause(at, 'vetoCeiling', { ...start, stars: tell.number(`${at}.effect.starsAtMost`) })
      : tell.clause(at, 'veto', { ...start, effect: tell.choice(`${at}.effect`) });
    return called(at, label, [clause]);
  });
}

/** How figures are rounded by the rounding at a path. */
export function rounding(tell: Teller, at: string) {
  return { digits: tell.number(`${at}.digits`), mode: tell.choice(`${at}.mode`) };
}

export function rollUpGroups(tell: Teller): ClauseGroup[] {
  if (!tell.has('rollUp')) return [];
  return plainGroup('rollUp', [
    tell.clause('rollUp.combine', 'rollUp', {
      to: tell.choice('rollUp.to'),
      combine: tell.choice('rollUp.combine'),
    }),
    tell.clause('rollUp.missing', 'rollUpMissing', { missing: tell.choice('rollUp.missing') }),
    ...tell.optional('rollUp.round', 'rounded', () => rounding(tell, 'rollUp.round')),
  ]);
}

export function rankGroups(tell: Teller): ClauseGroup[] {
  const keys = tell.each('rank.then', (at) =>
    phrase('thenKey', { node: tell.part(`${at}.node`), first: tell.choice(`${at}.first`) }),
  );
  return plainGroup('rank', [
    tell.clause('rank.within', 'rank', {
      within: tell.choice('rank.within'),
      first: tell.choice('rank.first'),
    }),
    tell.clause('rank.ties', 'ties', { ties: tell.choice('rank.ties') }),
    tell.has('rank.round')
      ? tell.clause('rank.round', 'compared', rounding(tell, 'rank.round'))
      : tell.clause('rank.round', 'comparedExact', {}),
    ...(keys.length > 0 ? [tell.clause('rank.then', 'then', { keys })] : []),
  ]);
}

/** What a rung of stars or levels asks for; a level may ask for stars of the year. */
function needs(tell: Teller, at: string, ofStars = false): Phrase[] {
  const all = [
    ...(tell.has(`${at}.label`) ? [phrase('ruleCalled', { label: tell.name(`${at}.label`) })] : []),
    ...(tell.has(`${at}.atLeast`) ? [line(tell.number(`${at}.atLeast`), ofStars)] : []),
    ...(tell.has(`${at}.percentile`)
      ? [phrase('quantile', { percentile: tell.share(`${at}.percentile`) })]
      : []),
    ...(tell.has(`${at}.top`) ? [quota(tell, `${at}.top`)] : []),
  ];
  const asks = all.some(({ code }) => code !== 'ruleCalled');
  return asks ? all : [...all, phrase('everybody', {})];
}

function line(value: ClauseValue, ofStars: boolean): Phrase {
  return ofStars ? phrase('reachesStars', { stars: value }) : phrase('reaches', { score: value });
}

function quota(tell: Teller, at: string): Phrase {
  return tell.has(`${at}.count`)
    ? phrase('topCount', { count: tell.number(`${at}.count`) })
    : phrase('topShare', { share: tell.share(`${at}.share`), round: tell.choice(`${at}.round`) });
}

export function starGroups(tell: Teller): ClauseGroup[] {
  if (!tell.has('stars')) return [];
  return plainGroup('stars', [
    tell.clause('stars.most', 'most', { most: tell.number('stars.most') }),
    ...tell.each('stars.rules', (at) =>
      tell.clause(at, 'starRule', { stars: tell.number(`${at}.stars`), needs: needs(tell, at) }),
    ),
    ...tell.optional('stars.otherwise', 'otherwise', () => ({
      stars: tell.number('stars.otherwise'),
    })),
    ...tell.optional('stars.atQuota', 'atQuota', () => ({ atQuota: tell.choice('stars.atQuota') })),
    ...tell.optional('stars.frozen', 'frozen', () => ({ period: tell.period('stars.frozen') })),
    ...tell.optional('stars.guardrail', 'guardrail', () => ({
      guardrail: tell.number('stars.guardrail'),
    })),
    ...tell.optional('stars.clusters', 'clusters', () => ({
      rounds: tell.number('stars.clusters.rounds'),
      tolerance: tell.number('stars.clusters.tolerance'),
    })),
    ...tell.optional('stars.clusters.without', 'clustersWithout', () => ({
      without: tell.number('stars.clusters.without'),
    })),
    ...tell.optional('stars.earned', 'earned', () => ({
      parts: tell.each('stars.earned', (at) => tell.part(at)),
    })),
    ...given(tell),
  ]);
}

/** Stars that do not come from the rungs: awards, limits, and what stars are called. */
function given(tell: Teller): Clause[] {
  return [
    ...tell.each('stars.awards', (at) =>
      tell.clause(at, 'award', {
        when: conditionPhrase(tell, `${at}.when`),
        stars: tell.number(`${at}.stars`),
      }),
    ),
    ...tell.each('stars.ceilings', (at) =>
      tell.clause(at, 'ceiling', {
        when: conditionPhrase(tell, `${at}.when`),
        stars: tell.number(`${at}.atMost`),
      }),
    ),
    ...tell.each('stars.names', (at) =>
      tell.clause(at, 'starName', { stars: tell.number(`${at}.stars`), words: tell.name(at) }),
    ),
  ];
}

export function yearGroups(tell: Teller): ClauseGroup[] {
  if (!tell.has('year')) return [];
  const keys = tell.each('year.rank.by', (at) => tell.choice(at));
  const ofStars = keys.some(({ value }) => value === 'stars');
  return plainGroup('year', [
    tell.clause('year.combine', 'yearStars', { combine: tell.choice('year.combine') }),
    tell.clause('year.missing', 'yearMissing', { missing: tell.choice('year.missing') }),
    ...tell.optional('year.periods', 'yearPeriods', () => ({
      periods: tell.number('year.periods'),
    })),
    tell.clause('year.score', 'yearScore', {
      combine: tell.choice('year.score.combine'),
      ...rounding(tell, 'year.score.round'),
    }),
    tell.clause('year.rank', 'yearRank', {
      within: tell.choice('year.rank.within'),
      keys,
    }),
    tell.clause('year.rank.ties', 'ties', { ties: tell.choice('year.rank.ties') }),
    ...tell.each('year.levels', (at) =>
      tell.clause(at, 'level', {
        level: tell.number(`${at}.level`),
        needs: needs(tell, at, ofStars),
      }),
    ),
    tell.clause('year.atQuota', 'atQuota', { atQuota: tell.choice('year.atQuota') }),
  ]);
}

export function flagGroups(tell: Teller, { flags }: Scheme): ClauseGroup[] {
  return flags.map(({ label }, index) => {
    const at = `flags[${index}]`;
    return called(at, label, [
      tell.clause(at, 'flag', {
        id: tell.name(`${at}.id`),
        within: tell.choice(`${at}.within`),
        ties: tell.choice(`${at}.ties`),
      }),
    ]);
  });
}
