import { id, join, lit, rows, sql, type Sql, type Value } from '../../sql/sql';

/**
 * Parameters of nodes in a statement: one that is the same for all stands in it as a literal, the others come from a
 * table `given` beside the values.
 */
export class Given {
  readonly #nodes: readonly string[];
  readonly #columns = new Map<string, readonly Value[]>();

  constructor(nodes: readonly string[]) {
    this.#nodes = nodes;
  }

  /** The parameter as it stands in the statement. @param values one a node */
  column(name: string, values: readonly Value[]): Sql {
    const [first = null] = values;
    if (values.every((value) => value === first)) return lit(first);
    this.#columns.set(name, values);
    return sql`given.${id(name)}`;
  }

  /** A column that stands in the table even where it is the same for all. */
  always(name: string, values: readonly Value[]): Sql {
    this.#columns.set(name, values);
    return sql`given.${id(name)}`;
  }

  /** `JOIN (VALUES …) AS given ON …`, or nothing where no parameter differs. */
  join(node: Sql): Sql {
    if (this.#columns.size === 0) return sql``;
    return sql`JOIN ${this.table()} ON given.node = ${node}`;
  }

  table(): Sql {
    const names = [...this.#columns.keys()];
    return rows(
      ['node', ...names],
      this.#nodes.map((node, index) => [
        node,
        ...names.map((name) => this.#columns.get(name)?.[index] ?? null),
      ]),
    );
  }
}

/** `(a, b, c)` of texts. */
export function listed(values: readonly string[]): Sql {
  return sql`(${join(values.map((value) => lit(value)))})`;
}

/** The name of a view or table as SQL. */
export function relation(name: string): Sql {
  return id(...name.split('.'));
}
