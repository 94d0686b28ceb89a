import type { Role } from '../model/mapping';
import { simplified } from './simplified';

/** The ways of writing town and subdistrict together: 镇(街道), 乡镇(街道), 乡(镇、街道), 镇街. */
const towns =
  /(?:所属|所在)?(?:(?:乡\(?镇\)?|镇\(?乡\)?|[镇乡])(?:[、,/(]*(?:乡|街道?(?:办事处)?|街、区|办)[、,/]*(?:街道|乡|区)?\)?)?|镇乡街道|乡、镇\(街道\)|乡\(镇、街道\)|街道|街\(镇\))/;

/** The ways of writing village and community together: 村(居), 村(社区), 村、社区, 行政村(社区). */
const villages =
  /(?:所属|所在|行政|参评|被?考核|被?考评)*村(?:级|[、,/(]*(?:居|社区?|居委会|社区居委会|居民委员会|居、社区|社区、居)\)?)?(?:组织|委会|委员会|两委)?/;

/**
 * The field's words for each role, as headers write them once blanks are gone and full-width forms are made plain, in
 * simplified characters.
 * The first role whose pattern matches the whole header wins, so the narrower words stand first.
 */
export const dictionary: readonly { readonly role: Role; readonly words: RegExp }[] = [
  {
    role: 'ignore',
    words:
      /.{0,8}(?:名次|排名|位次)|排序|(?:年度|上年|去年|全年|评定|考评|考核|综合)?(?:星级|等次|等级)|奖励金额?|户?(?:序号?|编号)|备注|说明|全年得星|合计得星|得星|榜别|no\.?|#/i,
  },
  {
    // of people, whose figures are none of the village's
    role: 'ignore',
    words:
      /(?:.*(?:姓名|身份证(?:件)?(?:号码?)?|身份号码|手机(?:号码?)?|电话(?:号码?)?|联系方式|住址|银行卡号|账号))|户主|户主名|家庭成员|联系人|负责人|填报人|评委|考官|(?:村|社区|党?支部|党组织|党委)?(?:党?支部)?书记|村?主任|第一书记|性别|出生(?:日期|年月)|民族/,
  },
  {
    role: 'code',
    words:
      /(?:统计用?)?区划代码|(?:村居?|村\(居\)|村\(社区\)|社区|单位|行政|行政区划|行政村)(?:区划)?(?:代码|编码)|统计代码|机构代码|代码|code|subject_id/i,
  },
  {
    role: 'district',
    words: /区县|县区|县\(市、?区\)|县\(区\)|区\(县\)|区\(市\)县|区|县|district|county/i,
  },
  {
    role: 'town',
    words: new RegExp(`(?:${towns.source})(?:名称?)?|填报单位|上报单位|town`, 'i'),
  },
  {
    role: 'name',
    words: new RegExp(
      `(?:${villages.source})(?:名称?)?|村居(?:名称?)?|村别|社区(?:名称?)?|(?:考核|考评|参评)(?:对象|单位)|单位(?:名称)?|(?:基层)?党组织(?:名称)?|名称|name|village`,
      'i',
    ),
  },
  {
    role: 'track',
    words: /(?:村居?|考核|所属)?(?:类别|类型|分类)|赛道|村类|分村定类|track|class/i,
  },
  {
    role: 'period',
    words: /考核期|考核周期|考核时间|周期|时期|期别|期间|季度|月份|轮次|period|quarter|month/i,
  },
  { role: 'year', words: /年度|年份|考核年度|year/i },
  { role: 'operating_income', words: /(?:村?(?:级)?集体)?(?:经济)?经营性收入|operating_income/i },
  { role: 'operating_profit', words: /(?:村?(?:级)?集体)?(?:经济)?经营性收益|operating_profit/i },
  { role: 'investment', words: /注资|投资|入股资金|注资金额|投资额|investment/i },
  { role: 'dividend', words: /分红|分红金额|集体分红|dividend/i },
];

/** Indicators of the known systems under the other names that files give them. */
export const indicatorWords: readonly { readonly indicator: string; readonly words: RegExp }[] = [
  {
    indicator: '比红星',
    words: /(?:比)?红星(?:得分|任务得分|任务|分)?|比红星(?:得分|分)|red-star/i,
  },
  { indicator: '赛擂台', words: /(?:赛)?擂台(?:得分|赛得分|赛|分)?|赛擂台(?:得分|分)|arena/i },
  {
    indicator: '访群众',
    words: /访群众(?:得分|满意度|分)?|群众(?:走访得分|走访|满意度|评价)|visits/i,
  },
  {
    indicator: '得分',
    words: /得分|分数|成绩|评分|(?:考核|考评|测评|评比)(?:得分|成绩|分数|分)/,
  },
  {
    indicator: '总分',
    words:
      /总分|总得分|总成绩|综合(?:得分|成绩|分数|分|总分)|(?:考核|考评)(?:总分|总得分|总成绩)|最终得分/,
  },
];

export function isKnownIndicator(indicator: string | undefined): boolean {
  return indicatorWords.some((known) => known.indicator === indicator);
}

/** The role that a header's words name; null where the dictionary doesn't know them. */
export function knownRole(name: string): Role | null {
  const entry = dictionary.find(({ words }) => matchesWhole(words, name));
  if (entry) return entry.role;
  return knownIndicator(name) === null ? null : 'indicator';
}

/** The indicator that a header's words name under one of its names; null where the dictionary knows none. */
export function knownIndicator(name: string): string | null {
  return indicatorWords.find(({ words }) => matchesWhole(words, name))?.indicator ?? null;
}

function matchesWhole(words: RegExp, name: string): boolean {
  return new RegExp(`^(?:${words.source})$`, words.flags).test(simplified(name));
}
