import { plainText } from '../names';
import { simplified } from '../simplified';

/** The words by which a row names its subject, and where they stand first. */
export interface Mention {
  /** `raw` table. */
  readonly table: string;
  readonly code: string | null;
  readonly district: string | null;
  readonly town: string | null;
  readonly name: string | null;
  readonly track: string | null;
  /** Id of the period or year that the rows are of, where it is known. */
  readonly period?: string | null;
  /** What the row says of mergers. */
  readonly remark?: string | null;
  /** How large the subject is, by what is counted: 人口, 户数. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** First row with these words, and how many rows have them. */
  readonly row: number;
  readonly count: number;
}

/** Key of the words of a row; `mentionKey` in SQL (`canon.mention_key`) must give the same. */
export function mentionKey(mention: Pick<Mention, 'code' | 'district' | 'town' | 'name'>): string {
  const { code, district, town, name } = mention;
  return `${code ?? ''}\u001f${district ?? ''}\u001f${town ?? ''}\u001f${name ?? ''}`;
}

const totals =
  /^(?:.*(?:小计|合计|总计)|共计|累计|全(?:镇|区|县|街道)?平均|平均(?:数|值|分)?|均值|中位数|最高分|最低分|(?:注|备注|说明|填表人|审核人?|填报人|制表人?)[:：]?.*)$/;

/** 合计：, 合计(2个村) and 平均数 are no villages. */
export function isTotal(mention: Mention): boolean {
  const words = simplified(plainText(plainText(mention.name) === '' ? mention.town : mention.name));
  return (
    totals.test(words.replace(/\([^()]*\)$/, '').replace(/:$/, '')) ||
    /^(?:备?注|说明):/.test(words)
  );
}

/** A code as a key: without blanks, the mark that keeps it text in a spreadsheet, and the .0 of a number. */
export function codeKey(code: string | null): string | null {
  const key = plainText(code)
    .replace(/^['’`]/, '')
    .replace(/(?<=^\d+)\.0+$/, '');
  return key === '' ? null : key;
}

/** A code that a spreadsheet has shortened (3.40207E+11): it stands for many. */
export function isRuined(code: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(code);
}

/** Whether a code of 12 digits is of a pseudo-unit: its last three digits are 400 or more. */
export function isPseudoUnit(code: string): boolean {
  return /^\d{9}[4-9]\d\d$/.test(code);
}
