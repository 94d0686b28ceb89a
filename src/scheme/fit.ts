import { finding, type Finding, type FindingCode } from '../model/finding';
import { cadenceOf } from '../model/period';
import { oneOf, type Allowed, type SchemeProblem } from '../model/scheme-problem';
import { references, type Reference } from './references';
import { shorten } from './rules';
import { isGroup, type Scheme, type SchemeNode } from './shape';

/** What the data holds, by the names that schemes call it. */
export interface DataExtent {
  readonly indicators: readonly string[];
  readonly attributes: readonly string[];
  /** Those with figures. */
  readonly figurePeriods: readonly string[];
}

/** Something that the data lacks: without it there is no score (`needed`), or the scheme says how to go on. */
export interface Lack extends SchemeProblem {
  readonly needed: boolean;
  readonly kind: 'no_column' | 'no_period';
}

/** Names that a message lists at the most. */
const mostNames = 20;

type Known = Readonly<Record<Reference['kind'], readonly string[]>>;

function knownBy({ indicators, attributes, figurePeriods }: DataExtent): Known {
  return {
    measure: indicators,
    attribute: [...attributes, 'kind', 'district', 'town', 'track'],
    period: figurePeriods,
  };
}

function missing(scheme: Scheme, extent: DataExtent): Reference[] {
  const known = knownBy(extent);
  return references(scheme).filter(({ kind, value }) => !known[kind].includes(value));
}

/** What a document names and the data lacks, in the order of the document. */
export function lacks(scheme: Scheme, extent: DataExtent): Lack[] {
  const known = knownBy(extent);
  const spared = sparedPaths(scheme);
  return missing(scheme, extent).map(({ kind, value, path }) => ({
    path,
    kind: kind === 'period' ? 'no_period' : 'no_column',
    found: shorten(value),
    allowed: [listed(known[kind])],
    needed:
      kind === 'period' ||
      (path.startsWith('score.') && !spared.some((part) => path.startsWith(part))),
  }));
}

const codes = {
  measure: 'measure_missing',
  attribute: 'words_missing',
  period: 'period_missing',
} as const satisfies Record<Reference['kind'], FindingCode>;

/** What is noticed of data under a scheme: what it lacks, periods of another cadence, and what was noticed before. */
export function findingsUnder(
  scheme: Scheme,
  extent: DataExtent & { readonly findings: readonly Finding[] },
): Finding[] {
  const inTracks = scheme.subject.track === 'roster';
  const lacking = missing(scheme, extent);
  const first = lacking.filter(
    ({ kind, value }, index) =>
      lacking.findIndex((one) => one.kind === kind && one.value === value) === index,
  );
  return [
    ...first.map(({ kind, value, path }) => finding(codes[kind], { value, about: path })),
    ...extent.figurePeriods
      .filter((period) => cadenceOf(period) !== scheme.cadence)
      .map((value) => finding('period_unused', { value })),
    ...extent.findings.filter(({ code }) => inTracks || code !== 'track_missing'),
  ];
}

function listed(names: readonly string[]): Allowed {
  const some = names.slice(0, mostNames);
  return oneOf(names.length > mostNames ? [...some, '…'] : some);
}

/** Paths of the parts of groups that have a value without some of them. */
function sparedPaths({ score }: Scheme): string[] {
  return [...visit(score.parts, score.missing, 'score')];
  function visit(
    parts: readonly SchemeNode[],
    missing: Scheme['score']['missing'],
    path: string,
  ): string[] {
    return parts.flatMap((part, index) => {
      const own = `${path}.parts[${index}]`;
      if (missing !== 'unrated') return [`${own}.`];
      return isGroup(part) ? visit(part.parts, part.missing, own) : [];
    });
  }
}
