import type { ClauseValue, Section } from '../model/clause';
import type { SchemeProblem } from '../model/scheme-problem';
import { schemeKey } from '../scheme/choose';
import { differences, type ClausePair } from '../scheme/document/differences';
import { withValueAt } from '../scheme/document/path';
import { sectionsOf } from '../scheme/document/sections';
import { nextVersion } from '../scheme/document/versions';
import { parseScheme } from '../scheme/parse';
import type { Scheme } from '../scheme/shape';
import { leaves } from '../scheme/tree';
import type { Schemes } from './schemes.svelte';
import { onReopened, readStored, writeStored } from './stored';

export type { ClausePair, Scheme };

/** A document being changed. Nothing counts by it until it is applied. */
interface Draft {
  readonly scheme: Scheme;
  readonly before: readonly Scheme[];
  readonly after: readonly Scheme[];
  /** What was typed at a path and is no number. */
  readonly unread: ReadonlyMap<string, string>;
  /** Where the last change was made. */
  readonly path: string | null;
}

/** A line of the gallery. */
export interface ListedScheme {
  readonly key: string;
  readonly scheme: Scheme;
  readonly origin: 'preset' | 'own' | 'draft';
  readonly indicators: number;
}

/** The scheme that is read on the scheme page, and what is being changed in it. */
export class SchemeDesk {
  readonly #schemes: Schemes;
  readonly #inUse: () => Scheme | null;
  #chosen = $state<string | null>(null);
  #drafts = $state.raw<ReadonlyMap<string, Draft>>(storedDrafts());

