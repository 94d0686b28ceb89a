import { finding, type Finding } from '../../src/model/finding';
import type { Cell, Grid } from './grid';

/** A number as the file writes it. */
export class NumberText {
  constructor(readonly text: string) {}
}

/** A value of a record: fields of an object by name, lists, and scalars that are text already. */
export type Nested =
  null | boolean | string | NumberText | readonly Nested[] | ReadonlyMap<string, Nested>;

/** An object with more keys than this holds data in its keys; it is no record. */
const mostKeys = 500;

/** Columns of records as a grid: objects within them spread over columns `a.b`, lists kept as JSON text. */
export class NestedColumns {
  readonly #headings: string[] = [];
  readonly #columns: Cell[][] = [];
  readonly #flattened: string[] = [];
  readonly #kept: string[] = [];

  /** @param values one for each record */
  add(name: string, values: readonly Nested[]): void {
    const objects = values.filter(isObject);
    const keys = new Set(objects.flatMap((value) => [...value.keys()]));
    const spread = keys.size > 0 && keys.size <= mostKeys;
    const plain = spread ? values.map((value) => (isObject(value) ? null : value)) : values;
    if (!spread || plain.some((value) => value !== null)) this.addTextOf(name, plain);
    if (!spread) return;
    this.#flattened.push(name);
    for (const key of keys) {
      const child = values.map((value) => (isObject(value) ? (value.get(key) ?? null) : null));
      this.add(`${name}.${key}`, child);
    }
  }

  /** A column of cells that are text already. */
  addCells(name: string, cells: Cell[]): void {
    this.#headings.push(name);
    this.#columns.push(cells);
  }

  /** A column whose objects stay together as JSON text. */
  addTextOf(name: string, values: readonly Nested[]): void {
    if (values.some((value) => Array.isArray(value) || isObject(value))) this.#kept.push(name);
    this.addCells(name, values.map(cellOf));
  }

  /** @param rows number of records */
  grid(sheet: string | null, rows: number): Grid {
    return {
      sheet,
      hidden: false,
      numbers: Array.from({ length: rows }, (_, index) => index + 1),
      columns: this.#columns,
      merged: [],
      hiddenRows: [],
      headings: this.#headings,
    };
  }

  findings(sheet: string | null): Finding[] {
    const note = (code: 'nested_flattened' | 'nested_kept', names: readonly string[]) =>
      names.length > 0
        ? [finding(code, { sheet, value: namesOf(names), count: names.length })]
        : [];
    return [...note('nested_flattened', this.#flattened), ...note('nested_kept', this.#kept)];
  }
}

/** The first few of several names. */
export function namesOf(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(', ')}, …` : names.join(', ');
}

function isObject(value: Nested): value is ReadonlyMap<string, Nested> {
  return value instanceof Map;
}

function cellOf(value: Nested): Cell {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof NumberText) return value.text;
  return jsonText(value);
}

/** A value as JSON, its numbers as they were written. */
function jsonText(value: Nested): string {
  if (value instanceof NumberText) return value.text;
  if (isObject(value)) {
    const fields = [...value].map(([key, child]) => `${JSON.stringify(key)}:${jsonText(child)}`);
    return `{${fields.join(',')}}`;
  }
  if (Array.isArray(value)) return `[${(value as readonly Nested[]).map(jsonText).join(',')}]`;
  return JSON.stringify(value);
}
