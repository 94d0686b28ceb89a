import Papa from 'papaparse';
import { parseCrosswalk, type CrosswalkProblem, type ParsedCrosswalk } from './crosswalk';
import { crosswalkHeader } from './crosswalk-csv';
import { isRuined } from './roster/mention';

/** Reads a crosswalk from the text of a file, JSON or CSV, as the page exports both. */
export function readCrosswalk(text: string): ParsedCrosswalk {
  const plain = text.replace(/^\ufeff/, '');
  return /^\s*(?:[[{]|$)/.test(plain) ? ofJson(plain) : ofCsv(plain);
}

function ofJson(text: string): ParsedCrosswalk {
  try {
    return parseCrosswalk(JSON.parse(text));
  } catch (thrown) {
    const allowed = thrown instanceof Error ? thrown.message : String(thrown);
    return { ok: false, problems: [{ path: '', allowed }] };
  }
}

type Column = (typeof crosswalkHeader)[number];
type Cells = Readonly<Record<Column, string>>;

/** Columns are known by their names: a spreadsheet may have put them in another order, or another delimiter between. */
function ofCsv(text: string): ParsedCrosswalk {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';'] });
  const [names = [], ...rows] = data.map((cells) => cells.map(plainCell));
  const absent = crosswalkHeader.filter((column) => column !== 'note' && !names.includes(column));
  if (absent.length > 0)
    return { ok: false, problems: [{ path: 'row[1]', allowed: absent.join(', ') }] };
  const filled = rows
    .map((cells, index) => ({ line: index + 2, cells: toCells(names, cells), given: cells }))
    .filter(({ given }) => given.some((cell) => cell !== ''));
  const problems = filled.flatMap(({ line, cells }) => problemsOf(line, cells));
  if (problems.length > 0) return { ok: false, problems };
  const parsed = parseCrosswalk({
    starflag: 1,
    entries: filled.map(({ cells }) => toEntry(cells)),
  });
  if (parsed.ok) return parsed;
  return {
    ok: false,
    problems: parsed.problems.map(({ path, allowed }) => ({
      path: path.replace(/^entries\[(\d+)\]/, (_, at) => `row[${filled[Number(at)]?.line ?? 0}]`),
      allowed,
    })),
  };
}

/** Without the mark that keeps a spreadsheet from running it. */
function plainCell(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@\t])/, '');
}

function toCells(names: readonly string[], cells: readonly string[]): Cells {
  const named = crosswalkHeader.map((column) => [column, cells[names.indexOf(column)] ?? '']);
  return Object.fromEntries(named) as Cells;
}

function toEntry(cells: Cells) {
  const { kind, since, decision, note } = cells;
  const from = sideOf(cells, 'from');
  return { kind, from, to: sideOf(cells, 'to'), since: since || null, decision, note };
}

function sideOf(cells: Cells, side: 'from' | 'to') {
  const names = parts(cells[`${side}_name`]);
  const codes = parts(cells[`${side}_code`]);
  const towns = parts(cells[`${side}_town`]);
  return names.map((name, index) => ({
    code: codes[index] || null,
    town: towns[index] || null,
    name,
  }));
}

function parts(cell: string): string[] {
  return cell.split(/[;；]/).map((part) => part.trim());
}

/** What the shape of an entry can't tell: codes that a spreadsheet has ruined, sides whose parts don't go together. */
function problemsOf(line: number, cells: Cells): CrosswalkProblem[] {
  return (['from', 'to'] as const).flatMap((side) => {
    const names = parts(cells[`${side}_name`]).length;
    return (['code', 'town'] as const).flatMap((key) => {
      const column = `${side}_${key}` as const;
      const given = parts(cells[column]);
      const path = `row[${line}].${column}`;
      if (given.some(isRuined)) return [{ path, allowed: '[0-9]{12}' }];
      const fits = given.length === names || cells[column] === '';
      return fits ? [] : [{ path, allowed: Array(names).fill(column).join(';') }];
    });
  });
}
