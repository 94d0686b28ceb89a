import type { ErrorCode } from '../model/answer';
import type { Finding, FindingCode } from '../model/finding';
import { errors, type ErrorWords } from './errors.zh-CN';
import { qualityFindings } from './quality-findings.zh-CN';
import { changeNames } from './roster.zh-CN';

/** What each finding says, without its place. */
export type FindingWords = Record<FindingCode, (found: Finding) => string>;

const tail = (found: Finding) => (found.count > 1 ? `（共 ${found.count} 行）` : '');

/** Kinds of files in an archive that hold no table. */
const ignoredKinds: Readonly<Record<string, string>> = {
  resource_fork: ' macOS 附属文件',
  lock: ' Excel 临时文件',
  hidden: '隐藏文件',
  empty: '空文件',
};

/** Why a file in an archive was not loaded. */
function reasonOf({ about, value, row, count }: Finding): string {
  const words = (errors as Partial<Record<string, ErrorWords[ErrorCode]>>)[about ?? ''];
  const detail = { message: value ?? '', limit: value ?? '', line: row ?? '', row: row ?? '' };
  return words?.({ ...detail, column: value ?? '', record: count }) ?? '';
}

function changeName(kind: string | null): string {
  return (changeNames as Partial<Record<string, string>>)[kind ?? ''] ?? '';
}

const rowRepairs: Partial<Record<string, string>> = {
  separator_extra: '这一行多了一个分隔符，',
  separator_missing: '这一行少了一个分隔符，',
  delimiter: '这一行用了另一种分隔符，',
};

const cadenceNames: Partial<Record<string, string>> = {
  month: '月',
  quarter: '季度',
  half: '半年',
  year: '年',
};