  /** @param inUse the scheme that figures are worked out by */
  constructor(schemes: Schemes, inUse: () => Scheme | null) {
    this.#schemes = schemes;
    this.#inUse = inUse;
    onReopened(() => (this.#drafts = storedDrafts()));
  }

  /** Every document that can be read: presets, the user's own, drafts. */
  readonly list: readonly ListedScheme[] = $derived.by(() => {
    const drafts = new Map([...this.#drafts].map(([key, { scheme }]) => [key, scheme]));
    const others = this.#schemes.all.filter((scheme) => !drafts.has(schemeKey(scheme)));
    return [...others, ...drafts.values()].map((scheme) => ({
      key: schemeKey(scheme),
      scheme,
      origin: drafts.has(schemeKey(scheme)) ? 'draft' : this.#originOf(scheme),
      indicators: leaves(scheme.score).length,
    }));
  });

  /** The document that is read: the one chosen, else the one in use, else the first. */
  readonly shown: ListedScheme | null = $derived.by(() => {
    const inUse = this.#inUse();
    const wanted = [this.#chosen, inUse === null ? null : schemeKey(inUse)];
    const found = wanted.map((key) => this.list.find((one) => one.key === key));
    return found.find((one) => one !== undefined) ?? this.list[0] ?? null;
  });

  readonly sections: readonly Section[] = $derived(
    this.shown === null ? [] : sectionsOf(this.shown.scheme),
  );

  readonly #draft: Draft | null = $derived(this.#drafts.get(this.shown?.key ?? '') ?? null);

  /** What keeps the document from being applied. */
  readonly problems: readonly SchemeProblem[] = $derived.by(() => {
    if (!this.#draft) return [];
    const unread = [...this.#draft.unread].map(([path, text]) => ({
      path,
      kind: 'wrong_value' as const,
      found: text,
      allowed: 'number',
    }));
    const parsed = parseScheme(this.#draft.scheme);
    return [...unread, ...(parsed.ok ? [] : parsed.problems)];
  });

  get inUseKey(): string | null {
    const scheme = this.#inUse();
    return scheme === null ? null : schemeKey(scheme);
  }

  get canUndo(): boolean {
    return (this.#draft?.before.length ?? 0) > 0;
  }

  get canRedo(): boolean {
    return (this.#draft?.after.length ?? 0) > 0;
  }

  /** What is typed in a field, where it is no number. */
  unreadAt(path: string): string | null {
    return this.#draft?.unread.get(path) ?? null;
  }

  choose(key: string): void {
    this.#chosen = key;
  }

  /** Takes what was typed as a number of the document; a preset becomes a draft under a new version. */
  edit({ path, kind, value }: ClauseValue, text: string): void {
    if (!this.shown) return;
    const number = readNumber(text, kind);
    const draft = this.#draft ?? this.#newDraft(this.shown);
    const unread = new Map(draft.unread);
    if (number === null) {
      this.#keep({ ...draft, unread: unread.set(path, text), path });
      return;
    }
    unread.delete(path);
    if (number === value) {
      this.#keep({ ...draft, unread });
      return;
    }
    // letter by letter is one change
    const before = draft.path === path ? draft.before : [...draft.before, draft.scheme];
    const scheme = withValueAt(draft.scheme, path, number);
    this.#keep({ scheme, before, after: [], unread, path });
  }

  undo(): void {
    const draft = this.#draft;
    const last = draft?.before.at(-1);
    if (!draft || !last) return;
    const after = [...draft.after, draft.scheme];
    const before = draft.before.slice(0, -1);
    this.#keep({ scheme: last, before, after, unread: new Map(), path: null });
  }

  redo(): void {
    const draft = this.#draft;
    const next = draft?.after.at(-1);
    if (!draft || !next) return;
    const before = [...draft.before, draft.scheme];
    const after = draft.after.slice(0, -1);
    this.#keep({ scheme: next, before, after, unread: new Map(), path: null });
  }

  /** Makes a copy of the document read, under the next version. */
  duplicate(): void {
    if (!this.shown) return;
    const scheme = nextVersion(this.shown.scheme, this.#keys());
    this.#keep(untouched(scheme));
  }

  /** Gives up the draft that is read. */
  discard(): void {
    if (!this.shown) return;
    const { id, follows } = this.shown.scheme;
    const drafts = new Map(this.#drafts);
    drafts.delete(this.shown.key);
    this.#store(drafts);
    if (!this.#originKeys().has(this.#chosen ?? '')) this.#chosen = `${id}@${follows}`;
  }

  /** Takes a document of the user's out of the list. */
  remove(key: string): void {
    this.#schemes.remove(key);
  }

  /** Keeps the document read as one that figures can be worked out by. @returns its key; null where something is wrong with it */
  accept(): string | null {
    const { shown } = this;
    if (!shown || this.problems.length > 0) return null;
    if (shown.origin === 'draft') {
      this.#schemes.put(shown.scheme);
      const drafts = new Map(this.#drafts);
      drafts.delete(shown.key);
      this.#store(drafts);
    }
    this.#chosen = shown.key;
    return shown.key;
  }

  /** Problems to be told in a row that holds these values. */
  problemsIn(values: readonly ClauseValue[]): SchemeProblem[] {
    const last = this.#draft?.path ?? null;
    return this.problems.filter((problem) => {
      const first = problem.path.replaceAll('[]', '[0]');
      const home = last !== null && isAbout(problem, last) ? last : first;
      return values.some(({ path }) => path === home || isWithin(path, home));
    });
  }

  isWrong(path: string): boolean {
    return this.problems.some((problem) => isAbout(problem, path));
  }

  /** The clauses of two documents side by side. */
  compare(before: string, after: string): ClausePair[] {
    const [one, other] = [before, after].map((key) =>
      this.list.find((listed) => listed.key === key),
    );
    return one && other ? differences(sectionsOf(one.scheme), sectionsOf(other.scheme)) : [];
  }

  #newDraft({ scheme, origin }: ListedScheme): Draft {
    return untouched(origin === 'own' ? scheme : nextVersion(scheme, this.#keys()));
  }

  #originOf(scheme: Scheme): 'preset' | 'own' {
    return this.#schemes.isOwn(scheme) ? 'own' : 'preset';
  }

  #originKeys(): Set<string> {
    return new Set(this.#schemes.all.map(schemeKey));
  }

  #keys(): Set<string> {
    return new Set(this.list.map(({ key }) => key));
  }

  #keep(draft: Draft): void {
    const key = schemeKey(draft.scheme);
    this.#store(new Map(this.#drafts).set(key, draft));
    this.#chosen = key;
  }

  #store(drafts: ReadonlyMap<string, Draft>): void {
    this.#drafts = drafts;
    writeStored('scheme-drafts', [...drafts.values()].flatMap(lastValid));
  }
}

/** What a draft said when nothing was wrong with it last. */
function lastValid({ scheme, before }: Draft): Scheme[] {
  const valid = [scheme, ...before.toReversed()].find((one) => parseScheme(one).ok);
  return valid ? [valid] : [];
}

function untouched(scheme: Scheme): Draft {
  return { scheme, before: [], after: [], unread: new Map(), path: null };
}

/** Drafts of an earlier visit, checked like any other document. */
function storedDrafts(): ReadonlyMap<string, Draft> {
  const stored = readStored('scheme-drafts');
  const parsed = Array.isArray(stored) ? stored.map((document) => parseScheme(document)) : [];
  return new Map(
    parsed.flatMap((one) => (one.ok ? [[schemeKey(one.scheme), untouched(one.scheme)]] : [])),
  );
}

/** A number as typed, shares in percent; null for anything else. */
function readNumber(text: string, kind: ClauseValue['kind']): number | null {
  const plain = text.trim().replace(/%$/, '').trim();
  const number = plain === '' ? NaN : Number(plain);
  if (!Number.isFinite(number)) return null;
  return kind === 'share' ? Number((number / 100).toPrecision(12)) : number;
}

/** Whether a problem is about a path: it stands there, or over it; `[]` means every item of a list. */
function isAbout({ path: stated }: SchemeProblem, path: string): boolean {
  const parts = stated.split('[]').map((part) => part.replace(/[.[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('\\[\\d+\\]')}(?:$|[.[])`).test(path);
}

function isWithin(path: string, above: string): boolean {
  return above !== '' && (path.startsWith(`${above}.`) || path.startsWith(`${above}[`));
}
