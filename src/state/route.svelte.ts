export const pages = ['data', 'mapping', 'quality', 'star-board', 'scheme'] as const;

export type Page = (typeof pages)[number];

/** What stands in the address after `#`: the page and the choices that can be shared. Names of villages never do. */
export class Route {
  #page = $state<Page>('star-board');
  #year = $state<number | null>(null);
  #scheme = $state<string | null>(null);

  constructor() {
    this.#read();
    addEventListener('hashchange', () => this.#read());
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

  /** The address of a page with the present choices. */
  href(page: Page): string {
    return this.#write({ page, year: this.#year, scheme: this.#scheme });
  }

  /** The address changes at once, its event comes later: state must not lag behind until then. */
  #go(change: { year?: number | null; scheme?: string | null }): void {
    const now = { page: this.#page, year: this.#year, scheme: this.#scheme };
    location.hash = this.#write({ ...now, ...change });
    this.#read();
  }

  #write({
    page,
    year,
    scheme,
  }: {
    page: Page;
    year: number | null;
    scheme: string | null;
  }): string {
    const choices = new URLSearchParams();
    if (scheme !== null) choices.set('scheme', scheme);
    if (year !== null) choices.set('year', String(year));
    const tail = choices.size > 0 ? `?${choices}` : '';
    return `#/${page}${tail}`;
  }

  #read(): void {
    const [path, tail] = location.hash.replace(/^#\/?/, '').split('?', 2);
    const choices = new URLSearchParams(tail ?? '');
    const year = Number(choices.get('year'));
    this.#page = pages.find((page) => page === path) ?? 'star-board';
    this.#year = Number.isInteger(year) && year > 0 ? year : null;
    this.#scheme = choices.get('scheme');
  }
}
