import type { Detail } from '../model/answer';
import type { AllowedCode, SchemeProblem } from '../model/scheme-problem';

/** A number of a range, in the way that the place writes numbers. */
export type Written = (value: number) => string;

/** What is wrong with a scheme document, and what would be allowed. */
export const schemeProblem = {
  document: '整个文件',
  or: '，或',
  sentence: (kind: SchemeProblem['kind'], at: string, found: string, allowed: string) => {
    if (kind === 'unknown_key') return `${at}：没有这个键。可用的键：${allowed}。`;
    if (kind === 'missing_key') return `${at}：缺少这一项，应为${allowed}。`;
    if (kind === 'no_column') return `${at}：数据中没有 ${found} 这一列。现有：${allowed}。`;
    if (kind === 'no_period') return `${at}：数据中没有 ${found} 这一考核期。现有：${allowed}。`;
    return found === '' ? `${at}：应为${allowed}。` : `${at}：现为 ${found}，应为${allowed}。`;
  },
  /** Within `least` or `above`, and `most`. */
  number: ({ least, above, most, whole }: Detail, written: Written) => {
    const kind = whole ? '整数' : '数字';
    const of = (value: string | number) => written(Number(value));
    if (least !== undefined && most !== undefined)
      return ` ${of(least)} 到 ${of(most)} 之间的${kind}`;
    const low =
      least !== undefined ? `不小于 ${of(least)}` : above !== undefined ? `大于 ${of(above)}` : '';
    const high = most !== undefined ? `不大于 ${of(most)}` : '';
    const range = [low, high].filter(Boolean).join('、');
    return range === '' ? kind : `${range} 的${kind}`;
  },
  allowed: {
    words: ({ words }) => ` ${String(words)}`,
    text: () => '文字',
    identifier: () => '编号：以字母或汉字开头，其后为字母、汉字、数字、连字符、点或下划线',
    period: () => '考核期，如 2023Q2、2023M04、2023B1、2023H1、2023、R15',
    version: () => '版本号，如 1.0',
    truth: () => ' true 或 false',
    nothing: () => ' null',
    list: ({ fewest }) => (Number(fewest) > 0 ? `至少 ${fewest} 项的列表` : '列表'),
    tuple: ({ count }) => `${count} 项的列表`,
    object: ({ keys }) => `含有下列键的对象：${keys}`,
    otherThanTotal: () => ' total 以外的编号（total 指总分）',
    unusedPartId: () => '其他部分没有用过的编号',
    unusedFigureId: () => '其他指标没有用过的编号',
    lowerFirst: () => '下限在前',
    youngestFirst: () => '较小的年龄在前',
    twoBounds: () => '两个不同的端点',
    boundsAboveZero: () => '大于 0 的端点（对数比例）',
    placesAmongOthers: () => ' period、track、all 或 {attribute}：名次只能在同期的对象之间排',
    lastOfItself: () => ' period：上期值取自对象本身',
    measuredWeight: () => ' sum 或 mean：有权重取自数据列',
    weightsOfOne: () => '合计为 1 的权重',
    someWeight: () => '至少一个大于 0 的权重',
    onlyAdds: ({ combine }) => ` add：本组按 ${combine} 合成，不能扣减`,
    numberInPairs: () => '数字：本组作两两比较',
    powerNotZero: () => ' 0 以外的指数（几何平均写 geometric）',
    atMostParts: ({ most }) => `不超过 ${most}（部分的个数）`,
    nothingScored: () => '数据列或分组：这时还没有得分',
    atMostStars: ({ most }) => `不超过 ${most}（最高星数 stars.most）`,
    notBesideFrozen: () => '空：分界线已经冻结',
    notRolledUp: () => '空：短的考核期已合并成长的',
    vetoRolledUp: () => ' zero 或 exclude：短的考核期已合并成长的',
    notInOneTrack: () => '空：方案不分赛道',
    moreThanBefore: ({ before }) => `大于上一档的 ${before}`,
    lessThanBefore: ({ before }) => `小于上一档的 ${before}`,
    notAfterEverybody: () => '空：上一档人人都能达到',
    roundsOfYear: () => '一年的轮次数',
    wholePeriods: ({ cadence }) => `由整个的 ${cadence} 合成的考核期`,
    periodFrom: ({ from }) => `不早于 ${from} 的考核期`,
    onlyScore: () => '只用 score：方案不评星',
    nameWithAge: ({ place }) => `带 ${place} 的列名，${place} 代表年龄`,
  } satisfies Record<Exclude<AllowedCode, 'number'>, (detail: Detail) => string>,
};
