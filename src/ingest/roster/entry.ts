import type { SubjectRef } from '../../model/crosswalk';
import { codeKey } from './mention';
import type { Words } from './words';

/** A name that a subject was given, and where. */
export interface Naming {
  readonly entry: Entry;
  readonly nameKey: string;
  readonly matchKey: string;
  readonly stem: string;
  readonly townKey: string;
  readonly districtKey: string;
}

/** A subject while it is gathered from the words for it. */
export class Entry {
  readonly words: Words[] = [];
  readonly stems = new Set<string>();
  #code: string | null;
  #shown: Shown | null = null;

  constructor(
    code: string | null,
    /** What it is called by decision of the user; null where the files alone say it. */
    readonly decided: SubjectRef | null = null,
    /** It shares its code with another subject, by decision of the user. */
    readonly apart = false,
  ) {
    this.#code = code;
  }

  add(words: Words): void {
    this.words.push(words);
    this.#code ??= words.code;
    this.#shown = null;
  }

  get code(): string | null {
    return this.#code;
  }

  get name(): string {
    return this.#show().name;
  }

  get town(): string | null {
    return this.#show().town;
  }

  get district(): string | null {
    return this.#show().district;
  }

  get id(): string {
    return this.#show().id;
  }

  get ref(): SubjectRef {
    const { code, town, name } = this;
    return { code, town, name };
  }

  #show(): Shown {
    this.#shown ??= this.#chosen();
    return this.#shown;
  }

  /** From the latest words; of those the most frequent; of those the shortest. */
  #chosen(): Shown {
    const { code, decided, words } = this;
    const name = trimmed(decided?.name ?? best(words)?.name ?? null) ?? '';
    const placed = words.filter((one) => one.townKey !== '');
    const town = trimmed(decided?.town ?? best(placed)?.town ?? null);
    const within = words.filter((one) => one.districtKey !== '');
    const district = trimmed(best(within)?.district ?? null);
    const path = [district, town, name].filter(Boolean).join('/');
    const id = code === null ? path : this.apart ? `${code}/${name}` : code;
    return { id, name, town, district };
  }
}

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
  readonly district: string | null;
}

function best(words: readonly Words[]): Words | undefined {
  const [first, ...others] = words;
  return others.reduce((one, other) => (one && !isBetter(other, one) ? one : other), first);
}

/** The words as a reference that a decision can be kept under. */
export function refOf(words: Words): SubjectRef {
  const { mentions, town, name } = words;
  const code = words.badCode === null ? codeKey(mentions[0]?.code ?? null) : null;
  return { code, town: trimmed(town), name: trimmed(name) ?? '' };
}

/** Depends on the words alone, so that the order of files and rows makes no difference. */
function isBetter(one: Words, other: Words): boolean {
  const order =
    Number(one.codeOnly) - Number(other.codeOnly) ||
    (other.span?.end ?? 0) - (one.span?.end ?? 0) ||
    other.rows - one.rows ||
    (one.name ?? '').length - (other.name ?? '').length;
  return order === 0 ? one.key < other.key : order < 0;
}

export function trimmed(text: string | null): string | null {
  return text?.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/g, '') || null;
}
