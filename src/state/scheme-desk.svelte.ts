import type { Clause, ClauseValue, Section, Words } from '../model/clause';
import { allow, type SchemeProblem } from '../model/scheme-problem';
import { choicesAt } from '../scheme/at-path';
import { schemeKey } from '../scheme/choose';
import { differences, type ClausePair } from '../scheme/document/differences';
import { placeNotes } from '../scheme/document/notes';
import { valueAt, withValueAt } from '../scheme/document/path';
import { sectionsOf } from '../scheme/document/sections';
import { nextVersion } from '../scheme/document/versions';
import { parseScheme } from '../scheme/parse';
import type { Scheme } from '../scheme/shape';
import { leaves } from '../scheme/tree';
import type { History } from './history.svelte';
import type { Schemes } from './schemes.svelte';
import { onReopened, readStored, writeStored } from './stored';

export type { ClausePair, Scheme };

/** A document being changed. Nothing counts by it until it is applied. */
interface Draft {
  readonly scheme: Scheme;
  /** What it said when nothing was wrong with it last. */
  readonly valid: Scheme | null;
  /** What was typed at a path and is no number. */
  readonly unread: ReadonlyMap<string, string>;
  /** Where the last change was made. */
  readonly path: string | null;
}

/** All drafts and the document chosen, to be brought back. */
interface DeskState {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly chosen: string | null;
}

/** A document that was accepted, with the way back and forth. */
export interface Accepted {
  readonly key: string;
  readonly undo: () => void;
  readonly redo: () => void;
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
  readonly #history: History;
  #chosen = $state<string | null>(null);
  #drafts = $state.raw<ReadonlyMap<string, Draft>>(storedDrafts());

  /** @param inUse the scheme that figures are worked out by */
  constructor(schemes: Schemes, inUse: () => Scheme | null, history: History) {
    this.#schemes = schemes;
    this.#inUse = inUse;
    this.#history = history;
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

  readonly #told: readonly Section[] = $derived(
    this.shown === null ? [] : sectionsOf(this.shown.scheme),
  );

  readonly #notes = $derived(
    this.shown === null ? null : placeNotes(this.shown.scheme, this.#told),
  );

