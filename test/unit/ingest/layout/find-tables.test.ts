import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTables } from '../../../../src/ingest/layout/find-tables';
import { kinds, sheet } from './sheet';

/** The tables of a drawn sheet: what each row is to each. */
function found(drawn: string, options?: Parameters<typeof sheet>[1]): string[] {
  const cells = sheet(drawn, options);
  return findTables(cells).map((table) => kinds(cells, table));
}

test('title, unit, merged header of two rows, total and notes around the data', () => {
  const drawn = `
星河区2023年村级集体经济情况表||||||
填报单位：云溪镇|||填报时间：2023年12月||||
单位：万元||||||
序号|村名|经营性收入|||经营性收益|备注
||发包|租赁|投资||
1|青禾村|10.5|20|3|12|
2|松岗村|11.5|21|4|13|
合计||22|41|7|25|
注：数据截至年底。||||||
填表人：某某|||审核：某某|||`;
  expect(found(drawn, { merged: ['A1:G1', 'C4:E4', 'A4:A5', 'B4:B5'] })).toEqual([
    '1 title, 2 title, 3 unit, 4 header, 5 header, 6 data, 7 data, 8 total, 9 note, 10 note',
  ]);
});

test('towns as rows of groups, a subtotal after each and the total of all at the end', () => {
  const drawn = `
序号|村(居)|一季度|二季度|合计
一、云溪镇||||
1|青禾村|90|91|181
2|松岗村|80|85|165
小计||170|176|346
二、星桥镇||||
1|白石村|70|75|145
2|柳湾村|60|65|125
小计||130|140|270
合计||300|316|616`;
  expect(found(drawn)).toEqual([
    '1 header, 2 group, 3 data, 4 data, 5 total, 6 group, 7 data, 8 data, 9 total, 10 total',
  ]);
});

test('the words of a group are kept, for they hold for the rows below', () => {
  const [table] = findTables(sheet('序号|村名|得分\n一、云溪镇||\n1|青禾村|9\n2|松岗村|8'));
  expect(table?.marked).toEqual([{ row: 2, kind: 'group', text: '一、云溪镇' }]);
});

test('a total that stands first, under the header', () => {
  expect(found('村名|得分|收入\n合计|270|66\n青禾村|90|11\n松岗村|80|22\n白石村|100|33')).toEqual([
    '1 header, 2 total, 3 data, 4 data, 5 data',
  ]);
});

test('rows that name no village and hold the sum of those below are totals by their numbers', () => {
  const [table] = findTables(
    sheet(`
镇|村|收入|支出
云溪镇||3305.5|1210.2
|青禾村|1200.5|400.1
|松岗村|2105|810.1
星桥镇||5411.7|2002.4
|白石村|3111.7|1001.1
|柳湾村|2300|1001.3`),
  );
  expect(table?.marked).toEqual([
    { row: 2, kind: 'total', by: 'sum' },
    { row: 5, kind: 'total', by: 'sum' },
  ]);
});

test('the word of a subtotal may stand behind the name of its town', () => {
  const drawn = `
镇|村名|收入
云溪镇|青禾村|30.5
云溪镇|松岗村|20
云溪镇|小计|50.5
星桥镇|白石村|11
星桥镇|小计|11
合计||61.5`;
  expect(found(drawn)).toEqual(['1 header, 2 data, 3 data, 4 total, 5 data, 6 total, 7 total']);
});

test('Total behind a name is a kind of thing like others', () => {
  expect(found('Trade|Tax|Shops\nRetail|Total|474\nRetail|Exempt|62\nCameras|Total|31')).toEqual([
    '1 header, 2 data, 3 data, 4 data',
  ]);
});

test('a total may count what it is of', () => {
  expect(found('序号|村名|收入\n1|青禾村|52.4\n2|松岗村|18.6\n总计（2个村）||71')).toEqual([
    '1 header, 2 data, 3 data, 4 total',
  ]);
});

const nested = `
单位|户数|分红(万元)
云溪镇|1077|12.5
青禾村|412|5.2
松岗村|367|4.3
白石村|298|3
星桥镇|962|8.6
柳湾村|350|3.1
莲塘村|612|5.5`;

test('towns over their villages are totals where their figures are the sums all through the table', () => {
  expect(found(nested)).toEqual([
    '1 header, 2 total, 3 data, 4 data, 5 data, 6 total, 7 data, 8 data',
  ]);
});

