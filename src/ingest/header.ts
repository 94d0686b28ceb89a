import { readUnit } from './layout/units';

/** A header cell taken apart: its words without blanks, and the unit in its parentheses. */
export interface Header {
  readonly name: string;
  readonly unit: string | null;
}

/** `经营性收入(万元)` is {name: '经营性收入', unit: '万元'}; parentheses that hold no unit stay in the name. */
export function readHeader(text: string): Header {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '');
  const groups = plain.match(/\([^()]*\)/g) ?? [];
  const units = groups.filter((group) => readUnit(group) !== null);
  const name = units.reduce((rest, group) => rest.replace(group, ''), plain);
  const last = units.at(-1);
  if (name === '' || last === undefined) return { name: plain, unit: null };
  return { name, unit: readUnit(last) };
}

/** The cells of a header of several rows, from the top, each without its unit; one where the header is one cell. */
export function headerParts(text: string): string[] {
  const parts = text
    .trim()
    .split(/\s+/)
    .map((part) => withoutWeight(readHeader(part).name))
    .filter((part) => part !== '');
  // full marks in a row of their own under the header
  const words = parts.filter((part) => !/^\d+(?:\.\d+)?分?$/.test(part));
  return words.length > 0 ? words : parts;
}

/** The words of a header as one name: blanks between Chinese words, which break lines or part cells, are left out. */
export function nameOf(text: string): string {
  return headerParts(text)
    .join(' ')
    .replaceAll(/(?<=[^\p{Script=Latin}\d]) | (?=[^\p{Script=Latin}\d])/gu, '');
}

/** A header without the weight or full marks that it notes, which change from year to year: 实地考评分(占90%). */
export function withoutWeight(name: string): string {
  const bare = name.replaceAll(/\((?:占|权重:?|满分:?)?\d+(?:\.\d+)?[%分]?\)/g, '');
  return bare === '' ? name : bare;
}
