import type { AppError, ErrorCode } from '../model/answer';
import type { ChangeKind } from '../model/crosswalk';
import type { FindingCode, Finding } from '../model/finding';
import type { Role } from '../model/mapping';
import type { SchemeProblem } from '../model/scheme-problem';
import { mapping } from './mapping.zh-CN';
import { roster } from './roster.zh-CN';
import { quality } from './quality.zh-CN';
import { qualityFindings } from './quality-findings.zh-CN';

type ErrorWords = Record<ErrorCode, (detail: AppError['detail']) => string>;
type FindingWords = Record<FindingCode, (found: Finding) => string>;

const tail = (found: Finding) => (found.count > 1 ? `（共 ${found.count} 行）` : '');

const errors: ErrorWords = {
  engine_start: ({ message }) =>
    `计算引擎未能启动：${message}。请刷新页面；仍不行时，换用新版 Chrome、Edge 或 Firefox。`,
  engine_lock: ({ probes }) =>
    `引擎的安全锁未生效，已停止启动，没有读取任何文件。未被拒绝的操作：${probes}`,
  engine_lost: () => '计算引擎意外停止，正在重新启动并恢复数据。',
  engine_memory: () => '内存不足。请移除暂不需要的文件，或分批载入。',
  query_failed: ({ message }) => `查询出错：${message}`,
  query_not_select: () => '这里只能运行一条 SELECT 查询。',
  cancelled: () => '已停止。',
  superseded: () => '已被新的查询取代。',
  file_unopened: () =>
    '无法打开：这是文件夹，或文件已被移动、修改。请选择文件夹中的文件，或重新拖入。',
  file_missing: () => '没有这个文件或文件夹。',
  file_empty: () => '文件是空的。请核对后重新导出。',
  file_unknown: () =>
    '不是可读取的表格。RAR、7z 等压缩包请先解压；其他文件请另存为 XLSX 或 CSV 后再载入。',
  file_picture: () => '这是图片，不是表格。请载入原始的 Excel 或 CSV 文件。',
  file_pdf: () => '这是 PDF，不是表格。请载入原始的 Excel 或 CSV 文件。',
  file_markup: () => '这是网页或 XML 文件，里面没有表格。请载入原始的 Excel 或 CSV 文件。',
  file_truncated: () => '文件不完整，可能没有下载或复制完。请重新获取后再载入。',
  file_encrypted: () => '文件有打开密码。请在 Excel 或 WPS 中输入密码、取消加密后另存，再载入。',
  file_too_large: ({ limit }) => `文件解压后超过 ${limit} MB，已停止读取。请拆分后载入。`,
  file_unreadable: ({ message }) =>
    `文件读取失败：${message}。请在 Excel 或 WPS 中打开并另存为 XLSX 后再载入。`,
  file_no_table: () => '文件里没有找到表格：没有可见的、有内容的工作表。',
  file_rows_disagree: ({ counted, read }) =>
    `两次清点行数不一致（${counted} 行与 ${read} 行），为免漏读，未载入。请在 Excel 或 WPS 中打开并另存为 XLSX 后再载入。`,
  file_quotes_broken: ({ row }) =>
    `第 ${row} 行的引号不成对，文件又太大，无法逐格修复，未载入。请在 Excel 或 WPS 中打开并另存为 XLSX 后再载入。`,
  file_resource_fork: () => '这是 macOS 的附属文件，不含表格，已略过。',
  file_lock: () => '这是 Excel 打开时的临时文件，不含表格，已略过。',
  archive_too_many: ({ limit }) => `压缩包里的文件超过 ${limit} 个，未载入。请只打包表格文件。`,
  archive_no_table: ({ count }) =>
    `压缩包里没有可读取的表格（共 ${count} 个文件）。请解压后选择表格文件载入。`,
  json_malformed: ({ line, column, record }) =>
    `JSON 格式有误：第 ${line} 行第 ${column} 个字符（第 ${record} 条记录）。请核对后重新导出。`,
  json_no_records: () => 'JSON 里没有记录：应为对象或数组的列表。请核对后重新导出。',
  column_unsupported: ({ message }) =>
    `文件使用了不支持的编码或类型（${message}）。请换一种方式导出，如 CSV。`,
  scheme_not_json: ({ message }) => `方案不是有效的 JSON：${message}`,
  scheme_invalid: ({ problems }) => `方案有误：${problems}`,
  scheme_unknown: ({ name, known }) => `没有名为“${name}”的方案。可用的有：${known}。`,
  mapping_invalid: ({ table }) => `列的对应关系指向不存在的表 ${table}。`,
  crosswalk_invalid: ({ path, problems }) =>
    `名册变化文件 ${path} 有误，没有采用：${problems}。请使用“名册变化”中导出的 JSON 文件。`,
  view_unknown: ({ name, known }) => `没有名为“${name}”的视图。可用的有：${known}。`,
  corrections_not_json: ({ message }) =>
    `不是有效的 JSON：${message}。请选择从本页导出的更正文件。`,
  corrections_invalid: ({ path, expected, received }) =>
    `更正文件有误，没有导入：${path} 应为 ${expected}，现为 ${received}。`,
  sheet_unknown: ({ sheet }) => `没有名为 ${sheet} 的工作表，文件可能已移除。`,
  internal: ({ message }) => `程序内部出错：${message}。如反复出现，请重新载入页面。`,
};

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

