import type { Engine } from '../engine/protocol';
import { announcedKinds } from '../ingest/personal/kinds';
import { toAppError, type AppError } from '../model/answer';
import { dimensions } from '../model/filters';
import { isOfPeople } from '../scheme/compile/people';
import { contractOf, contractTables, groupsFor, scopeOf } from '../share/contract';
import { encodeLink, mostCharacters } from '../share/link';
import { linkFileEnding, writeLinkFile } from '../share/link-file';
import { has, sharedParts, tidied, weights, without, type SharedPart } from '../share/parts';
import { textsOf, withoutPeople, type Nameless } from '../share/people';
import { sharedScheme } from '../share/scheme';
import {
  specVersion,
  type Contract,
  type SharedFigure,
  type SharedQuery,
  type Spec,
} from '../share/spec';
import type { Question } from '../views/question';
import { dataMarks, periodRows, subjectWords } from '../views/questions/share';
import { isSuperseded } from './superseded';
import type { Board } from './board.svelte';
import type { Calculation } from './calculation.svelte';
import type { Files } from './files.svelte';
import type { Mappings } from './mappings.svelte';
import type { People } from './people';
import type { Route } from './route.svelte';
import type { Schemes } from './schemes.svelte';

export type { SharedPart, Spec };

/** Characters up to which mail and chat programs leave an address whole. */
export const comfortable = 2000;

/** Beyond it no link is made. */
export const mostKilobytes = mostCharacters / 1024;

/** A link as it would go out now. */
export interface LinkDraft {
  readonly spec: Spec;
  /** The whole address. */
  readonly address: string;
  /** `fits` is a link; `long` is better sent as a file; `refused` is not made. */
  readonly size: 'fits' | 'long' | 'refused';
  /** What takes the most place, where it is too long. */
  readonly weights: ReturnType<typeof weights>;
  /** Texts left out because they may name people. */
  readonly left: number;
  readonly file: { readonly name: string; readonly text: string };
}

/** What the engine says of the data, at the time the link is made. */
interface Known {
  readonly contract: Contract | null;
  /** The scheme in use scores people, or a file is about them. */
  readonly ofPeople: boolean;
  /** Names of those whom the data is about, where they are people, and of all whom the user has named. */
  readonly people: readonly string[];
}

/** Makes links of where one stands: the question, never the data. */
export class Sharing {
  readonly #engine: Engine;
  readonly #files: Files;
  readonly #mappings: Mappings;
  readonly #schemes: Schemes;
  readonly #route: Route;
  readonly #calculation: Calculation;
  readonly #board: Board;
  readonly #people: People;
  #known = $state.raw<Known | null>(null);
  #error = $state.raw<AppError | null>(null);
  #round = 0;
  /** What the sender keeps out of the link. */
  left = $state.raw<readonly SharedPart[]>([]);
  /** Queries that the query page has open; they go along as text. */
  queries = $state.raw<readonly SharedQuery[]>([]);
  /** How the query page draws its result. */
  figure = $state.raw<SharedFigure>({});
  /** What the user calls this piece of work. */
  title = $state('');

