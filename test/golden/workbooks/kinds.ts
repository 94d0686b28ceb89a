import type { Book } from './book';

/** Kinds of workbook. */
export const kinds: readonly Book[] = [
  {
    folder: 'xls-biff8',
    file: '2021年下半年得分.xls',
    type: 'biff8',
    sheets: [
      {
        name: '得分',
        cells: `
2021年下半年考评得分|<|<|<|<
镇|村名|考评得分|<|名次
^|^|平时|年终|^
云岭镇|青禾村|45|48|1
云岭镇|柳塘村|40|44.5|3
荷田镇|听蛙村|43|47|2
合计||128|139.5|
`,
      },
    ],
  },
  {
    folder: 'xls-biff5',
    file: 'scores 2022Q1.xls',
    type: 'biff5',
    sheets: [
      {
        name: 'Scores',
        cells: `
Code|Town|Name|Score
990101101201|Yunling|Qinghe|91
990101101202|Yunling|Liutang|85.5
990101102201|Hetian|Tingwa|88
`,
      },
    ],
  },
  {
    folder: 'xlsb',
    file: '2022年二季度.xlsb',
    type: 'xlsb',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2022年第二季度比红星得分|<|<|<
类别|镇|村名|比红星
一类|云岭镇|青禾村|91
一类|云岭镇|柳塘村|85
二类|荷田镇|听蛙村|88.5
`,
      },
    ],
  },
  {
    folder: 'ods',
    file: '2022年三季度.ods',
    type: 'ods',
    sheets: [
      {
        name: '三季度',
        cells: `
类别|镇|村名|得分|<
^|^|^|比红星|赛擂台
一类|云岭镇|青禾村|91|80
一类|云岭镇|柳塘村|85|79.5
二类|荷田镇|听蛙村|88.5|70
`,
      },
    ],
  },
  {
    folder: 'csv-that-is-xlsx',
    file: '2023年一季度.csv',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇|村名|得分
云岭镇|青禾村|90
荷田镇|听蛙村|88
`,
      },
    ],
  },
  {
    folder: 'xls-hidden-sheet',
    file: '2021年一季度.xls',
    type: 'biff8',
    sheets: [
      {
        name: '结果',
        cells: `
镇|村名|得分
云岭镇|青禾村|90
云岭镇|柳塘村|85
荷田镇|听蛙村|88
`,
      },
      {
        name: '旧数据',
        cells: `
镇|村名|得分
云岭镇|青禾村|1
`,
        hidden: true,
      },
    ],
  },
];
