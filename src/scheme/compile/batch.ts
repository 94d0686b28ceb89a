import type { View } from '../../model/view';
import type { SchemeStep } from '../shape';
import type { Scope } from './over';

/** A node in a batch, with its step. */
export interface BatchNode {
  readonly id: string;
  /** Where the document says the step. */
  readonly path: string;
  readonly lower: boolean;
  readonly step: SchemeStep;
}

/** What may be left out for too little data: parts of a period (`score.gone`), subjects (`score.too_few`). */
export interface Screens {
  readonly parts: boolean;
  readonly subjects: boolean;
}

/** Nodes of one height that go through a step of one kind together. */
export interface Batch {
  /** The view to make. */
  readonly name: View['name'];
  /** The view of their values before: node, subject_id, period_id, value. */
  readonly source: string;
  readonly nodes: readonly BatchNode[];
  /** What is left out; nothing fills it again. */
  readonly screens: Screens;
}

/** What a step learned: rows of the calibration. */
export interface Fit {
  readonly view: string;
  readonly scope: Scope;
  readonly nodes: readonly BatchNode[];
  /** Columns that hold what was learned. */
  readonly values: readonly string[];
}

/** Views that do a step; the last one holds the values after it. */
export interface StepViews {
  readonly views: readonly View[];
  readonly fit?: Fit;
  /** Whether the cells that it changed are logged. */
  readonly logged?: boolean;
}

/** Columns of every view of values. */
export const valueColumns = ['node', 'subject_id', 'period_id', 'value'] as const;

/** The steps of a batch, all of the kind that this key tells. */
export function stepsWith<K extends string>(
  batch: Batch,
  key: K,
): Extract<SchemeStep, Record<K, unknown>>[] {
  return batch.nodes.map(({ step }) => {
    if (!(key in step)) throw new RangeError(`not a step of ${key}: ${JSON.stringify(step)}`);
    return step as Extract<SchemeStep, Record<K, unknown>>;
  });
}
