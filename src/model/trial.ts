import type { View } from './view';

/** How a run differs from the scheme as it stands. */
export type TrialKind = 'as-is' | 'leave-out' | 'draw' | 'without' | 'version' | 'change';

/**
 * One run of a scheme with something changed, beside the user's own results: its views are made in a database of their
 * own, in which `canon.*` are the user's data, unless a view of that name among them stands for it. There `origin.*` are
 * the data as they are.
 */
export interface Trial {
  readonly kind: TrialKind;
  /** What was changed. */
  readonly what: string;
  /** Each after those it reads. */
  readonly views: readonly View[];
  /** SELECTs over these views whose rows are kept, with the columns of the table but for run, kind and what. */
  readonly keep: { readonly [table in keyof typeof trialTables]?: string };
}

/** The tables that all runs end in, by their columns. Runs are counted from 1 in the order in which they were asked for. */
export const trialTables = {
  result: {
    run: 'INTEGER',
    kind: 'VARCHAR',
    what: 'VARCHAR',
    subject_id: 'VARCHAR',
    track: 'VARCHAR',
    period_id: 'VARCHAR',
    score: 'DOUBLE',
    rank: 'INTEGER',
    stars: 'INTEGER',
  },
  part: {
    run: 'INTEGER',
    kind: 'VARCHAR',
    what: 'VARCHAR',
    subject_id: 'VARCHAR',
    period_id: 'VARCHAR',
    part: 'VARCHAR',
    value: 'DOUBLE',
    weight: 'DOUBLE',
    contribution: 'DOUBLE',
  },
  year: {
    run: 'INTEGER',
    kind: 'VARCHAR',
    what: 'VARCHAR',
    subject_id: 'VARCHAR',
    year: 'INTEGER',
    stars: 'DOUBLE',
    score: 'DOUBLE',
    rank: 'INTEGER',
    level: 'INTEGER',
  },
} as const;

export type TrialTable = keyof typeof trialTables;

/** How far the runs have come. */
export interface TrialProgress {
  readonly done: number;
  readonly of: number;
}
