import type { Messages } from '../../i18n';
import { number, worded } from '../../i18n/format';
import type { BoardLine, BoardYear } from '../../state/board.svelte';
import { periodValue, yearValue } from '../../state/board-order';
import type { Scheme } from '../../state/calculation.svelte';

/** What a scheme lets the board show of a year: levels by the stars won over it, or scores and stars of its periods. */
export interface BoardKind {
  readonly levels: boolean;
  readonly stars: boolean;
}

export function boardKind({ year, stars }: Scheme): BoardKind {
  return { levels: (year?.levels.length ?? 0) > 0, stars: stars !== undefined };
}

export function isUnrated(kind: BoardKind, line: BoardLine): boolean {
  return yearValue(kind, line) === null;
}

/** Of a scheme without levels: the stars of a subject in its last period that has any. */
export function lastStars(data: BoardYear, subject: string): number | null {
  return data.results.get(subject)?.findLast(({ stars }) => stars !== null)?.stars ?? null;
}

/** What so many stars are called in a scheme. */
export function starsName(t: Messages, { stars }: Scheme, count: number): string {
  const name = stars?.names.find((one) => one.stars === count);
  return name ? worded(t, name) : t.starBoard.starsOf(count);
}

/** What a subject won in a period, in words. */
export function wonIn(
  t: Messages,
  kind: BoardKind,
  data: BoardYear,
  subject: string,
  period: string,
): string | null {
  const won = periodValue(kind, data, subject, period);
  return won === null ? null : number(t, won);
}
