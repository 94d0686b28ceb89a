import fc from 'fast-check';
import type { Cadence } from '../../src/model/period';
import { parseScheme } from '../../src/scheme/parse';
import type { Scheme } from '../../src/scheme/shape';
import type { Data } from './data';
import {
  rankArbitrary,
  rollUpArbitrary,
  starsArbitrary,
  vetoesArbitrary,
  yearArbitrary,
} from './outcomes';
import { dataFor, measures, periodsOf, population, region } from './samples';
import { stepArbitrary, stepsArbitrary } from './steps';
import { usesArbitrary, usesOf } from './uses';
import { treeArbitrary, idsOf, type Root } from './trees';

/** A scheme that the product accepts, and data for it. */
export interface Case {
  readonly scheme: Scheme;
  readonly data: Data;
}

const words = { zh: '甲', en: 'A' };

const cadences: fc.Arbitrary<Cadence> = fc.constantFrom(
  'quarter',
  'quarter',
  'month',
  'year',
  'half',
  'round',
);

/** Random schemes, none that the product would refuse, with random data. */
export const cases: fc.Arbitrary<Case> = cadences
  .chain((cadence) => fc.record({ document: documentOf(cadence), data: dataFor(cadence) }))
  .map(({ document, data }) => ({ parsed: parseScheme(document), data }))
  .filter(({ parsed }) => parsed.ok)
  .map(({ parsed, data }) => {
    if (!parsed.ok) throw new Error('filtered');
    return { scheme: parsed.scheme, data };
  });

function documentOf(cadence: Cadence): fc.Arbitrary<unknown> {
  const [first] = periodsOf(cadence, 1);
  const frozen = first?.id ?? '2023Q1';
  return fc
    .record({
      tree: treeArbitrary(stepsArbitrary(frozen)),
      rootSteps: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.constant([{ round: { digits: 2, mode: 'half-up' } }]) },
        { weight: 2, arbitrary: fc.array(stepArbitrary(frozen), { maxLength: 2 }) },
      ),
    })
    .chain(({ tree, rootSteps }) => {
      const score = { ...tree, steps: rootSteps };
      return outer(cadence, frozen, score, idsOf(score));
    });
}

function outer(cadence: Cadence, frozen: string, score: Root, ids: readonly string[]) {
  const optional = <T>(arbitrary: fc.Arbitrary<T>, frequency = 2) =>
    fc.option(arbitrary, { nil: undefined, freq: frequency });
  return fc
    .record({
      subject: subjectArbitrary,
      screens: fc.oneof(
        { weight: 5, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.constantFrom({ share: 0.5 }, { share: 0.75 }, { share: 1 }) },
      ),
      vetoes: vetoesArbitrary(ids),
      rollUp: rollUpArbitrary(cadence),
      rank: rankArbitrary(ids),
      stars: optional(starsArbitrary(ids, frozen), 6),
      year: optional(yearArbitrary(cadence), 3),
      uses: usesArbitrary(ids),
    })
    .map(({ rollUp, stars, year, uses, ...drawn }) => ({
      starflag: 1,
      id: 'random',
      version: '1.0',
      title: words,
      source: words,
      cadence,
      ...drawn,
      score,
      ...(rollUp && { rollUp }),
      ...(stars && { stars }),
      ...(year && { year }),
      ...usesOf(uses, year?.levels ?? [], rollUp !== undefined),
    }));
}

const track = fc.oneof(
  { weight: 3, arbitrary: fc.constant('none') },
  { weight: 2, arbitrary: fc.constant('roster') },
  { weight: 1, arbitrary: fc.constantFrom({ attribute: region }, { attribute: 'town' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { measure: population, bounds: [20, 5] },
      { measure: 'a', bounds: [0, 2.5] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom({ parts: 'reported' }, { parts: 'reported', least: 2 }) },
);

const where = fc.constantFrom(
  { attribute: 'kind', is: ['village'] },
  { not: { attribute: region, filled: true } },
  { attribute: region, filled: false },
  {
    any: [
      { measure: measures[0], above: 1 },
      { attribute: 'town', is: ['north'] },
    ],
  },
  {
    all: [
      { measure: population, atLeast: 10 },
      { measure: measures[1], below: 50 },
    ],
  },
);

const subjectArbitrary = fc
  .record({
    track,
    where: fc.option(where, { nil: undefined, freq: 1 }),
    smallest: fc.option(
      fc.record({ size: fc.integer({ min: 2, max: 4 }), join: fc.constantFrom('all', 'unranked') }),
      { nil: undefined, freq: 1 },
    ),
  })
  .map(({ track: own, where: filter, smallest }) => ({
    track: own,
    ...(filter && { where: filter }),
    ...(smallest && { smallest }),
  }));
