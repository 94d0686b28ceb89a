import type { Messages } from '../../i18n';
import { periodName, trackName } from '../../i18n/format';
import type { BoardLine, BoardYear } from '../../state/board.svelte';
import type { Scheme } from '../../state/calculation.svelte';
import { periodValue, yearValue } from '../../state/board-order';
import { boardKind, lastStars, starsName } from './board-kind';
import { tsv } from './tsv';

/** The star board as text that a spreadsheet takes as cells; a name that it would run as a formula is made harmless. */
export function boardTsv(
  t: Messages,
  data: BoardYear,
  scheme: Scheme,
  lines: readonly BoardLine[],
): string {
  const { columns, levels } = t.starBoard;
  const kind = boardKind(scheme);
  const starsOf = (subject: string) => {
    const stars = lastStars(data, subject);
    return stars === null ? null : starsName(t, scheme, stars);
  };
  const head = [
    columns.track,
    columns.rank,
    columns.name,
    t.roles.town,
    ...data.periods.map((period) => periodName(t, period)),
    columns.year,
    ...(kind.levels ? [columns.level] : kind.stars ? [columns.stars] : []),
  ];
  const rows = lines.map((line) => [
    trackName(t, line.track),
    line.rank,
    line.name,
    line.town,
    ...data.periods.map((period) => periodValue(kind, data, line.subject, period)),
    yearValue(kind, line),
    ...(kind.levels ? [line.level === null ? null : (levels[line.level] ?? null)] : []),
    ...(!kind.levels && kind.stars ? [starsOf(line.subject)] : []),
  ]);
  return tsv([head, ...rows]);
}
