import { at, seededRandom } from '../../random';
import { csvFile, workbook, type Cell, type Files } from '../book';
import { share } from '../share';
import { drawTeams, type Team } from './teams';

const names =
  '栖云 望舒 听澜 抱朴 揽月 知秋 采薇 鹿鸣 松间 竹里 观止 清欢 步云 临风 漱石 怀瑾 拾光 沐阳 枕流 栖梧 折桂 泊舟 问渠 来仪 云起 星垂 月涌 霞举 虹飞 露白 霜红'.split(
    ' ',
  );

/** The files of kongtong/: the assessment of the year, incomes, new members, grids of the town. */
export function kongtongFiles(): Files {
  const teams = drawTeams();
  return new Map([
    ['村居名册.csv', roster(teams)],
    ['2024年度村级班子考核.xlsx', assessment(teams)],
    ['2024年村集体经济收入.xlsx', economy(teams)],
    ['2024年发展党员进度.csv', members(teams)],
    ['2024年城市网格和两新组织.csv', grids()],
  ]);
}

function assessment(teams: readonly Team[]): Uint8Array {
  const header = [
    ...['序号', '乡镇', '村名', '村干部人数', '班子建设', '乡村振兴', '基层治理', '群众满意度'],
    ...['擂台比武', '整顿情况'],
  ];
  const rows: Cell[][] = teams.map((team, index) => [
    index + 1,
    team.town,
    team.name,
    team.cadres,
    ...team.parts,
    team.contest,
    team.listed ? '软弱涣散' : undefined,
  ]);
  const total = teams.reduce((sum, { cadres }) => sum + cadres, 0);
  return workbook([
    {
      name: '考核汇总',
      rows: [
        ['2024年度村级班子考核汇总表'],
        header,
        ...rows,
        [undefined, '合计', undefined, total],
        ['注：擂台比武为参加区级半年晒绩的村，未参加的空白。'],
      ],
      merges: ['A1:J1'],
      widths: [6, 12, 12, 12, 10, 10, 10, 12, 10, 10],
    },
  ]);
}

/** The last of the companies says 余: its sum is a lower bound, and so is that of all. */
function economy(teams: readonly Team[]): Uint8Array {
  const last = teams.findLast(({ company }) => company !== undefined);
  const rows: Cell[][] = teams.map((team, index) => [
    index + 1,
    team.town,
    team.name,
    team.income,
    team === last ? `${String(team.company)}余` : team.company,
  ]);
  const income = teams.reduce((sum, team) => sum + Math.round(team.income * 100), 0) / 100;
  return workbook([
    {
      name: '2024年',
      rows: [
        ['2024年村级集体经济收入统计表'],
        ['单位：万元'],
        ['序号', '乡镇', '村名', '经营性收入', '公司营业收入'],
        ...rows,
        [undefined, '合计', undefined, income],
      ],
      merges: ['A1:E1', 'A2:E2'],
      widths: [6, 12, 12, 14, 14],
    },
  ]);
}

function members(teams: readonly Team[]): Uint8Array {
  const rows = teams
    .filter(({ planned }) => planned > 0)
    .map(({ town, name, planned, taken }) => [
      town,
      name,
      planned,
      taken,
      `${((taken / planned) * 100).toFixed(1)}%`,
    ]);
  const header = ['乡镇', '村名', '发展党员计划', '发展党员', '完成进度'];
  return csvFile([header, ...rows], 'gb18030');
}

/** The communities of the town: grids and new organisations are theirs, the assessment of village teams leaves them out. */
const communities = names.map((name, index) => {
  const town = Math.floor(index / 8);
  return {
    code: `990301${String(101 + town)}${String(1 + (index % 8)).padStart(3, '0')}`,
    town: `${at(['晴川', '砚池', '栖霞', '澄光'], town)}街道`,
    name: `${name}社区`,
  };
});

function roster(teams: readonly Team[]): Uint8Array {
  const rows = [...teams, ...communities].map(({ code, town, name }) => [code, town, name]);
  return csvFile([['统计用区划代码', '乡镇', '村名'], ...rows], 'gb18030');
}

function grids(): Uint8Array {
  const random = seededRandom(357);
  const weights = communities.map(() => random.between(0.6, 1.6));
  const columns = [
    share(357, weights),
    share(139, weights),
    share(201, weights),
    share(102, weights),
  ];
  const rows = communities.map(({ town, name }, index) => [
    town,
    name,
    ...columns.map((column) => at(column, index)),
  ]);
  return csvFile(
    [['街道', '社区', '网格', '网格党支部', '两新组织', '交叉任职的两新组织'], ...rows],
    'utf8',
  );
}
