import type { Book } from './book';

/** Several tables on a sheet. */
export const severalTables: readonly Book[] = [
  {
    folder: 'side-by-side',
    file: '2023年一季度得分.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年一季度各村得分|<|<|<|<|<|<
序号|村名|得分||序号|村名|得分
1|青禾村|92||5|听蛙村|84
2|柳塘村|90.5||6|水车村|83
3|石磨村|88||7|竹溪村|80.5
4|稻香村|86||8|苇湾村|77
`,
      },
    ],
  },
  {
    folder: 'side-by-side-different',
    file: '2023年6月红黑榜.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
红榜|<|<||黑榜|<|<
名次|村名|得分||名次|村名|扣分事项数
1|青禾村|96||1|野塘村|7
2|听蛙村|95||2|蒲草村|6
3|竹溪村|93.5||3|渡口村|5
4|柳塘村|93||||
5|石磨村|92||||
`,
      },
    ],
  },
  {
    folder: 'stacked-with-blank',
    file: '2023年第三季度情况.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
表一 得分情况|||
镇|村名|得分|名次
云岭镇|青禾村|91|1
云岭镇|柳塘村|85|3
荷田镇|听蛙村|88|2

表二 问题整改情况|||
村名|问题数|已整改|
青禾村|4|4|
柳塘村|9|6|
听蛙村|5|5|
`,
      },
    ],
  },
  {
    folder: 'stacked-without-blank',
    file: '2023年9月.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|安全|环境|得分
青禾村|45|46|91
柳塘村|40|45|85
石磨村|43|44|87
镇|村数(个)|经营性收入(万元)|经营性收益(万元)
云岭镇|12|830.5|310
荷田镇|9|412|150.2
白鹭街道|7|1203|466
`,
      },
    ],
  },
  {
    folder: 'header-repeated',
    file: '2023年二季度名单.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年二季度得分一览|<|<|<
序号|镇|村名|得分
1|云岭镇|青禾村|92
2|云岭镇|柳塘村|85
3|云岭镇|石磨村|88
序号|镇|村名|得分
4|荷田镇|听蛙村|90
5|荷田镇|水车村|79
6|荷田镇|蒲草村|81
序号|镇|村名|得分
7|白鹭街道|竹溪村|86
`,
      },
    ],
  },
  {
    folder: 'stacked-same-header',
    file: '2023年一季度两镇.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
云岭镇2023年一季度得分|<|<
类别|村名|比红星
一类|青禾村|91
一类|柳塘村|85

荷田镇2023年一季度得分|<|<
类别|村名|比红星
二类|听蛙村|88
二类|青禾村|79
`,
      },
    ],
  },
  {
    folder: 'side-by-side-three',
    file: '2023年3月得分.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|得分||村名|得分||村名|得分
青禾村|92||听蛙村|84||竹溪村|80.5
柳塘村|90.5||水车村|83||苇湾村|77
石磨村|88||蒲草村|82.5|||
`,
      },
    ],
  },
  {
    folder: 'legend-beside',
    file: '2023年4月等次.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇|村名|得分|等次||等次|分数线
云岭镇|青禾村|92|好||好|90
云岭镇|柳塘村|85|较好||较好|80
荷田镇|听蛙村|88|较好||一般|60
荷田镇|水车村|71|一般|||
白鹭街道|竹溪村|95|好|||
`,
      },
    ],
  },
  {
    folder: 'stacked-different-blocks',
    file: '2023年全年汇总.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
表1 各村得分|||
村名|安全|环境|得分
青禾村|45|46|91
柳塘村|40|45|85
听蛙村|44|44|88

表2 最高分|||
村名|得分||
青禾村|91||

表3 奖励|||
村名|奖励金(元)|备注|
青禾村|5000||
听蛙村|3000|分两次发放|
`,
      },
    ],
  },
  {
    folder: 'side-by-side-with-totals',
    file: '2023年2月两镇.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
云岭镇|<|<|||荷田镇|<|<
序号|村名|得分|||序号|村名|得分
1|青禾村|91|||1|听蛙村|88
2|柳塘村|85|||2|水车村|79
3|石磨村|88|||合计||167
合计||264||||
`,
      },
    ],
  },
  {
    folder: 'stacked-towns-with-totals',
    file: '2023年3月两镇.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
云岭镇2023年3月得分|<|<
序号|村名|得分
1|青禾村|91
2|柳塘村|85
3|石磨村|88
合计||264
荷田镇2023年3月得分|<|<
序号|村名|得分
1|听蛙村|88
2|水车村|79
合计||167
`,
      },
    ],
  },
];
