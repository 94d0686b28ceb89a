import { dimensions, noFilters, type Dimension, type Filters } from '../model/filters';

export const pages = ['data', 'mapping', 'quality', 'star-board', 'scheme'] as const;

export type Page = (typeof pages)[number];

/** Choices of one page, by name; none of the names that hold on every page. */
export type PageChoices = Readonly<Record<string, readonly string[]>>;

/** What stands in the address. */
interface Place {
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

  constructor() {
    addEventListener('hashchange', () => (this.#place = read(location.hash)));
  }

  get page(): Page {
    return this.#place.page;
  }

  /** null means the newest year. */
  get year(): number | null {
    return this.#place.year;
  }

  set year(year: number | null) {
    this.#go({ year });
  }

  /** `id@version`; null means the version in force. */
  get scheme(): string | null {
    return this.#place.scheme;
  }

  set scheme(scheme: string | null) {
    this.#go({ scheme });
  }

  get filters(): Filters {
    return this.#place.filters;
  }

  set filters(filters: Filters) {
    this.#go({ filters });
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
    this.#go({ choices: { ...this.#place.choices, ...changes } });
  }

  /** The address of a page with the choices that hold everywhere, and its own. */
  href(page: Page, choices: PageChoices = {}): string {
    return written({ ...this.#place, page, choices });
  }

  /** All that stands in the address, to be kept; '' before anything does. */
  get address(): string {
    return location.hash === '' ? '' : written(this.#place);
  }

  /** Goes to an address that was kept. */
  return(address: string): void {
    location.hash = address;
    this.#place = read(address);
  }

  /** Opens a page. */
  open(page: Page, choices: PageChoices = {}): void {
    this.#go({ page, choices });
  }

  /** The address changes at once, its event comes later: state must not lag behind until then. */
  #go(change: Partial<Place>): void {
    location.hash = written({ ...this.#place, ...change });
    this.#place = read(location.hash);
  }
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
    page: pages.find((page) => page === path) ?? 'star-board',
    year: Number.isInteger(year) && year > 0 ? year : null,
    scheme: tail.get('scheme'),
    filters: { values, search: tail.get('search') ?? '' },
    choices: Object.fromEntries(own.map((name) => [name, tail.getAll(name)])),
  };
}
