import { sql } from '../../sql/sql';
import { question, text, type Question } from '../question';

/** The versions of schemes that were tried, as `id@version`, in the order of their runs. */
export function triedVersions(): Question<string> {
  return question(
    sql`SELECT what FROM trial.result WHERE kind = 'version' GROUP BY what ORDER BY min(run)`,
    (row) => text(row, 'what'),
  );
}
