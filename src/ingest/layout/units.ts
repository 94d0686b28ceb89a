import { simplified } from '../simplified';

const unitForm =
  /^(?:(?:人民币)?(?:元|千元|百元|万元|百万元|千万元|亿元)(?:\/[人户亩年月])?|分|颗|个|[%‰]|百分点|人|万人|户|万户|亩|万亩|公顷|平方米|平方公里|万平方米|公里|人次|次|家|件|项|条|台|辆|天|岁|名|吨|公斤|千克|所|座|处|期|场|no\.?|'?000|(?:in)?(?:thousands?|millions?|billions?)(?:of[a-z]{1,16}|dollars|euros)?|number|percent|per ?cent|(?:us)?[$€£](?:'?000|m|bn|million|billion|\/\w{1,8})?|kg|km|km2|ha|mm|cm|m|m2|g|tons?|tonnes?|hours?|years?)$/i;

/** A unit without its parentheses and label: (万元), 單位:萬元 and 万元 are 万元. Null where the text is no unit. */
export function readUnit(text: string): string | null {
  if (text.length > 24) return null;
  const plain = simplified(text.normalize('NFKC')).replaceAll(/\s+/g, '');
  const bare = plain.replace(/^[([](.*)[)\]]$/, '$1').replace(/^单位:?/, '');
  return unitForm.test(bare) ? bare : null;
}

const unitLabel =
  /(?<!\p{Script=Han})(?:(?:计量|金额|货币|计算)?单位|units?):(.{1,24}?)(?:[)\]\s;。]|$)/iu;

/** Whether a line says a unit: 单位:万元, (金额单位:元), unit: kg, (thousands). 填报单位:某镇 says none. */
export function saysUnit(line: string): boolean {
  return unitPart(line) !== null || isBracketed(line);
}

/** Whether a line is a unit in parentheses, and no more. */
function isBracketed(line: string): boolean {
  return /^\s*[(（][^()（）]{1,24}[)）]\s*$/.test(line) && readUnit(line) !== null;
}

/** The one unit that a line above a table says; null where it says none, or several. */
export function unitAbove(line: string): string | null {
  if (isBracketed(line)) return readUnit(line);
  const part = unitPart(line);
  return part === null || /[、,;/及和]/.test(part.replace(/\/[人户亩年月]$/, ''))
    ? null
    : readUnit(part);
}

function unitPart(line: string): string | null {
  if (line.length > 200) return null;
  const part = unitLabel.exec(
    simplified(line.normalize('NFKC')).replaceAll(/[^\S ]+|(?<=:) +/g, ''),
  )?.[1];
  if (part === undefined) return null;
  const known = part.split(/[、,;及和]/).some((one) => readUnit(one) !== null);
  return known ? part.trim() : null;
}
