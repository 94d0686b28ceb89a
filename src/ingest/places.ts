import { finding, type Finding } from '../model/finding';
import { columnLetter, type SourceTable } from '../model/source';

/** A row of an answer of the engine. */
export type AnswerRow = Readonly<Record<string, unknown>>;

/** Turns table ids and column numbers into the names that a user knows. */
export class Places {
  readonly #tables: ReadonlyMap<string, SourceTable>;

  constructor(tables: readonly SourceTable[]) {
    this.#tables = new Map(tables.map((table) => [table.id, table]));
  }

  /** A finding whose `file` is a table's id, with the names of the file and the sheet. */
  named(found: Finding): Finding {
    const table = this.#tables.get(found.file ?? '');
    return table ? { ...found, file: table.file, sheet: table.sheet } : found;
  }

  /** A finding about the cell that `source_id`, `source_row` and `source_column` of a row name, with its `text`. */
  cell(code: Finding['code'], row: AnswerRow, more: Partial<Finding> = {}): Finding {
    const column = columnLetter(Number(row['source_column']));
    const place = { file: String(row['source_id']), row: Number(row['source_row']), column };
    return this.named(finding(code, { ...place, value: row['text'] as string, ...more }));
  }

  /** `file › sheet › B7`, for the second place that a finding is about. */
  words(source: string, row: number, column: number): string {
    const table = this.#tables.get(source);
    return [table?.file, table?.sheet, `${columnLetter(column)}${row}`].filter(Boolean).join(' › ');
  }
}
