import type { Messages } from '../../i18n';
import { periodName, trackName } from '../../i18n/format';
import type { Sheet, SheetColumn } from '../../model/sheet';
import type { BoardLine, BoardYear } from '../../state/board.svelte';
import { periodValue, yearValue } from '../../state/board-order';
import type { Scheme } from '../../state/calculation.svelte';
import { boardKind, lastStars, starsName } from './board-kind';

/** The star board as a table that leaves the page. */
export function boardSheet(
  t: Messages,
  data: BoardYear,
  scheme: Scheme,
  lines: readonly BoardLine[],
  title: string,
  narrowed: readonly string[],
): Sheet {
  const { columns, levels } = t.starBoard;
  const kind = boardKind(scheme);
  const starsOf = (subject: string) => {
    const stars = lastStars(data, subject);
    return stars === null ? null : starsName(t, scheme, stars);
  };
  const text = (name: string): SheetColumn => ({ name, unit: null, kind: 'text' });
  const figure = (name: string): SheetColumn => ({
    name,
    unit: null,
    kind: kind.levels ? 'integer' : 'number',
  });
  return {
    title,
    notes: [],
    narrowed,
    columns: [
      text(columns.track),
      { name: columns.rank, unit: null, kind: 'integer' },
      text(columns.name),
      text(t.roles.town),
      ...data.periods.map((period) => figure(periodName(t, period))),
      figure(columns.year),
      ...(kind.levels ? [text(columns.level)] : kind.stars ? [text(columns.stars)] : []),
    ],
    rows: lines.map((line) => [
      trackName(t, line.track),
      line.rank,
      line.name,
      line.town,
      ...data.periods.map((period) => periodValue(kind, data, line.subject, period)),
      yearValue(kind, line),
      ...(kind.levels ? [line.level === null ? null : (levels[line.level] ?? null)] : []),
      ...(!kind.levels && kind.stars ? [starsOf(line.subject)] : []),
    ]),
  };
}