test('rows with codes of their own are data, also where some are the sums of others', () => {
  const coded = nested
    .trim()
    .split('\n')
    .map((line, index) => (index === 0 ? `代码|${line}` : `4050${index}|${line}`))
    .join('\n');
  expect(found(coded)).toEqual([
    '1 header, 2 data, 3 data, 4 data, 5 data, 6 data, 7 data, 8 data',
  ]);
});

test('labels alone, of which the first stands under the header, are groups', () => {
  const drawn = `
School|Boys|Girls
Primary||
Hillside|212|198
Lakeview|145|160
Secondary||
Northgate|510|498
Easton|388|402`;
  expect(found(drawn)).toEqual(['1 header, 2 group, 3 data, 4 data, 5 group, 6 data, 7 data']);
});

test('a label without the code and the figures that all others have is a group after a total', () => {
  const drawn = `
Code|School|Boys|Girls|Staff
12|Hillside|212|198|11
13|Lakeview|145|160|9
14|Eastwick|245|161|12
|District total|602|519|32
|Charter school|||
81|Northgate|510|498|31
82|Easton|388|402|20
83|Weston|318|432|20`;
  expect(found(drawn)).toEqual([
    '1 header, 2 data, 3 data, 4 data, 5 total, 6 group, 7 data, 8 data, 9 data',
  ]);
});

test('one of a list of names that has no figures is data', () => {
  const drawn = `
Code|School|Boys|Girls|Staff
12|Alder|212|198|11
13|Birch|145|160|9
|Cedar|||
81|Dale|510|498|31
82|Elm|388|402|20`;
  expect(found(drawn)).toEqual(['1 header, 2 data, 3 data, 4 data, 5 data, 6 data']);
});

test('a group may count its members', () => {
  expect(found('序号|村名|得分\n云溪镇（2个村）||\n1|青禾村|91\n2|松岗村|85')).toEqual([
    '1 header, 2 group, 3 data, 4 data',
  ]);
});

test('a cell that goes on in the rows below it makes data of them', () => {
  const drawn = `
First|Last|Field|Values
1|9|Class|1=North
|||2=South
|||3=West
|||blank=unknown
10|14|Filler|
15|22|Name|letters
23|23|Level|1=low
|||2=high`;
  expect(found(drawn)).toEqual([
    '1 header, 2 data, 3 data, 4 data, 5 data, 6 data, 7 data, 8 data, 9 data',
  ]);
});

test('years under a header of their own name its parts', () => {
  const drawn =
    '村名|户数||收入|\n|2021|2022|2021|2022\n青禾村|210|214|18.5|19.2\n松岗村|165|163|12|12.8';
  expect(found(drawn)).toEqual(['1 header, 2 header, 3 data, 4 data']);
});

test('words among figures make no header of a row whose other words come back', () => {
  const drawn =
    '类别|镇|村名|得分\n一类|云溪镇|青禾村|90\n一类|云溪镇|松岗村|待核实\n一类|星桥镇|白石村|77';
  expect(found(drawn)).toEqual(['1 header, 2 data, 3 data, 4 data']);
});

test('lines in a few cells, under a blank row below the table, are notes', () => {
  const drawn = `
Name|City|Assets|Capital|Excess|Net
Alder|Hill|5120|310|44|12
Birch|Lake|6120|410|54|13
Cedar|Dale|7120|510|64|14
Totals||18360|1230|162|39

Additions|0||||

Deletions|2||||`;
  expect(found(drawn)).toEqual(['1 header, 2 data, 3 data, 4 data, 5 total, 7 note, 9 note']);
});

test('labels and their values above a wider table are titles of it', () => {
  const drawn = `
Year:|2012-13|File:|Results||
Name|Code|Kind|Message|Tier|Date
STATUS|E10|Error|No status|1|2012-12-14
STATUS|E11|Error|No level|1|2012-12-14`;
  expect(found(drawn)).toEqual(['1 title, 2 header, 3 data, 4 data']);
});

test('labels and their values with nothing else are a table', () => {
  expect(found('Name:|Alder\nAge:|30\nCity:|Hill')).toEqual(['1 header, 2 data, 3 data']);
});

test('villages without figures are data, also the last one', () => {
  expect(found('村名|得分|名次|备注\n青禾村|90|1|\n松岗村|||\n白石村|70|3|\n柳湾村|||')).toEqual([
    '1 header, 2 data, 3 data, 4 data, 5 data',
  ]);
});

