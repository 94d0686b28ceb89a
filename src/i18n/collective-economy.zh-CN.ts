/** 集体经济页的用语。Words of the page of the collective economy. */
export const collectiveEconomy = {
  title: '集体经济',
  lead: (year: number, measure: string, present: string, reporting: string) =>
    `${year}年${measure}：当年在册 ${present} 个村居，${reporting} 个填报。未填报的不按零计。金额单位为万元。`,
  leadOf: (place: string) => `只看${place}。`,
  loading: '正在汇总集体经济数据',
  yearAbsent: (wished: number, shown: number) =>
    `${wished}年没有集体经济数据，下面是 ${shown} 年的。`,
  emptyTitle: '还没有集体经济数据',
  emptyLead:
    '载入按年填报的村集体经济表即可。表里要有村（社区）一列，以及经营性收入、经营性收益、注资、分红中的任意一列；年度可以是一列，也可以写在标题、工作表名或文件名里；单位（元、万元）写在表头或标题中。',
  emptySources:
    '收入来源（发包、租赁、投资）、投资回报、计划数由方案的 economy 一节指明是哪些列，数据里有这些列才会列出。',
  toData: '去载入文件',
  toMapping: '核对各列的含义',
  noneKept: '筛选后的村居都没有集体经济数据。',
  controls: '显示什么',
  year: '年度',
  measure: '指标',
  basis: '平均和占比按',
  bases: {
    reporting: (count: string) => `填报的 ${count} 个`,
    present: (count: string) => `当年在册的 ${count} 个`,
    roster: (count: string) => `名册全部 ${count} 个`,
  },
  over: {
    reporting: (reporting: string) => `按填报的 ${reporting} 个村居计算`,
    present: (present: string, reporting: string) =>
      `按当年在册的 ${present} 个村居计算，其中填报 ${reporting} 个`,
    roster: (roster: string, reporting: string) =>
      `按名册全部 ${roster} 个村居计算（含已撤并和当年尚未设立的），其中填报 ${reporting} 个`,
  },
  schemeBasis: (basis: string) => `方案规定的口径是${basis}。`,
  schemeBases: { reporting: '填报的村居', all: '当年在册的村居' },
  reportingOnly: (reporting: string) => `只按填报的 ${reporting} 个村居：未填报的没有数值`,
  reportingOnlyHint: '换口径不影响本图',
  rounding: {
    'half-up': (digits: number) => `平均数保留 ${digits} 位小数，四舍五入。`,
    'half-even': (digits: number) => `平均数保留 ${digits} 位小数，四舍六入五成双。`,
    down: (digits: number) => `平均数保留 ${digits} 位小数，多余位数舍去。`,
    up: (digits: number) => `平均数保留 ${digits} 位小数，多余位数进一。`,
  },
  by: '分组',
  scopes: { all: '全部', district: '区县', town: '镇（街道）', track: '赛道（类别）' },
  noPlace: '未注明',
  backToAll: '回到全部',
  only: (place: string) => `范围：${place}`,
  figures: {
    total: '合计（万元）',
    mean: '平均（万元）',
    median: '中位数（万元）',
    reached: (line: string) => `达到 ${line} 万元`,
    reachedOf: (reached: string, denominator: string) => `${reached}/${denominator}`,
    gini: '基尼系数',
    top: (count: string) => `最高 ${count} 个占合计`,
  },
  undecided: (count: string) =>
    `另有 ${count} 个填的是“余”“多”一类约数，无法判断是否达到，未计入。`,
  qualified: {
    at_least: (count: string) => `有 ${count} 个填的是“余”“多”“以上”，按所写数计，合计是下限。`,
    below: (count: string) => `有 ${count} 个填的是“近”“不足”，按所写数计，合计是上限。`,
    about: (count: string) => `有 ${count} 个填的是约数，按所写数计，合计是约数。`,
  },
  amount: {
    at_least: (value: string) => `${value} 以上`,
    below: (value: string) => `不足 ${value}`,
    about: (value: string) => `约 ${value}`,
  },
  breakNote: (years: string) =>
    `${years}年起核算口径变化，前后各年不能直接比较：图上断开，跨年增幅加注。`,
  breakLabel: (year: number) => `${year}年起口径变化`,
  acrossBreak: '跨口径',
  measures: {
    title: '各项指标',
    basis: (words: string) => `${words}；中位数只按填报的，较上年只按两年都填报的`,
    hint: '选一项，全页随之改变',
    columns: {
      measure: '指标',
      reporting: '填报',
      total: '合计',
      mean: '平均',
      denominator: '分母',
      median: '中位数',
      reached: '达标',
      growth: '较上年',
    },
    growth: (matched: string) => `${matched} 个`,
    noGrowth: '无上年数',
  },
  returns: {
    profit: (share: string, subjects: string) =>
      `收益占收入 ${share}，按两项都填报的 ${subjects} 个村居计算。`,
    invested: (investors: string, total: string, mean: string) =>
      `${investors} 个村居注资 ${total} 万元，平均每个注资村居 ${mean} 万元。`,
    returned: (amount: string, rate: string) =>
      `当年回报 ${amount} 万元，为填报回报的村居所注资金的 ${rate}。`,
    noReturns: '投资回报没有列：方案未指明，或数据中没有。',
    paid: (payers: string, total: string, mean: string) =>
      `${payers} 个村居分红 ${total} 万元，平均每个分红村居 ${mean} 万元。`,
    ofProfit: (share: string) => `分红占这些村居收益的 ${share}。`,
  },
  groups: {
    titles: { district: '各区县', town: '各镇（街道）', track: '各赛道（类别）' },
    hint: '点名称只看这一组，再点一次回到全部',
    over: {
      reporting: '平均和达标按各组填报的计算',
      present: '平均和达标按各组当年在册的计算',
      roster: '平均和达标按各组名册全部计算',
    },
    columns: {
      place: '名称',
      counts: '填报/分母',
      total: '合计',
      share: '占全部',
      mean: '平均',
      median: '中位数',
      reached: '达标',
      growth: '较上年',
    },
  },
  distribution: {
    title: '分布',
    basis: (bin: string) => `每一格 ${bin} 万元，高度为村居数`,
    text: (measure: string, count: string, median: string) =>
      `${measure}的分布，${count} 个村居，中位数 ${median} 万元。`,
    range: (from: string, below: string) => `${from} 至不满 ${below} 万元`,
    tail: '最右一格含更高的',
    beyond: (from: string) => `${from} 万元及以上`,
    bin: (range: string, count: string) => `${range}：${count} 个`,
    mean: (value: string) => `平均 ${value}`,
    median: (value: string) => `中位数 ${value}`,
    line: (value: string) => `达标线 ${value}`,
    columns: ['区间（万元）', '村居数'],
  },
  tiers: {
    title: '分档',
    hint: '点一档，下面只列这一档的村居',
    text: (measure: string) => `各年${measure}分档的村居数。`,
    none: (bound: string) => (bound === '0' ? '为零' : `${bound} 万元及以下`),
    first: (from: string, below: string) =>
      from === '0' ? `不满 ${below} 万元` : `${from} 以上、不满 ${below} 万元`,
    between: (from: string, below: string) => `${from} 至不满 ${below} 万元`,
    last: (from: string) => `${from} 万元及以上`,
    unreported: '未填报',
    bar: (year: number, tier: string, count: string, share: string) =>
      `${year}年 ${tier}：${count} 个，${share}`,
    columns: ['年度', '档次', '村居数', '占比', '分母'],
  },
  lorenz: {
    title: '洛伦兹曲线',
    basis: (gini: string, words: string) => `基尼系数 ${gini}（0 为完全均等）。${words}`,
    unsaid: '有负值或全部为零，基尼系数和曲线无从计算。',
    text: (gini: string, low: string) =>
      `洛伦兹曲线，基尼系数 ${gini}，收入最低的一半村居占合计的 ${low}。`,
    point: (subjects: string, value: string) => `最低的 ${subjects} 村居占合计的 ${value}`,
    x: '村居占比（从低到高）',
    y: '占合计',
    columns: ['村居占比（从低到高）', '占合计'],
  },
  years: {
    title: '历年平均',
    basis: (words: string) => `万元，${words}（各年分别计）`,
    text: (measure: string, from: number, to: number) => `${from}年至${to}年${measure}的平均数。`,
    point: (year: number, mean: string, total: string, denominator: string) =>
      `${year}年 平均 ${mean} 万元，合计 ${total} 万元，分母 ${denominator}`,
    columns: ['年度', '平均（万元）', '合计（万元）', '分母', '填报'],
  },
  movers: {
    title: '水平与增幅',
    basis: (shown: string, found: string) =>
      `横轴为本年数（万元），纵轴为较上年增幅，只画两年都填报且上年大于零的村居，${found} 个中画出 ${shown} 个；增幅超过 200% 的画在最上沿`,
    across: '本年与上年口径不同，增幅仅供参考',
    text: (measure: string, count: string) => `${count} 个村居的${measure}与较上年增幅。`,
    dot: (name: string, value: string, growth: string) => `${name} ${value} 万元，${growth}`,
    columns: ['村居', '镇（街道）', '本年（万元）', '较上年'],
  },
  sources: {
    title: '收入来源',
    basis: (words: string) => `各来源占来源合计的比重，按填报来源的村居计算。${words}`,
    ofIncome: (share: string) => `列出的来源占经营性收入的 ${share}`,
    text: '各组收入来源的构成。',
    bar: (place: string, source: string, share: string, total: string, reporting: string) =>
      `${place} ${source}：${share}，${total} 万元，${reporting} 个填报`,
    columns: ['范围', '来源', '填报', '合计（万元）', '占来源合计', '占经营性收入'],
  },
  plans: {
    title: (measure: string) => `计划完成：${measure}`,
    basis: (subjects: string, reached: string) =>
      `按计划数与完成数都有的 ${subjects} 个村居计算，其中完成计划的 ${reached} 个`,
    text: (measure: string, done: string) => `${measure}完成计划的 ${done}。`,
    bar: (place: string, actual: string, plan: string, done: string) =>
      `${place} 完成 ${actual}，计划 ${plan}，${done}`,
    columns: ['范围', '考核期', '完成', '计划', '完成率', '村居数'],
  },
  pairs: {
    title: '强弱结对',
    basis: (within: string, by: string) =>
      `同一${within}内按${by}从高到低，最强的带最弱的。只列有一方在当前范围内的对子`,
    columns: {
      words: '组',
      period: '考核期',
      strong: '带动村',
      weak: '薄弱村',
      value: '数值',
      times: '相差倍数',
    },
  },
  investors: {
    title: '注资与回报',
    basis: (count: string) => `注资大于零的 ${count} 个村居；回报率为当年回报除以注资`,
    columns: {
      name: '村居',
      town: '镇（街道）',
      invested: '注资（万元）',
      returns: '当年回报（万元）',
      rate: '回报率',
    },
  },
  subjects: {
    title: '村居',
    basis: (measure: string, found: string) => `${measure}从高到低，共 ${found} 个`,
    ofTier: (tier: string) => `只列${tier}的`,
    allTiers: '列出全部',
    shown: (shown: string) => `只列前 ${shown} 个`,
    shownHint: '缩小范围可看到其余的',
    columns: {
      rank: '名次',
      name: '村居',
      town: '镇（街道）',
      value: '本年（万元）',
      growth: '较上年',
    },
    unreported: (count: string) => `未填报 ${count} 个：`,
    cells: (name: string) => `${name}的数据来源`,
    yearCell: (year: number, measure: string) => `${year}年${measure}`,
  },
  more: (count: string) => `列出其余 ${count} 个`,
};
