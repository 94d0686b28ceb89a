/** What can go wrong, by code. The words for each code live in i18n, so that a message can be said in any language. */
export type ErrorCode =
  | 'engine_start'
  | 'engine_lock'
  | 'engine_lost'
  | 'engine_given_up'
  | 'engine_memory'
  | 'query_failed'
  | 'query_not_select'
  | 'query_read_only'
  | 'query_parameter'
  | 'cancelled'
  | 'superseded'
  | 'file_missing'
  | 'file_unopened'
  | 'file_empty'
  | 'file_unknown'
  | 'file_picture'
  | 'file_pdf'
  | 'file_markup'
  | 'file_truncated'
  | 'file_encrypted'
  | 'file_too_large'
  | 'file_unreadable'
  | 'file_no_table'
  | 'file_rows_disagree'
  | 'file_quotes_broken'
  | 'file_resource_fork'
  | 'file_lock'
  | 'archive_too_many'
  | 'archive_no_table'
  | 'json_malformed'
  | 'json_no_records'
  | 'column_unsupported'
  | 'scheme_not_json'
  | 'scheme_invalid'
  | 'scheme_unfit'
  | 'scheme_unknown'
  | 'mapping_invalid'
  | 'crosswalk_invalid'
  | 'view_unknown'
  | 'sheet_unknown'
  | 'corrections_not_json'
  | 'corrections_invalid'
  | 'link_damaged'
  | 'link_newer'
  | 'link_too_large'
  | 'link_refused'
  | 'export_too_long'
  | 'export_people'
  | 'keep_damaged'
  | 'keep_newer'
  | 'keep_full'
  | 'keep_failed'
  | 'internal';

/** Figures and names that the words for a code need. */
export type Detail = Readonly<Record<string, string | number>>;

/** An error as plain data: it crosses workers, where the fields of an Error object would be dropped. */
export interface AppError {
  readonly code: ErrorCode;
  readonly detail: Detail;
  /** The statement that failed, where SQL was involved. */
  readonly sql?: string;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** The same error, thrown within one thread. */
export class Fault extends Error {
  readonly error: AppError;

  constructor(code: ErrorCode, detail: Detail = {}, sql?: string) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.name = 'Fault';
    this.error = sql === undefined ? { code, detail } : { code, detail, sql };
  }
}

/** Any thrown value as an AppError; what nobody foresaw keeps its message under the code `internal`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof Fault) return thrown.error;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal', detail: { message } };
}

/** Runs `work` and turns what it throws into the failed half of an Answer. */
export async function answer<T>(work: () => Promise<T> | T): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown) };
  }
}

/** The value of an Answer, or its error thrown again on this side. */
export function unwrap<T>(result: Answer<T>): T {
  if (result.ok) return result.value;
  const { code, detail, sql } = result.error;
  throw new Fault(code, detail, sql);
}