test('a header written again further down is no data', () => {
  expect(
    found('村名|得分|名次\n青禾村|90|1\n松岗村|80|2\n村名|得分|名次\n白石村|70|3\n柳湾村|60|4'),
  ).toEqual(['1 header, 2 data, 3 data, 4 header, 5 data, 6 data']);
});

test('the title and header of a printed page, written again, part no table', () => {
  const page = (a: string, b: string) => `考评表|||\n序号|村名|得分|名次\n${a}\n${b}`;
  const drawn = `${page('1|青禾村|90|1', '2|松岗村|80|2')}\n${page('3|白石村|70|3', '4|柳湾村|60|4')}`;
  expect(found(drawn)).toEqual([
    '1 title, 2 header, 3 data, 4 data, 5 title, 6 header, 7 data, 8 data',
  ]);
});

test('tables one below the other, each with its title', () => {
  const drawn = `
表一 各村得分|||
序号|村名|得分|
1|青禾村|90|
2|松岗村|80|

表二 各镇奖励|||
镇|村数|奖励金(元)|人均
云溪镇|12|3000|250
星桥镇|10|2000|200`;
  expect(found(drawn)).toEqual([
    '1 title, 2 header, 3 data, 4 data',
    '6 title, 7 header, 8 data, 9 data',
  ]);
});

test('tables one below the other with nothing between them', () => {
  expect(
    found('村名|得分|\n青禾村|90|\n松岗村|80|\n镇|村数|奖励\n云溪镇|12|300\n星桥镇|10|200'),
  ).toEqual(['1 header, 2 data, 3 data', '4 header, 5 data, 6 data']);
});

test('tables of the same header under titles of their own', () => {
  expect(
    found(
      '云溪镇得分||\n类别|村名|得分\n一类|青禾村|91\n\n星桥镇得分||\n类别|村名|得分\n二类|白石村|88',
    ),
  ).toEqual(['1 title, 2 header, 3 data', '5 title, 6 header, 7 data']);
});

test('a line that ends in a colon is the title of the table below', () => {
  expect(
    found(
      '镇|村名|得分\n云溪镇|青禾村|90\n星桥镇|白石村|79\n奖励情况：||\n\n村名|奖励金(元)|\n青禾村|5,000|',
    ),
  ).toEqual(['1 header, 2 data, 3 data', '4 title, 6 header, 7 data']);
});

test('a narrower table of figures right under one with words', () => {
  const words = Array.from({ length: 20 }, (_, row) => `K${row}|word ${row}|lamp|${row}|fits`);
  const figures = Array.from({ length: 6 }, (_, row) => `${row}10|${row}11|${row}12||`);
  const drawn = ['id|about|kind|count|note', ...words, 'Item 1|Item 2|Item 3||', ...figures];
  const tables = findTables(sheet(drawn.join('\n')));
  expect(tables.map(({ header, body }) => [header, body])).toEqual([
    [[1], { first: 2, last: 21 }],
    [[22], { first: 23, last: 28 }],
  ]);
});

test('blocks side by side with titles of their own', () => {
  const cells = sheet(`
红榜||||黑榜||
名次|村名|得分||名次|村名|扣分项
1|青禾村|96||1|白石村|7
2|松岗村|95||2|柳湾村|6
3|莲塘村|94||||
4|竹溪村|93||||`);
  expect(findTables(cells).map((table) => kinds(cells, table))).toEqual([
    '1 title, 2 header, 3 data, 4 data, 5 data, 6 data',
    '1 title, 2 header, 3 data, 4 data',
  ]);
});

test('blocks side by side under one header written twice, with the title over both', () => {
  const cells = sheet(`
排名表||||||
序号|村名|得分||序号|村名|得分
1|青禾村|90||3|柳湾村|60
2|松岗村|80|||`);
  const tables = findTables(cells);
  expect(tables.map(({ columns }) => columns)).toEqual([
    { first: 1, last: 3 },
    { first: 5, last: 7 },
  ]);
  expect(tables.map((table) => kinds(cells, table))).toEqual([
    '1 title, 2 header, 3 data, 4 data',
    '1 title, 2 header, 3 data',
  ]);
});

test('two different tables side by side, a blank column between them', () => {
  const cells = sheet(`
序号|村名|得分||等次|个数
1|青禾村|90||五星|2
2|松岗村|80||四星|1
3|白石村|70|||
4|柳湾村|60|||`);
  expect(findTables(cells).map(({ columns, body }) => [columns, body])).toEqual([
    [
      { first: 1, last: 3 },
      { first: 2, last: 5 },
    ],
    [
      { first: 5, last: 6 },
      { first: 2, last: 3 },
    ],
  ]);
});

