import { at, seededRandom, type Random } from '../../random';
import { csvFile, workbook, type Cell, type Files } from '../book';
import { share } from '../share';
import { ages, drawElderly, drawVillages, drawWorkers, years, type Village } from './plan';
import { stars, tasksOfStar } from './tasks';

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'];

/** The files of zhaoling/: tasks by quarter, rounds of two months, people, incomes and mediation. */
export function zhaolingFiles(): Files {
  const villages = drawVillages();
  const random = seededRandom(15);
  return new Map([
    ['村庄名册.csv', roster(villages)],
    ...years.map(
      (year, index) =>
        [`${String(year)}年创建任务完成情况.csv`, tasks(villages, index, random)] as const,
    ),
    ['老人和网格员.csv', people(villages)],
    ['双月观摩评比.xlsx', rounds(villages)],
    ['2023年村集体经济收入.xlsx', incomes(villages)],
    ['2023年矛盾纠纷调解.csv', mediation(villages)],
  ]);
}

function roster(villages: readonly Village[]): Uint8Array {
  const rows = villages.map(({ code, town, name, track }) => [code, town, name, track]);
  return csvFile([['统计用区划代码', '镇', '村名', '类别'], ...rows], 'gb18030');
}

/** A star stands for nine in ten of its tasks; without it a village has done fewer. */
function tasks(villages: readonly Village[], year: number, random: Random): Uint8Array {
  const header = ['季度', '镇', '村名', '整顿情况', ...stars.flatMap(tasksOfStar)];
  const rows = quarters.flatMap((quarter, index) =>
    villages.map((village): Cell[] => [
      `${String(at(years, year))}年${quarter}`,
      village.town,
      village.name,
      at(village.listed, 4 * year + index) ? '软弱涣散' : undefined,
      ...stars.flatMap((star, place) => {
        const all = tasksOfStar(star);
        const has = at(at(village.stars, 4 * year + index), place);
        const open = has
          ? random.whole(0, Math.floor(all.length / 10))
          : random.whole(Math.floor(all.length / 10) + 1, Math.floor(all.length / 2));
        const left = new Set(random.shuffle(all).slice(0, open));
        return all.map((task) => (left.has(task) ? 0 : 1));
      }),
    ]),
  );
  return csvFile([header, ...rows], 'gb18030');
}

const tiers = ['一级', '二级', '三级', '四级', '五级'].map((tier) => `${tier}网格员`);

function people(villages: readonly Village[]): Uint8Array {
  const elderly = drawElderly(villages);
  const workers = drawWorkers(villages);
  const rows = years.flatMap((year, index) =>
    quarters.flatMap((quarter) =>
      villages.map(({ town, name }, place): Cell[] => {
        const own = at(workers, place);
        return [
          `${String(year)}年${quarter}`,
          town,
          name,
          ...at(at(elderly, index), place),
          ...own,
          own.reduce((sum, one) => sum + one, 0),
        ];
      }),
    ),
  );
  const header = [
    '季度',
    '镇',
    '村名',
    ...ages.map((age) => `${String(age)}岁`),
    ...tiers,
    '网格员',
  ];
  return csvFile([header, ...rows], 'utf8');
}

/** Fifteen rounds on one star each; 33 of the 55 villages take part in some. */
function rounds(villages: readonly Village[]): Uint8Array {
  const random = seededRandom(1515);
  const takers = random.shuffle(villages).slice(0, 33);
  const sheets = Array.from({ length: 15 }, (_, round) => {
    const year = 2022 + Math.floor(round / 6);
    const month = 1 + 2 * (round % 6);
    const star = at(stars, round % stars.length).name;
    const members = [
      ...takers.slice(3 * round, 3 * round + 3),
      ...random
        .shuffle(takers.filter((_one, index) => index < 3 * round || index >= 3 * round + 3))
        .slice(0, 11 - (round < 11 ? 3 : 0)),
    ];
    const listed = villages.filter((village) => members.includes(village));
    return {
      name: `${String(year)}年${String(month)}-${String(month + 1)}月`,
      rows: [
        [`观摩评比：${star}`],
        ['序号', '镇', '村名', '观摩得分'],
        ...listed.map(({ town, name }, index): Cell[] => [
          index + 1,
          town,
          name,
          Math.round(random.normal(86, 5) * 10) / 10,
        ]),
      ],
      merges: ['A1:D1'],
      widths: [6, 12, 12, 10],
    };
  });
  return workbook(sheets);
}

/** In 万元; 34 of the 55 villages reach 10. */
function incomes(villages: readonly Village[]): Uint8Array {
  const random = seededRandom(63);
  const reach = new Set(random.shuffle(villages).slice(0, 34));
  const rows = villages.map((village, index): Cell[] => [
    index + 1,
    village.town,
    village.name,
    reach.has(village)
      ? Math.round(10 * random.between(10, 48)) / 10
      : Math.round(10 * random.between(2, 9.9)) / 10,
  ]);
  return workbook([
    {
      name: '2023年',
      rows: [
        ['2023年村级集体经济收入'],
        ['单位：万元'],
        ['序号', '镇', '村名', '经营性收入'],
        ...rows,
      ],
      merges: ['A1:D1', 'A2:D2'],
      widths: [6, 12, 12, 14],
    },
  ]);
}

const disputes = 5_000;
const settled = 4_993;

function mediation(villages: readonly Village[]): Uint8Array {
  const random = seededRandom(9986);
  const counts = share(
    disputes,
    villages.map(() => random.between(0.5, 1.5)),
  );
  const open = share(
    disputes - settled,
    villages.map((_, index) => (index % 8 === 3 ? 1 : 0)),
  );
  const rows = villages.map(({ town, name }, index) => [
    town,
    name,
    at(counts, index),
    at(counts, index) - at(open, index),
  ]);
  return csvFile([['镇', '村名', '矛盾纠纷', '调解成功'], ...rows], 'gb18030');
}
