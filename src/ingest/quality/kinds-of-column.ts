import { simplified } from '../simplified';
import type { CheckedColumn } from './checked-table';

const plain = ({ header }: CheckedColumn) =>
  simplified(header.normalize('NFKC')).replaceAll(/\s+/g, '');

const notAdded =
  /名次|排名|位次|排序|排位|序号|编号|代码|编码|电话|身份证|年份|年度$|日期|时间|轮次|第几|率|比例|占比|比重|构成|百分比|同比|环比|增长|增幅|增速|均|指数|系数|单价|价格|星级|等级|等次|比上|较上|rank|rate|ratio|percent|share|mean|average|avg|index|price|growth|change|year|date|code|^no\.?$|^id$|per ?capita/i;

/** Whether the numbers of a column may be added up at all: not ranks, rates, means, codes, prices. */
export function isAdditive(column: CheckedColumn): boolean {
  return column.numeric && !notAdded.test(plain(column)) && !isShare(column);
}

/** Whether a column says percentages by its unit or header. */
export function isShare(column: CheckedColumn): boolean {
  const header = plain(column);
  return (
    (/^[%％]$/.test(column.unit ?? '') || /占比|比重|构成|[(（][%％][)）]|share$/i.test(header)) &&
    !/占\d+(?:\.\d+)?%/.test(header)
  );
}

/** Whether the whole numbers of a column may each be rounded: those of a measure may, a count's aren't. */
export type Exactness = 'measured' | 'counted' | 'unsaid';

/** What the unit and the header of a column say of its whole numbers. */
export function exactness(column: CheckedColumn): Exactness {
  const said = `${column.unit ?? ''} ${plain(column)}`;
  if (/元|亩|公顷|平方|公里|吨|公斤|千克|米|%|[$€£]/.test(said)) return 'measured';
  return counted.test(said) ? 'counted' : 'unsaid';
}

const counted =
  /人口|[人户个件次家名]数|数量|(?:^|[(（])[人户个件次家名项](?:[)）次]|\s|$)|星数|people|persons?\b|population|households?|number of|count/i;

/** Whether a column gives places in an order: 名次, 排名, Rank; not those of another period. */
export function isRank(column: CheckedColumn): boolean {
  const header = plain(column);
  return (
    /(?:名次|排名|位次|排位|排序|rank(?:ing)?)(?:\(.*\))?$/i.test(header) &&
    !/上[期次月季年]|去年|同期|变|升|降|last|previous|prior|change|进退|前\d/i.test(header)
  );
}

/** Whether a header says that its column is what is ranked by. */
export function isScore(column: CheckedColumn): boolean {
  return /分$|分\(|得分|成绩|总评|综合|合计|总计|总分|积分|星数|得星|score|points|total/i.test(
    plain(column),
  );
}

/** Whether a column only numbers or names its rows. */
export function isNumbering(column: CheckedColumn): boolean {
  return /^(?:序号?|编号|no\.?|#|代码|.*(?:代码|编码)|code|id)$/i.test(plain(column));
}

/** Whether a column says 其中 or "of which": it is part of the one before it. */
export function isPartOf(column: CheckedColumn): boolean {
  return /其中|ofwhich|thereof/i.test(plain(column));
}
