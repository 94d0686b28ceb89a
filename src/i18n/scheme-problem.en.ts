import type { schemeProblem as zhCN } from './scheme-problem.zh-CN';

/** What is wrong with a scheme document, and what would be allowed. */
export const schemeProblem: typeof zhCN = {
  document: 'the document',
  or: ', or ',
  sentence: (kind, at, found, allowed) => {
    if (kind === 'unknown_key')
      return `${at}: there is no such key. Keys allowed here: ${allowed}.`;
    if (kind === 'missing_key') return `${at}: missing; it should be ${allowed}.`;
    if (kind === 'no_column') return `${at}: the data has no column ${found}. It has: ${allowed}.`;
    if (kind === 'no_period') return `${at}: the data has no period ${found}. It has: ${allowed}.`;
    return found === ''
      ? `${at}: should be ${allowed}.`
      : `${at}: is ${found}, should be ${allowed}.`;
  },
  number: ({ least, above, most, whole }, written) => {
    const kind = whole ? 'a whole number' : 'a number';
    const of = (value: string | number) => written(Number(value));
    if (least !== undefined && most !== undefined)
      return `${kind} from ${of(least)} to ${of(most)}`;
    const low =
      least !== undefined
        ? `of at least ${of(least)}`
        : above !== undefined
          ? `above ${of(above)}`
          : '';
    const high = most !== undefined ? `at most ${of(most)}` : '';
    const range = [low, high].filter(Boolean).join(' and ');
    return range === '' ? kind : `${kind} ${range}`;
  },
  allowed: {
    words: ({ words }) => String(words),
    text: () => 'text',
    identifier: () => 'an id: a letter, then letters, digits, hyphens, dots or underscores',
    period: () => 'a period like 2023Q2, 2023M04, 2023B1, 2023H1, 2023 or R15',
    version: () => 'a version like 1.0',
    truth: () => 'true or false',
    nothing: () => 'null',
    list: ({ fewest }) => (Number(fewest) > 0 ? `a list of ${fewest} or more items` : 'a list'),
    tuple: ({ count }) => `a list of ${count} items`,
    object: ({ keys }) => `an object with the keys ${keys}`,
    otherThanTotal: () => 'an id other than total, which names the whole score',
    unusedPartId: () => 'an id that no other part has',
    unusedFigureId: () => 'an id that no other figure has',
    lowerFirst: () => 'the lower bound first',
    youngestFirst: () => 'the youngest first',
    twoBounds: () => 'two different bounds',
    boundsAboveZero: () => 'bounds above 0, for a scale of logarithms',
    placesAmongOthers: () => 'period, track, all or {attribute}: places are those among the others',
    lastOfItself: () => 'period: the last value is that of the subject itself',
    measuredWeight: () => 'sum or mean, where a weight is a measure of the data',
    weightsOfOne: () => 'weights that add up to 1',
    someWeight: () => 'at least one weight above 0',
    onlyAdds: ({ combine }) => `add, in a group that combines by ${combine}`,
    numberInPairs: () => 'a number, in a group that compares pairs',
    powerNotZero: () => 'a power other than 0 (geometric is the mean of that name)',
    atMostParts: ({ most }) => `at most ${most}, the number of parts`,
    nothingScored: () => 'a measure or an attribute: nothing is scored yet',
    atMostStars: ({ most }) => `at most ${most} (stars.most)`,
    notBesideFrozen: () => 'left out, where cut points are frozen',
    notRolledUp: () => 'left out, where shorter periods are rolled up',
    vetoRolledUp: () => 'zero or exclude, where shorter periods are rolled up',
    notInOneTrack: () => 'left out, in a scheme of one track',
    moreThanBefore: ({ before }) => `more than ${before}, the rule before it`,
    lessThanBefore: ({ before }) => `less than ${before}, the rule before it`,
    notAfterEverybody: () => 'left out, after a rule that everybody meets',
    roundsOfYear: () => 'how many rounds make a year',
    wholePeriods: ({ cadence }) => `a period made of whole periods of cadence ${cadence}`,
    periodFrom: ({ from }) => `a period from ${from} on`,
    onlyScore: () => 'score alone, where no stars are given',
    nameWithAge: ({ place }) => `a name with ${place} for the age`,
  },
};
