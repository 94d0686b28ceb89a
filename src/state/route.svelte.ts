import { dimensions, noFilters, type Dimension, type Filters } from '../model/filters';
import { isLink } from '../share/link';

/** The pages in the order of the work, in groups. */
export const groupsOfPages = {
  data: ['data', 'mapping', 'quality'],
  results: ['star-board', 'trends', 'collective-economy', 'compare', 'subject', 'query'],
  rules: ['scheme'],
} as const;

export const pages = Object.values(groupsOfPages).flat();

export type Page = (typeof pages)[number];

/** The pages that show results of many: there the filters count. */
export function showsResults(page: Page): boolean {
  const isOfMany = page !== 'subject' && page !== 'query';
  return isOfMany && (groupsOfPages.results as readonly Page[]).includes(page);
}

/** Choices of one page, by name; none of the names that hold on every page. */
export type PageChoices = Readonly<Record<string, readonly string[]>>;

/** What stands in the address. */
export interface Place {
  readonly page: Page;
  readonly year: number | null;
  readonly scheme: string | null;
  readonly filters: Filters;
  readonly choices: PageChoices;
}

/**
 * What stands in the address after `#`: the page, the choices that hold on every page (scheme, year, filters), and the
 * page's own. They can be kept and passed on; cells of the data never stand there.
 */
export class Route {
  #place = $state.raw<Place>(read(location.hash));
  // who reads one of these is not told of changes of the others
  readonly #page = $derived(this.#place.page);
  readonly #year = $derived(this.#place.year);
  readonly #scheme = $derived(this.#place.scheme);
  readonly #filters = $derived(this.#place.filters);

  /** Writes into the address what was changed last; null where it stands there. */
  #waiting: ReturnType<typeof setTimeout> | null = null;
  /** What was last read from the address or written into it: the event of an own change comes when there is a newer one. */
  #known = location.hash;

  constructor() {
    addEventListener('hashchange', () => {
      if (location.hash === this.#known) return;
      // a link is opened by who reads links; until then one stays where one is
      if (isLink(location.hash)) this.#forget();
      else this.#read();
    });
  }

  get page(): Page {
    return this.#page;
  }

  /** null means the newest year. */
  get year(): number | null {
    return this.#year;
  }

  set year(year: number | null) {
    this.#go({ year });
  }

  /** `id@version`; null means the version in force. */
  get scheme(): string | null {
    return this.#scheme;
  }

  set scheme(scheme: string | null) {
    this.#go({ scheme });
  }

  get filters(): Filters {
    return this.#filters;
  }

  set filters(filters: Filters) {
    this.#go({ filters }, 'replace');
  }

  /** Every choice of the page shown, by name. */
  get allChoices(): PageChoices {
    return this.#place.choices;
  }

  /** What the page shown has chosen under a name; empty where nothing. */
  choices(name: string): readonly string[] {
    return this.#place.choices[name] ?? [];
  }

  /** The one value that the page shown has chosen under a name. */
  choice(name: string): string | null {
    return this.choices(name)[0] ?? null;
  }

  /** Changes choices of the page shown; those not named stay, one without values is taken out. */
  choose(changes: PageChoices): void {
    this.#go({ choices: { ...this.#place.choices, ...changes } }, 'replace');
  }

  /** The address of a page with the choices that hold everywhere, and its own. */
  href(page: Page, choices: PageChoices = {}): string {
    return written({ ...this.#place, page, choices });
  }

  /** All that stands in the address, to be kept; '' before anything does. */
  get address(): string {
    return location.hash === '' && this.#waiting === null ? '' : written(this.#place);
  }

  /** Goes to an address that was kept. */
  return(address: string): void {
    location.hash = address;
    this.#read();
  }

  /** Opens a page. */
  open(page: Page, choices: PageChoices = {}): void {
    this.#go({ page, choices });
  }

  /** Goes to a place in the stead of the one in the address: going back does not lead there again. */
  take(place: Place): void {
    history.replaceState(null, '', written(place));
    this.#read();
  }

  /** Writes where one is into the address, in the stead of what stands there. */
  stay(): void {
    this.take(this.#place);
  }

  /**
   * State changes at once, the event of the address comes later.
   * @param how letters typed and ranges dragged change the entry in the browser's history, a moment after the last of
   *   them, since browsers allow only so many; the rest makes a new entry
   */
  #go(change: Partial<Place>, how: 'enter' | 'replace' = 'enter'): void {
    // the entry that is left keeps what was changed on it
    if (how === 'enter') this.#settle();
    else this.#forget();
    this.#place = { ...this.#place, ...change };
    if (how === 'replace') {
      this.#waiting = setTimeout(() => this.#settle(), 50);
      return;
    }
    location.hash = written(this.#place);
    this.#known = location.hash;
  }

  #settle(): void {
    if (this.#waiting === null) return;
    this.#forget();
    history.replaceState(null, '', written(this.#place));
    this.#known = location.hash;
  }

  /** Goes where the address says. */
  #read(): void {
    this.#forget();
    this.#known = location.hash;
    this.#place = read(location.hash);
  }

  #forget(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
  }
}

/** The page of a name; the star board for a name that is none. */
export function toPage(name: string | undefined): Page {
  return pages.find((page) => page === name) ?? 'star-board';
}

const common: ReadonlySet<string> = new Set(['scheme', 'year', 'search', ...dimensions]);

function written({ page, year, scheme, filters, choices }: Place): string {
  const tail = new URLSearchParams();
  if (scheme !== null) tail.set('scheme', scheme);
  if (year !== null) tail.set('year', String(year));
  for (const dimension of dimensions)
    for (const value of filters.values[dimension]) tail.append(dimension, value);
  if (filters.search !== '') tail.set('search', filters.search);
  for (const [name, values] of Object.entries(choices))
    for (const value of values) tail.append(name, value);
  return `#/${page}${tail.size > 0 ? `?${tail}` : ''}`;
}

function read(hash: string): Place {
  const [path, text] = hash.replace(/^#\/?/, '').split('?', 2);
  const tail = new URLSearchParams(text ?? '');
  const year = Number(tail.get('year'));
  const values = { ...noFilters.values } satisfies Record<Dimension, readonly string[]>;
  for (const dimension of dimensions) values[dimension] = tail.getAll(dimension);
  const own = [...new Set(tail.keys())].filter((name) => !common.has(name));
  return {
    page: toPage(path),
    year: Number.isInteger(year) && year > 0 ? year : null,
    scheme: tail.get('scheme'),
    filters: { values, search: tail.get('search') ?? '' },
    choices: Object.fromEntries(own.map((name) => [name, tail.getAll(name)])),
  };
}