  constructor(
    engine: Engine,
    files: Files,
    mappings: Mappings,
    schemes: Schemes,
    route: Route,
    calculation: Calculation,
    board: Board,
    people: People,
  ) {
    this.#engine = engine;
    this.#files = files;
    this.#mappings = mappings;
    this.#schemes = schemes;
    this.#route = route;
    this.#calculation = calculation;
    this.#board = board;
    this.#people = people;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** All that could go into the link. */
  readonly #whole: Nameless | null = $derived.by(() => {
    if (!this.#known) return null;
    const { contract, people, ofPeople } = this.#known;
    const whole = tidied(this.#spec(contract));
    const { spec, left } = withoutPeople(whole, people, ofPeople ? 'never' : 'nameless');
    return { spec: tidied(spec), left };
  });

  /** What of it can be left out. */
  readonly parts: readonly SharedPart[] = $derived.by(() => {
    const spec = this.#whole?.spec;
    return spec ? sharedParts.filter((part) => has(spec, part)) : [];
  });

  /** The link of what is shown; null until `prepare` has asked what the data is. */
  readonly draft: LinkDraft | null = $derived.by(() => {
    if (!this.#whole) return null;
    const spec = without(this.#whole.spec, this.left);
    const hash = encodeLink(spec);
    const address = `${location.href.replace(/#.*$/s, '')}${hash}`;
    const refused = hash.length > mostCharacters;
    const size = refused ? 'refused' : address.length > comfortable ? 'long' : 'fits';
    return {
      spec,
      address,
      size,
      weights: size === 'fits' ? [] : weights(spec),
      left: this.#whole.left,
      file: { name: `${spec.page}-${spec.made}${linkFileEnding}`, text: writeLinkFile(spec) },
    };
  });

  /** Lets a part go into the link, or keeps it out. */
  keep(part: SharedPart, kept: boolean): void {
    const others = this.left.filter((one) => one !== part);
    this.left = kept ? others : [...others, part];
  }

  /** Asks what the data is, anew each time a link is to be made. */
  async prepare(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#known = null;
    this.#error = null;
    try {
      const known = await this.#ask();
      if (round === this.#round) this.#known = known;
    } catch (thrown) {
      if (round === this.#round && !isSuperseded(thrown)) this.#error = toAppError(thrown);
    }
  }

  #spec(contract: Contract | null): Spec {
    const route = this.#route;
    const { scheme } = this.#calculation;
    const year = route.year ?? this.#board.data?.year;
    const { values, search } = route.filters;
    return {
      version: specVersion,
      made: today(),
      title: this.title,
      page: route.page,
      ...(scheme ? { scheme: sharedScheme(scheme, this.#schemes.presets) } : {}),
      ...(year === undefined ? {} : { year }),
      filters: {
        ...Object.fromEntries(dimensions.map((dimension) => [dimension, [...values[dimension]]])),
        search,
      },
      choices: Object.fromEntries(
        Object.entries(route.allChoices).map(([name, chosen]) => [name, [...chosen]]),
      ),
      queries: [...this.queries],
      figure: this.figure,
      ...(contract ? { contract } : {}),
    };
  }

  async #ask(): Promise<Known> {
    const ofPeople = this.#isOfPeople();
    const people = [
      ...(ofPeople ? await this.#rows('share-people', subjectWords()) : []),
      ...(await this.#people.named('share-named', textsOf(this.#spec(null)))),
    ];
    const tables = contractTables(this.#files.tables, (table) => this.#mappings.of(table));
    if (tables.length === 0) return { contract: null, ofPeople, people };
    const scope = scopeOf(tables);
    const counted = await this.#rows('share-rows', periodRows(scope));
    const periods = counted.map(({ id }) => id);
    const groups = groupsFor(counted);
    const marks = ofPeople
      ? null
      : await this.#rows('share-marks', dataMarks({ ...scope, periods, groups, salt: null }));
    const subjects = counted.find(({ id }) => id === '')?.rows ?? 0;
    const sample = this.#files.entries.every((entry) => entry.sample);
    return { contract: contractOf({ tables, subjects, sample }, counted, marks), ofPeople, people };
  }

  /** A scheme of people is in use, or a file calls its subjects as such a scheme does: names, or codes of persons. */
  #isOfPeople(): boolean {
    if (this.#calculation.ofPeople) return true;
    const ofPeople = this.#schemes.all.filter(isOfPeople).map(({ columns }) => columns);
    const codes = new Set(ofPeople.flatMap(({ name, code }) => [name, code]));
    return this.#files.tables.some((table) => {
      const headers = table.columns.map(({ header }) => header);
      const kinds = announcedKinds(headers);
      const names = this.#mappings.of(table).columns.filter(({ role }) => role === 'name');
      return table.columns.some(
        ({ name, header }, index) =>
          codes.has(header) ||
          (kinds[index] === 'person' && names.some(({ column }) => column === name)),
      );
    });
  }

  async #rows<T>(consumer: string, question: Question<T>): Promise<T[]> {
    return (await this.#engine.rows(consumer, question.sql)).map(question.read);
  }
}

/** The day here, as the user's calendar has it. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
