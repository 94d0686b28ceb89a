import type { Phrase } from '../../model/clause';
import { phrase, type Teller } from './teller';

const bounds = ['atLeast', 'atMost', 'above', 'below'] as const;

/** What must be true of a subject, as a phrase. @param path where the condition stands */
export function conditionPhrase(tell: Teller, path: string): Phrase {
  const many = (key: 'all' | 'any') =>
    tell.each(`${path}.${key}`, (at) => conditionPhrase(tell, at));
  if (tell.has(`${path}.all`)) return phrase('all', { conditions: many('all') });
  if (tell.has(`${path}.any`)) return phrase('any', { conditions: many('any') });
  if (tell.has(`${path}.not`))
    return phrase('not', { condition: conditionPhrase(tell, `${path}.not`) });
  if (tell.has(`${path}.attribute`))
    return phrase('ofWords', {
      attribute: tell.name(`${path}.attribute`),
      tests: tests(tell, path),
    });
  const given = bounds
    .filter((bound) => tell.has(`${path}.${bound}`))
    .map((bound) => phrase(bound, { number: tell.number(`${path}.${bound}`) }));
  if (tell.has(`${path}.node`))
    return phrase('ofPart', { node: tell.part(`${path}.node`), bounds: given });
  return phrase('ofMeasure', { measure: tell.name(`${path}.measure`), bounds: given });
}

function tests(tell: Teller, path: string): Phrase[] {
  const words = tell.each(`${path}.is`, (at) => tell.name(at));
  return [
    ...(words.length > 0 ? [phrase('isOneOf', { words })] : []),
    ...(tell.has(`${path}.filled`)
      ? [phrase('isFilled', { filled: tell.choice(`${path}.filled`) })]
      : []),
  ];
}
