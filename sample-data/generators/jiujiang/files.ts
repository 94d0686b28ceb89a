import { drawEconomy } from './economy';
import { villages } from './places';
import { seededRandom } from '../../random';
import { csvFile, workbook, type Cell } from '../book';
import { drawResults, type Result } from './results';

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

/** The sample files of jiujiang/ by name: the same bytes at every call. */
export function sampleFiles(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([['村居名册.csv', rosterFile()]]);
  // A stream for each subject: a change to the economy leaves the scores alone.
  for (const [year, results] of drawResults(seededRandom(2023))) {
    const widths = [6, 16, 12, 14, 9, 9, 9, 18];
    const sheets = results.map((rows, index) => ({
      name: quarters[index] ?? '',
      rows: resultRows(rows),
      widths,
    }));
    files.set(`${String(year)}年季度考评结果.xlsx`, workbook(sheets));
  }
  files.set(
    '2023年村集体经济.xlsx',
    workbook([{ name: '2023年', rows: economyRows(), widths: [16, 12, 14, 16, 16, 12, 12] }]),
  );
  return files;
}

function rosterFile(): Uint8Array {
  const rows = villages.map(({ code, town, name, track }) => [code, town, name, track]);
  return csvFile([['统计用区划代码', '镇(街道)', '村(社区)', '类别'], ...rows], 'gb18030');
}

function resultRows(results: readonly Result[]): Cell[][] {
  return [
    ['序号', '类别', '镇(街道)', '村(社区)', '比红星', '赛擂台', '访群众', '备注'],
    ...results.map(({ village: { track, town, name }, parts, remark }, index) => [
      index + 1,
      track,
      town,
      name,
      parts.contest,
      parts.arena,
      parts.visits,
      remark || undefined,
    ]),
  ];
}

function economyRows(): Cell[][] {
  const money = ['经营性收入(万元)', '经营性收益(万元)', '注资(万元)', '分红(万元)'];
  return [
    ['统计用区划代码', '镇(街道)', '村(社区)', ...money],
    ...drawEconomy(seededRandom(1171)).map(
      ({ village: { code, town, name }, income, profit, investment, dividend }) => [
        code,
        town,
        name,
        income,
        profit,
        investment,
        dividend,
      ],
    ),
  ];
}
