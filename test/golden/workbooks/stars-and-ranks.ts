import type { Book } from './book';

/** Stars as marks, and ranks right and wrong. */
export const starsAndRanks: readonly Book[] = [
  {
    folder: 'star-cells',
    file: '2023年五星支部.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
序号|类别|乡镇|村名|支部过硬星|产业兴旺星|生态宜居星|平安法治星|文明幸福星|星数|上年星级|一票否决情形
1|精品|云岭镇|青禾村|√|√|√|√|√|5|四星|无
2|重点|云岭镇|柳塘村|√||√|√||3|三星|无
3|重点|荷田镇|听蛙村|√|×|√|√|√|4|三星|无
4|整洁|荷田镇|水车村|×|×|√|×|×|1|无|信访问题
`,
      },
    ],
  },
  {
    folder: 'stars-counted',
    file: '2023年一季度得星.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村(居)|比红星|红旗星数
一类|云岭镇|青禾村|91|★★★★★
一类|云岭镇|柳塘村|85|★★★☆☆
一类|荷田镇|听蛙村|88|★★★★
一类|荷田镇|水车村|60|☆☆☆☆☆
`,
      },
    ],
  },
  {
    folder: 'ranks-in-words',
    file: '2023年12月排名.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
名次|村(居)|本月各级暗访情况|考评成绩|奖励金(元)
第一名|青禾村|无问题|96|5000
第二名|听蛙村|市级1处|94|3000
第二名|竹溪村|县级2处|94|3000
第四名|柳塘村|镇级3处|90|1000
第五名|石磨村|无问题|88.5|0
`,
      },
    ],
  },
  {
    folder: 'rank-tie-split',
    file: '2023年二季度排名.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
名次|镇|村名|得分
6|云岭镇|青禾村|89
7|云岭镇|柳塘村|88.5
8|荷田镇|听蛙村|87
9|荷田镇|水车村|87
10|白鹭街道|竹溪村|85
11|白鹭街道|杏林村|80
`,
      },
    ],
  },
  {
    folder: 'rank-wrong',
    file: '2023年四季度排名.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|得分|名次
青禾村|96|1
柳塘村|91|3
石磨村|88|2
稻香村|85|4
菱角村|82|5
麦浪村|80|6
`,
      },
    ],
  },
  {
    folder: 'rank-with-ties-in-words',
    file: '2023年8月排名.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|得分|排名
青禾村|96|第1
听蛙村|94|并列第2
竹溪村|94|并列第2
柳塘村|90|第4
石磨村|88.5|第5
`,
      },
    ],
  },
  {
    folder: 'rank-shared',
    file: '2023年5月排名.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
村名|得分|名次
青禾村|96|1
柳塘村|91|2
石磨村|90|2
稻香村|85|4
菱角村|82|5
麦浪村|80|6
`,
      },
    ],
  },
];
