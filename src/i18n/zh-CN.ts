import type { Role } from '../model/mapping';
import { collectiveEconomy } from './collective-economy.zh-CN';
import { compare } from './compare.zh-CN';
import { data } from './data.zh-CN';
import { errors } from './errors.zh-CN';
import { exporting } from './exporting.zh-CN';
import { findings } from './findings.zh-CN';
import { firmness } from './firmness.zh-CN';
import { frame } from './frame.zh-CN';
import { keep } from './keep.zh-CN';
import { mapping } from './mapping.zh-CN';
import { quality } from './quality.zh-CN';
import { query } from './query.zh-CN';
import { queryNames } from './query-names.zh-CN';
import { changeNames, roster } from './roster.zh-CN';
import { scheme } from './scheme.zh-CN';
import { schemeProblem } from './scheme-problem.zh-CN';
import { starBoard } from './star-board.zh-CN';
import { subject } from './subject.zh-CN';
import { trends } from './trends.zh-CN';
import { share } from './share.zh-CN';

const roles: Record<Role, string> = {
  ignore: '不用',
  code: '区划代码',
  district: '区县',
  town: '镇（街道）',
  name: '村（社区）',
  track: '赛道（类别）',
  period: '考核期',
  year: '年度',
  attribute: '分组（文字）',
  panel: '评委类别',
  assessor: '评委',
  indicator: '指标',
  operating_income: '经营性收入',
  operating_profit: '经营性收益',
  investment: '注资',
  dividend: '分红',
};

const quarterWords = ['一', '二', '三', '四'];

