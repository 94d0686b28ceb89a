import type { Phrase } from '../../model/clause';
import type { SchemeStep } from '../shape';
import { phrase, type Teller } from './teller';

/** One step as a phrase. @param path where the step stands */
export function stepPhrase(tell: Teller, path: string): Phrase {
  for (const [key, say] of Object.entries(steps)) {
    if (tell.has(`${path}.${key}`)) return say(tell, `${path}.${key}`, () => scope(tell, path));
  }
  throw new Error(`no phrase for the step at ${path}`);
}

type KeysOf<T> = T extends unknown ? keyof T : never;
type Kind = Exclude<KeysOf<SchemeStep>, 'over' | 'onto' | 'scale' | 'clip' | 'otherwise'>;
type Say = (tell: Teller, at: string, over: () => Phrase) => Phrase;

/** The subjects that a step learns from. */
function scope(tell: Teller, path: string): Phrase {
  const over = `${path}.over`;
  if (tell.has(`${over}.attribute`))
    return phrase('overWords', { attribute: tell.name(`${over}.attribute`) });
  if (tell.has(`${over}.frozen`))
    return phrase('overFrozen', { frozen: tell.period(`${over}.frozen`) });
  return phrase('over', { over: tell.choice(over) });
}

/** The two ends of a range, and one beside another key of the step. */
const ends = (tell: Teller, at: string) => ({
  low: tell.number(`${at}[0]`),
  high: tell.number(`${at}[1]`),
});
const beside = (at: string, key: string) => at.replace(/[^.]+$/, key);

const steps: Record<Kind, Say> = {
  cap: (tell, at) => phrase('cap', ends(tell, at)),
  round: (tell, at) =>
    phrase('round', { digits: tell.number(`${at}.digits`), mode: tell.choice(`${at}.mode`) }),
  times: (tell, at) => phrase('times', { times: tell.number(at) }),
  plus: (tell, at) => phrase('plus', { plus: tell.number(at) }),
  divideBy: (tell, at) => phrase('divideBy', { measure: tell.name(at) }),
  multiplyBy: (tell, at) => phrase('multiplyBy', { measure: tell.name(at) }),
  goalposts: (tell, at) =>
    phrase('goalposts', {
      from: tell.number(`${at}[0]`),
      to: tell.number(`${at}[1]`),
      scale: tell.choice(beside(at, 'scale')),
      ...ends(tell, beside(at, 'onto')),
      clip: tell.choice(beside(at, 'clip')),
    }),
  table: (tell, at) =>
    phrase('table', {
      rows: tell.each(at, (row) =>
        phrase('tableRow', {
          atLeast: tell.number(`${row}.atLeast`),
          points: tell.number(`${row}.points`),
        }),
      ),
      otherwise: tell.number(beside(at, 'otherwise')),
    }),
  exponential: (tell, at) => phrase('exponential', { exponential: tell.number(at) }),
  impute: (tell, at, over) =>
    tell.has(`${at}.value`)
      ? phrase('imputeValue', { value: tell.number(`${at}.value`), over: over() })
      : phrase('impute', { impute: tell.choice(at), over: over() }),
  winsorise: (tell, at, over) =>
    phrase('winsorise', {
      skewness: tell.number(`${at}.skewness`),
      kurtosis: tell.number(`${at}.kurtosis`),
      most: tell.number(`${at}.most`),
      otherwise: tell.choice(`${at}.otherwise`),
      over: over(),
    }),
  fences: (tell, at, over) => phrase('fences', { fences: tell.number(at), over: over() }),
  log: (tell, at, over) => phrase('log', { log: tell.choice(at), over: over() }),
  minmax: (tell, at, over) => phrase('minmax', { ...ends(tell, at), over: over() }),
  z: (tell, at, over) =>
    phrase('z', {
      z: tell.choice(at),
      mean: tell.number(`${beside(at, 'onto')}.mean`),
      deviation: tell.number(`${beside(at, 'onto')}.deviation`),
      over: over(),
    }),
  rank: (tell, at, over) => phrase('places', { rank: tell.choice(at), over: over() }),
  percentile: (tell, at, over) =>
    phrase('percentile', {
      percentile: tell.choice(at),
      ...ends(tell, beside(at, 'onto')),
      over: over(),
    }),
  ratio: (tell, at, over) =>
    tell.has(`${at}.target`)
      ? phrase('ratioTarget', { target: tell.number(`${at}.target`), over: over() })
      : phrase('ratio', { ratio: tell.choice(at), over: over() }),
  distance: (tell, at, over) => {
    const onto = ends(tell, beside(at, 'onto'));
    return tell.has(`${at}.target`)
      ? phrase('distanceTarget', { target: tell.number(`${at}.target`), ...onto, over: over() })
      : phrase('distance', { distance: tell.choice(at), ...onto, over: over() });
  },
};
