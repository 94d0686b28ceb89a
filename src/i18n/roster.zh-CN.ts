import type { ChangeKind } from '../model/crosswalk';

const asked: Record<ChangeKind, string> = {
  renamed: '代码相同，名称不同，是否更名？',
  recoded: '名称相同，代码不同，是否变更了代码？',
  moved: '名称相同，镇（街道）不同，是否划转？',
  alias: '名称相近，是否同一村居？',
  merged: '原有村居不再出现，出现了新的村居，是否合并？',
  split: '原有村居不再出现，出现了几个新的村居，是否拆分？',
};

export const changeNames: Record<ChangeKind, string> = {
  renamed: '更名',
  recoded: '代码变更',
  moved: '划转',
  alias: '名称写法',
  merged: '合并',
  split: '拆分',
};

/** Words about subjects over time. */
export const roster = {
  title: '名册变化',
  lead: '跨文件、跨年度识别村居：先看代码，再看镇和名称。可能更名、合并、拆分的列在下面，由您确认；未确认的不会自动合并，趋势在此处标为中断。',
  none: '没有发现名册变化。',
  asked,
  since: (period: string) => `自${period}起`,
  seenUntil: (period: string) => `原名最后见于${period}`,
  seenFrom: (period: string) => `新名最早见于${period}`,
  likeness: (share: string) => `名称相似 ${share}`,
  sameCode: '代码相同',
  sameTown: '同镇',
  lostBytes: '名称中有丢失的字',
  confidence: { high: '依据充分', medium: '依据较充分', low: '依据较弱' },
  confirm: '确认',
  refuse: '不是',
  note: '说明',
  decided: '已决定',
  decisions: { confirmed: '已确认', refused: '已否定' },
  undo: '撤销',
  exportJson: '导出 JSON',
  exportCsv: '导出 CSV',
  importJson: '导入 JSON',
  importFailed: (path: string, allowed: string) =>
    `没有导入：${path || '整个文件'} 应为 ${allowed}。`,
  coverage: (names: string, unmatched: string) => `${names} 个名称中 ${unmatched} 个未匹配`,
  changes: (kind: string, count: string) => `${kind} ${count} 个`,
  changesSince: (kind: string, count: string, period: string) => `${period}${kind} ${count} 个`,
  undecided: '待确认',
  fileName: '名册变化',
};
