import { chooseLanguage, languages } from '../i18n';
import { errorText, findingPlace, findingText } from '../i18n/format';
import type { Fault } from '../model/answer';
import { severityOf, type Finding } from '../model/finding';

/** The command line was used in a way that it does not know. */
export class Misuse extends Error {}

/** Messages in the language of the terminal. */
export const t =
  languages[
    chooseLanguage([(process.env['LC_ALL'] ?? process.env['LANG'] ?? 'en').replace('_', '-')])
  ];

export function describeFault(fault: Fault): string {
  const sql = fault.error.sql === undefined ? '' : `\n${fault.error.sql}`;
  return errorText(t, fault.error) + sql;
}

export function describeFinding(found: Finding): string {
  return [severityOf[found.code], findingPlace(t, found), findingText(t, found)]
    .filter(Boolean)
    .join(': ');
}

export const usage = `starflag: stars, flags and levels from the files you already have

  starflag inspect FILE...            every table found, as JSON
  starflag rows FILE [--table N]      one table as CSV, cells as text
  starflag score FILE... --scheme ID|PATH [--mapping PATH] [--view NAME] [--format csv|json]
  starflag sql FILE... [--scheme ID|PATH] "SELECT ..."

FILE may be a folder. --scheme takes a preset (jiujiang, jiujiang@2.0) or a scheme document.
--mapping takes a JSON list of {"headers": [...], "columns": [{"column", "role", "indicator"?, "unit"?}]}.
Without --view, score lists the views. Results go to stdout, messages to stderr.
Exit code: 0 done, 1 input refused, 2 misuse.
`;
