import { at, seededRandom, type Random } from '../../random';
import { csvFile, workbook, type Cell, type Files } from '../book';
import { town, villages } from './places';

const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'];
const panels = ['党建重点任务', '基层治理', '集体经济', '人居环境'];

/**
 * First places of 2022 and 2023. In the third quarter two share the first place and the holder keeps the flag; in the
 * last quarter of 2023 two others do.
 */
const firsts = [[4], [1], [1, 4], [7], [7], [0], [0, 2], [3, 8]];

/** The files of niuzhuang/: marks of the quarters, and what the villages earn. */
export function niuzhuangFiles(): Files {
  const random = seededRandom(10);
  const sheets = [2022, 2023].map(
    (year, index) =>
      [
        `${String(year)}年季度考核评比.xlsx`,
        workbook(
          quarters.map((quarter, place) => ({
            name: quarter,
            rows: [
              [`${town}${String(year)}年${quarter}基层党建考核评比表`],
              ['序号', '片区', '村(社区)', ...panels],
              ...marks(at(firsts, 4 * index + place), random),
            ],
            merges: ['A1:G1'],
            widths: [6, 12, 12, 14, 12, 12, 12],
          })),
        ),
      ] as const,
  );
  return new Map([...sheets, ['2023年村集体经济.csv', incomes()]]);
}

/** Marks of half points; the first places have 95 in all parts, nobody else comes near. */
function marks(first: readonly number[], random: Random): Cell[][] {
  return villages.map(({ cluster, name }, index) => [
    index + 1,
    cluster,
    name,
    ...panels.map(() =>
      first.includes(index) ? 95 : Math.round(2 * Math.min(93, random.normal(84, 4))) / 2,
    ),
  ]);
}

/** Strong villages are paired with weak ones of their cluster. */
function incomes(): Uint8Array {
  const random = seededRandom(1010);
  const rows = villages.map(({ cluster, name }, index) => {
    const peers = villages.filter((one) => one.cluster === cluster);
    const place = peers.findIndex((one) => one.name === name);
    const weak = place === peers.length - 1;
    return [
      cluster,
      name,
      Math.round(10 * (weak ? random.between(3, 8) : random.between(12, 40 - index))) / 10,
      weak ? '薄弱村' : '带动村',
      at(peers, weak ? 0 : peers.length - 1).name,
    ];
  });
  return csvFile([['片区', '村(社区)', '经营性收入(万元)', '结对类型', '结对村'], ...rows], 'utf8');
}
