import { dictionary, indicatorWords } from '../dictionary';
import { readHeader } from '../header';
import { simplified } from '../simplified';

/** How sure a label's words are that its row is a total. */
export type TotalWord = 'sure' | 'likely' | 'none';

const totalForms = [
  '[一-龥]{0,8}(?:小计|合计|总计|共计)|[总合]\\s*计|累计|合|全(?:镇|乡|区|县|市|街道|村)(?:平均|合计)?',
  '[总平]?均分|(?:平均|最高|最低|最大|最小)(?:数|值|[一-龥]{0,2}[分率额星])?|均值|[一-龥]{1,6}平均|[人户村]均|中位(?:数|值)|标准差|方差|极差',
  '(?:[a-z]+ ){0,3}(?:sub-? ?)?totals?|totals?[ /](?:average|mean|all)|sum|averages?|mean|median|maximum|minimum|all|overall',
  '(?:std|standard)\\.? dev(?:iation|\\.)?|gesamt(?:summe)?|insgesamt|(?:zwischen)?summe|sous-total|total g[eé]n[eé]ral|totale|subtotale|totaal|razem|итого|всего|합계|소계|총계|toplam|jumlah',
].join('|');
const sureTotal = new RegExp(
  `^(?:${totalForms})(?:\\((?:[^()]{0,20})\\))?[:*]?(?: ?\\d\\/)?$`,
  'i',
);
const likelyTotal =
  /^(?:(?:grand |sub-?)?totals?\b.{0,60}|(?:state|county|district|national|u\.?s\.?|all) total.{0,20}|average .{0,30}|all [a-z ]{3,30}|占(?:合计|总计|总数|全部|全.)的?(?:比例|比重|%|百分比)|(?:percent(?:age)?|%|share) of (?:grand )?total|(?:u\.?s\.? |uk |eu )?(?:national|nationwide|statewide|countywide|citywide|district-?wide)|.{2,60} (?:sub-?|grand )?totals?|.{2,60} averages?)(?: ?\d\/)?[:*]?$/i;

/** Whether a label says that its row is a total: 小计, 某镇合计, Grand total. */
export function totalWord(label: string): TotalWord {
  if (label.length > 80) return 'none';
  const plain = simplified(label.normalize('NFKC')).replaceAll(/\s+/g, ' ').trim();
  const joined = /\p{Script=Han}/u.test(plain) ? plain.replaceAll(' ', '') : plain;
  if (sureTotal.test(joined)) return 'sure';
  return likelyTotal.test(joined) ? 'likely' : 'none';
}

const whole =
  /^(?:all [a-z ]{3,30}|(?:u\.?s\.? |uk |eu )?(?:national|nationwide|statewide|countywide|citywide|district-?wide))(?: ?\d\/)?:?$/i;

/** Whether a label names all that a table is about, as the first row under a header may: All regions, Statewide. */
export function isWhole(label: string): boolean {
  return label.length <= 40 && whole.test(label.trim());
}

/** Whether the words of a total say that it is one of several: 小计, Subtotal. */
export function isPartial(label: string): boolean {
  return /小\s*[计計]|sub-? ?total/i.test(label);
}

const figure =
  /^(?!.*(?:村|社区|居委会|镇|乡|街道|组)$)(?:[一-龥]{1,6}率|(?:同比|环比|[比较](?:上|去)?[年季月期])?[一-龥]{0,4}(?:增长|增减|增幅|增速|下降|升降|变化)[一-龥]{0,3}|(?:上|去)(?:年|季度?|个?月|期)[一-龥]{0,6}|同期[一-龥]{0,4}|占比|比重|占[一-龥]{1,8}(?:比例|比重|比)|目标[一-龥]{0,3}|计划[一-龥]{0,3}|任务[一-龥]{0,3}|差[额距值]|[人户村]均[一-龥]{0,6}|(?:percent(?:age)?|%|rate|share)(?: .{1,40})?|(?:(?:net|percent|year-on-year) )?change(?: .{1,40})?|variance|difference|(?:sales )?tax|vat|shipping|discount|balance|target|budget|plan|(?:last|previous|prior) (?:year|period|month))(?:\([^()]{0,20}\))?[:*]?$/i;

/** Whether a label under a total says a figure of the whole table: a rate, a comparison with another time, a target. */
export function isFigureWord(label: string): boolean {
  if (label.length > 60) return false;
  const plain = simplified(label.normalize('NFKC')).replaceAll(/\s+/g, ' ').trim();
  return figure.test(/\p{Script=Han}/u.test(plain) ? plain.replaceAll(' ', '') : plain);
}

const subtotal =
  /^(?:[一-龥]{0,8}(?:小计|合计|总计|共计)|[总合]计|平均|(?:grand |sub-? ?)totals?)(?:\([^()]{0,20}\))?:?$/i;

/**
 * Whether a cell that other words stand before says that its row is a total: 云溪镇 | 小计. Total alone doesn't: lists
 * have it for a kind of tax or of owner.
 */
export function isSubtotal(cell: string): boolean {
  if (cell.length > 24) return false;
  const plain = simplified(simplified(cell.normalize('NFKC')))
    .replaceAll(/\s+/g, ' ')
    .trim();
  const joined = /\p{Script=Han}/u.test(plain) ? plain.replaceAll(' ', '') : plain;
  return subtotal.test(joined);
}

const noteStart =
  /^(?:注(?:释|明|意)?[:\d]|备注[:\d]|说明[:\d]|附注|填表|填报人|制表|审核|审批|负责人|联系人|联系电话|单位负责人|数据来源|资料来源|来源[:]|※|\*+\s?\S|\d{1,2}\/\s?\S|\(?\[?[a-z\d]{1,2}[\])][ :.].{8}|notes?\b|sources?\b|footnotes?\b|©|\(c\) |copyright|last updated|date run|updated\b|n\/?a[:=]|nb[:.]|see |for more |prepared by|contact:|•)/i;

/** Whether a line begins as a note under a table does: 注:…, 填表人:…, Source: …, 1/ …. */
export function isNote(line: string): boolean {
  return noteStart.test(simplified(line.slice(0, 60).normalize('NFKC')).trim());
}

const groupStart =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|\([一二三四五六七八九十]{1,3}\)|[IVX]{1,4}[.、] |第[一二三四五六七八九十]{1,3}[类组片章部])/;
const groupEnd = /(?:镇|乡|街道|片区|赛道|类|组|区|县|市|:)$/;

/** Whether a label begins or ends as the labels of groups do: 一、某镇, 城区类, Region:. */
export function isGroupLabel(label: string): boolean {
  const plain = simplified(label.slice(0, 60).normalize('NFKC')).trim();
  // a group may count its members: 云溪镇(3个村)
  return groupStart.test(plain) || groupEnd.test(plain.replace(/\([^()]{1,20}\)$/, ''));
}

/** Whether a label is numbered as headings are: 一、, (二). */
export function isNumberedHeading(label: string): boolean {
  return groupStart.test(label.slice(0, 20).normalize('NFKC').trim());
}

const anyRole = [...dictionary, ...indicatorWords].map(({ words }) => words.source).join('|');
const fieldWord = new RegExp(`^(?:${anyRole})$`, 'i');

/** Whether a cell is one of the words by which the field's headers name a column. */
export function isHeaderWord(cell: string): boolean {
  if (cell.length > 24) return false;
  const { name } = readHeader(cell);
  return name !== '' && fieldWord.test(simplified(name));
}
