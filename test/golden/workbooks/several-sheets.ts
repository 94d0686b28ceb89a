import type { Book } from './book';

/** Several sheets, hidden ones, sheets without a table, and tables that stand apart. */
export const severalSheets: readonly Book[] = [
  {
    folder: 'sheet-per-quarter',
    file: '2023年比红星.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: '一季度',
        cells: `
类别|镇|村名|比红星
一类|云岭镇|青禾村|90
二类|荷田镇|听蛙村|80
`,
      },
      {
        name: '二季度',
        cells: `
类别|镇|村名|比红星
一类|云岭镇|青禾村|91
二类|荷田镇|听蛙村|82.5
`,
      },
      {
        name: '第三季度',
        cells: `
类别|镇|村名|比红星
二类|荷田镇|听蛙村|84
一类|云岭镇|青禾村|88
`,
      },
      {
        name: '四季度',
        cells: `
类别|镇|村名|比红星
一类|云岭镇|青禾村|95
二类|荷田镇|听蛙村|缺考
`,
      },
    ],
  },
  {
    folder: 'sheet-per-town',
    file: '2023年1月考评.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: '云岭镇',
        cells: `
类别|村名|得分
一类|青禾村|90
一类|柳塘村|85
`,
      },
      {
        name: '荷田镇',
        cells: `
类别|村名|得分
二类|青禾村|70
二类|听蛙村|88
`,
      },
    ],
  },
  {
    folder: 'hidden-sheet',
    file: '2024年一季度结果.xlsx',
    type: 'xlsx',
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
        name: '草稿',
        cells: `
镇|村名|得分
云岭镇|青禾村|70
云岭镇|柳塘村|60
`,
        hidden: true,
      },
    ],
  },
  {
    folder: 'hidden-rows',
    file: '2023年11月考评.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
序号|村名|扣分|得分
1|青禾村|2|98
2|柳塘村|30|70
3|石磨村|5|95
4|稻香村|0|100
5|听蛙村|9|91
`,
        hiddenRows: [3, 5],
      },
    ],
  },
  {
    folder: 'prose-sheet',
    file: '2023年三季度报送.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: '填报说明',
        cells: `
填报说明
一、本表由各镇（街道）于季后五日内报送，逾期不予受理。
二、得分保留两位小数，缺考的村填写“缺考”。
三、联系人：区考评办，电话见通讯录。
`,
      },
      {
        name: '数据',
        cells: `
镇(街道)|村(社区)|得分
云岭镇|青禾村|90
云岭镇|柳塘村|缺考
荷田镇|听蛙村|88.25
`,
      },
    ],
  },
  {
    folder: 'empty-sheets',
    file: '2023年二季度空表.xlsx',
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
      {
        name: 'Sheet2',
        cells: '',
      },
      {
        name: 'Sheet3',
        cells: '',
      },
    ],
  },
  {
    folder: 'blank-rows-and-columns',
    file: '2023年8月.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇|村名||环境|安全|得分
云岭镇|青禾村||45|46|91
云岭镇|柳塘村||40|45|85

荷田镇|听蛙村||44|44|88
荷田镇|水车村||39|40|79


白鹭街道|竹溪村||43|43|86
`,
      },
    ],
  },
  {
    folder: 'offset-table',
    file: '2023年7月考评.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `


||2023年7月得分|<|<
||镇|村名|得分
||云岭镇|青禾村|91
||云岭镇|柳塘村|85
||荷田镇|听蛙村|88
||合计||264
`,
      },
    ],
  },
];
