import { date, listed, worded } from '../i18n/format';
import { Fault } from '../model/answer';
import { dimensions } from '../model/filters';
import type { Sheet, SheetFormat } from '../model/sheet';
import type { Calculation } from './calculation.svelte';
import type { Files } from './files.svelte';
import type { People } from './people';
import { showsResults, type Route } from './route.svelte';
import type { Settings } from './settings.svelte';

/** A file on its way to the user. */
export interface ExportedFile {
  readonly name: string;
  readonly content: Blob;
}

export type FigureFormat = 'png' | 'svg';

/** What leaves the page as tables and figures: each says under which scheme and filters it was made, and when. */
export class Exports {
  readonly #settings: Settings;
  readonly #route: Route;
  readonly #calculation: Calculation;
  readonly #files: Files;
  readonly #people: People;

  constructor(
    settings: Settings,
    route: Route,
    calculation: Calculation,
    files: Files,
    people: People,
  ) {
    this.#settings = settings;
    this.#route = route;
    this.#calculation = calculation;
    this.#files = files;
    this.#people = people;
  }

  /** People are scored, or their names were kept as they are: then nothing leaves. */
  get ofPeople(): boolean {
    const kept = () => this.#files.findings.some(({ code }) => code === 'personal_kept');
    return this.#calculation.ofPeople || kept();
  }

  /** @throws Fault `export_too_long`, `export_people` */
  async file(sheet: Sheet, format: SheetFormat): Promise<ExportedFile> {
    this.#refusePeople();
    const { fileName, sheetFile } = await import('../share/export');
    const narrowed = [...(await this.#filters()), ...(sheet.narrowed ?? [])];
    const noted = { ...sheet, notes: [...sheet.notes, ...this.#notes(narrowed)] };
    // most formats hold rows alone: that they are not all is told by the name of the file
    const { title } = sheet;
    const named = narrowed.length > 0 ? this.#settings.t.exporting.narrowed(title) : title;
    return { name: fileName(named, format), content: await sheetFile(noted, format) };
  }

  /** A table as text for the clipboard. */
  async text(sheet: Sheet): Promise<string> {
    this.#refusePeople();
    return (await import('../share/export')).tsvOf(sheet);
  }

  /** A figure as it stands in the page, with its words around it. @param words what is to be known beside its basis */
  async figure(
    figure: SVGSVGElement,
    words: { readonly title: string; readonly basis: string; readonly notes: readonly string[] },
    format: FigureFormat,
  ): Promise<ExportedFile> {
    this.#refusePeople();
    const [{ fileName }, { svgOf, pngOf }] = await Promise.all([
      import('../share/export'),
      import('../share/export/figure'),
    ]);
    const narrowed = await this.#filters();
    const notes = [...words.notes, this.#notes(narrowed).join(' · ')];
    const { title, basis } = words;
    const svg = svgOf(figure, { title, basis, notes });
    const content =
      format === 'png' ? await pngOf(svg) : new Blob([svg], { type: 'image/svg+xml' });
    return { name: fileName(title, format), content };
  }

  #refusePeople(): void {
    if (this.ofPeople) throw new Fault('export_people');
  }

  /** The filters of the address, where they count; whom a search is for is not told where it is a person of the data. */
  async #filters(): Promise<string[]> {
    if (!showsResults(this.#route.page)) return [];
    const words = this.#settings.t.exporting.notes;
    const { values, search } = this.#route.filters;
    const chosen = dimensions.flatMap((dimension) => values[dimension]);
    if (search === '') return chosen;
    const isTold = (await this.#people.named('export-named', [search])).length === 0;
    return [...chosen, isTold ? words.search(search) : words.untold];
  }

  #notes(narrowed: readonly string[]): string[] {
    const { t } = this.#settings;
    const words = t.exporting.notes;
    const { scheme } = this.#calculation;
    const title = scheme ? worded(t, scheme.title) : '';
    // some titles have the version in them
    const version = scheme && !title.endsWith(` ${scheme.version}`) ? scheme.version : null;
    return [
      ...(scheme ? [words.scheme(title, version)] : []),
      ...(narrowed.length > 0 ? [words.filters(listed(t, narrowed))] : []),
      words.date(date(new Date())),
    ];
  }
}
