import type { Role } from '../model/mapping';

/**
 * The field's words for each role, as headers write them once blanks are gone and full-width forms are made plain.
 * The first role whose pattern matches the whole header wins, so the narrower words stand first.
 */
export const dictionary: readonly { readonly role: Role; readonly words: RegExp }[] = [
  {
    role: 'ignore',
    words:
      /序号?|编号|名次|排名|排序|备注|说明|全年得星|合计得星|年度星级|年度等次|得星|奖励金|no\.?|#/i,
  },
  {
    role: 'code',
    words:
      /(?:统计用?)?区划代码|(?:村居?|村\(居\)|村\(社区\)|社区|单位|行政)(?:区划)?(?:代码|编码)|统计代码|代码|code|subject_id/i,
  },
  { role: 'district', words: /区县|县区|县\(市、?区\)|县\(区\)|区|县|district|county/i },
  {
    role: 'town',
    words:
      /(?:所属|所在)?(?:镇\(?(?:乡|街道?|街、区|乡、街道)?\)?|镇街|乡镇|乡镇\(街道\)|镇乡街道|街道|填报单位|town)/i,
  },
  {
    role: 'name',
    words:
      /村\((?:居|社区|居委会)\)(?:名称)?|村居(?:名称|名)?|村名|村别|村社区|村、社区|村级?名称|社区名称|村\(社区\)名|村|社区|单位|单位名称|党组织|党组织名称|名称|name|village/i,
  },
  { role: 'track', words: /类别|赛道|类型|分类|村类|track|class/i },
  { role: 'period', words: /考核期|考核周期|周期|时期|期别|期间|季度|period|quarter/i },
  { role: 'year', words: /年度|年份|year/i },
  { role: 'operating_income', words: /(?:村?集体)?经营性收入|operating_income/i },
  { role: 'operating_profit', words: /(?:村?集体)?经营性收益|operating_profit/i },
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
];

export function isKnownIndicator(indicator: string | undefined): boolean {
  return indicatorWords.some((known) => known.indicator === indicator);
}
