import type { Messages } from '../../../i18n';
import { number, percent, periodName, worded } from '../../../i18n/format';
import type { Sheet, SheetColumn } from '../../../model/sheet';
import type { Compared, CompareOption, DifferenceLine } from '../../../state/compare.svelte';

/** What the words of a comparison need. */
export interface CompareWords {
  readonly t: Messages;
  readonly data: Compared;
}

/** The name of one that is compared. */
export function optionName(
  t: Messages,
  kind: Compared['kind'],
  { name, district, scheme }: CompareOption,
): string {
  if (scheme) return worded(t, scheme.title);
  if (kind === 'year') return periodName(t, name);
  return district === null ? name : t.compare.townOf(district, name);
}

export function sideNames({ t, data }: CompareWords): string[] {
  return data.sides.map((side) => optionName(t, data.kind, side));
}

export function partName({ t, data }: CompareWords, part: string): string {
  const label = data.partLabels.get(part);
  return label ? worded(t, label) : part;
}

export function economyName(t: Messages, measure: string): string {
  return (t.roles as Readonly<Record<string, string>>)[measure] ?? measure;
}

/** What a line of the table is about. */
export function lineName(words: CompareWords, { kind, name }: DifferenceLine): string {
  const { table } = words.t.compare;
  if (kind === 'score') return table.score;
  if (kind === 'stars') return table.stars;
  if (kind === 'level')
    return table.level(words.t.starBoard.levels[Number(name)] ?? name, Number(name) < topOf(words));
  return kind === 'part' ? partName(words, name) : table.economy(economyName(words.t, name));
}

/** The highest level of those compared. */
function topOf({ data }: CompareWords): number {
  const levels = data.differences.filter(({ kind }) => kind === 'level');
  return Math.max(...levels.map(({ name }) => Number(name)));
}

/** Whether a difference says who is better off: of two schemes over the same data neither is. */
export function isJudged({ data }: CompareWords): boolean {
  return data.kind !== 'scheme';
}

/** A mean as it is shown. */
export function meanText(t: Messages, kind: DifferenceLine['kind'], mean: number): string {
  return kind === 'level' ? percent(t, mean) : number(t, mean, 2);
}

/** A difference as it is shown; of two sides with its sign. Shares differ by percentage points. */
export function differenceText({ t, data }: CompareWords, line: DifferenceLine): string {
  const size = line.kind === 'level' ? 100 * line.difference : line.difference;
  const text = number(t, size, 2);
  const signed = data.sides.length === 2 && size > 0 ? `+${text}` : text;
  return line.kind === 'level' ? `${signed} ${t.compare.table.points}` : signed;
}

/** `璟川区 24 个、韶浦县 20 个`. */
export function sideList(
  { t }: CompareWords,
  names: readonly string[],
  counts: readonly number[],
): string {
  return names
    .map((name, side) => t.compare.figures.sidePair(name, number(t, counts[side] ?? 0)))
    .join(t.common.listSeparator);
}

/** How many of each side the means are over. */
export function countedOf({ data }: CompareWords): number[] {
  return data.counts.map((one) => (data.matched ? one.matched : one.scored));
}

/** The table of differences as it leaves the page; shares from 0 to 1. */
export function differencesSheet(words: CompareWords): Sheet {
  const { t, data } = words;
  const { table } = t.compare;
  const names = sideNames(words);
  const text = (name: string): SheetColumn => ({ name, unit: null, kind: 'text' });
  const figure = (name: string): SheetColumn => ({ name, unit: null, kind: 'number' });
  const judged = isJudged(words);
  return {
    title: table.title,
    notes: [table.basis],
    columns: [
      text(table.indicator),
      ...names.flatMap((name) => [
        figure(name),
        figure(`${name} ${t.compare.figures.columns.denominator}`),
      ]),
      figure(table.difference),
      figure(table.effect),
      ...(judged ? [text(table.direction), text(table.best)] : []),
    ],
    rows: data.differences.map((line) => [
      lineName(words, line),
      ...line.values.flatMap((value) => [value?.mean ?? null, value?.subjects ?? null]),
      line.difference,
      line.effect,
      ...(judged
        ? [
            table.better[line.better] ?? '',
            line.best === null ? table.same : (names[line.best] ?? ''),
          ]
        : []),
    ]),
  };
}
