import type { Book } from './book';

/** Figures and names as offices write them. */
export const values: readonly Book[] = [
  {
    folder: 'values-mixed',
    file: '2023年一季度数据.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|满意度(%)|走访户数|化解纠纷
一类|云岭镇|青禾村|95.1%|'1,234|90余
一类|云岭镇|柳塘村|'92.5|约300|12
一类|荷田镇|听蛙村|'８８．５|'３４|近20
一类|荷田镇|水车村|'90|不足50|30多
一类|荷田镇|蒲草村|'100|1200户以上|（3）
`,
      },
    ],
  },
  {
    folder: 'money-mixed',
    file: '2023年收益.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|经营性收入(元)|经营性收益(万元)
一类|云岭镇|青禾村|12万余|3.5
一类|云岭镇|柳塘村|'1,234,500.5|（12）
一类|荷田镇|听蛙村|1.2亿|'1,050.25
一类|荷田镇|水车村|约100万|—
`,
      },
    ],
  },
  {
    folder: 'missing-marks',
    file: '2023年三季度缺考.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|比红星|赛擂台
一类|云岭镇|青禾村|90|—
一类|云岭镇|柳塘村|缺考|80
一类|荷田镇|听蛙村|0|/
一类|荷田镇|水车村||无
一类|荷田镇|蒲草村|71|75.5
`,
      },
    ],
  },
  {
    folder: 'value-unreadable',
    file: '2023年三季度成绩.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|比红星
一类|云岭镇|青禾村|90
一类|云岭镇|柳塘村|待核实
一类|荷田镇|听蛙村|85或86
一类|荷田镇|水车村|77
`,
      },
    ],
  },
  {
    folder: 'names-with-blanks',
    file: '2023年三季度对照.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: '一',
        cells: `
类别|镇|村名|比红星
一类|云岭镇|青␠禾␠村|91
一类|云岭镇|三棵柳村|85
`,
      },
      {
        name: '二',
        cells: `
类别|镇|村名|赛擂台
一类|云岭镇|青禾村|80
一类|云岭镇|三棵柳村|78
`,
      },
    ],
  },
  {
    folder: 'damaged-names',
    file: '2023年四季度损坏.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|比红星
一类|云岭镇|青禾村|91
一类|云岭镇|柳?村|85
二类|荷田镇|听蛙村|88
`,
      },
    ],
  },
  {
    folder: 'few-rows-many-marks',
    file: '2023年二季度缺考.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|比红星|赛擂台|访群众
一类|云岭镇|青禾村|90|—|缺考
一类|云岭镇|柳塘村|缺考|—|/
二类|荷田镇|听蛙村|—|71|无
`,
      },
    ],
  },
  {
    folder: 'grades-only',
    file: '2023年度等次.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年度村党组织书记述职评议等次|<|<
镇|村名|综合评价等次
云岭镇|青禾村|好
云岭镇|柳塘村|较好
荷田镇|听蛙村|好
荷田镇|水车村|一般
`,
      },
    ],
  },
  {
    folder: 'numbers-as-text',
    file: '2023年3月文本.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
序号|类别|镇|村名|比红星|赛擂台
'1|一类|云岭镇|青禾村|'90.5|'88
'2|一类|云岭镇|柳塘村|'85|'79.0
'3|二类|荷田镇|听蛙村|'100|'60
`,
      },
    ],
  },
  {
    folder: 'units-in-cells',
    file: '2023年6月走访.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|得分|走访户数
一类|云岭镇|青禾村|90分|412户
一类|云岭镇|柳塘村|85.5分|30余户
二类|荷田镇|听蛙村|79分|298户
`,
      },
    ],
  },
  {
    folder: 'words-among-scores',
    file: '2023年10月进度.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇|村名|项目|得分
云岭镇|青禾村|文化广场|合格
云岭镇|柳塘村|道路硬化|85
荷田镇|听蛙村|污水管网|待定
荷田镇|水车村|路灯亮化|90
`,
      },
    ],
  },
  {
    folder: 'words-in-long-list',
    file: '2023年11月进度.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|比红星
一类|云岭镇|青禾村|90
一类|云岭镇|柳塘村|待核实
二类|荷田镇|听蛙村|复核中
二类|荷田镇|水车村|77
一类|云岭镇|石磨村|91
一类|云岭镇|稻香村|84.5
一类|云岭镇|菱角村|92
二类|荷田镇|蒲草村|80
二类|荷田镇|芙蓉村|78
`,
      },
    ],
  },
];
