import asem from '../../../src/scheme/presets/asem-1.0.json' with { type: 'json' };
import { seededRandom } from '../../random';
import { workbook, type Cell, type Files } from '../book';
import { countries } from './names';

interface Node {
  readonly id: string;
  readonly parts?: readonly Node[];
}

/** The 49 indicators of the method, by the ids of its document. */
function indicatorsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ id, parts }) => (parts ? indicatorsOf(parts) : [id]));
}

const denominators = ['Area', 'Energy', 'GDP', 'Population'];

/** The files of asem/: 49 indicators and four denominators of 51 countries; one cell in 25 is empty. */
export function asemFiles(): Files {
  const random = seededRandom(49);
  const indicators = indicatorsOf(asem.score.parts);
  const rows = countries.slice(0, 51).map(({ name, code }, index): Cell[] => {
    const size = 0.5 + 4 * random.next();
    const wealth = 0.4 + 2 * random.next();
    const groups = [index % 3 === 0 ? 'Asia' : 'Europe', ...[size, wealth, size].map(classOf)];
    return [
      name,
      code,
      2018,
      ...groups,
      ...denominators.map(() => round(100 * size * size * random.between(0.7, 1.4))),
      ...indicators.map((_, place) => {
        const value = 40 * wealth + random.normal(30, 12);
        // a few indicators have very large values, which the method brings back
        const far = place % 12 === 0 && random.chance(0.06) ? 40 : 1;
        return random.chance(0.04) ? undefined : round(Math.max(1, value) * far);
      }),
    ];
  });
  const header = [
    ...['uName', 'uCode', 'Time', 'EurAsia_group', 'GDP_group', 'GDPpc_group', 'Pop_group'],
    ...denominators,
    ...indicators,
  ];
  return new Map([['indicators.xlsx', workbook([{ name: 'Data', rows: [header, ...rows] }])]]);
}

function classOf(value: number): string {
  return value < 1.5 ? 'S' : value < 3 ? 'M' : 'L';
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
