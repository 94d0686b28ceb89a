import type { Trace } from './trace';

/** Names by every part of them. */
export type PartIndex = ReadonlyMap<string, readonly Trace[]>;

/** More names with one part in common say nothing about any of them. */
const mostAlike = 8;

/** A longer name is not looked at in parts. */
const longest = 6;

export function indexParts(traces: readonly Trace[]): PartIndex {
  const index = new Map<string, Trace[]>();
  for (const trace of traces) {
    for (const part of partsOf(trace.stem)) {
      const list = index.get(part);
      if (list) list.push(trace);
      else index.set(part, [trace]);
    }
  }
  return index;
}

function partsOf(stem: string): Set<string> {
  const characters = [...stem].slice(0, longest);
  return new Set(
    characters.flatMap((_, start) =>
      characters
        .slice(start)
        .map((__, length) => characters.slice(start, start + length + 1).join('')),
    ),
  );
}

export interface Composition {
  readonly parts: readonly Trace[];
  readonly confidence: 'high' | 'medium' | 'low';
}

/**
 * Several names that one name is made of: 青禾 and 柳塘 for 青禾柳塘, 青柳 or 禾塘; or that are this name with
 * something added: 东青禾 and 西青禾 for 青禾. Null where there are none, or where several choices are equally good.
 */
export function composed(
  whole: Trace,
  index: PartIndex,
  fits: (part: Trace) => boolean,
): Composition | null {
  const characters = [...whole.stem];
  if (characters.length < 2 || characters.length > longest) return null;
  const around = (index.get(whole.stem) ?? []).filter(
    (part) => part.stem !== whole.stem && fits(part),
  );
  const names = new Set(around.map(({ stem }) => stem));
  if (names.size > 1 && names.size === around.length && names.size <= mostAlike)
    return { parts: around, confidence: 'medium' };
  return best(segmentations(characters, index, fits, []));
}

interface Piece {
  readonly trace: Trace;
  readonly text: string;
}

function segmentations(
  rest: readonly string[],
  index: PartIndex,
  fits: (part: Trace) => boolean,
  taken: readonly Piece[],
): (readonly Piece[])[] {
  if (rest.length === 0) return taken.length > 1 ? [taken] : [];
  if (taken.length === 3) return [];
  return rest.flatMap((_, end) => {
    const text = rest.slice(0, end + 1).join('');
    const traces = (index.get(text) ?? []).filter(fits);
    if (traces.length > mostAlike) return [];
    return traces
      .filter((trace) => taken.every((piece) => piece.trace.stem !== trace.stem))
      .flatMap((trace) =>
        segmentations(rest.slice(end + 1), index, fits, [...taken, { trace, text }]),
      );
  });
}

/** Whole names tell most, then the beginnings of names. */
function weigh(pieces: readonly Piece[]): number {
  const weights = pieces.map(({ trace, text }) =>
    trace.stem === text ? 4 : trace.stem.startsWith(text) ? 2 : 1,
  );
  return Math.min(...weights);
}

function best(found: readonly (readonly Piece[])[]): Composition | null {
  const top = Math.max(0, ...found.map(weigh));
  const sets = new Map(
    found
      .filter((pieces) => weigh(pieces) === top)
      .map((pieces) => {
        const parts = pieces.map(({ trace }) => trace);
        return [
          parts
            .map(({ ref, districtKey }) => `${districtKey}/${ref.code ?? ''}/${ref.name}`)
            .sort()
            .join('+'),
          parts,
        ];
      }),
  );
  const [parts] = sets.values();
  if (!parts || sets.size > 1) return null;
  return { parts, confidence: top === 4 ? 'high' : top === 2 ? 'medium' : 'low' };
}
