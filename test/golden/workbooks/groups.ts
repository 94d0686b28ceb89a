import type { Book } from './book';

/** Rows and merged cells that hold for the villages below or beside them. */
export const groups: readonly Book[] = [
  {
    folder: 'town-groups',
    file: '2023年四季度通报.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年第四季度各村考评结果|<|<|<
序号|村名|得分|名次
一、云岭镇|||
1|青禾村|92|1
2|柳塘村|85|5
3|石磨村|88.5|3
二、荷田镇|||
4|听蛙村|90|2
5|水车村|79|6
三、白鹭街道|||
6|竹溪村|86|4
`,
      },
    ],
  },
  {
    folder: 'track-groups-merged',
    file: '2023年上半年.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: '排名',
        cells: `
名次|镇(街道)|村(社区)|得分
城市社区类|<|<|<
1|白鹭街道|星汉社区|95
2|望湖街道|澄波社区|93.5
3|白鹭街道|石桥社区|90
农村类|<|<|<
1|云岭镇|青禾村|91
2|荷田镇|听蛙村|88
3|云岭镇|柳塘村|86.5
`,
      },
    ],
  },
  {
    folder: 'town-merged-left',
    file: '2023年一季度红星.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
镇(街道)|村(社区)|比红星|赛擂台
云岭镇|青禾村|91|80
^|柳塘村|85|77
^|石磨村|88|79.5
荷田镇|听蛙村|90|82
^|水车村|79|70
白鹭街道|竹溪村|86|84
`,
      },
    ],
  },
  {
    folder: 'class-and-town-merged-left',
    file: '2023年二季度.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
类别|镇|村名|得分|<
^|^|^|日常|年中
一类|云岭镇|青禾村|40|51
^|^|柳塘村|38|47
^|荷田镇|听蛙村|42|46
二类|白鹭街道|竹溪村|44|40
^|^|杏林村|39|41
^|^|苇湾村|36|43
`,
      },
    ],
  },
  {
    folder: 'clusters-merged-left',
    file: '2023年一季度片区.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
片区|村名|得分|牵头单位
第一片区|青禾村|91|农业站
^|柳塘村|85|^
第二片区|听蛙村|88|文化站
^|水车村|79|^
^|蒲草村|80.5|^
`,
      },
    ],
  },
  {
    folder: 'groups-with-subtotals',
    file: '2023年分红.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
单位|户数(户)|分红(万元)
全区合计|2039|21.1
云岭镇|1077|12.5
青禾村|412|5.2
柳塘村|367|4.3
石磨村|298|3
荷田镇|962|8.6
听蛙村|350|3.1
水车村|612|5.5
`,
      },
    ],
  },
  {
    folder: 'groups-with-counts',
    file: '2023年7月通报.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
序号|村名|得分
云岭镇（3个村）||
1|青禾村|91
2|柳塘村|85
3|石磨村|88
荷田镇（2个村）||
1|听蛙村|90
2|水车村|79
`,
      },
    ],
  },
  {
    folder: 'one-header-a-group',
    file: '2023年10月各镇.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
2023年10月各镇得分|<|<
村名|加分|得分
云岭镇||
青禾村|3|91
柳塘村|0|85
小计|3|176
村名|加分|得分
荷田镇||
听蛙村|2|88
水车村|1|79
小计|3|167
合计|6|343
`,
      },
    ],
  },
  {
    folder: 'groups-by-letter',
    file: '2023年上半年分类.xlsx',
    type: 'xlsx',
    sheets: [
      {
        name: 'Sheet1',
        cells: `
名次|镇|村名|得分
A类村|||
1|云岭镇|青禾村|95
2|荷田镇|听蛙村|93.5
3|云岭镇|柳塘村|90
B类村|||
1|荷田镇|水车村|91
2|云岭镇|石磨村|88
`,
      },
    ],
  },
];
