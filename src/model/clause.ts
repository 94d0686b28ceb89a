/*
 * A scheme document as sentences. The module that knows schemes chooses the phrases and what stands in them; a
 * language says each phrase as a template in which `{slot}` is such a place.
 */

/** The phrases in which a scheme can be told, each with its places. */
export const phraseSlots = {
  format: ['starflag', 'id'],
  schema: ['schema'],
  titled: ['title'],
  version: ['version', 'follows'],
  source: ['source'],
  valid: ['from', 'to'],
  cadence: ['cadence'],
  note: ['about', 'words'],

  kind: ['kind'],
  where: ['when'],
  whereAll: [],
  track: ['track'],
  trackWords: ['attribute'],
  trackBounds: ['measure', 'bounds'],
  trackParts: ['parts', 'least'],
  smallest: ['size', 'join'],
  smallestNone: [],

  columnName: ['column'],
  columnCode: ['column'],
  columnTown: ['column'],
  columnDistrict: ['column'],
  columnTrack: ['column'],
  columnPeriod: ['column'],
  columnYear: ['column'],
  columnPanel: ['column'],
  columnAssessor: ['column'],
  columnWords: ['columns'],

  screens: ['share'],
  screensNone: [],

  partId: ['id'],
  combine: ['combine'],
  combinePower: ['power'],
  missing: ['missing'],
  minimum: ['parts', 'values'],
  minimumOf: ['parts', 'values', 'oneOf'],
  weight: ['weight'],
  weightOf: ['measure'],
  effect: ['effect'],
  fromOwn: [],
  fromMeasure: ['measure'],
  fromColumns: ['columns'],
  fromRows: ['measure'],
  fromClasses: ['measure', 'assessors'],
  trim: ['from', 'each'],
  absent: ['absent'],
  alike: ['alike'],
  fewestMarks: ['smallest'],
  grades: ['grades'],
  grade: ['measure', 'points'],
  gradeCalled: ['label', 'measure', 'points'],
  mostOf: ['measure', 'share'],
  fewestBallots: ['smallest'],
  unit: ['unit'],
  direction: ['direction'],
  screen: ['screen'],
  steps: ['steps'],
  stepsNone: [],

  cap: ['low', 'high'],
  round: ['digits', 'mode'],
  times: ['times'],
  plus: ['plus'],
  divideBy: ['measure'],
  multiplyBy: ['measure'],
  goalposts: ['from', 'to', 'scale', 'low', 'high', 'clip'],
  table: ['rows', 'otherwise'],
  tableRow: ['atLeast', 'points'],
  exponential: ['exponential'],
  impute: ['impute', 'over'],
  imputeValue: ['value', 'over'],
  winsorise: ['skewness', 'kurtosis', 'most', 'otherwise', 'over'],
  fences: ['fences', 'over'],
  log: ['log', 'over'],
  minmax: ['low', 'high', 'over'],
  z: ['z', 'mean', 'deviation', 'over'],
  places: ['rank', 'over'],
  percentile: ['percentile', 'low', 'high', 'over'],
  ratio: ['ratio', 'over'],
  ratioTarget: ['target', 'over'],
  distance: ['distance', 'low', 'high', 'over'],
  distanceTarget: ['target', 'low', 'high', 'over'],
  over: ['over'],
  overWords: ['attribute'],
  overFrozen: ['frozen'],

  ofPart: ['node', 'bounds'],
  ofMeasure: ['measure', 'bounds'],
  ofWords: ['attribute', 'tests'],
  atLeast: ['number'],
  atMost: ['number'],
  above: ['number'],
  below: ['number'],
  isOneOf: ['words'],
  isFilled: ['filled'],
  all: ['conditions'],
  any: ['conditions'],
  not: ['condition'],

  veto: ['id', 'when', 'effect'],
  vetoCeiling: ['id', 'when', 'stars'],

  rollUp: ['to', 'combine'],
  rollUpMissing: ['missing'],
  rounded: ['digits', 'mode'],

  rank: ['within', 'first'],
  ties: ['ties'],
  compared: ['digits', 'mode'],
  comparedExact: [],
  then: ['keys'],
  thenKey: ['node', 'first'],

  most: ['most'],
  starRule: ['stars', 'needs'],
  ruleCalled: ['label'],
  reaches: ['score'],
  reachesStars: ['stars'],
  quantile: ['percentile'],
  topShare: ['share', 'round'],
  topCount: ['count'],
  everybody: [],
  otherwise: ['stars'],
  atQuota: ['atQuota'],
  frozen: ['period'],
  guardrail: ['guardrail'],
  clusters: ['rounds', 'tolerance'],
  clustersWithout: ['without'],
  earned: ['parts'],
  award: ['when', 'stars'],
  ceiling: ['when', 'stars'],
  starName: ['stars', 'words'],

  yearStars: ['combine'],
  yearMissing: ['missing'],
  yearPeriods: ['periods'],
  yearScore: ['combine', 'digits', 'mode'],
  yearRank: ['within', 'keys'],
  level: ['level', 'needs'],

  flag: ['id', 'within', 'ties'],

  watch: ['stars'],
  streak: ['level', 'years'],
  bottom: ['share', 'round'],
  bottomOf: ['kind', 'share', 'round'],
  rectifyWhen: ['when'],
  rectifyPeriods: ['periods', 'relapse'],
  pairs: ['within', 'by'],
  moves: ['up', 'down', 'order'],

  pool: ['pool'],
  perStar: ['amount'],
  perLevel: ['level', 'amount'],
  perHead: ['id', 'heads', 'amount', 'times', 'months'],
  ages: ['young', 'old'],
  overPool: ['overPool'],
  money: ['digits', 'mode'],

  denominator: ['denominator'],
  means: ['digits', 'mode'],
  tiers: ['tiers'],
  threshold: ['threshold'],
  bands: ['bands'],
  breaks: ['breaks'],
  top: ['top'],
  sources: ['sources'],
  sourceOf: ['measure'],
  sourceCalled: ['label', 'measure'],
  heads: ['heads'],
  returns: ['returns'],
  plan: ['of', 'items'],
  planOf: ['plan'],
  completionOf: ['completion'],
  workedOut: ['digits', 'mode'],

  figure: ['id', 'working', 'unit'],
  countOf: ['count'],
  countWhere: ['when', 'among'],
  sumOf: ['of'],
  meanOf: ['of', 'basis'],
  medianOf: ['of'],
  shareOf: ['when', 'basis', 'among'],
  ratioOf: ['one', 'other'],
  holdersOf: ['flag'],
  worth: ['reward', 'stars', 'periods'],
} as const satisfies Record<string, readonly string[]>;

