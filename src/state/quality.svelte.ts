import type { Engine } from '../engine/protocol';
import { cellKey, findingKey, type Acceptance } from '../model/correction';
import { severityOf, type Finding, type FindingCode, type Severity } from '../model/finding';
import type { SourceColumn, SourceTable } from '../model/source';
import type { Calculation } from './calculation.svelte';
import type { Corrections } from './corrections.svelte';
import { oneCell } from '../views/one-cell';
import type { Files } from './files.svelte';

export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Findings of one kind that are still open. */
export interface FindingGroup {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** What is still open about one file; `file` is null for what is about all data. */
export interface FileFindings {
  readonly file: string | null;
  readonly groups: readonly FindingGroup[];
}

/** A finding that was accepted, with the note on it. */
export interface AcceptedFinding {
  readonly found: Finding;
  readonly acceptance: Acceptance;
}

/** The cell that a finding is about, where it is about one of a table that is loaded. */
export interface FoundCell {
  readonly table: SourceTable;
  readonly column: SourceColumn;
  readonly row: number;
}

/** Everything noticed about what was loaded, by kind, less what was settled; and what of it the reader wants to see. */
export class Quality {
  readonly #engine: Engine;
  readonly #calculation: Calculation;
  readonly #files: Files;
  readonly #corrections: Corrections;
  readonly #open = $derived.by((): readonly Finding[] => {
    const accepted = new Set(this.#corrections.accepted.map(({ key }) => key));
    const corrected = new Set(this.#corrections.list.map(cellKey));
    return this.#calculation.findings.filter(
      (found) =>
        !(accepted.size > 0 && accepted.has(findingKey(found))) &&
        !(corrected.size > 0 && corrected.has(this.#cellKeyOf(found))),
    );
  });
  severity = $state<Severity | null>(null);
  file = $state<string | null>(null);
  code = $state<FindingCode | null>(null);

  constructor(engine: Engine, calculation: Calculation, files: Files, corrections: Corrections) {
    this.#engine = engine;
    this.#calculation = calculation;
    this.#files = files;
    this.#corrections = corrections;
  }

  /** What was looked at. */
  get checked(): { readonly files: number; readonly tables: number; readonly rows: number } {
    const { tables } = this.#files;
    return {
      files: this.#files.entries.filter(({ loaded }) => loaded !== null).length,
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    };
  }

  /** Findings that were neither accepted nor corrected. */
  get open(): readonly Finding[] {
    return this.#open;
  }

  /** Open findings of each severity, before any filter. */
  get counts(): Readonly<Record<Severity, number>> {
    const counts = { error: 0, warning: 0, note: 0 };
    for (const { code } of this.open) counts[severityOf[code]] += 1;
    return counts;
  }

  /** Names of the files that open findings are about, and the kinds there are: what can be filtered by. */
  get filesFound(): readonly string[] {
    return [...new Set(this.open.flatMap(({ file }) => file ?? []))];
  }

  get codesFound(): readonly FindingCode[] {
    return grouped(this.open).map(({ code }) => code);
  }

  /** What is open about each file, by kind, in the order of the files; what is about all data stands first. */
  get byFile(): readonly FileFindings[] {
    const byFile = groupBy(this.open, ({ file }) => file);
    const order = [null, ...new Set(this.#files.sheets.map(({ file }) => file)), ...byFile.keys()];
    return [...new Set(order)].flatMap((file) => {
      const findings = byFile.get(file);
      return findings ? [{ file, groups: grouped(findings) }] : [];
    });
  }

  /** Narrows what is shown to one file; null shows all. */
  showFile(file: string | null): void {
    this.file = file;
    this.severity = null;
    this.code = null;
  }

  /** What passes the filters, by kind: what has to be settled first, then by number. */
  get groups(): readonly FindingGroup[] {
    return grouped(
      this.open.filter(
        ({ code, file }) =>
          (this.severity === null || severityOf[code] === this.severity) &&
          (this.file === null || file === this.file) &&
          (this.code === null || code === this.code),
      ),
    );
  }

  get accepted(): readonly AcceptedFinding[] {
    const byKey = new Map(this.#corrections.accepted.map((one) => [one.key, one]));
    return this.#calculation.findings.flatMap((found) => {
      const acceptance = byKey.get(findingKey(found));
      return acceptance ? [{ found, acceptance }] : [];
    });
  }

  /** The cell of a finding, so that it can be looked at or corrected; null where it is about none. */
  cellOf({ file, sheet, row, column }: Finding): FoundCell | null {
    if (row === null || column === null) return null;
    for (const table of this.#files.tables) {
      if (table.file !== file || table.sheet !== sheet) continue;
      const found = table.columns.find(({ letter }) => letter === column);
      if (found) return { table, column: found, row };
    }
    return null;
  }

  /** What a cell holds in its file, before any correction. */
  async textOf({ table, column, row }: FoundCell): Promise<string | null> {
    const question = oneCell(table.sheetId, row, column.ordinal);
    const [answer] = await this.#engine.rows('quality-cell', question.sql);
    return answer ? question.read(answer) : null;
  }

  /** The sheet that a finding is about. */
  sheetOf({ file, sheet }: Finding): string | null {
    return this.#files.sheets.find((one) => one.file === file && one.sheet === sheet)?.id ?? null;
  }

  /** The file that was loaded under the name that a finding gives; of an archive, the archive. */
  fileIdOf({ file }: Finding): string | null {
    return this.#files.sheets.find((one) => one.file === file)?.fileId ?? null;
  }

  #cellKeyOf(found: Finding): string {
    const cell = this.cellOf(found);
    if (!cell) return '';
    const { file, sheet } = cell.table;
    return cellKey({ file, sheet, row: cell.row, column: cell.column.ordinal });
  }
}

function groupBy<K>(findings: readonly Finding[], keyOf: (found: Finding) => K): Map<K, Finding[]> {
  const groups = new Map<K, Finding[]>();
  for (const found of findings) {
    const group = groups.get(keyOf(found));
    if (group) group.push(found);
    else groups.set(keyOf(found), [found]);
  }
  return groups;
}

function grouped(findings: readonly Finding[]): FindingGroup[] {
  return [...groupBy(findings, ({ code }) => code)]
    .map(([code, found]) => ({ code, severity: severityOf[code], findings: found }))
    .toSorted(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
        other.findings.length - one.findings.length,
    );
}
