/**
 * How a subject of one time relates to one of another. `renamed`: one code, two names. `recoded`: one town and name,
 * two codes. `moved`: to another town. `alias`: two writings of one name. `merged`: several became one. `split`: one
 * became several.
 */
export const changeKinds = ['renamed', 'recoded', 'moved', 'alias', 'merged', 'split'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A subject by the words of a file: what it was called, not which it is. */
export interface SubjectRef {
  readonly code: string | null;
  readonly town: string | null;
  readonly name: string;
}

export const decisions = ['confirmed', 'refused'] as const;
export type Decision = (typeof decisions)[number];

/** What a user has decided about subjects over time. Holds names and codes of organisations only. */
export interface CrosswalkEntry {
  readonly kind: ChangeKind;
  readonly from: readonly SubjectRef[];
  readonly to: readonly SubjectRef[];
  /** First period in which `to` holds; null where it is not known. */
  readonly since: string | null;
  readonly decision: Decision;
  readonly note: string;
}

/** The document of all decisions. */
export interface Crosswalk {
  readonly starflag: 1;
  readonly entries: readonly CrosswalkEntry[];
}

/** What speaks for a proposal. */
export interface Evidence {
  /** The code that both sides share. */
  readonly code: string | null;
  readonly sameCode: boolean;
  readonly sameTown: boolean;
  /** Of the names without their kind, between 0 and 1. */
  readonly likeness: number;
  /** Characters of one name were lost on its way. */
  readonly lostBytes: boolean;
  /** Last period in which a file has `from`, first in which one has `to`; null where the files name none. */
  readonly seenUntil: string | null;
  readonly seenFrom: string | null;
}

/** A change that the files suggest and nobody has decided on. */
export interface Proposal {
  /** Made of the kind and the subjects, so that it stays the same when more files are loaded. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly from: readonly SubjectRef[];
  readonly to: readonly SubjectRef[];
  readonly since: string | null;
  readonly evidence: Evidence;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Subjects of the roster that it is about. Names that belong to none are only in `from` and `to`. */
  readonly subjects: readonly string[];
}

/** Where the series of a subject is not one: by a merger or split, or by a change that nobody has decided on. */
export interface SeriesBreak {
  readonly subject: string;
  /** First period after the break; null where it is not known. */
  readonly period: string | null;
  readonly kind: ChangeKind;
  readonly confirmed: boolean;
}