export type PhraseCode = keyof typeof phraseSlots;

/** The sections of a document, in the order of work. */
export const sectionIds = [
  'about',
  'subject',
  'columns',
  'screens',
  'score',
  'vetoes',
  'rollUp',
  'rank',
  'stars',
  'year',
  'flags',
  'lists',
  'rewards',
  'economy',
  'figures',
  'notes',
] as const;

export type SectionId = (typeof sectionIds)[number];

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Something that the document says, at its path: a figure, one of several choices, a result that scoring gives, a period, or words. */
export interface ClauseValue {
  /** `score.parts[0].weight` */
  readonly path: string;
  /** A share is a number from 0 to 1, shown in percent. */
  readonly kind: 'number' | 'share' | 'choice' | 'outcome' | 'period' | 'name';
  /** null where an end is open, or nothing is meant. */
  readonly value: number | string | boolean | Words | null;
  /** It is what holds where the document says nothing. */
  readonly isDefault: boolean;
}

export type ClausePiece = ClauseValue | Phrase;

export interface Phrase {
  readonly code: PhraseCode;
  /** What stands in the places of the phrase; several are listed. */
  readonly slots: Readonly<Record<string, readonly ClausePiece[]>>;
}

/** One sentence of the document. */
export interface Clause {
  readonly path: string;
  /** The path with ids in place of numbers of list items, the same in two versions: `score.parts[work].weight`. */
  readonly key: string;
  readonly phrase: Phrase;
}

/** Clauses about one thing: a part of the score, a rule, a flag. */
export interface ClauseGroup {
  readonly path: string;
  /** What it is called; null for the section itself. */
  readonly title: Words | null;
  /** Steps to the whole score, for a part of it; 0 elsewhere. */
  readonly depth: number;
  readonly clauses: readonly Clause[];
}

export interface Section {
  readonly id: SectionId;
  readonly groups: readonly ClauseGroup[];
}

export function isPhrase(piece: ClausePiece): piece is Phrase {
  return 'code' in piece;
}

/** Every value of a phrase, in the order of its places. */
export function valuesOf(phrase: Phrase): ClauseValue[] {
  return Object.values(phrase.slots).flatMap((pieces) =>
    pieces.flatMap((piece) => (isPhrase(piece) ? valuesOf(piece) : [piece])),
  );
}
