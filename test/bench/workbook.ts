import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { seededRandom } from '../../sample-data/random';
import { output } from './places';
import { tell } from './progress';

/** A workbook of one sheet: a header and so many rows of eight cells, numbers and text. @returns its path */
export function largeXlsx(rows: number): string {
  mkdirSync(output.data, { recursive: true });
  const path = `${output.data}/large-${rows}.xlsx`;
  if (existsSync(path)) return path;
  tell(`writing large-${rows}.xlsx`);
  const random = seededRandom(200);
  const score = () => random.whole(4000, 10_000) / 100;
  const cells: (string | number)[][] = [
    ['代码', '镇(街道)', '村(社区)', '考核期', '比红星', '赛擂台', '访群众', '备注'],
  ];
  for (let row = 0; row < rows; row += 1) {
    const village = random.whole(0, 9_999);
    const quarter = `${random.whole(2015, 2024)}Q${random.whole(1, 4)}`;
    cells.push([
      `9${100_000 + village}`,
      `镇${village % 90}`,
      `村${village}`,
      quarter,
      score(),
      score(),
      score(),
      '正常',
    ]);
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { dense: true }), 'Sheet1');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array;
  writeFileSync(path, bytes);
  return path;
}
