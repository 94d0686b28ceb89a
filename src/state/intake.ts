import { schemeKey } from '../scheme/choose';
import { isLinkFile } from '../share/link-file';
import type { Calculation } from './calculation.svelte';
import type { Files, NewFile } from './files.svelte';
import type { Received } from './received.svelte';
import type { Route } from './route.svelte';
import type { Sample } from './sample.svelte';
import type { SchemeUse } from './scheme-use.svelte';
import { isSchemeFile, type Schemes } from './schemes.svelte';
import type { Settings } from './settings.svelte';

interface Parts {
  readonly settings: Settings;
  readonly route: Route;
  readonly files: Files;
  readonly schemes: Schemes;
  readonly schemeUse: SchemeUse;
  readonly received: Received;
  readonly sample: Sample;
  readonly calculation: Calculation;
}

/** What the user gives, by whatever way it comes: files of data, schemes or links, tables copied, addresses opened. */
export class Intake {
  readonly #parts: Parts;
  #pastes = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes files from the user's hand, wherever on the pages they were dropped, and shows what becomes of them. */
  async take(given: readonly File[]): Promise<void> {
    const files = given.map((file) => ({ name: file.name, content: file }));
    const texts = await Promise.all(files.map(linkText));
    const link = texts.findLast((text) => text !== null) ?? null;
    if (link !== null) {
      this.#parts.received.openFile(link);
      await this.#answerLink();
    }
    const others = files.filter((_, index) => texts[index] === null);
    if (others.length > 0) await this.#takeOthers(others);
  }

  /** Takes a table copied from a spreadsheet. */
  paste(text: string): void {
    this.#pastes += 1;
    const name = this.#parts.settings.t.data.pastedName(this.#pastes);
    void this.#add([{ name, content: new Blob([text]), pasted: true }]);
    this.#parts.route.open('data');
  }

  /** Opens the link in the address over what is there. */
  async openLink(): Promise<void> {
    this.#parts.received.openAddress(location.hash);
    await this.#answerLink();
  }

  /** The sample is no answer to a question about other data. */
  async #answerLink(): Promise<void> {
    const { received, sample, files, calculation } = this.#parts;
    if (received.excludesSample && sample.shown) {
      await sample.remove();
      await calculation.refresh();
    } else if (!received.excludesSample && files.entries.length === 0) {
      await sample.show();
    } else await received.check();
  }

  async #takeOthers(files: readonly NewFile[]): Promise<void> {
    const { route, schemeUse, received } = this.#parts;
    // where schemes are read, a document is read first and applied when the user says so
    if (route.page === 'scheme' && files.every(({ name }) => /\.json$/i.test(name))) {
      await schemeUse.open(files);
      return;
    }
    // the question of a link stays in sight while its data is dropped
    if (!received.spec) route.open('data');
    await this.#add(files);
  }

  /** Scheme documents are put to use, everything else is loaded as data. */
  async #add(files: readonly NewFile[]): Promise<void> {
    const { schemes, route, calculation } = this.#parts;
    const meant = await Promise.all(files.map(({ name, content }) => isSchemeFile(name, content)));
    const added = await schemes.add(files.filter((_, index) => meant[index]));
    const last = added.at(-1);
    if (last) route.scheme = schemeKey(last);
    const loaded = await this.#addData(files.filter((_, index) => !meant[index]));
    if (last || loaded) await calculation.refresh();
  }

  async #addData(files: readonly NewFile[]): Promise<boolean> {
    const loaded = await this.#parts.files.add(files);
    await this.#parts.sample.giveWay();
    return loaded.length > 0;
  }
}

/** The text of a file that holds a link; null for any other. */
async function linkText({ name, content }: NewFile): Promise<string | null> {
  if (!/\.json$/i.test(name) || content.size > 4 * 1024 * 1024) return null;
  const text = await content.text().catch(() => '');
  return isLinkFile(text) ? text : null;
}
