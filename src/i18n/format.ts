import type { AppError } from '../model/answer';
import type { Dimension } from '../model/filters';
import type { Finding } from '../model/finding';
import type { Cadence } from '../model/period';
import type { Messages } from './zh-CN';

/** A number with a language's separators. @param digits decimals shown; as many as needed, up to four, where absent */
export function number(t: Messages, value: number, digits?: number): string {
  return form(t, 'decimal', digits ?? 0, digits ?? 4).format(value);
}

export function percent(t: Messages, share: number): string {
  return form(t, 'percent', 0, 2).format(share);
}

/** A table has very many numbers, and to make a form takes a hundred times as long as to use it. */
const forms = new Map<string, Intl.NumberFormat>();

function form(
  { locale }: Messages,
  style: 'decimal' | 'percent',
  minimumFractionDigits: number,
  maximumFractionDigits: number,
): Intl.NumberFormat {
  const key = `${locale} ${style} ${minimumFractionDigits} ${maximumFractionDigits}`;
  let made = forms.get(key);
  if (!made) {
    made = new Intl.NumberFormat(locale, { style, minimumFractionDigits, maximumFractionDigits });
    forms.set(key, made);
  }
  return made;
}

/** A day and time of the clock. @param at milliseconds since 1970 */
export function moment(t: Messages, at: number): string {
  return new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A day written as 2023-06-30. */
export function dayName(t: Messages, day: string): string {
  const format = new Intl.DateTimeFormat(t.locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

const idForms: readonly { cadence: Exclude<Cadence, 'year' | 'round'>; form: RegExp }[] = [
  { cadence: 'quarter', form: /^(\d{4})Q(\d)$/ },
  { cadence: 'half', form: /^(\d{4})H(\d)$/ },
  { cadence: 'month', form: /^(\d{4})M(\d\d)$/ },
  { cadence: 'bimonth', form: /^(\d{4})B(\d)$/ },
];

/** The name of a period by its id. */
export function periodName(t: Messages, id: string): string {
  for (const { cadence, form } of idForms) {
    const match = form.exec(id);
    if (match) return t.period[cadence](Number(match[1]), Number(match[2]));
  }
  const round = /^(\d{4})?R(\d+)$/.exec(id);
  if (round) return t.period.round(round[1] ? Number(round[1]) : null, Number(round[2]));
  return t.period.year(Number(id));
}

/** The name of a track; that of a scheme without tracks is `*`. */
export function trackName(t: Messages, track: string): string {
  return track === '*' ? t.common.oneTrack : track;
}

/** The value of a dimension that subjects are narrowed down by. */
export function dimensionValue(t: Messages, dimension: Dimension, value: string): string {
  const { kinds, noLevel, unrated } = t.frame.filters;
  if (dimension === 'track') return trackName(t, value);
  if (dimension === 'kind') return kinds[value] ?? value;
  if (dimension !== 'level') return value;
  if (value === 'none') return noLevel;
  return value === 'unrated' ? unrated : (t.starBoard.levels[Number(value)] ?? value);
}

/** The words of a document that speaks both languages, in the one shown. */
export function worded(t: Messages, words: { readonly zh: string; readonly en: string }): string {
  return t.locale === 'en' ? words.en : words.zh;
}

/** An error in words. */
export function errorText(t: Messages, { code, detail }: AppError): string {
  return t.errors[code](detail);
}

/** A change of the history in words. */
export function changeText(
  t: Messages,
  { kind, about }: { readonly kind: string; readonly about: readonly string[] },
): string {
  const [first = ''] = about;
  const name = about.length > 1 ? t.frame.history.several(first, number(t, about.length)) : first;
  return t.frame.history.changes[kind]?.(name) ?? '';
}

/** A finding in words, without its place. */
export function findingText(t: Messages, found: Finding): string {
  return t.findings[found.code](found);
}

/** Where a finding stands; empty where it is about no place in a file. */
export function findingPlace(t: Messages, { file, sheet, row, column }: Finding): string {
  return file === null ? '' : t.common.place(file, sheet, row, column);
}

/** Names one after the other. */
export function listed(t: Messages, names: readonly string[]): string {
  return names.join(t.common.listSeparator);
}

/** Sentences one after the other; empty ones are left out. */
export function sentences(t: Messages, ...parts: readonly string[]): string {
  return parts.filter(Boolean).join(t.common.sentenceEnd + (t.locale === 'en' ? ' ' : ''));
}

/** A day as both languages write it in tables: 2024-05-06. */
export function date(day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A time of the day, to the minute: 09:05. */
export function clock(time: Date): string {
  return [time.getHours(), time.getMinutes()]
    .map((value) => String(value).padStart(2, '0'))
    .join(':');
}

/** How much storage something takes, in the unit that fits. */
export function bytes(t: Messages, size: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = size < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(size) / 10));
  return `${number(t, size / 1024 ** step, step === 0 ? 0 : 1)} ${units[step]}`;
}
