import type { Detail } from './answer';

/** One thing wrong with a scheme document. */
export interface SchemeProblem {
  /** `score.parts[0].weight`; empty for the document as a whole. */
  readonly path: string;
  readonly kind: 'unknown_key' | 'missing_key' | 'wrong_value' | 'rule' | 'no_column' | 'no_period';
  /** The value found, as JSON, shortened; empty where there is none. */
  readonly found: string;
  /** What would be allowed: any of these. The words for each stand in i18n. */
  readonly allowed: readonly Allowed[];
}

/** What a document may say at a place, by code; `detail` holds the figures and the words of the document itself. */
export interface Allowed {
  readonly code: AllowedCode;
  readonly detail: Detail;
}

/** Kinds of values, then rules between the parts of a document. */
export const allowedCodes = [
  /** Keys, values or ids, listed in `words`. */
  'words',
  /** Within `least` or `above`, and `most`; `whole` where 1. */
  'number',
  'text',
  'identifier',
  'period',
  'version',
  'truth',
  'nothing',
  /** Of at least `fewest` items. */
  'list',
  /** Of exactly `count` items. */
  'tuple',
  /** With the keys `keys`. */
  'object',

  'otherThanTotal',
  'unusedPartId',
  'unusedFigureId',
  'lowerFirst',
  'youngestFirst',
  'twoBounds',
  'boundsAboveZero',
  'placesAmongOthers',
  'lastOfItself',
  'measuredWeight',
  'weightsOfOne',
  'someWeight',
  'onlyAdds',
  'numberInPairs',
  'powerNotZero',
  'atMostParts',
  'nothingScored',
  'atMostStars',
  'notBesideFrozen',
  'notRolledUp',
  'vetoRolledUp',
  'notInOneTrack',
  'moreThanBefore',
  'lessThanBefore',
  'notAfterEverybody',
  'roundsOfYear',
  'wholePeriods',
  'periodFrom',
  'onlyScore',
  'nameWithAge',
] as const;

export type AllowedCode = (typeof allowedCodes)[number];

export function allow(code: AllowedCode, detail: Detail = {}): Allowed {
  return { code, detail };
}

/** One of these words of the document. */
export function oneOf(words: readonly string[]): Allowed {
  return allow('words', { words: words.join(' | ') });
}