test('a blank column within a table, and headers that repeat under years, part nothing', () => {
  const drawn = `
指标|2022年|||2023年|
|得分|名次||得分|名次
青禾村|90|1||91|2
松岗村|80|2||92|1
白石村|70|3||71|3`;
  expect(found(drawn)).toEqual(['1 header, 2 header, 3 data, 4 data, 5 data']);
});

test('a row that counts the columns, under the header', () => {
  expect(
    found('村名|收入|支出|结余\n甲|1|2|3=1-2\n青禾村|10|4|6\n松岗村|12|5|7\n白石村|13|5|8'),
  ).toEqual(['1 header, 2 numbering, 3 data, 4 data, 5 data']);
});

test('a row of codes that count the columns, those of sums apart', () => {
  const drawn = `
产出|代码|农业|林业|渔业|牧业|合计
代码||01|02|03|04|TI
农业|01|10|20|30|40|100
林业|02|11|21|31|41|104
渔业|03|12|22|32|42|108`;
  expect(found(drawn)).toEqual(['1 header, 2 numbering, 3 data, 4 data, 5 data']);
});

test('a row of units under the header', () => {
  expect(found('村名|收入|人口|面积\n|万元|人|亩\n青禾村|10|400|60\n松岗村|12|500|70')).toEqual([
    '1 header, 2 unit, 3 data, 4 data',
  ]);
});

test('a row of units behind the word for them', () => {
  expect(found('指标|收入|人口\n单位|万元|人\n2021|10.5|400\n2022|12.1|500')).toEqual([
    '1 header, 2 unit, 3 data, 4 data',
  ]);
});

test('blank rows inside a table part nothing', () => {
  expect(found('村名|得分|名次\n\n青禾村|90|1\n\n松岗村|80|2\n\n白石村|70|3')).toEqual([
    '1 header, 3 data, 5 data, 7 data',
  ]);
});

test('hidden rows are neither data nor part of the sums', () => {
  expect(found('村名|得分\n青禾村|90\n松岗村|80\n合计|90', { hidden: [3] })).toEqual([
    '1 header, 2 data, 3 hidden, 4 total',
  ]);
});

test('a header alone is an empty table', () => {
  const [table] = findTables(sheet('a|b|c'));
  expect(table).toMatchObject({ header: [1], body: { first: 2, last: 1 }, marked: [] });
});

test.each([
  ['numbers', '1|2|3\n4|5|9\n7|8|15'],
  ['codes, names and dates', '34|青禾村|2023-01-02\n35|松岗村|2023-01-03\n36|白石村|2023-01-04'],
  ['one column of numbers', '1\n2\n3'],
])('a file without a header: %s', (_, drawn) => {
  const tables = findTables(sheet(drawn));
  expect(tables).toMatchObject([{ header: [], body: { first: 1, last: 3 }, marked: [] }]);
});

test.each([
  ['words', '姓名|镇|类别|等次\n青禾村|云溪镇|城区|好\n松岗村|云溪镇|农区|较好'],
  ['one row of data that counts', 'a|b|c\n1|2|3'],
  ['a column of words', '村名\n青禾村\n松岗村'],
  ['words with blanks', '村名|问题|措施\n青禾村||立行立改\n松岗村|公开不及时|\n白石村||按月公开'],
  ['times', 'start|time\n2020-01-01T15:00:00|15:00:00\n2020-01-01T15:00:00+03:00|15:00:00+03:00'],
  ['links', 'home|name\nhttps://a.example|Alder\nhttps://b.example|Birch'],
  ['All as a value', '类别|范围|数\n一类|All|12\n二类|All|15\n三类|All|11\n四类|All|19'],
])('a plain file has its header in the first row and data below: %s', (_, drawn) => {
  const [table, ...others] = findTables(sheet(drawn));
  expect(others).toEqual([]);
  expect(table).toMatchObject({ header: [1], marked: [] });
});

test('lines that a program wrote as comments are titles above the header and notes below', () => {
  expect(found('# made by a tool|\nid|value\n1|x\n# half way|\n2|y')).toEqual([
    '1 title, 2 header, 3 data, 4 note, 5 data',
  ]);
});

