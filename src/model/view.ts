/** The floors of the database, lowest first; a view reads only the floors below and its own. */
export const floors = ['raw', 'canon', 'score', 'trial', 'report'] as const;

/** The schema of the user's own tables; no view of ours reads it, and it is gone with the visit. */
export const scratch = 'scratch';

export type Floor = (typeof floors)[number];

/** A view as a value: the engine creates it, a test EXPLAINs it, a reader may open its SQL. */
export interface View {
  /** `floor.name`. */
  readonly name: `${Floor}.${string}`;
  /** Names of the views and tables it selects from. */
  readonly reads: readonly string[];
  /** Names of its columns, in order. */
  readonly columns: readonly string[];
  readonly sql: string;
  /** Stored when applied, because several views read it. */
  readonly stored: boolean;
}
