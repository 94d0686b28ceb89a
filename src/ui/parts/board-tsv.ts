import type { Messages } from '../../i18n';
import { periodName } from '../../i18n/format';
import type { BoardLine, BoardYear } from '../../state/board.svelte';

/** The star board as text that a spreadsheet takes as cells; a name that it would run as a formula is made harmless. */
export function boardTsv(t: Messages, data: BoardYear, lines: readonly BoardLine[]): string {
  const { columns, levels } = t.starBoard;
  const head = [
    columns.track,
    columns.rank,
    columns.name,
    t.roles.town,
    ...data.periods.map((period) => periodName(t, period)),
    columns.year,
    columns.level,
  ];
  const rows = lines.map((line) => [
    line.track,
    line.rank,
    line.name,
    line.town,
    ...data.periods.map(
      (period) =>
        data.results.get(line.subject)?.find((result) => result.period === period)?.stars ?? null,
    ),
    line.stars,
    line.level === null ? null : (levels[line.level] ?? null),
  ]);
  return [head, ...rows].map((cells) => cells.map(cellText).join('\t')).join('\r\n');
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const flat = cell.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@=]/.test(flat) ? `'${flat}` : flat;
}
