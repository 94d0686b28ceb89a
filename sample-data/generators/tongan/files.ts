import { at, seededRandom, type Random } from '../../random';
import { csvFile, workbook, type Cell, type Files } from '../book';
import { townNames, villagesOf } from '../places';
import { share } from '../share';

const years = [2014, 2015, 2016];

/** Those who report: secretaries of ten towns and subdistricts, and of two committees of their own. */
const secretaries = [
  ...townNames.slice(0, 8).map((name) => `${name}镇党委书记`),
  ...townNames.slice(8, 10).map((name) => `${name}街道党工委书记`),
  '区直机关工委书记',
  '教育工委书记',
];

/** Assessors who give marks, by class. */
const marking = [
  { panel: '区委常委', count: 9 },
  { panel: '纪委', count: 3 },
  { panel: '组织部', count: 7 },
  { panel: '党委书记', count: 12 },
];

/** Assessors whose ballots are counted by grade. */
const voting = [
  { panel: '党代表', count: 20 },
  { panel: '两代表一委员', count: 24 },
  { panel: '党员群众', count: 40 },
];
const grades = ['好', '较好', '一般', '差'];

/** The files of tongan/: marks and ballots of the panel over three years, villages and their projects. */
export function tonganFiles(): Files {
  const random = seededRandom(2016);
  const quality = new Map(secretaries.map((one) => [one, random.normal(86, 4)]));
  return new Map([
    ['2014-2016年述职评议打分.csv', marks(quality, random)],
    ['2014-2016年述职评议测评票.xlsx', ballots(quality, random)],
    ['2016年富民强村情况.xlsx', villages()],
  ]);
}

/** One row a mark. Each year one secretary gives everybody the same, and now and then somebody gives none. */
function marks(quality: ReadonlyMap<string, number>, random: Random): Uint8Array {
  const rows = years.flatMap((year) =>
    marking.flatMap(({ panel, count }) =>
      Array.from({ length: count }, (_, number) => {
        const severity = random.normal(0, 2);
        const careless = panel === '党委书记' && number === year % count;
        return secretaries.map((secretary): Cell[] => {
          const own = (quality.get(secretary) ?? 0) + severity + random.normal(0, 2.5);
          const mark = careless ? 95 : Math.round(Math.min(100, Math.max(60, own)));
          const absent = !careless && random.chance(0.02);
          return [year, secretary, panel, `${panel}${String(number + 1)}`, absent ? '缺考' : mark];
        });
      }).flat(),
    ),
  );
  return csvFile([['年度', '述职人', '评委类别', '评委', '打分'], ...rows], 'gb18030');
}

/** A sheet a year, the grades of each class under its name. In 2014 too few residents voted on one secretary. */
function ballots(quality: ReadonlyMap<string, number>, random: Random): Uint8Array {
  const classes = voting.flatMap(({ panel }) =>
    grades.map((_, index) => (index === 0 ? panel : '')),
  );
  return workbook(
    years.map((year) => ({
      name: `${String(year)}年`,
      rows: [
        [`${String(year)}年度基层党建工作述职评议测评结果汇总`],
        ['序号', '述职人', '类型', ...classes],
        [undefined, undefined, undefined, ...voting.flatMap(() => grades)],
        ...secretaries.map((secretary, index): Cell[] => [
          index + 1,
          secretary,
          secretary.includes('镇') || secretary.includes('街道') ? '镇街' : '区直',
          ...voting.flatMap(({ panel, count }) => {
            const few = year === 2014 && panel === '党员群众' && index === 11;
            return vote(few ? 6 : count - random.whole(0, 2), quality.get(secretary) ?? 0, random);
          }),
        ]),
      ],
      merges: ['A1:O1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:G2', 'H2:K2', 'L2:O2'],
      widths: [6, 22, 8, ...Array.from({ length: 12 }, () => 7)],
    })),
  );
}

/** Ballots by grade: the better the secretary, the more say 好. */
function vote(count: number, quality: number, random: Random): number[] {
  const result = grades.map(() => 0);
  for (let ballot = 0; ballot < count; ballot += 1) {
    const opinion = quality + random.normal(0, 5);
    const grade = opinion >= 86 ? 0 : opinion >= 79 ? 1 : opinion >= 74 ? 2 : 3;
    result[grade] = at(result, grade) + 1;
  }
  return result;
}

// The published totals, and how many villages there are of each kind of organisation.
const villageCounts = [12, 11, 10, 12, 9, 10, 11, 9];
const promoted = 66;
const committees = 2;
const projects = 71;
const keyProjects = 17;
/** In 万元. */
const invested = 8_500;
/** Villages of the pairing groups: one strong with one weak, two with two, one with one. */
const groups = [
  { name: '第一组团', count: 2 },
  { name: '第二组团', count: 4 },
  { name: '第三组团', count: 2 },
];

function villages(): Uint8Array {
  const random = seededRandom(8500);
  const places = villagesOf('990401', villageCounts, 40);
  const incomes = places.map(() => tenth(10 + 60 * cube(random.next())));
  const counts = share(
    projects,
    places.map(() => cube(random.next())),
  );
  const keys = share(
    keyProjects,
    counts.map((count) => (count > 0 ? count - 0.5 : 0)),
  );
  const money = share(
    invested,
    counts.map((count) => count * random.between(0.6, 1.4)),
  );
  const last = counts.findLastIndex((count) => count > 0);
  const kinds = random.shuffle(
    places.map((_, index) =>
      index < promoted
        ? ['党支部', '党总支']
        : index < promoted + committees
          ? ['党总支', '党委']
          : ['党总支', '党总支'],
    ),
  );
  const grouped = groups.flatMap(({ name, count }) => Array.from({ length: count }, () => name));
  const rows = places.map(({ town, name }, index): Cell[] => [
    index + 1,
    town,
    name,
    at(incomes, index),
    at(counts, index) || undefined,
    at(keys, index) || undefined,
    at(counts, index) === 0
      ? undefined
      : index === last
        ? `${String(at(money, index))}余`
        : at(money, index),
    index % 10 === 0 ? grouped[index / 10] : undefined,
    ...at(kinds, index),
  ]);
  const header = [
    ...['序号', '镇', '村名', '经营性收入(万元)', '项目数', '重点项目数', '项目投入(万元)', '组团'],
    ...['上年组织形式', '组织形式'],
  ];
  return workbook([
    {
      name: '2016年',
      rows: [['2016年党建富民强村情况表'], header, ...rows],
      merges: ['A1:J1'],
      widths: [6, 12, 12, 12, 8, 12, 10, 10, 14, 12],
    },
  ]);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function cube(value: number): number {
  return value * value * value;
}
