import { schemeKey } from '../scheme/choose';
import type { Calculation, Scheme } from './calculation.svelte';
import type { NewFile } from './files.svelte';
import type { History } from './history.svelte';
import type { Route } from './route.svelte';
import type { SchemeDesk } from './scheme-desk.svelte';
import type { Schemes } from './schemes.svelte';

/** How a scheme that is read on the scheme page comes to be the one that everything is worked out by. */
export class SchemeUse {
  readonly #schemes: Schemes;
  readonly #calculation: Calculation;
  readonly #route: Route;
  readonly #history: History;
  #desk: SchemeDesk | null = null;

  constructor(schemes: Schemes, calculation: Calculation, route: Route, history: History) {
    this.#schemes = schemes;
    this.#calculation = calculation;
    this.#route = route;
    this.#history = history;
  }

  /** The desk of the scheme page, made once: its code comes with the page, and it outlives it. */
  desk(
    make: (schemes: Schemes, inUse: () => Scheme | null, history: History) => SchemeDesk,
  ): SchemeDesk {
    this.#desk ??= outliving(() =>
      make(this.#schemes, () => this.#calculation.scheme, this.#history),
    );
    return this.#desk;
  }

  /** Reads scheme documents to be looked at; nothing is worked out by them yet. */
  async open(files: readonly NewFile[]): Promise<void> {
    const last = (await this.#schemes.add(files)).at(-1);
    if (last) this.#desk?.choose(schemeKey(last));
  }

  /** Works everything out by the scheme that is read. */
  async apply(): Promise<void> {
    const accepted = this.#desk?.accept();
    if (!accepted) return;
    const before = this.#route.scheme;
    const use = (scheme: string | null) => {
      this.#route.scheme = scheme;
      return this.#calculation.refresh();
    };
    this.#history.push({
      kind: 'schemeUsed',
      about: [accepted.key],
      undo: () => {
        accepted.undo();
        return use(before);
      },
      redo: () => {
        accepted.redo();
        return use(accepted.key);
      },
    });
    await use(accepted.key);
  }
}

/** Makes something on behalf of no page: what it derives would stand still when the page that asked first is closed. */
function outliving<T>(make: () => T): T {
  const made: T[] = [];
  $effect.root(() => {
    made.push(make());
  });
  return made[0] as T;
}
