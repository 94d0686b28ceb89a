/** What a cell of a text file looks like. */
export type CellKind =
  'empty' | 'number' | 'date' | 'time' | 'moment' | 'address' | 'code' | 'word' | 'phrase' | 'text';

const number =
  /^[(（]?[+\-−＋－]?\s?[$€£¥￥]?(\p{Nd}+|\p{Nd}{1,3}([,，' ]\p{Nd}{3})+)([.．,]\p{Nd}+)?(e[+-]?\d+)?\s?([%％‰$€£¥￥元]|[万亿]元?)?[)）]?$/iu;
const date = /^\p{Nd}{1,4}[-/.年]\s?\p{Nd}{1,2}([-/.月]\s?\p{Nd}{1,4}日?|月)?$/u;
const namedMonth = /^(\d{1,2}[ -]?[A-Z][a-z]{2,8}[ -]?\d{2,4}|[A-Z][a-z]{2,8} \d{1,2},? \d{4})$/;
const time = /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s?([AaPp][Mm])?$/;
const moment =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s?([AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$/;
const address = /^([a-z][a-z0-9+-]*:\/\/\S+|www\.\S+|[^\s@,;"']+@[^\s@,;"']+\.[a-z]{2,})$/i;
const code = /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N}_./#()（）-]*$/u;
const word = /^[\p{L}\p{M}][\p{L}\p{M}'’·.()（）-]*$/u;
const phrase =
  /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’·.()（）/&-]*( [\p{L}\p{N}\p{M}'’·.()（）/&-]+){1,5}$/u;

const kinds: readonly (readonly [CellKind, RegExp])[] = [
  ['number', number],
  ['date', date],
  ['date', namedMonth],
  ['time', time],
  ['moment', moment],
  ['word', word],
  ['code', code],
  ['address', address],
  ['phrase', phrase],
];

/** Longest cell that is looked at in detail; a longer one is prose. */
const longest = 200;

/** The kind of a cell, blanks around it aside. */
export function cellKind(cell: string): CellKind {
  const trimmed = cell.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > longest) return 'text';
  return kinds.find(([, pattern]) => pattern.test(trimmed))?.[0] ?? 'text';
}
