import { seededRandom } from '../../random';
import { csvFile, workbook, type Cell, type Files } from '../book';
import { drawMarks, type Marks } from './marks';
import {
  asOf,
  first,
  levels,
  second,
  third,
  villages,
  years,
  type Village,
  type Year,
} from './places';

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

type AllMarks = ReturnType<typeof drawMarks>;

/** The files of city/: each district's office has a layout of its own; the city adds the roster and the incomes. */
export function cityFiles(): Files {
  const marks = drawMarks();
  const files: Files = new Map([['全市村居名册.xlsx', roster()]]);
  for (const year of years)
    files.set(`${first}${String(year)}年季度考评.xlsx`, byQuarter(year, marks));
  for (const year of years)
    files.set(`${second}${String(year)}年考评汇总.csv`, sideBySide(year, marks));
  files.set(`${third}2021-2023年考评台账.csv`, ledger(marks));
  files.set('全市村集体经济.xlsx', economy());
  return files;
}

/** As the last year has it. */
function roster(): Uint8Array {
  const head = ['行政区划代码', '区县', '镇(街道)', '村(社区)', '类别'];
  const rows = villages.map((village) => {
    const { code, district, town, name, track } = asOf(village, 2023);
    return [code, district, town, name, track];
  });
  return workbook([{ name: '名册', rows: [head, ...rows], widths: [16, 10, 14, 14, 16] }]);
}

/** A workbook for a year with a sheet for each quarter: title, unit and a header of two rows above the villages. */
function byQuarter(year: Year, marks: AllMarks): Uint8Array {
  return workbook(
    quarters.map((quarter, index) => ({
      name: quarter,
      rows: [
        [`${first}${String(year)}年${quarter}村（社区）考评结果`],
        ['单位：分'],
        ['序号', '镇街', '村居', '类型', '考评得分'],
        [undefined, undefined, undefined, undefined, '擂台赛', '比红星', '访群众'],
        ...assessed(first, year).map((village, place): Cell[] => {
          const { town, name, track } = asOf(village, year);
          const { contest, arena, visits } = marksIn(marks, village, year, index);
          return [place + 1, town, name, track, arena, contest, visits];
        }),
      ],
      merges: ['A1:G1', 'A2:G2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3'],
      widths: [6, 14, 14, 16, 9, 9, 9],
    })),
  );
}

/** A line for each village, with the four quarters of the year beside each other. */
function sideBySide(year: Year, marks: AllMarks): Uint8Array {
  const short = ['一季度', '二季度', '三季度', '四季度'];
  const head = short.flatMap((quarter) => [
    `${quarter}访群众得分`,
    `${quarter}红星得分`,
    `${quarter}擂台得分`,
  ]);
  const rows = assessed(second, year).map((village): Cell[] => {
    const { code, town, name, track } = asOf(village, year);
    const figures = quarters.flatMap((_, index) => {
      const { contest, arena, visits } = marksIn(marks, village, year, index);
      return [visits, contest, arena];
    });
    return [track, code, name, town, ...figures];
  });
  return csvFile([['赛道', '统计用区划代码', '村名', '乡镇', ...head], ...rows], 'utf8');
}

/** One table over all years, with a line for each village and quarter. */
function ledger(marks: AllMarks): Uint8Array {
  const head = [
    '年度',
    '季度',
    '乡镇(街道)',
    '村(居)',
    '类别',
    '红星任务得分',
    '群众满意度',
    '擂台赛得分',
  ];
  const rows = years.flatMap((year) =>
    quarters.flatMap((quarter, index) =>
      assessed(third, year).map((village): Cell[] => {
        const { town, name, track } = asOf(village, year);
        const { contest, arena, visits } = marksIn(marks, village, year, index);
        return [year, quarter, town, name, track, contest, visits, arena ?? '缺考'];
      }),
    ),
  );
  return csvFile([head, ...rows], 'gb18030');
}

/** Income and profit of every village, a sheet for each year; every tenth village of the last year has not reported. */
function economy(): Uint8Array {
  const random = seededRandom(20212023);
  const usual = new Map(
    villages.map(({ code, district }) => {
      const draw = random.next();
      return [code, (0.4 + 2.4 * draw * draw * draw + 0.4 * random.next()) * richness(district)];
    }),
  );
  return workbook(
    years.map((year) => ({
      name: `${String(year)}年`,
      rows: [
        [`全市${String(year)}年村集体经济情况表`],
        ['单位：万元'],
        ['行政区划代码', '区县', '镇(街道)', '村(社区)', '经营性收入', '经营性收益'],
        ...villages
          .filter(({ since }, index) => since <= year && (year < 2023 || index % 10 !== 9))
          .map((village): Cell[] => {
            const { code, district, town, name } = asOf(village, year);
            const grown = (usual.get(code) ?? 0) * (1 + 0.08 * (year - 2021));
            const income = hundredths(grown * random.between(0.92, 1.08));
            return [
              code,
              district,
              town,
              name,
              income,
              hundredths(income * random.between(0.3, 0.56)),
            ];
          }),
      ],
      merges: ['A1:F1', 'A2:F2'],
      widths: [16, 10, 14, 14, 14, 14],
    })),
  );
}

function richness(district: string): number {
  return 60 + 4 * ((levels.get(district)?.mean ?? 75) - 74);
}

function hundredths(value: number): number {
  return Math.round(100 * value) / 100;
}

function assessed(district: string, year: Year): Village[] {
  return villages.filter((village) => village.district === district && village.since <= year);
}

function marksIn(marks: AllMarks, village: Village, year: Year, quarter: number): Marks {
  const found = marks.get(village)?.get(year)?.[quarter];
  if (!found) throw new Error(`no marks of ${village.name} in ${String(year)}`);
  return found;
}