const changeNames: Record<ChangeKind, string> = {
  renamed: '更名',
  recoded: '代码变更',
  moved: '划转',
  alias: '名称写法',
  merged: '合并',
  split: '拆分',
};

function changeName(kind: string | null): string {
  return (changeNames as Partial<Record<string, string>>)[kind ?? ''] ?? '';
}

const rowRepairs: Partial<Record<string, string>> = {
  separator_extra: '这一行多了一个分隔符，',
  separator_missing: '这一行少了一个分隔符，',
  delimiter: '这一行用了另一种分隔符，',
};

const findings: FindingWords = {
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

const roles: Record<Role, string> = {
  ignore: '不用',
  code: '区划代码',
  district: '区县',
  town: '镇（街道）',
  name: '村（社区）',
  track: '赛道（类别）',
  period: '考核期',
  year: '年度',
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
  languageName: '中文',
  brand: '星旗',
  errors,
  findings,
  changeNames,
  roles,
  schemeProblem: ({ path, kind, found, allowed }: SchemeProblem) => {
    const at = path === '' ? '整个文件' : path;
    if (kind === 'unknown_key') return `${at}：没有这个键。可用的键：${allowed}。`;
    if (kind === 'missing_key') return `${at}：缺少这一项，应为 ${allowed}。`;
    return `${at}：现为 ${found}，应为 ${allowed}。`;
  },
  common: {
    close: '关闭',
    cancel: '取消',
    remove: '移除',
    retry: '重试',
    none: '—',
    all: '全部',
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
    time: (milliseconds: string) => `本页用时 ${milliseconds} ms`,
    failedTitle: '无法启动',
    reload: '重新载入页面',
  },
  data: {
    title: '数据',
    lead: '把各镇街报来的 Excel 或 CSV 拖到这里。文件只在本机读取，不会上传。',
    drop: '拖入文件',
    dropHint:
      'Excel、WPS、CSV、JSON、Parquet 等文件或它们的 ZIP 包，可一次拖入多个；也可以从表格里复制后在此页粘贴（Ctrl+V）。',
    dropNow: '松开即可载入',
    choose: '选择文件',
    paste: '从剪贴板粘贴',
    pasteDenied: '浏览器未允许读取剪贴板。请在此页按 Ctrl+V。',
    pasteEmpty: '剪贴板里没有表格文字。',
    pastedName: (number: number) => `粘贴 ${number}`,
    sampleNote: '现在看到的是示例数据（虚构地名）。载入自己的文件后，示例会自动收起。',
    useSample: '重新载入示例',
    clear: '全部移除',
    undo: '撤销',
    removedNote: (name: string) => `已移除 ${name}`,
    clearedNote: (count: number) => `已移除 ${count} 个文件`,
    sampleRemoved: '示例已收起',
    duplicate: (name: string) => `${name} 已经载入过，内容相同，没有重复载入。`,
    files: '文件',
    schemeLoaded: (title: string) => `已载入方案“${title}”，正在使用。`,
    schemeFailed: (name: string) => `方案 ${name} 未载入：`,
    noFiles: '还没有文件。',
    columns: {
      file: '文件',
      state: '状态',
      tables: '表',
      rows: '行数',
      format: '格式',
      action: '操作',
    },
    states: {
      waiting: '等待',
      reading: '读取中',
      storing: '整理中',
      loaded: '已载入',
      failed: '未载入',
      cancelled: '已取消',
    },
    progress: (name: string) => `${name} 的读取进度`,
    encodingUnclear: (used: string) =>
      `文字的编码不能确定，暂按 ${used} 读取。请看下面几行，选读得通的一种：`,
    readIn: (encoding: string) => `按 ${encoding} 读取`,
    mapping: '列对应关系',
    mappingLead:
      '表头、单位、合计行和每一列的含义自动识别；点“核对”可对照原表查看和修改。列相同的文件共用一份对应，下次载入时沿用。',
    shapeFiles: (count: number) => (count === 1 ? '1 张表' : `${count} 张表共用`),
    shapeRows: (rows: string) => `数据 ${rows} 行`,
    nothingMeant: '没有可用的列',
    check: '核对',
    remembered: '沿用上次的对应',
    resetMapping: '恢复自动对应',
    source: '源列',
    role: '对应为',
    detail: '说明',
    examples: '取值示例',
    indicatorName: '指标名称',
    unit: '单位',
    schemeIndicator: '方案中的指标',
    otherIndicator: '其他指标',
    periodFrom: {
      title: '考核期取自标题',
      sheet: '考核期取自工作表名',
      file: '考核期取自文件名',
      user: '考核期由您填写',
    },
    townFrom: {
      title: '镇（街道）取自标题',
      sheet: '镇（街道）取自工作表名',
      file: '镇（街道）取自文件名',
    },
    periodExample: '如：2023年第一季度',
    periodUnclear: (text: string) => `“${text}”无法识别为考核期，请写成“2023年第一季度”这样。`,
    periodFromColumn: '考核期取自列',
    periodNone: '未找到考核期',
    roster: '名册：仅用于识别村居，不计分',
    notFilled: '空列',
    numbers: (numeric: string, filled: string) => `${filled} 格，其中 ${numeric} 格是数`,
    findings: '核对事项',
    noFindings: '没有发现问题。',
    severities: { error: '需处理', warning: '请核对', note: '说明' },
    findingCount: (count: string) => `共 ${count} 项`,
    moreFindings: (count: string) => `显示其余 ${count} 项`,
  },
  mapping,
  quality,
  roster,
  starBoard: {
    title: '星级榜',
    lead: (year: number) =>
      `${year}年度四个季度得星汇总。名次只在本赛道内产生；缺任一季度的不评级。`,
    rescored: (version: string, periods: string) =>
      `${periods}不在 ${version} 版实施期内，按本版规则重新计算，与当时公布的结果不可直接比较。`,
    unknownScheme: (name: string, used: string) =>
      `这里没有方案“${name}”，现用“${used}”。把该方案的文件拖到页面上即可使用。`,
    partYear: (periods: string) =>
      `目前只有${periods}的数据，全年得星为截至目前的累计，本年度暂不评级。`,
    tracks: '赛道',
    tab: (label: string, count: string) => `${label} ${count}`,
    emptyTitle: '还没有可以评星的数据',
    emptyLead: '载入带有村（社区）、类别和各项得分的季度考评表，这里就会列出星级。',
    toData: '去载入文件',
    missingMeasures: (names: string) =>
      `方案需要的指标还没有找到：${names}。请在“核对”页把对应的列指定为这些指标。`,
    noQuarter: '没有季度数据：请在“核对”页核对考核期。',
    noTrack: '所有村居都没有赛道（类别）。请在名册或考评表中加上“类别”一列。',
    loading: '正在计算星级',
    caption: (year: number, track: string) => `${year}年度星级榜，${track}`,
    figures: {
      levelAndAbove: '三星及以上',
      periodFiveStar: '季度五星（个次）',
      watch: (stars: number) => `点名（全年 ${stars} 星及以下）`,
      unrated: '未评级',
    },
    levels: ['未达星级', '一星', '二星', '三星', '四星', '五星'],
    columns: {
      rank: '名次',
      change: '变动',
      changeLong: '较上年名次变动',
      name: '村居',
      track: '赛道',
      year: '全年',
      level: '年度星级',
      distance: '距离',
      distanceLong: '距上一级还差的星数',
    },
    starsOf: (stars: number) => `${stars} 星`,
    rankUp: (places: number) => `上升 ${places} 名`,
    rankDown: (places: number) => `下降 ${places} 名`,
    rankSame: '名次不变',
    rankNew: '上年无名次',
    noLevel: '未达三星',
    unrated: (missing: number) => `未评级，缺 ${missing} 个季度`,
    toDate: (stars: number) => `已得 ${stars}`,
    atTop: '已达最高',
    toNext: (level: string, stars: number) => `距${level}差 ${stars} 星`,
    quotaFull: (level: string) => `${level}名额已满`,
    badges: { streak: (years: number) => `连续${years}年五星`, watch: '点名' },
    noQuarterStars: '缺',
    more: (count: string) => `显示其余 ${count} 个`,
    incomplete: (count: string, periods: string) =>
      `${count} 个村居缺 ${periods} 数据，本年度不评级，列在各赛道末尾。`,
    distributionText: (track: string, count: string, low: string, high: string) =>
      `${track} ${count} 个村居的全年得星，最低 ${low} 星，最高 ${high} 星。`,
    watchLine: (stars: number) => `点名线 ${stars}`,
    chartFailed: '图未能画出，表格不受影响。',
    lists: {
      fiveStar: '五星级名单',
      watch: '点名名单',
      streak: '连续五星名单',
      empty: '没有。',
      years: (years: number) => `连续 ${years} 年`,
    },
    copy: '复制表格',
    copied: '已复制，可粘贴到 Excel',
    copyFailed: '浏览器未允许写入剪贴板',
    search: '查找村居',
    found: (count: string) => `找到 ${count} 个`,
    notFound: (words: string) => `没有名称含“${words}”的村居。`,
  },
  explanation: {
    title: '说明',
    hint: '选择一个村居，查看得分和星级的依据。',
    rankOf: (rank: number, rated: number) => `第 ${rank} 名 / ${rated}`,
    quarters: '各季度',
    quarterMissing: '缺数据',
    how: '得分构成',
    product: (value: string, weight: string) => `${value} × ${weight}`,
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
    cellBlank: '空',
    noCell: (measure: string) => `${measure}：没有可用的单元格`,
    economy: '集体经济',
    economyLead: (year: number) => `${year}年，单位：万元。`,
    economyMean: (mean: string, denominator: number) => `平均 ${mean}（按 ${denominator} 个村居）`,
    sqlTitle: '计算所用的 SQL',
    sqlLead: '每一步都是一个视图，由方案生成，可以逐一查看。',
    openSql: '查看 SQL',
    copySql: '复制',
  },
};

/** What every language must say. */
export type Messages = typeof zhCN;
