import type { Messages } from '../../../i18n';
import { number, periodName } from '../../../i18n/format';
import type { SeriesBreak } from '../../../model/crosswalk';
import { cadenceOf } from '../../../model/period';
import type { Choosable, TrendCourse, TrendResult } from '../../../state/trends.svelte';

export type Measure = 'rank' | 'score' | 'stars';

/** As many can stand out as there are colours that are told apart. */
export const mostChosen = 6;

export function figureText(t: Messages, measure: Measure, value: number | null): string {
  if (value === null) return t.trends.nothing;
  if (measure === 'rank') return t.trends.rankIs(number(t, value));
  return measure === 'score'
    ? t.trends.scoreIs(number(t, value))
    : t.trends.starsIs(number(t, value));
}

/** A result at a point in words, for tooltips. */
export function resultWords(t: Messages, name: string, result: TrendResult): string {
  const said = (['rank', 'score', 'stars'] as const).flatMap((measure) =>
    result[measure] === null ? [] : [figureText(t, measure, result[measure])],
  );
  const words = said.length > 0 ? said.join(t.common.listSeparator) : t.trends.nothing;
  return `${t.trends.at(name, periodName(t, result.point))}\n${words}`;
}

/** Points in words, those that follow one another as a span: `points` are in the order of `all`. */
export function spansOf(t: Messages, points: readonly string[], all: readonly string[]): string {
  const runs: string[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && all.indexOf(run.at(-1) ?? '') + 1 === all.indexOf(point)) run.push(point);
    else runs.push([point]);
  }
  return runs
    .flatMap((run) => {
      const names = run.map((point) => periodName(t, point));
      const [first = ''] = names;
      return names.length > 2 ? [t.trends.span(first, names.at(-1) ?? '')] : names;
    })
    .join(t.common.listSeparator);
}

/** A subject's rank at two points. */
export interface Move {
  readonly subject: string;
  readonly before: number;
  readonly after: number;
  /** Places gained. */
  readonly gained: number;
}

/** Everybody with a rank at both ends of a course, those who rose most first. */
export function movesOf({ results, from, to }: TrendCourse): Move[] {
  const rankAt = (list: readonly TrendResult[], point: string | null) =>
    list.find((one) => one.point === point)?.rank ?? null;
  return [...results]
    .flatMap(([subject, list]) => {
      const [before, after] = [rankAt(list, from), rankAt(list, to)];
      return before === null || after === null
        ? []
        : [{ subject, before, after, gained: before - after }];
    })
    .sort((a, b) => b.gained - a.gained || a.after - b.after);
}

/** How many points up to the last one each subject stands among the first places without a gap. */
export function runsAtTop({ axis, results }: TrendCourse, places: number) {
  return [...results].flatMap(([subject, list]) => {
    const ranks = new Map(list.map(({ point, rank }) => [point, rank]));
    const out = axis.findLastIndex((point) => (ranks.get(point) ?? Infinity) > places);
    return axis.length - 1 - out >= 2 ? [{ subject, points: axis.length - 1 - out }] : [];
  });
}

/** Places of an axis at which the series of a subject begins anew. */
export function breaksOf(
  subject: string,
  axis: readonly string[],
  breaks: readonly SeriesBreak[],
): number[] {
  const first = axis[0] ?? '';
  return breaks.flatMap((one) => {
    if (one.subject !== subject || one.period === null) return [];
    const same = cadenceOf(one.period) === cadenceOf(first);
    const key = same ? one.period : one.period.slice(0, 4);
    const at = axis.findIndex((point) => point >= key);
    return at > 0 ? [at] : [];
  });
}

/** Names by id; of subjects that share one, with the town. */
export function namesOf(t: Messages, subjects: readonly Choosable[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const { name } of subjects) uses.set(name, (uses.get(name) ?? 0) + 1);
  return new Map(
    subjects.map(({ subject, name, town }) => [
      subject,
      (uses.get(name) ?? 0) > 1 && town !== '' ? `${name}${t.trends.detail(town)}` : name,
    ]),
  );
}
