import { at, seededRandom } from '../../random';
import { csvFile, type Files } from '../book';
import { villages } from './places';

const posts = ['政策宣传', '产业发展', '矛盾调解', '环境卫生', '扶老助困', '民主监督', '志愿服务'];
const months = ['1月', '2月', '3月', '4月', '5月', '6月'];

/** The files of niuzhuang-members/: 128 members by number, judged in five ways each month. */
export function memberFiles(): Files {
  const random = seededRandom(7);
  const members = Array.from({ length: 128 }, (_, index) => ({
    number: `DY${String(index + 1).padStart(3, '0')}`,
    village: at(villages, index % villages.length).name,
    // the last class has four members in all: too few to be shown
    post: at(posts, index >= 124 ? 6 : index % 6),
    quality: random.normal(84, 6),
  }));
  const rows = months.flatMap((month) =>
    members.map(({ number, village, post, quality }) => [
      `2023年${month}`,
      number,
      village,
      post,
      ...Array.from({ length: 5 }, () =>
        Math.round(Math.min(100, Math.max(50, quality + random.normal(0, 4)))),
      ),
    ]),
  );
  const dimensions = ['思想政治', '邻里和睦', '干净庭院', '良好家风', '示范带动'];
  const header = ['月份', '党员编号', '所在村', '岗位类别', ...dimensions];
  return new Map([['2023年上半年党员评议.csv', csvFile([header, ...rows], 'gb18030')]]);
}

/** The files of niuzhuang-households/: points of 240 households by number, a sheet of the quarter each. */
export function householdFiles(): Files {
  const random = seededRandom(240);
  const households = Array.from({ length: 240 }, (_, index) => ({
    number: `H${String(index + 1).padStart(4, '0')}`,
    // the last village has three households in the sample
    village: at(villages, index >= 237 ? 9 : index % 9).name,
    effort: random.normal(12, 5),
  }));
  const files = ['第一季度', '第二季度'].map((quarter) => {
    const rows = households.map(({ number, village, effort }) => [
      number,
      village,
      // above the caps now and then
      ...[1.4, 1, 0.9, 0.7].map((part) =>
        Math.max(0, Math.round(part * effort + random.normal(0, 4))),
      ),
      random.chance(0.12) ? random.whole(1, 8) * 5 : undefined,
    ]);
    const items = ['人居环境', '志愿服务', '移风易俗', '矛盾化解', '扣分'];
    const name = `2023年${quarter}积分台账.csv`;
    return [name, csvFile([['户编号', '所在村', ...items], ...rows], 'gb18030')] as const;
  });
  return new Map(files);
}
