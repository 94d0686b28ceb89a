import { compareLabels } from '../model/label';
import type { BoardLine, BoardYear } from './board.svelte';

/** What lines are put under headings by. */
export const groupings = ['track', 'town', 'none'] as const;

export type Grouping = (typeof groupings)[number];

/** The column that lines are sorted by: one of these, or the id of a period. */
export const sortColumns = ['rank', 'change', 'name', 'year', 'level', 'distance'] as const;

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Lines under one heading; `label` is null where they stand under none. */
export interface BoardGroup {
  readonly label: string | null;
  readonly lines: readonly BoardLine[];
}

/** Whether levels rest on stars of the year; else scores stand in their place. */
interface Kind {
  readonly levels: boolean;
}

/** What a subject has in the column of the year: what levels rest on, or its score. */
export function yearValue({ levels }: Kind, line: BoardLine): number | null {
  return levels ? line.stars : line.score;
}

/** What a subject won in a period: stars where levels rest on them, else its score. */
export function periodValue(
  { levels }: Kind,
  data: BoardYear,
  subject: string,
  period: string,
): number | null {
  const result = data.results.get(subject)?.find((one) => one.period === period);
  return (levels ? result?.stars : result?.score) ?? null;
}

/** A sort as it stands in an address: `rank.asc`; null for anything else. */
export function readSort(text: string | null): Sort | null {
  const match = /^(.+)\.(asc|desc)$/.exec(text ?? '');
  return match ? { column: match[1] ?? '', descending: match[2] === 'desc' } : null;
}

export function writeSort({ column, descending }: Sort): string {
  return `${column}.${descending ? 'desc' : 'asc'}`;
}

/** What a press on the head of a column leads to: its natural order, the other way, and the board's own again. */
export function nextSort(now: Sort | null, column: string): Sort | null {
  const natural = !['rank', 'name', 'distance'].includes(column);
  if (now?.column !== column) return { column, descending: natural };
  return now.descending === natural ? { column, descending: !natural } : null;
}

/** Lines in groups, sorted within each; without a sort they keep their order. What is lacking stands last either way. */
export function arranged(
  kind: Kind,
  data: BoardYear,
  lines: readonly BoardLine[],
  grouping: Grouping,
  sort: Sort | null,
): BoardGroup[] {
  const sorted = sort ? sortedBy(lines, valueOf(kind, data, sort.column), sort.descending) : lines;
  if (grouping === 'none') return sorted.length > 0 ? [{ label: null, lines: sorted }] : [];
  const groups = new Map<string, BoardLine[]>();
  for (const line of sorted) {
    const group = groups.get(line[grouping]);
    if (group) group.push(line);
    else groups.set(line[grouping], [line]);
  }
  return [...groups]
    .map(([label, found]) => ({ label, lines: found }))
    .toSorted((one, other) => compareLabels(one.label, other.label));
}

type Value = number | string | null;

function valueOf(kind: Kind, data: BoardYear, column: string): (line: BoardLine) => Value {
  switch (column) {
    case 'rank':
      return ({ rank }) => rank;
    case 'change':
      return ({ rankChange }) => rankChange;
    case 'name':
      return ({ name }) => name;
    case 'year':
      return (line) => yearValue(kind, line);
    case 'level':
      return ({ level, stars }) => level ?? (stars === null ? null : 0);
    case 'distance':
      // those at the top have less than nothing to go
      return ({ stars, nextLevel, distance }) =>
        stars === null ? null : nextLevel === null ? -1 : distance;
    default:
      return ({ subject }) => periodValue(kind, data, subject, column);
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function sortedBy(
  lines: readonly BoardLine[],
  valueOf: (line: BoardLine) => Value,
  descending: boolean,
): readonly BoardLine[] {
  const valued = lines.map((line) => ({ line, value: valueOf(line) }));
  const known = valued.filter(({ value }) => value !== null);
  const unknown = valued.filter(({ value }) => value === null);
  const direction = descending ? -1 : 1;
  known.sort((one, other) => direction * compare(one.value, other.value));
  return [...known, ...unknown].map(({ line }) => line);
}

function compare(one: Value, other: Value): number {
  return typeof one === 'string' && typeof other === 'string'
    ? collator.compare(one, other)
    : Number(one) - Number(other);
}
