import * as v from 'valibot';
import { Fault } from '../model/answer';
import {
  cellKey,
  findingKey,
  type Acceptance,
  type Correction,
  type Decisions,
} from '../model/correction';
import type { Finding } from '../model/finding';
import { columnLetter, type SourceCell } from '../model/source';
import type { ChangeKind, History } from './history.svelte';

const place = v.pipe(v.number(), v.integer(), v.minValue(1));

const decisionsFile = v.strictObject({
  starflag: v.literal('corrections'),
  version: v.literal(1),
  corrections: v.array(
    v.strictObject({
      file: v.string(),
      sheet: v.nullable(v.string()),
      row: place,
      column: place,
      header: v.string(),
      was: v.nullable(v.string()),
      value: v.nullable(v.string()),
      note: v.string(),
      at: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
  accepted: v.array(
    v.strictObject({
      key: v.string(),
      note: v.string(),
      at: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
});

const nothing: Decisions = { corrections: [], accepted: [] };

/** Puts pseudonyms where people are named. */
type Nameless = (decisions: Decisions) => Promise<Decisions>;

/**
 * What the user decided about findings: other values for cells, and findings that may stand. It is kept
 * with the workspace, and can be exported and read again. What is typed or read in has pseudonyms for people, as files
 * have.
 */
export class Corrections {
  #now = $state.raw<Decisions>(nothing);
  readonly #byCell = $derived(new Map(this.#now.corrections.map((one) => [cellKey(one), one])));
  readonly #changed: () => unknown;
  readonly #history: History;
  readonly #nameless: Nameless;

  /** @param changed called whenever what cells count as has changed */
  constructor(changed: () => unknown, history: History, nameless: Nameless) {
    this.#changed = changed;
    this.#history = history;
    this.#nameless = nameless;
  }

  /** The newest last. */
  get list(): readonly Correction[] {
    return this.#now.corrections;
  }

  get accepted(): readonly Acceptance[] {
    return this.#now.accepted;
  }

  /** The correction of a cell, as long as the cell holds what was corrected. */
  of(cell: Parameters<typeof cellKey>[0], text: string | null): Correction | null {
    const found = this.#byCell.size > 0 ? this.#byCell.get(cellKey(cell)) : undefined;
    return found?.was === text ? found : null;
  }

  /** The correction by which a figure was read from a cell as it was. */
  by({ file, sheet, row, column, text }: SourceCell): Correction | null {
    const isOf = (one: Correction) =>
      one.file === file &&
      one.sheet === sheet &&
      one.row === row &&
      columnLetter(one.column) === column &&
      one.value === text;
    return this.list.find(isOf) ?? null;
  }

  /** Corrects a cell; a correction of the same cell from before gives way. */
  async add(correction: Omit<Correction, 'at'>): Promise<void> {
    const given = { ...correction, at: new Date().toISOString() };
    const { corrections: added } = await this.#nameless({ corrections: [given], accepted: [] });
    const corrections = [...this.#others(added), ...added];
    this.#set({ ...this.#now, corrections }, 'correction', [correction.header]);
  }

  remove(correction: Correction): void {
    const corrections = this.#now.corrections.filter((one) => one !== correction);
    this.#set({ ...this.#now, corrections }, 'correction', [correction.header]);
  }

  async accept(found: Finding, note: string): Promise<void> {
    const key = findingKey(found);
    const given = { key, note, at: new Date().toISOString() };
    const { accepted: added } = await this.#nameless({ corrections: [], accepted: [given] });
    const accepted = [...this.#now.accepted.filter((one) => one.key !== key), ...added];
    this.#set({ ...this.#now, accepted }, 'accepted', found.file === null ? [] : [found.file]);
  }

  /** Takes back that a finding may stand. */
  reopen(acceptance: Acceptance): void {
    const accepted = this.#now.accepted.filter((one) => one !== acceptance);
    this.#set({ ...this.#now, accepted }, 'accepted', []);
  }

  /** All decisions as a JSON document that `import` and `replace` read, to be kept here. */
  get json(): string {
    return written(this.#now);
  }

  /** All decisions as they may leave: names of a file may have been kept when it was corrected, and are no longer. */
  async leaving(): Promise<Decisions & { readonly json: string }> {
    const decisions = await this.#nameless(this.#now);
    return { ...decisions, json: written(decisions) };
  }

  /**
   * Takes the decisions of an exported document in; where both speak of one cell or finding, the document counts.
   * @throws Fault `corrections_not_json`, or `corrections_invalid` with the path that is wrong
   */
  async import(text: string): Promise<void> {
    const { corrections, accepted } = await this.#nameless(parse(text));
    const keys = new Set(accepted.map(({ key }) => key));
    const next = {
      corrections: [...this.#others(corrections), ...corrections],
      accepted: [...this.accepted.filter(({ key }) => !keys.has(key)), ...accepted],
    };
    this.#set(next, 'correction', [...new Set(corrections.map(({ file }) => file))]);
  }

  /**
   * Takes the decisions of an exported document in place of those there are; nobody is told that cells have changed.
   * @throws as `import`
   */
  replace(text: string): void {
    this.#now = parse(text);
  }

  /** Forgets all decisions, as `replace` does. */
  clear(): void {
    this.#now = nothing;
  }

  /** The corrections of other cells than these. */
  #others(cells: readonly Parameters<typeof cellKey>[0][]): readonly Correction[] {
    const keys = new Set(cells.map(cellKey));
    return this.#now.corrections.filter((one) => !keys.has(cellKey(one)));
  }

  #set(next: Decisions, kind: ChangeKind, about: readonly string[]): void {
    const before = this.#now;
    this.#history.push({
      kind,
      about,
      undo: () => this.#show(before),
      redo: () => this.#show(next),
    });
    void this.#show(next);
  }

  async #show(next: Decisions): Promise<void> {
    const corrected = next.corrections !== this.#now.corrections;
    this.#now = next;
    if (corrected) await this.#changed();
  }
}

function written(decisions: Decisions): string {
  return JSON.stringify({ starflag: 'corrections', version: 1, ...decisions }, null, 2);
}

function parse(text: string): Decisions {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    throw new Fault('corrections_not_json', { message: (thrown as Error).message });
  }
  const result = v.safeParse(decisionsFile, document);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Fault('corrections_invalid', {
    path: v.getDotPath(issue) ?? '',
    expected: issue.expected ?? '',
    received: issue.received,
  });
}
