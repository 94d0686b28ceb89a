import type { SchemeProblem } from '../model/scheme-problem';
import { toAppError, Fault, type AppError } from '../model/answer';
import { schemeKey } from '../scheme/choose';
import { parseScheme } from '../scheme/parse';
import { presets } from '../scheme/presets';
import type { Scheme } from '../scheme/shape';
import { onReopened, readStored, writeStored } from './stored';

/** What became of a scheme document that the user gave. */
export type SchemeArrival =
  | { readonly name: string; readonly scheme: Scheme }
  | {
      readonly name: string;
      readonly error: AppError;
      readonly problems: readonly SchemeProblem[];
    };

/** The schemes that can be chosen: the presets, and those of the user's, which the browser keeps. */
export class Schemes {
  #own = $state.raw<readonly Scheme[]>(storedSchemes());
  #arrivals = $state.raw<readonly SchemeArrival[]>([]);

  constructor() {
    onReopened(() => (this.#own = storedSchemes()));
  }

  /** A document of the user's replaces one with the same id and version. */
  get all(): readonly Scheme[] {
    const own = new Set(this.#own.map(schemeKey));
    return [...presets.filter((preset) => !own.has(schemeKey(preset))), ...this.#own];
  }

  /** The schemes that come with the product, whatever the user has beside them. */
  get presets(): readonly Scheme[] {
    return presets;
  }

  isOwn(scheme: Scheme): boolean {
    return this.#own.includes(scheme);
  }

  /** Keeps a document of the user's, in place of one with the same id and version. */
  put(...schemes: readonly Scheme[]): void {
    const keys = new Set(schemes.map(schemeKey));
    this.#store([...this.#own.filter((scheme) => !keys.has(schemeKey(scheme))), ...schemes]);
  }

  /** The user's own document under a key. */
  own(key: string): Scheme | null {
    return this.#own.find((scheme) => schemeKey(scheme) === key) ?? null;
  }

  /** Takes out a document of the user's; a preset that it stood in for comes back. */
  remove(key: string): void {
    this.#store(this.#own.filter((scheme) => schemeKey(scheme) !== key));
  }

  /** The documents of the last batch. */
  get arrivals(): readonly SchemeArrival[] {
    return this.#arrivals;
  }

  /** Reads scheme documents; one that is invalid changes nothing. @returns those that are valid */
  async add(
    files: readonly { readonly name: string; readonly content: Blob }[],
  ): Promise<readonly Scheme[]> {
    this.#arrivals = await Promise.all(files.map(({ name, content }) => read(name, content)));
    const valid = this.#arrivals.flatMap((arrival) =>
      'scheme' in arrival ? [arrival.scheme] : [],
    );
    this.put(...valid);
    return valid;
  }

  #store(own: readonly Scheme[]): void {
    this.#own = own;
    writeStored('schemes', own);
  }
}

/** Documents kept from earlier visits, checked like any other. */
function storedSchemes(): readonly Scheme[] {
  const stored = readStored('schemes');
  const parsed = Array.isArray(stored) ? stored.map((document) => parseScheme(document)) : [];
  return parsed.flatMap((one) => (one.ok ? [one.scheme] : []));
}

async function read(name: string, content: Blob): Promise<SchemeArrival> {
  try {
    const parsed = parseScheme(JSON.parse(await content.text()));
    if (parsed.ok) return { name, scheme: parsed.scheme };
    return {
      name,
      error: toAppError(new Fault('scheme_invalid', { problems: name })),
      problems: parsed.problems,
    };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { name, error: toAppError(new Fault('scheme_not_json', { message })), problems: [] };
  }
}

/** Whether a file is meant as a scheme: named as JSON, or an object in its first character; a list is data. */
export async function isSchemeFile(name: string, content: Blob): Promise<boolean> {
  const head = await content
    .slice(0, 64)
    .text()
    .catch(() => '');
  if (/\.json$/i.test(name)) return !/^\ufeff?\s*\[/.test(head);
  return content.size <= 1024 * 1024 && /^\ufeff?\s*\{/.test(head);
}
