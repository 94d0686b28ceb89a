import { readdirSync, readFileSync } from 'node:fs';
import type { ErrorCode } from '../../../src/model/answer';
import type { FindingCode } from '../../../src/model/finding';
import type { RowKind } from '../../../src/model/layout';
import type { PeriodOrigin, TownOrigin } from '../../../src/model/mapping';

/** A table that must be found. What is absent is not compared, save that a kind that is absent has no rows. */
export interface ExpectedTable {
  readonly file: string;
  readonly sheet?: string;
  /** The headings of the columns; one more, '', for the groups that rows stand under. */
  readonly header: readonly string[];
  /** The data rows, in the order of the sheet. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rows of the sheet that are no data; `header` for one that is written again. */
  readonly kinds: Partial<Record<RowKind, readonly number[]>>;
  /** By the letter of the column; null where it has none. */
  readonly units?: Readonly<Record<string, string | null>>;
  /** By the letter of the column, or `group`: a role, `indicator:比红星`, either with `@2023Q1` where the header says it. */
  readonly roles?: Readonly<Record<string, string>>;
  readonly period?: Pick<PeriodOrigin, 'from'> & { readonly id: string };
  readonly town?: TownOrigin | null;
}

/** Errors and warnings must all be listed, notes need not be. What is absent of a place is not compared. */
export interface ExpectedFinding {
  readonly code: FindingCode;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/** A value of `canon.observation`, or a sum of money in yuan of `canon.economy`. */
export interface ExpectedFigure {
  readonly subject: string;
  readonly town?: string;
  readonly period: string;
  readonly indicator?: string;
  readonly measure?: string;
  readonly value: number;
  readonly qualifier?: string | null;
}

export interface Case {
  /** What the files are like, and what is to be understood of them. */
  readonly about: string;
  readonly tables?: readonly ExpectedTable[];
  readonly findings?: readonly ExpectedFinding[];
  /** The files are arranged where this or `figures` is given; `findings` lists what that notices too. */
  readonly observations?: { readonly count: number; readonly values: readonly ExpectedFigure[] };
  readonly figures?: readonly ExpectedFigure[];
  /** The first file is refused. */
  readonly refused?: { readonly code: ErrorCode };
}

const root = new URL('../files/', import.meta.url);

export interface CaseFolder {
  readonly name: string;
  readonly expected: Case;
  /** Files in the order of their names. */
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** The cases of the corpus, one for each folder. */
export function readCases(): CaseFolder[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const read = (file: string) =>
        readFileSync(new URL(`${name}/${encodeURIComponent(file)}`, root));
      const inputs = readdirSync(new URL(name, root)).filter((file) => file !== 'expected.json');
      return {
        name,
        expected: JSON.parse(read('expected.json').toString()) as Case,
        files: inputs.sort().map((file) => ({ name: file, content: read(file) })),
      };
    });
}
