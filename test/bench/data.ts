import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import iconv from 'iconv-lite';
import { at, seededRandom } from '../../sample-data/random';
import { output } from './places';
import { tell } from './progress';
import { measureName } from './scheme-of-size';

/** Names are made of these, so that 100,000 villages have one each. */
const letters = [
  ...'石桥桂苑锦园文澜青禾白沙东岭西湖南塘北港长丰永安新和大同云峰双溪金竹龙泉凤鸣柳林梅坡松涛源杏柏枫荷莲河井田仓',
];
const tracks = ['一类 城市社区', '二类 涉农社区', '三类 行政村'] as const;
const remarks = ['正常', '复核', '"缓报,已补"'] as const;
const villagesPerTown = 100;

/** Distinct for every number below 100,000. */
function threeLetters(number: number): string {
  const size = letters.length;
  return [number % size, Math.floor(number / size) % size, Math.floor(number / size ** 2)]
    .map((index) => at(letters, index))
    .join('');
}

function town(number: number): string {
  return `${threeLetters(Math.floor(number / villagesPerTown) * 7)}镇`;
}

/** The rows of the large file: mixed columns, about 59 bytes a row, some cells quoted. */
function* largeRows(count: number): Generator<string> {
  const random = seededRandom(118);
  const score = () => (random.whole(4000, 10_000) / 100).toString();
  const visits = () => (random.whole(400, 1000) / 10).toString();
  yield '代码,镇(街道),村(社区),考核期,比红星,赛擂台,访群众,备注';
  for (let row = 0; row < count; row += 1) {
    const village = random.whole(0, 99_999);
    const quarter = `${random.whole(2015, 2024)}Q${random.whole(1, 4)}`;
    const code = 100_000 + village;
    yield `${code},${town(village)},${threeLetters(village)}村,${quarter},${score()},${score()},${visits()},${random.chance(0.17) ? random.pick(remarks) : ''}`;
  }
}

/** The sample's quarterly sheet for many villages, up to the end of 2023; a few lack a figure, as in life. */
function* quarterlyRows(villages: number, quarters: number): Generator<string> {
  const random = seededRandom(109);
  const score = () => (random.chance(0.002) ? '' : (random.whole(5000, 10_000) / 100).toString());
  yield '考核期,类别,镇(街道),村(社区),比红星,赛擂台,访群众';
  for (let number = 2024 * 4 - quarters; number < 2024 * 4; number += 1) {
    const period = `${Math.floor(number / 4)}Q${(number % 4) + 1}`;
    for (let village = 0; village < villages; village += 1) {
      yield `${period},${at(tracks, village % tracks.length)},${town(village)},${threeLetters(village)}村,${score()},${score()},${score()}`;
    }
  }
}

/** One row a subject: its name, a group of words, a year and measures, of which a few are absent. */
function* measureRows(subjects: number, measures: number): Generator<string> {
  const random = seededRandom(75);
  const value = () => (random.chance(0.02) ? '' : (random.whole(0, 100_000) / 100).toString());
  const names = Array.from({ length: measures }, (_, index) => measureName(index + 1));
  yield ['name', 'group', 'year', ...names].join(',');
  for (let subject = 0; subject < subjects; subject += 1) {
    yield [`s${subject + 1}`, `g${subject % 5}`, 2023, ...names.map(value)].join(',');
  }
}

/** Writes a file unless an earlier run has; one that was broken off is not taken for whole. */
async function write(
  name: string,
  rows: () => Generator<string>,
  encoding: 'utf8' | 'gb18030',
): Promise<string> {
  mkdirSync(output.data, { recursive: true });
  const path = `${output.data}/${name}`;
  if (existsSync(path)) return path;
  tell(`writing ${name}`);
  const stream = createWriteStream(`${path}.part`);
  let lines: string[] = [];
  const flush = async () => {
    const bytes = iconv.encode(`${lines.join('\n')}\n`, encoding);
    lines = [];
    if (!stream.write(bytes)) await once(stream, 'drain');
  };
  for (const row of rows()) {
    lines.push(row);
    if (lines.length === 20_000) await flush();
  }
  if (lines.length > 0) await flush();
  stream.end();
  await once(stream, 'finish');
  renameSync(`${path}.part`, path);
  return path;
}

/** The large file in both encodings; the rows are the same. */
export async function largeCsv(rows: number): Promise<{ utf8: string; gb18030: string }> {
  return {
    utf8: await write(`large-${rows}.csv`, () => largeRows(rows), 'utf8'),
    gb18030: await write(`large-${rows}-gb18030.csv`, () => largeRows(rows), 'gb18030'),
  };
}

export function quarterlyCsv(villages: number, quarters = 8): Promise<string> {
  const name = `quarterly-${villages}-${quarters}.csv`;
  return write(name, () => quarterlyRows(villages, quarters), 'utf8');
}

export function measuresCsv(subjects: number, measures: number): Promise<string> {
  return write(
    `measures-${subjects}-${measures}.csv`,
    () => measureRows(subjects, measures),
    'utf8',
  );
}