  /** Remarks stand at the clauses that they are about; a section of their own has only the others. */
  readonly sections: readonly Section[] = $derived.by(() => {
    const left = this.#notes?.left ?? new Set<number>();
    return this.#told.flatMap((section) => {
      if (section.id !== 'notes') return [section];
      const groups = section.groups.map((group) => ({
        ...group,
        clauses: group.clauses.filter((_, index) => left.has(index)),
      }));
      return left.size === 0 ? [] : [{ ...section, groups }];
    });
  });

  readonly #draft: Draft | null = $derived(this.#drafts.get(this.shown?.key ?? '') ?? null);

  /** What keeps the document from being applied. */
  readonly problems: readonly SchemeProblem[] = $derived.by(() => {
    if (!this.#draft) return [];
    const unread = [...this.#draft.unread].map(([path, text]) => ({
      path,
      kind: 'wrong_value' as const,
      found: text,
      allowed: [allow('number')],
    }));
    const parsed = parseScheme(this.#draft.scheme);
    return [...unread, ...(parsed.ok ? [] : parsed.problems)];
  });

  get inUseKey(): string | null {
    const scheme = this.#inUse();
    return scheme === null ? null : schemeKey(scheme);
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
    if (number !== null) {
      this.#change(path, value, number);
      return;
    }
    const before = this.#state;
    const draft = this.#draft ?? this.#newDraft(this.shown);
    this.#keep({ ...draft, unread: new Map(draft.unread).set(path, text), path });
    this.#enterTyped(before, draft.scheme, path);
  }

  /** Takes one of the words that may stand at a place. */
  pick({ path, value }: ClauseValue, word: string | boolean): void {
    this.#change(path, value, word);
  }

  /** Takes other words for a name, in one language. @param path of the words of both */
  rename(path: string, language: keyof Words, text: string): void {
    const at = `${path}.${language}`;
    this.#change(at, this.shown && valueAt(this.shown.scheme, at), text);
  }

  /** The words that may stand in the place of a choice. */
  choicesOf({ path }: ClauseValue): readonly (string | boolean)[] {
    return choicesAt(path);
  }

  /** What something is called in both languages; null where the document gives it no name. */
  labelAt(path: string): Words | null {
    const words = this.shown ? valueAt(this.shown.scheme, path) : undefined;
    const isWords = typeof words === 'object' && words !== null && 'zh' in words && 'en' in words;
    return isWords ? (words as Words) : null;
  }

  /** What the document remarks on a clause. */
  notesOf({ key }: Clause): readonly Words[] {
    return this.#notes?.byClause.get(key) ?? [];
  }

  #change(path: string, value: unknown, next: unknown): void {
    if (!this.shown) return;
    const before = this.#state;
    const draft = this.#draft ?? this.#newDraft(this.shown);
    const unread = new Map(draft.unread);
    unread.delete(path);
    const scheme = next === value ? draft.scheme : withValueAt(draft.scheme, path, next);
    const valid = parseScheme(scheme).ok ? scheme : draft.valid;
    this.#keep({ scheme, valid, unread, path });
    this.#enterTyped(before, draft.scheme, path);
  }

  /** Makes a copy of the document read, under the next version. */
  duplicate(): void {
    if (!this.shown) return;
    const before = this.#state;
    const scheme = nextVersion(this.shown.scheme, this.#keys());
    this.#keep(untouched(scheme));
    this.#enter(before, schemeKey(scheme));
  }

  /** Gives up the draft that is read. */
  discard(): void {
    if (!this.shown) return;
    const before = this.#state;
    const { key } = this.shown;
    const { id, follows } = this.shown.scheme;
    const drafts = new Map(this.#drafts);
    drafts.delete(this.shown.key);
    this.#store(drafts);
    if (!this.#originKeys().has(this.#chosen ?? '')) this.#chosen = `${id}@${follows}`;
    this.#enter(before, key);
  }

  /** Takes a document of the user's out of the list. */
  remove(key: string): void {
    const own = this.#schemes.own(key);
    if (!own) return;
    const redo = () => this.#schemes.remove(key);
    redo();
    this.#history.push({
      kind: 'schemeDraft',
      about: [key],
      undo: () => this.#schemes.put(own),
      redo,
    });
  }

  /** Keeps the document read as one that figures can be worked out by. @returns null where something is wrong with it */
  accept(): Accepted | null {
    const { shown } = this;
    if (!shown || this.problems.length > 0) return null;
    const { key, scheme } = shown;
    const [before, own] = [this.#state, this.#schemes.own(key)];
    const redo = () => {
      this.#chosen = key;
      if (shown.origin !== 'draft') return;
      this.#schemes.put(scheme);
      const drafts = new Map(this.#drafts);
      drafts.delete(key);
      this.#store(drafts);
    };
    const undo = () => {
      if (shown.origin === 'draft') {
        if (own) this.#schemes.put(own);
        else this.#schemes.remove(key);
      }
      this.#restore(before);
    };
    redo();
    return { key, undo, redo };
  }

  /** Problems to be told in a row that holds these values. */
  problemsIn(values: readonly ClauseValue[]): SchemeProblem[] {
    const last = this.#draft?.path ?? null;
    return this.problems.filter((problem) => {
      const first = problem.path.replaceAll('[]', '[0]').replace(/\.(?:zh|en)$/, '');
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

  get #state(): DeskState {
    return { drafts: this.#drafts, chosen: this.#chosen };
  }

  #restore({ drafts, chosen }: DeskState): void {
    this.#store(drafts);
    this.#chosen = chosen;
  }

  /** Enters a change at a path; letter by letter is one. */
  #enterTyped(before: DeskState, scheme: Scheme, path: string): void {
    this.#enter(before, path, `${schemeKey(scheme)} ${path}`);
  }

  /** Enters what was done to drafts into the history. */
  #enter(before: DeskState, about: string, key?: string): void {
    const after = this.#state;
    this.#history.push({
      kind: 'schemeDraft',
      about: [about],
      undo: () => this.#restore(before),
      redo: () => this.#restore(after),
      ...(key === undefined ? {} : { key }),
    });
  }

  #keep(draft: Draft): void {
    const key = schemeKey(draft.scheme);
    this.#store(new Map(this.#drafts).set(key, draft));
    this.#chosen = key;
  }

  #store(drafts: ReadonlyMap<string, Draft>): void {
    this.#drafts = drafts;
    const valid = [...drafts.values()].flatMap((draft) => draft.valid ?? []);
    writeStored('scheme-drafts', valid);
  }
}

function untouched(scheme: Scheme): Draft {
  return { scheme, valid: parseScheme(scheme).ok ? scheme : null, unread: new Map(), path: null };
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
