import type { Finding, QualityCode } from '../model/finding';

const form = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 6 });

/** A figure or name that a finding carries; numbers with separators. */
function part({ detail }: Finding, key: string): string {
  const value = detail[key];
  return typeof value === 'number' ? form.format(value) : (value ?? '');
}

const personal: Readonly<Record<string, string>> = {
  person: '人员姓名',
  phone: '电话号码',
  id: '身份证件号码',
  bank: '银行卡号',
  text: '文字中的姓名、电话或证件号码',
};

const personalOf = (found: Finding) =>
  (found.value === null ? '' : `“${found.value}”含`) +
  (personal[part(found, 'kind')] ?? '个人信息');

/** Words of what the checks of figures notice. */
export const qualityFindings: Record<QualityCode, (found: Finding) => string> = {
  total_mismatch: (found) =>
    `“${found.value ?? ''}”行的“${part(found, 'header')}”写作 ${part(found, 'printed')}，所含 ${part(found, 'rows')} 行之和为 ${part(found, 'sum')}，差 ${part(found, 'difference')}。请核对合计和各行。`,
  mean_mismatch: (found) =>
    `“${found.value ?? ''}”行的“${part(found, 'header')}”写作 ${part(found, 'printed')}，所含 ${part(found, 'rows')} 行的平均为 ${part(found, 'mean')}。请核对平均和各行。`,
  rank_contradicts: (found) =>
    `“${found.value ?? ''}”的“${part(found, 'header')}”为 ${part(found, 'score')}，列第 ${part(found, 'rank')} 名；第 ${part(found, 'otherRow')} 行为 ${part(found, 'otherScore')}，列第 ${part(found, 'otherRank')} 名。名次与得分不符，请核对。`,
  rank_shared: (found) =>
    `“${found.value ?? ''}”的“${part(found, 'header')}”为 ${part(found, 'score')}，与第 ${part(found, 'otherRow')} 行的 ${part(found, 'otherScore')} 不同，却同列第 ${part(found, 'rank')} 名。请核对。`,
  rank_tie_split: (found) =>
    found.count > 1
      ? `“${part(found, 'header')}”同分的 ${found.count} 组都分列不同名次（如 ${part(found, 'score')} 分列第 ${part(found, 'ranks')} 名）。如有并列规则之外的依据，请注明；否则应并列。`
      : `“${part(found, 'header')}”同为 ${part(found, 'score')}，却分列第 ${part(found, 'ranks')} 名（第 ${part(found, 'rows')} 行）。同分应并列，或注明区分的依据。`,
  rank_gap: (found) =>
    `名次中没有第 ${found.value ?? ''} 名，也没有并列可以说明。请核对是否漏行或名次有误。`,
  parts_mismatch: (found) =>
    `“${part(found, 'header')}”写作 ${part(found, 'whole')}，而 ${part(found, 'parts')} 合起来是 ${part(found, 'sum')}；本表其余各行相符。请核对这一行。`,
  parts_exceed: (found) =>
    `“${part(found, 'header')}”为 ${part(found, 'part')}，大于所属的“${part(found, 'wholeHeader')}” ${part(found, 'whole')}。请核对这一行。`,
  shares_mismatch: (found) =>
    `“${part(found, 'headers')}”合起来是 ${part(found, 'sum')}%，不是 100%。请核对各项占比。`,
  count_mismatch: (found) =>
    `文字写明 ${part(found, 'said')} ${part(found, 'unit')}，表中有 ${part(found, 'rows')} 行数据。请核对是否漏行，或文字有误。`,
  row_repeated: (found) =>
    `与第 ${part(found, 'other')} 行完全相同${found.count > 1 ? `，本表共有 ${found.count} 行这样重复` : ''}。如为重复录入，请更正或在“核对”页不作为数据。`,
  subject_repeated: (found) =>
    `“${found.value ?? ''}”在第 ${part(found, 'other')} 行已出现过。如是同名的两个村居，请补上镇（街道）或代码；否则请核对哪一行正确。`,
  checks_skipped: (found) =>
    `数据较多（${form.format(found.count)} 行），未逐行检查合计、名次、重复和占比；跨表检查照常进行。`,
  subject_missing: (found) =>
    `${found.value ?? ''}：${found.about ?? ''}${found.count > 3 ? `等 ${found.count} 个村居` : ''}没有数据，而在其他时段有。请核对是否漏报或更名。`,
  period_gap: (found) =>
    `有 ${found.value ?? ''} 和其后的数据，中间缺 ${found.about ?? ''}。请补上文件，或核对考核期。`,
  unit_jump: (found) =>
    `${part(found, 'name')} ${part(found, 'period')} 的“${part(found, 'measure')}”为“${found.value ?? ''}”，约是其他时段的 ${part(found, 'factor')} 倍。请核对单位（元、万元）或小数点。`,
  unit_jump_table: (found) =>
    `整列“${found.value ?? ''}”约是其他表同一指标的 ${part(found, 'factor')} 倍（比较了 ${found.count} 个村居）。请在“核对”页检查这一列的单位。`,
  outlier: (found) =>
    `${part(found, 'name')} ${part(found, 'period')} 的“${part(found, 'measure')}”为“${found.value ?? ''}”，同类 ${part(found, 'peers')} 个多在 ${part(found, 'low')} 至 ${part(found, 'high')} 之间。可能属实，请核对。`,
  personal_replaced: (found) =>
    `${personalOf(found)}，${form.format(found.count)} 格已换成代号；同一内容在各文件中代号相同。`,
  personal_dropped: (found) => `${personalOf(found)}，${form.format(found.count)} 格已删去。`,
  personal_kept: (found) =>
    `${personalOf(found)}，${form.format(found.count)} 格按您的选择保留原样。`,
};
