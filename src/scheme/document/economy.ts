import type { Clause, ClauseGroup } from '../../model/clause';
import { rounding } from './results';
import { phrase, plainGroup, type Teller } from './teller';

/** How figures of the collective economy are taken together. */
export function economyGroups(tell: Teller): ClauseGroup[] {
  const numbers = (key: string) => tell.each(`economy.${key}`, (at) => tell.number(at));
  return plainGroup('economy', [
    tell.clause('economy.denominator', 'denominator', {
      denominator: tell.choice('economy.denominator'),
    }),
    tell.clause('economy.round', 'means', rounding(tell, 'economy.round')),
    tell.clause('economy.tiers', 'tiers', { tiers: numbers('tiers') }),
    tell.clause('economy.threshold', 'threshold', { threshold: tell.number('economy.threshold') }),
    tell.clause('economy.bands', 'bands', { bands: numbers('bands') }),
    tell.clause('economy.breaks', 'breaks', {
      breaks: tell.each('economy.breaks', (at) => tell.period(at)),
    }),
    tell.clause('economy.top', 'top', { top: tell.share('economy.top') }),
    ...measures(tell),
  ]);
}

/** The columns that the figures of the economy come from, and what was planned for them. */
function measures(tell: Teller): Clause[] {
  const sources = tell.each('economy.sources', (at) =>
    tell.has(`${at}.label`)
      ? phrase('sourceCalled', {
          label: tell.name(`${at}.label`),
          measure: tell.name(`${at}.measure`),
        })
      : phrase('sourceOf', { measure: tell.name(`${at}.measure`) }),
  );
  return [
    ...(sources.length > 0 ? [tell.clause('economy.sources', 'sources', { sources })] : []),
    ...tell.optional('economy.heads', 'heads', () => ({ heads: tell.name('economy.heads') })),
    ...tell.optional('economy.returns', 'returns', () => ({
      returns: tell.name('economy.returns'),
    })),
    ...tell.each('economy.plans', (at) => plan(tell, at)),
  ];
}

function plan(tell: Teller, at: string): Clause {
  const items = [
    ...(tell.has(`${at}.plan`) ? [phrase('planOf', { plan: tell.name(`${at}.plan`) })] : []),
    ...(tell.has(`${at}.completion`)
      ? [phrase('completionOf', { completion: tell.name(`${at}.completion`) })]
      : []),
    phrase('workedOut', rounding(tell, `${at}.round`)),
  ];
  return tell.clause(at, 'plan', { of: tell.name(`${at}.of`), items });
}