test.each([
  ['nothing', ''],
  [
    'prose',
    '关于开展考评的通知\n各镇、街道：\n为推进考评工作，现将有关事项通知如下，请认真贯彻执行。\n各镇要加强组织领导，按时报送考评数据和材料。',
  ],
])('a sheet without a table: %s', (_, drawn) => {
  expect(findTables(sheet(drawn))).toEqual([]);
});

test('every row is told, once, and the body stays within the sheet', () => {
  const cell = fc.constantFrom(
    '',
    '',
    '合计',
    '青禾村',
    '90',
    '12.5',
    '2023',
    '一、云溪镇',
    '注：无',
  );
  const grid = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 14,
  });
  fc.assert(
    fc.property(grid, (rows) => {
      const cells = sheet(rows.map((row) => row.join('|')).join('\n'));
      const tables = findTables(cells);
      const told = tables.flatMap((table) =>
        kinds(cells, table)
          .split(', ')
          .map((one) => Number.parseInt(one, 10)),
      );
      if (tables.length > 0)
        expect([...told].sort((a, b) => a - b)).toEqual(cells.rows.map(({ row }) => row));
    }),
  );
});

test('rates, comparisons and targets under the total that closes a table are no data of it', () => {
  const drawn = `
序号|村名|得分|收入|参评户|达标户|备注
1|青禾村|90|11|120|100|
2|松岗村|80|22|130|101|
3|白石村|100|33|140|102|
合计||270|66|390|303|
达标率||||77.7%||
比上年增长(%)||3.2|1.5|0.4|2.2|
上年同期||261|65|388|296|`;
  expect(found(drawn)).toEqual([
    '1 header, 2 data, 3 data, 4 data, 5 total, 6 total, 7 total, 8 total',
  ]);
});

test('a tax between the sums of a bill is no item of it', () => {
  const drawn = `
Item|Description|Qty|Unit price|Amount
A-1|Bolt|10|2|20
A-2|Nut|20|1|20
A-3|Washer|5|1|5
|||Subtotal|45
|||Tax|4.5
|||Grand total|49.5`;
  expect(found(drawn)).toEqual(['1 header, 2 data, 3 data, 4 data, 5 total, 6 total, 7 total']);
});

test.each([
  ['its number', '4|新塘村|70|||||', 'data'],
  ['its name', '|新塘村|70|||||', 'data'],
  ['nothing said against it', '|林场|70|||||', 'data'],
])('a row that is mostly blank under a total stays data by %s', (_, row, kind) => {
  const drawn = `
序号|村名|得分|名次|参评户|收入|支出|备注
1|青禾村|90|1|33|22|11|
2|松岗村|80|2|33|22|11|
3|白石村|70|3|33|22|11|
合计||240||99|66|33|
${row}`;
  expect(found(drawn)).toEqual([`1 header, 2 data, 3 data, 4 data, 5 total, 6 ${kind}`]);
});

test('a village that was not assessed stays data above the total', () => {
  expect(found('村名|得分|名次\n青禾村|90|1\n白石村|70|2\n柳湾村||\n合计|160|')).toEqual([
    '1 header, 2 data, 3 data, 4 data, 5 total',
  ]);
});

test('sums beside the table, behind a blank row, are no data', () => {
  const drawn = `
Village|Town|Budget|Spent|Left|Staff|Visits|Remark
Ash|North|100|60|40|3|12|
Elm|North|200|90|110|4|10|
Oak|South|300|120|180|5|11|
Total||600|270|330|12|33|

||check||True|||
||330||0|||`;
  expect(found(drawn)).toEqual(['1 header, 2 data, 3 data, 4 data, 5 total, 7 note, 8 note']);
});

test('a row without the word that is the sum of all others, first or last', () => {
  expect(
    found('村名|户数|人口\n云溪镇|1689|6230\n青禾村|412|1530\n柳塘村|367|1302\n石磨村|910|3398'),
  ).toEqual(['1 header, 2 total, 3 data, 4 data, 5 data']);
  expect(
    found(
      'Region|2021|2022\nNorth|4120|15303\nSouth|3671|13022\nWest|9107|33981\nArcadia|16898|62306',
    ),
  ).toEqual(['1 header, 2 data, 3 data, 4 data, 5 total']);
});

test('the label of a total over two lines', () => {
  const drawn = `
Month|Long|Short
August|14.08|14.4
September|15.09|15.44
October|15.63|15.99

Season|
average|14.93|15.28`;
  expect(found(drawn)).toEqual(['1 header, 2 data, 3 data, 4 data, 6 total, 7 total']);
});
