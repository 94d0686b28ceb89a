import type { AppError, ErrorCode } from '../model/answer';

/** What each error says, and what to do. */
export type ErrorWords = Record<ErrorCode, (detail: AppError['detail']) => string>;

export const errors: ErrorWords = {
  engine_start: ({ message }) =>
    `计算引擎未能启动：${message}。请刷新页面；仍不行时，换用新版 Chrome、Edge 或 Firefox。`,
  engine_lock: ({ probes }) =>
    `引擎的安全锁未生效，已停止启动，没有读取任何文件。未被拒绝的操作：${probes}`,
  engine_lost: () => '计算引擎意外停止，正在重新启动并恢复数据。',
  engine_given_up: ({ deaths }) =>
    `计算引擎连续停止 ${deaths} 次，不再重新启动。请刷新页面后分批载入；载入某个文件就停止的，请将该文件拆分后再载入。`,
  engine_memory: () => '内存不足。请移除暂不需要的文件，或分批载入。',
  query_failed: ({ message }) => `查询出错：${message}`,
  query_not_select: () => '这里只能运行一条 SELECT 查询。',
  query_read_only: () =>
    '这里只读，没有运行。可以查询，也可以在 scratch 里建自己的表和视图：CREATE [OR REPLACE] TABLE scratch.名称 AS SELECT …，用 DROP TABLE scratch.名称 删除。',
  query_parameter: ({ name }) => `参数 $${name} 还没有填。`,
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
  scheme_unfit: ({ problems }) =>
    `数据缺少方案必需的内容，无法计分：\n  ${problems}\n请核对文件的列名，或换用与数据相符的方案。`,
  scheme_unknown: ({ name, known }) => `没有名为“${name}”的方案。可用的有：${known}。`,
  mapping_invalid: ({ table }) => `列的对应关系指向不存在的表 ${table}。`,
  crosswalk_invalid: ({ path, problems }) =>
    `名册变化文件 ${path} 有误，没有采用：${problems}。请使用“名册变化”中导出的 JSON 或 CSV 文件。`,
  view_unknown: ({ name, known }) => `没有名为“${name}”的视图。可用的有：${known}。`,
  corrections_not_json: ({ message }) =>
    `不是有效的 JSON：${message}。请选择从本页导出的更正文件。`,
  corrections_invalid: ({ path, expected, received }) =>
    `更正文件有误，没有导入：${path} 应为 ${expected}，现为 ${received}。`,
  link_damaged: () =>
    '链接不完整或有改动，可能是复制时缺了字符。请向发送人重新索取，完整复制后再打开。没有应用其中任何内容。',
  link_newer: ({ version, known }) =>
    `这个链接由较新的版本生成（第 ${version} 版，本页能读到第 ${known} 版）。请更新本页后再打开。没有应用其中任何内容。`,
  link_too_large: ({ limit }) =>
    `链接超过 ${limit} KB，超出正常链接的大小，已停止读取。没有应用其中任何内容。`,
  link_refused: ({ at }) =>
    at === ''
      ? '链接的内容不是本程序生成的，已拒绝。没有应用其中任何内容。'
      : `链接中有本程序不认识的内容（${at}），已拒绝。没有应用其中任何内容。`,
  export_too_long: ({ limit }) =>
    `行数超过一张工作表的上限 ${limit}，没有导出。请先筛选，或导出为 CSV、Parquet。`,
  export_people: () => '数据涉及个人，没有导出。',
  keep_damaged: ({ name }) =>
    `工作区“${name}”的保存记录已损坏，未作改动。请重新载入原文件，会另存为新的工作区。`,
  keep_newer: ({ name, version }) =>
    `工作区“${name}”由更新的版本（格式 ${version}）保存，未作改动。请刷新页面换用新版后再打开。`,
  keep_full: () =>
    '浏览器的存储空间已满，最近的改动没有保存；上次保存的内容仍在。请删除不用的工作区。',
  keep_failed: ({ message }) => `没有保存到本机：${message}。页面可以继续使用，关闭前请导出。`,
  sheet_unknown: ({ sheet }) => `没有名为 ${sheet} 的工作表，文件可能已移除。`,
  internal: ({ message }) => `程序内部出错：${message}。如反复出现，请重新载入页面。`,
};
