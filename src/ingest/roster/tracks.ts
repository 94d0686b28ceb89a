import { plainText } from '../names';
import { trimmed, type Entry } from './entry';
import type { Mention } from './mention';
import { spanOf } from './span';

interface Said {
  readonly track: string;
  readonly listed: boolean;
  readonly end: number;
  rows: number;
}

/** The classes that files give for subjects, and which of them counts. */
export class Tracks {
  readonly #said = new Map<Entry, Map<string, Said>>();
  /** How often a class is written in which way. */
  readonly #spellings = new Map<string, Map<string, number>>();

  readonly #keys = new Map<string, string>();

  /** The form in which classes are compared. */
  keyOf(track: string): string {
    const known = this.#keys.get(track);
    if (known !== undefined) return known;
    const key = plainText(track);
    this.#keys.set(track, key);
    return key;
  }

  learn(entry: Entry, { track, period, count }: Mention, listed: boolean): void {
    const words = trimmed(track);
    if (words === null) return;
    const key = this.keyOf(words);
    const end = (period ? spanOf(period)?.end : null) ?? 0;
    const said = this.#said.get(entry) ?? new Map<string, Said>();
    this.#said.set(entry, said);
    const where = `${key}\u001f${end}\u001f${String(listed)}`;
    const known = said.get(where);
    if (known) known.rows += count;
    else said.set(where, { track: key, listed, end, rows: count });
    const spellings = this.#spellings.get(key) ?? new Map<string, number>();
    this.#spellings.set(key, spellings.set(words, (spellings.get(words) ?? 0) + count));
  }

  /** What the roster says counts before what others say, the latest before the earlier; then the most frequent. */
  of(entry: Entry): string | null {
    const said = [...(this.#said.get(entry)?.values() ?? [])];
    if (said.length === 0) return null;
    const best = said.reduce((one, other) => (isBefore(one, other) ? one : other));
    return this.#spelling(best.track);
  }

  /** One class written in several ways (A类, Ａ类) is one track, as it is written most often. */
  #spelling(key: string): string | null {
    const spellings = [...(this.#spellings.get(key) ?? [])];
    const [best] = spellings.sort(([one, often], [other, rarely]) =>
      often === rarely ? (one < other ? -1 : 1) : rarely - often,
    );
    return best?.[0] ?? null;
  }
}

function isBefore(one: Said, other: Said): boolean {
  const order =
    Number(other.listed) - Number(one.listed) || other.end - one.end || other.rows - one.rows;
  return order === 0 ? one.track < other.track : order < 0;
}
