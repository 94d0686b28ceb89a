import { chooseLanguage } from '../i18n';
import { languages } from '../i18n/all';
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

/** Writes what was noticed to stderr, one line each. */
export function tell(findings: readonly Finding[]): void {
  for (const found of findings) process.stderr.write(`${describeFinding(found)}\n`);
}

export const usage = `starflag: stars, flags and levels from the files you already have

  starflag inspect FILE... [--table N]           every table found, as JSON
  starflag rows FILE... [--table N] [--out DIR]  tables as CSV, cells as text
  starflag score FILE... --scheme ID|PATH [--mapping PATH] [--crosswalk PATH] [--view NAME | --out DIR]
                 [--format csv|json] [--try leave-out|draws|without|versions [--seed N] [--draws N] [--top K] [--subject ID]]
  starflag sql FILE... [--scheme ID|PATH] [--crosswalk PATH] [--format csv|json] "SELECT ..."

FILE may be a folder. rows writes the first table of each file unless --table says otherwise: to stdout, or with --out as
DIR/<file name>.csv for each file, going on after one that is refused.
--scheme takes a preset (jiujiang, jiujiang@2.0) or a scheme document.
--mapping takes a JSON list of {"headers": [...], "columns": [{"column", "role", "indicator"?, "unit"?}]}.
--crosswalk takes the decisions on renamed, recoded, moved, merged and split villages, as the page exports them,
in JSON or CSV.
Without --view, score lists the views; with --out it writes each as DIR/<view>.csv. A column that bears the id of one of the
scheme's indicators needs no mapping.
--try works the scores out again and adds the views of how firm they are. leave-out: without each indicator and group in turn
(left_out_shift). draws: weights by up to 25 %, normalisation and missing-data rule varied together, 200 draws of seed 1
unless --draws and --seed say otherwise (rank_interval; --top: how many places count as the top, 10). without: without each
subject in turn, or the one that --subject names (rank_reversal). versions: under every version of the scheme
(version_comparison, version_years). Each also has indicator_correlation, indicator_weight, track_separation, assessor_class.
Results go to stdout, messages to stderr.
Exit code: 0 done, 1 input refused, 2 misuse.
`;
