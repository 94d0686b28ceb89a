import type { Book } from './book';

/** Dates, codes and number formats. */
export const formats: readonly Book[] = [
  {
    folder: 'dates',
    file: '2023年项目开工.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|项目|开工日期|竣工日期
青禾村|文化广场|45021|2023年10月8日
柳塘村|道路硬化|45078|2023/11/2
听蛙村|污水管网|44986|未竣工
`,
        formats: { 'C2:C4': 'yyyy/m/d' },
      },
    ],
  },
  {
    folder: 'dates-1904',
    file: '2023年项目验收.xlsx',
    type: 'xlsx',
    date1904: true,
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|项目|验收日期
青禾村|文化广场|43559
柳塘村|道路硬化|43616
听蛙村|污水管网|43524
`,
        formats: { 'C2:C4': 'yyyy-mm-dd' },
      },
    ],
  },
  {
    folder: 'number-formats',
    file: '2023年5月满意度.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇|村名|满意度|得分|经营性收入(元)
云岭镇|青禾村|0.951|88.456|1234567.5
云岭镇|柳塘村|0.9|90|98000
荷田镇|听蛙村|1|79.5|0
`,
        formats: { 'C2:C4': '0%', 'D2:D4': '0', 'E2:E4': '#,##0' },
      },
    ],
  },
  {
    folder: 'formula-error',
    file: '2023年5月完成率.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇|村名|计划数|完成数|完成率
云岭镇|青禾村|10|8|0.8
云岭镇|柳塘村|0|0|#DIV/0!
荷田镇|听蛙村|20|19|0.95
`,
      },
    ],
  },
  {
    folder: 'codes',
    file: '村居名册.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
统计用区划代码|类别|镇|村名|组织编号|统一社会信用代码|户编号
'990101101201|一类|云岭镇|青禾村|'007|'N3990101000000001X|7
990101101202|一类|云岭镇|柳塘村|'012|'123456789012345678|12
'990101102201|二类|荷田镇|听蛙村|'100|'123456789012345679|130
'3.40207E+11|二类|荷田镇|水车村|'1E10|'123456789012345680|8
`,
        formats: { 'G2:G5': '00000' },
      },
    ],
  },
  {
    folder: 'code-short',
    file: '村居代码.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
统计用区划代码|类别|镇|村名
'990101101201|一类|云岭镇|青禾村
'990101101202|一类|云岭镇|柳塘村
'99010110220|二类|荷田镇|听蛙村
'990101102498|二类|荷田镇|开发区虚拟村
`,
      },
    ],
  },
];
