import { at, seededRandom } from '../../random';
import { csvFile, type Files } from '../book';
import { drawTeams } from './teams';

const posts = ['书记', '副书记', '文书', '监委会主任', '委员'];

/** The files of kongtong-cadres/: 809 cadres by number, no names. */
export function cadreFiles(): Files {
  const random = seededRandom(809);
  let number = 0;
  const rows = drawTeams().flatMap(({ town, name, cadres }) =>
    Array.from({ length: cadres }, (_, place) => {
      number += 1;
      const level = random.normal(84, 6);
      return [
        `GB${String(number).padStart(4, '0')}`,
        town + name,
        at(posts, Math.min(place, posts.length - 1)),
        ...Array.from({ length: 5 }, () => points(level + random.normal(0, 4))),
        points(level + random.normal(2, 3)),
      ];
    }),
  );
  const header = ['干部编号', '所在村', '岗位', '德', '能', '勤', '绩', '廉', '民主测评'];
  return new Map([['2024年度村干部考核.csv', csvFile([header, ...rows], 'gb18030')]]);
}

function points(value: number): number {
  return Math.round(Math.min(99.5, Math.max(40, value)) * 2) / 2;
}
