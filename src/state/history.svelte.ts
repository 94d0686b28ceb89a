import { toAppError, type AppError } from '../model/answer';

/** What a change was about; the page has words for each. */
export type ChangeKind =
  | 'filesRemoved'
  | 'fileReadAgain'
  | 'layout'
  | 'mapping'
  | 'period'
  | 'correction'
  | 'accepted'
  | 'roster'
  | 'schemeDraft'
  | 'schemeUsed'
  | 'filters';

/** A change that can be taken back and made again. */
export interface Change {
  readonly kind: ChangeKind;
  /** What it was done to, in the user's own words: files, a column, a village; none where the kind says it all. */
  readonly about: readonly string[];
  readonly undo: () => unknown;
  readonly redo: () => unknown;
  /** Changes with one key that follow each other are one: words typed letter by letter. */
  readonly key?: string;
}

/** What was taken back or made again last. */
export interface Told {
  readonly how: 'undone' | 'redone';
  readonly change: Change;
}

/** Changes kept at the most; older ones can no longer be taken back. */
const mostChanges = 200;

/** Every change that cost the user something, in order, over all pages. */
export class History {
  #done = $state.raw<readonly Change[]>([]);
  #undone = $state.raw<readonly Change[]>([]);
  #told = $state.raw<Told | null>(null);
  #error = $state.raw<AppError | null>(null);
  #tail: Promise<void> = Promise.resolve();

  /** The change that would be taken back next. */
  get undoable(): Change | null {
    return this.#done.at(-1) ?? null;
  }

  /** The change that would be made again next. */
  get redoable(): Change | null {
    return this.#undone.at(-1) ?? null;
  }

  get told(): Told | null {
    return this.#told;
  }

  /** Why the last change could not be taken back or made again. */
  get error(): AppError | null {
    return this.#error;
  }

  /** Enters a change that has been made. */
  push(change: Change): void {
    const last = this.undoable;
    const goesOn = last !== null && change.key !== undefined && last.key === change.key;
    const earlier = goesOn ? this.#done.slice(0, -1) : this.#done;
    const entered = goesOn ? { ...change, undo: last.undo } : change;
    this.#done = [...earlier, entered].slice(-mostChanges);
    this.#undone = [];
    this.#told = null;
  }

  undo(): Promise<void> {
    return this.#next('undone');
  }

  redo(): Promise<void> {
    return this.#next('redone');
  }

  /** One step after the other, however fast they are asked for. */
  #next(how: Told['how']): Promise<void> {
    this.#tail = this.#tail.then(() => this.#step(how));
    return this.#tail;
  }

  async #step(how: Told['how']): Promise<void> {
    const change = how === 'undone' ? this.undoable : this.redoable;
    if (!change) return;
    this.#error = null;
    if (how === 'undone') {
      this.#done = this.#done.slice(0, -1);
      this.#undone = [...this.#undone, change];
    } else {
      this.#undone = this.#undone.slice(0, -1);
      // a change made again stands for itself: what is typed next does not go on from it
      const { kind, about, undo, redo } = change;
      this.#done = [...this.#done, { kind, about, undo, redo }];
    }
    try {
      this.#told = { how, change };
      await (how === 'undone' ? change.undo() : change.redo());
    } catch (thrown) {
      this.#error = toAppError(thrown);
    }
  }
}
