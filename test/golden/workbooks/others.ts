import type { Book } from './book';

/** English sheets, and odd ones. */
export const others: readonly Book[] = [
  {
    folder: 'english-merged',
    file: 'spending.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Spending',
        cells: `
Public works by region, 2022|<|<|<|<|<
Region|Project|Budget|<|Actual|<
^|^|Labour|Material|Labour|Material
North|Bridge|120|340|131|352
North|Road|80|150|78|149
North|Subtotal|200|490|209|501
South|School|60|95|61|99
South|Clinic|75|110|70|118
South|Subtotal|135|205|131|217
Total||335|695|340|718
Note: figures in thousands.|<|<|<|<|<
Source: annual accounts.|<|<|<|<|<
`,
      },
    ],
  },
  {
    folder: 'english-groups',
    file: 'enrolment.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: '2021-22',
        cells: `
Table 3. Enrolment by school type
School|Boys|Girls|All pupils
Primary|||
Hillside|212|198|410
Lakeview|145|160|305
Secondary|||
Northgate|510|498|1008
Easton|388|402|790
Grand total|1255|1258|2513
Note: Excludes part-time pupils.|||
`,
      },
    ],
  },
  {
    folder: 'empty-cells-in-header',
    file: '2023年二季度无名列.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇|村名||得分
云岭镇|青禾村|A01|90
云岭镇|柳塘村|A02|85
荷田镇|听蛙村|B07|88
`,
      },
    ],
  },
  {
    folder: 'duplicate-names',
    file: '2023年三季度重名.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|得分|备注|得分|备注
青禾村|90||91|复核
柳塘村|85|缺材料|85|
听蛙村|88||89|复核
`,
      },
    ],
  },
  {
    folder: 'only-header',
    file: '2023年四季度空表.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
序号|镇|村名|比红星|赛擂台|访群众
`,
      },
    ],
  },
  {
    folder: 'traditional',
    file: '2023年一季度名單.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
鎮|村(社區)|得分
雲嶺鎮|青禾村|90
雲嶺鎮|柳塘村|85
荷田鎮|聽蛙村|88
`,
      },
    ],
  },
  {
    folder: 'unit-in-title',
    file: '2023年年度收入.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年村集体收入一览表（单位：万元）|<|<|<
类别|镇|村名|经营性收入
一类|云岭镇|青禾村|52
一类|荷田镇|听蛙村|9.8
`,
      },
    ],
  },
  {
    folder: 'count-in-title',
    file: '点名.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年三季度被点名的6个村名单|<|<
序号|镇|村名
1|云岭镇|青禾村
2|云岭镇|柳塘村
3|荷田镇|听蛙村
4|荷田镇|水车村
5|白鹭街道|苇湾村
`,
      },
    ],
  },
  {
    folder: 'english-regions',
    file: 'table 4.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Table 4',
        cells: `
Table 4. Households served, by region|<|<|<
(thousands)|<|<|<
Region|2020|2021|2022
All regions|1010|1040|1075
Coast 1/|310|322|331
Highlands|280|281|290
Plains|420|437|454
1/ Includes the islands.|||
Source: Annual survey.|||
`,
      },
    ],
  },
  {
    folder: 'english-unit-line',
    file: 'budget 2022.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Budget',
        cells: `
Village budgets 2022|<|<
||Unit: $m
Area|Plan|Outcome
North|12.5|12.1
South|8.2|9
West|4.3|4.4
Total (3 areas)|25|25.5
`,
      },
    ],
  },
];