export const findings: FindingWords = {
  ...qualityFindings,
  bytes_replaced: ({ value, about }) =>
    `有字节不符合 ${about ?? '编码'}，读成了“${value ?? ''}”。请按原件核对这一格。`,
  quote_broken: ({ value }) => `引号不成对，读成了“${value ?? ''}”。请核对这一格。`,
  row_repaired: ({ value, about }) =>
    `${rowRepairs[about ?? ''] ?? ''}已按各列的内容复原，读成了“${value ?? ''}”。请按原件核对这一行。`,
  cell_missing: () => '这一行比表头少一格，按空格处理。',
  cell_extra: ({ value }) => `这一行比表头多一格“${value ?? ''}”。请核对是否错列。`,
  row_blank: () => '空行，已略过。',
  header_blank: () => '这一列没有表头，以列号称呼。',
  header_repeated: ({ value }) => `表头“${value ?? ''}”与前面的列相同，按列号区分。`,
  sheet_hidden: () => '工作表已隐藏，其中的表默认不启用。',
  sheet_empty: () => '工作表是空的，未载入。',
  sheet_without_table: () => '没有找到表格，内容未计入。',
  formula_error: ({ value }) => `公式出错（${value ?? ''}），按缺失处理。`,
  formula_uncalculated: () =>
    '公式没有存下计算结果，按缺失处理。请在 Excel 或 WPS 中打开并保存后再载入。',
  value_unreadable: ({ value }) => `“${value ?? ''}”无法识别为数字，按缺失处理。`,
  value_qualified: ({ about, ...found }) => {
    const meant = about === 'at_least' ? '下限' : about === 'below' ? '上限' : '约数';
    return `“${found.value ?? ''}”不是确数，按所写数字计入，并标为${meant}${tail({ ...found, about })}。`;
  },
  value_scaled: (found) =>
    `“${found.value ?? ''}”在格内写了单位，已按格内的单位折算${tail(found)}。`,
  period_unreadable: ({ value, ...found }) =>
    `“${value ?? ''}”无法识别考核期，未计入${tail({ ...found, value })}。`,
  period_unknown: (found) => `没有说明考核期：列、工作表名和文件名里都没有，未计入${tail(found)}。`,
  period_from_date: (found) =>
    `日期按所在的${cadenceNames[found.about ?? ''] ?? ''}归入考核期，如“${found.value ?? ''}”${tail(found)}。`,
  period_two_years: (found) =>
    `“${found.value ?? ''}”跨两个年份，按起始年份计入 ${found.about ?? ''} 年${tail(found)}。`,
  date_ambiguous: (found) =>
    `“${found.value ?? ''}”分不清月和日，整列也没有可以判断的日期，未计入${tail(found)}。请改写为“年-月-日”。`,
  value_of_whole: (found) =>
    `“${found.value ?? ''}”这样的写法按前一个数计入${tail(found)}。如应计比率，请在原件中改写。`,
  name_missing: (found) => `没有写村（社区）名称，未计入${tail(found)}。`,
  total_row: (found) => `“${found.value ?? ''}”是合计行，未计入${tail(found)}。`,
  subject_unmatched: (found) =>
    found.about === null
      ? `“${found.value ?? ''}”不在名册中，未计入${tail(found)}。请核对名称，或补入名册。`
      : `“${found.value ?? ''}”不在名册中，未计入${tail(found)}。可能是“${found.about}”，请确认。`,
  subject_ambiguous: (found) =>
    `“${found.value ?? ''}”可能是 ${found.about ?? ''}，未计入${tail(found)}。请补上镇（街道）或代码。`,
  track_missing: ({ value, count }) =>
    `“${value ?? ''}”${count > 1 ? `等 ${count} 个村居` : ''}没有赛道（类别），无法排名。请在名册中补上。`,
  track_conflict: ({ value, about }) =>
    `类别写作“${value ?? ''}”，与名册不同（${about ?? ''}），以名册为准。`,
  observation_repeated: ({ value, about }) =>
    `${value ?? ''}：另在 ${about ?? ''} 出现，数值相同，只计一次。`,
  observation_conflict: ({ value, about }) =>
    `${value ?? ''}：与 ${about ?? ''} 数值不同，两处都不计入。请改正或移除其中一个文件。`,
  words_missing: ({ value, about }) =>
    `方案（${about ?? ''}）按“${value ?? ''}”这一列的文字分组，数据里没有这一列。请在映射页指明它。`,
  period_missing: ({ value, about }) =>
    `方案（${about ?? ''}）沿用 ${value ?? ''} 的标准，数据里没有这一考核期。请载入该期文件，或改用其他考核期。`,
  measure_missing: ({ value }) =>
    `数据里没有方案所需的“${value ?? ''}”。请在“核对”页把对应的列指定为该指标。`,
  unit_assumed: ({ value }) =>
    `“${value ?? ''}”没有写明单位，暂按元计。如为万元，请在“核对”页改正。`,
  name_differs: ({ value, about }) =>
    `代码对应 ${about ?? ''}，名称写作“${value ?? ''}”，按代码计入。请核对是否更名。`,
  code_conflict: (found) =>
    `代码与名称不符：代码属于 ${found.about ?? ''}，名称是“${found.value ?? ''}”，未计入${tail(found)}。`,
  code_ruined: (found) =>
    `代码“${found.value ?? ''}”已被表格软件改成科学计数法，无法还原，按名称识别${tail(found)}。请按原件核对。`,
  code_short: (found) =>
    `代码“${found.value ?? ''}”比其他代码少一位，不予采用，按名称识别${tail(found)}。请按原件核对。`,
  pseudo_unit: (found) =>
    `“${found.value ?? ''}”是虚拟单位（区划代码末三位在 400 以上），未列入名册${tail(found)}。`,
  name_damaged: ({ value, about }) =>
    about === null
      ? `“${value ?? ''}”有文字损坏，请按原件核对。`
      : `“${value ?? ''}”有文字损坏，可能是“${about}”，请确认。`,
  change_undecided: ({ value, about, count }) =>
    `${changeName(about)}待确认 ${count} 项：${value ?? ''}${count > 1 ? ' 等' : ''}。确认之前，有关趋势会标明中断。`,
  decision_unused: ({ value }) =>
    `对照表中的“${value ?? ''}”没有代码，而几个区县都有这个镇（街道）和名称，未采用。请补上代码。`,
  merged_filled: ({ count }) => `${count} 个合并单元格已按上格内容补全。`,
  member_ignored: ({ value, about, count }) =>
    `压缩包里有 ${count} 个${ignoredKinds[about ?? ''] ?? '无关文件'}（如 ${value ?? ''}），已略过。`,
  member_failed: (found) => `压缩包里的这个文件未载入：${reasonOf(found)}`,
  records_wrapped: ({ value, about }) =>
    `记录取自键“${value ?? ''}”` + (about === null ? '。' : `，其他键未载入：${about}。`),
  nested_flattened: ({ value }) => `嵌套的对象已展开成列：${value ?? ''}。`,
  nested_kept: ({ value }) => `这些列含有列表，原样保留为 JSON 文本：${value ?? ''}。`,
  key_repeated: ({ value }) => `同一条记录里键“${value ?? ''}”出现多次，取最后一次的值。请核对。`,
  bytes_as_hex: ({ value }) => `这些列不是文字，按十六进制显示：${value ?? ''}。`,
  period_unused: ({ value }) => `${value ?? ''}的数据与方案的考核周期不同，未用于计分。`,
  findings_cut: ({ count }) => `同类问题较多，仅列出前 ${count} 项，改正后会继续列出其余各项。`,
  table_unused: () => '没有找到村（社区）名称或代码列，这张表未用于计分。',
};
