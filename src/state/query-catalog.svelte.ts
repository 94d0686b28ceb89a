import type { Engine, Relation } from '../engine/protocol';
import { engineFunctions, valuesOf, type EngineFunction } from '../views/catalog';

export type { EngineFunction, Relation };

/** Values of a column that are offered. */
const mostValues = 200;

/** What statements can name: tables and views with their columns, functions, values of columns. */
export class QueryCatalog {
  readonly #engine: Engine;
  #relations = $state.raw<readonly Relation[]>([]);
  #functions = $state.raw<readonly EngineFunction[]>([]);
  #round = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get relations(): readonly Relation[] {
    return this.#relations;
  }

  get functions(): readonly EngineFunction[] {
    return this.#functions;
  }

  /** Asks what there is now. A list that does not come leaves the one before. */
  async refresh(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    try {
      const relations = await this.#engine.describe();
      if (round === this.#round) this.#relations = relations;
      if (this.#functions.length > 0) return;
      const { sql, read } = engineFunctions();
      this.#functions = (await this.#engine.rows('query-functions', sql)).map(read);
    } catch {
      return;
    }
  }

  /** The values of a column, at most 200; none where they cannot be had. */
  async values(relation: string, column: string): Promise<readonly string[]> {
    const { sql, read } = valuesOf(relation, column, mostValues);
    try {
      const rows = await this.#engine.rows(`query-values-${relation}.${column}`, sql);
      return rows.map(read);
    } catch {
      return [];
    }
  }
}
