import {
  phraseSlots,
  type Clause,
  type ClauseGroup,
  type ClausePiece,
  type ClauseValue,
  type Phrase,
  type PhraseCode,
  type Words,
} from '../../model/clause';
import type { Scheme } from '../shape';
import { rootId, treeNodes } from '../tree';
import { defaultPaths } from './defaults';
import { namedPath, valueAt } from './path';

type Pieces = ClausePiece | readonly ClausePiece[];

type Slots<Code extends PhraseCode> = Record<(typeof phraseSlots)[Code][number], Pieces>;

/** What a rule may name beside the parts: the whole score, and what comes of it. */
const outcomes: readonly unknown[] = [rootId, 'score', 'rank', 'stars', 'level'];

/** Reads values from a document, each with its path, and puts them into phrases. */
export class Teller {
  readonly #scheme: Scheme;
  readonly #defaults: ReadonlySet<string>;
  readonly #labels: ReadonlyMap<string, Words>;

  constructor(scheme: Scheme) {
    this.#scheme = scheme;
    this.#defaults = defaultPaths(scheme);
    const nodes = treeNodes(scheme.score);
    this.#labels = new Map(
      nodes.flatMap(({ id, node }) => ('label' in node && node.label ? [[id, node.label]] : [])),
    );
  }

  has(path: string): boolean {
    return valueAt(this.#scheme, path) !== undefined;
  }

  value(kind: ClauseValue['kind'], path: string): ClauseValue {
    const value = (valueAt(this.#scheme, path) ?? null) as ClauseValue['value'];
    return { path, kind, value, isDefault: this.#defaults.has(path) };
  }

  number(path: string): ClauseValue {
    return this.value('number', path);
  }

  share(path: string): ClauseValue {
    return this.value('share', path);
  }

  choice(path: string): ClauseValue {
    return this.value('choice', path);
  }

  name(path: string): ClauseValue {
    return this.value('name', path);
  }

  period(path: string): ClauseValue {
    return this.value('period', path);
  }

  /** The part of the score that an id names, by its label. */
  part(path: string): ClauseValue {
    const { value, ...rest } = this.value('name', path);
    const label = typeof value === 'string' ? this.#labels.get(value) : undefined;
    if (!label && outcomes.includes(value)) return { ...rest, kind: 'outcome', value };
    return { ...rest, value: label ?? value };
  }

  /** Every item of a list, read in the same way. */
  each<T>(path: string, read: (path: string) => T): T[] {
    const list = valueAt(this.#scheme, path);
    return Array.isArray(list) ? list.map((_, index) => read(`${path}[${index}]`)) : [];
  }

  clause<Code extends PhraseCode>(path: string, code: Code, slots: Slots<Code>): Clause {
    return { path, key: namedPath(this.#scheme, path), phrase: phrase(code, slots) };
  }

  /** A clause about something that the document may leave out. */
  optional<Code extends PhraseCode>(path: string, code: Code, slots: () => Slots<Code>): Clause[] {
    return this.has(path) ? [this.clause(path, code, slots())] : [];
  }
}

export function phrase<Code extends PhraseCode>(code: Code, slots: Slots<Code>): Phrase {
  const entries = Object.entries<Pieces>(slots);
  return {
    code,
    slots: Object.fromEntries(entries.map(([slot, pieces]) => [slot, [pieces].flat()])),
  };
}

/** Clauses of a section that are about nothing smaller than it. */
export function plainGroup(path: string, clauses: readonly Clause[]): ClauseGroup[] {
  return clauses.length > 0 ? [{ path, title: null, depth: 0, clauses }] : [];
}
