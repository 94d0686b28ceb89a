import type { SchemeProblem } from '../model/scheme-problem';
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

/** What a document names and the data lacks, in the order of the document. */
export function lacks(
  scheme: Scheme,
  { indicators, attributes, figurePeriods }: DataExtent,
): Lack[] {
  const known: Record<Reference['kind'], readonly string[]> = {
    measure: indicators,
    attribute: [...attributes, 'kind', 'district', 'town', 'track'],
    period: figurePeriods,
  };
  const spared = sparedPaths(scheme);
  return references(scheme)
    .filter(({ kind, value }) => !known[kind].includes(value))
    .map(({ kind, value, path }) => ({
      path,
      kind: kind === 'period' ? 'no_period' : 'no_column',
      found: shorten(value),
      allowed: listed(known[kind]),
      needed: path.startsWith('score.') && !spared.some((part) => path.startsWith(part)),
    }));
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, mostNames).join(' | ');
  return names.length > mostNames ? `${some} | …` : some;
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
