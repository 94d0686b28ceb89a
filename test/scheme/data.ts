import type { Cadence } from '../../src/model/period';

export interface Subject {
  readonly id: string;
  readonly kind: string;
  readonly district: string;
  readonly town: string;
  readonly track: string | null;
}

export interface Period {
  readonly id: string;
  readonly cadence: Cadence;
  readonly year: number | null;
  readonly number: number;
}

export interface Observation {
  readonly subject: string;
  readonly period: string;
  readonly measure: string;
  readonly value: number;
}

export interface Words {
  readonly subject: string;
  /** null where they hold in every period. */
  readonly period: string | null;
  readonly attribute: string;
  readonly words: string;
}

export interface Mark extends Observation {
  readonly panel: string;
  readonly assessor: string;
}

/** What a scheme is applied to: the rows of the canonical tables. */
export interface Data {
  readonly subjects: readonly Subject[];
  readonly periods: readonly Period[];
  readonly observations: readonly Observation[];
  readonly words: readonly Words[];
  readonly marks: readonly Mark[];
}
