import type { Book } from './book';

/** Notes and signatures below the data. */
export const notes: readonly Book[] = [
  {
    folder: 'notes-and-signatures',
    file: '2023年报表.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年村级组织活动场所统计表|<|<|<
序号|村名|面积(平方米)|建成年份
1|青禾村|620|2018
2|柳塘村|480|2015
3|石磨村|350|2009
4|渡口村|555|2020
合计||2005|
注：1. 面积按建筑面积填报。|<|<|<
2. 建成年份以竣工验收为准。|<|<|<

填表人：某某|审核人：某某|联系电话：0000-1234567|
`,
      },
    ],
  },
  {
    folder: 'total-with-count',
    file: '2023年收入汇总.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
序号|村名|经营性收入(万元)|经营性收益(万元)
1|青禾村|52.4|20.1
2|柳塘村|18.6|7.2
3|听蛙村|9.8|2.2
总计（3个村）||80.8|29.5
单位负责人：|填表人：|填表日期：2024年1月5日|
`,
      },
    ],
  },
];
