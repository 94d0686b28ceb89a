import type { SheetFormat } from '../model/sheet';

/** Words of exporting tables and figures. */
export const exporting = {
  open: '导出',
  of: (title: string) => `导出${title}`,
  copy: '复制表格',
  formats: {
    xlsx: 'Excel 工作簿（XLSX）',
    csv: 'CSV（UTF-8，可用 Excel 打开）',
    'csv-gb18030': 'CSV（GB18030，供旧系统使用）',
    parquet: 'Parquet',
    json: 'JSON',
  } satisfies Record<SheetFormat, string> as Record<SheetFormat, string>,
  figures: { png: '图片（PNG）', svg: '矢量图（SVG）' },
  working: '正在导出',
  copied: '已复制，可粘贴到 Excel',
  copyFailed: '浏览器未允许写入剪贴板',
  saved: (name: string) => `已导出 ${name}`,
  /** Of a table that filters or a range narrow, in the name of its file. */
  narrowed: (title: string) => `${title}（筛选后）`,
  people: '数据涉及个人，不导出',
  notes: {
    scheme: (title: string, version: string | null) =>
      version === null ? `方案：${title}` : `方案：${title} ${version}`,
    filters: (words: string) => `筛选：${words}`,
    search: (words: string) => `名称含“${words}”`,
    untold: '按名称查找（涉及个人，不写出）',
    date: (day: string) => `导出日期：${day}`,
  },
};