/** The words of the interface, in Chinese: the source from which the type of every language is taken. */
export const zhCN = {
  locale: 'zh-CN',
  brand: '星旗',
  errors,
  findings,
  changeNames,
  roles,
  schemeProblem,
  common: {
    close: '关闭',
    cancel: '取消',
    remove: '移除',
    retry: '重试',
    none: '—',
    all: '全部',
    oneTrack: '不分赛道',
    listSeparator: '、',
    sentenceEnd: '。',
    place: (file: string, sheet: string | null, row: number | null, column: string | null) =>
      [file, sheet, row === null ? null : `第 ${row} 行`, column === null ? null : `${column} 列`]
        .filter(Boolean)
        .join(' › '),
  },
  period: {
    quarter: (year: number, number: number) =>
      `${year}年第${quarterWords[number - 1] ?? number}季度`,
    quarterShort: (number: number) => `${quarterWords[number - 1] ?? number}季`,
    half: (year: number, number: number) => `${year}年${number === 1 ? '上' : '下'}半年`,
    month: (year: number, number: number) => `${year}年${number}月`,
    bimonth: (year: number, number: number) => `${year}年第${number}个双月`,
    year: (year: number) => `${year}年度`,
    round: (year: number | null, number: number) =>
      year === null ? `第${number}轮` : `${year}年第${number}轮`,
  },
  shell: {
    skip: '跳到正文',
    navigation: '页面',
    scheme: '方案',
    period: '时段',
    language: '语言',
    theme: '外观',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    starting: '正在启动计算引擎',
    restarting: '计算引擎意外停止，正在重新启动并恢复数据',
    restarted: '计算引擎已重新启动，数据已恢复',
    working: '正在计算',
    local: '本机运行，数据未离开此页',
    failed: '计算引擎未启动',
    counts: (subjects: string, observations: string) =>
      `${subjects} 个村居 · ${observations} 条数据`,
    failedTitle: '无法启动',
    reload: '重新载入页面',
  },
  data,
  collectiveEconomy,
  mapping,
  quality,
  query,
  queryNames,
  roster,
  compare,
  scheme,
  firmness,
  subject,
  trends,
  share,
  exporting,
  keep,
  figure: { asTable: '看数据', asFigure: '看图', failed: '图没有载入，数据以表格显示无误' },
  starBoard,
  frame,
  explanation: {
    title: '说明',
    hint: '选择一个村居，查看得分和星级的依据。',
    rankOf: (rank: number, rated: number) => `第 ${rank} 名 / ${rated}`,
    quarters: '各季度',
    quarterMissing: '缺数据',
    how: '得分构成',
    product: (value: string, weight: string) => `${value} × ${weight}`,
    weighed: (value: string, weight: string) => `${value}，权重 ${weight}`,
    steps: {
      cap: '封顶保底',
      round: '取整',
      times: '换算',
      plus: '加常数',
      divideBy: '除以分母',
      multiplyBy: '乘以基数',
      goalposts: '按上下限折算',
      table: '按档计分',
      exponential: '指数折算',
      impute: '填补缺数',
      winsorise: '缩尾',
      fences: '离群值收至界限',
      log: '取对数',
      minmax: '极差标准化',
      z: '标准分',
      rank: '名次',
      percentile: '百分位',
      ratio: '比值',
      distance: '与目标的距离',
    } as Record<string, string>,
    capped: (measured: string, value: string) => `${measured} 按上下限计为 ${value}`,
    score: '得分',
    rounding: {
      'half-up': (digits: number) => `保留 ${digits} 位小数，四舍五入`,
      'half-even': (digits: number) => `保留 ${digits} 位小数，四舍六入五成双`,
      down: (digits: number) => `保留 ${digits} 位小数，多余位数舍去`,
      up: (digits: number) => `保留 ${digits} 位小数，多余位数进一`,
    },
    missing: (parts: string) => `缺 ${parts}，本季度不评分。缺的不按零计。`,
    whyStars: '评星依据',
    place: '名次',
    ruleTop: (stars: number, share: string, places: number, score: string) =>
      `得分不低于 ${score}，且名次在本赛道前 ${share}（${places} 名）内，评 ${stars} 星。`,
    ruleCut: (stars: number, score: string) => `得分不低于 ${score}，评 ${stars} 星。`,
    ruleQuota: (stars: number, share: string, places: number) =>
      `名次在本赛道前 ${share}（${places} 名）内，评 ${stars} 星。`,
    ruleNone: (stars: number) => `未达到任何一档，计 ${stars} 星。`,
    quotaMissed: (stars: number, places: number) =>
      `得分已够 ${stars} 星，但本赛道只有 ${places} 个名额。`,
    whyLevel: '年度星级依据',
    yearSum: (stars: string, total: number) => `四个季度 ${stars}，全年 ${total} 星。`,
    yearRank: (rank: number, rated: number, score: string) =>
      `本赛道第 ${rank} 名（共 ${rated} 个），同星按全年平均分 ${score} 排序。`,
    levelGot: (level: string, line: string, places: number | null) =>
      places === null
        ? `评为${level}：不低于 ${line} 星。`
        : `评为${level}：不低于 ${line} 星，且名次在本赛道前 ${places} 名内。`,
    levelNot: (level: string, line: string) => `${level}线为 ${line} 星，未达到。`,
    levelFull: (level: string, places: number) =>
      `星数已够${level}，但名次（并列的按全体计）不在本赛道前 ${places} 名内。`,
    yearUnrated: (periods: string) => `缺 ${periods}，本年度不评级。`,
    reward: (amount: string, stars: string, once: string) =>
      `奖补测算 ${amount} 元：按星 ${stars} 元，一次性 ${once} 元。`,
    rewardShrunk: (share: string) => `资金总额有限，按 ${share} 折算。`,
    cells: '来源单元格',
    cellText: (text: string) => `“${text}”`,
    corrected: '已更正',
    cellBlank: '空',
    noCell: (measure: string) => `${measure}：没有可用的单元格`,
    economy: '集体经济',
    economyLead: (year: number) => `${year}年，单位：万元。`,
    economyOf: (name: string, year: number) => `${name}${year}年集体经济`,
    economyUnit: '万元',
    economyColumns: {
      measure: '项目',
      value: '数额',
      mean: '平均',
      denominator: '参与平均的村居数',
    },
    economyMean: (mean: string, denominator: number) => `平均 ${mean}（按 ${denominator} 个村居）`,
    sqlTitle: '计算所用的 SQL',
    sqlLead: '每一步都是一个视图，由方案生成，可以逐一查看。',
    openSql: '查看 SQL',
    openInQuery: '在查询页打开',
  },
};

/** What every language must say. */
export type Messages = typeof zhCN;
