import { duckdb, formatDialect } from 'sql-formatter';

/** The text in the usual layout. @throws Error where the text is none that the formatter can read */
export function formatSql(text: string): string {
  return formatDialect(text, {
    dialect: duckdb,
    tabWidth: 2,
    keywordCase: 'upper',
    paramTypes: { named: ['$'] },
  });
}
