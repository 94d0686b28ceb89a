import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { score } from '../../../src/cli/score';
import { Misuse } from '../../../src/cli/words';

let folder: string;
let file: string;
let printed = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starflag-firmness-'));
  file = join(folder, '2023年一季度.csv');
  const lines = ['甲,100,60,60', '乙,80,95,70', '丙,70,90,95', '丁,60,65,60'];
  const head = '类别,镇,村名,比红星,赛擂台,访群众';
  await writeFile(file, [head, ...lines.map((line) => `一类,云岭镇,${line}`), ''].join('\n'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(() => {
  printed = '';
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockImplementation((text, ...rest: unknown[]) => {
    printed += String(text);
    const done = rest.at(-1);
    if (typeof done === 'function') (done as () => void)();
    return true;
  });
});

const run = (options: Parameters<typeof score>[1]) =>
  score([file], { scheme: 'jiujiang@2.0', ...options });

/** What was printed, cell by cell, without the header. */
const cells = () =>
  printed
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

test('without a part the others take its weight over', async () => {
  // 50, 30 and 20 %: 甲 80, 乙 82.5, 丙 81, 丁 61.5; without the first 丙 leads, then 乙, then 丁 before 甲
  expect(await run({ try: 'leave-out', view: 'left_out_shift' })).toBe(0);
  const [part, period, subjects, shift, largest] = cells()[0] ?? [];
  expect([part, period, subjects, shift, largest]).toEqual(['red-star', '2023Q1', '4', '1', '1']);
});

test('the same seed draws the same runs, another one others', async () => {
  const drawn = async (seed: string) => {
    printed = '';
    await run({ try: 'draws', draws: '15', seed, top: '1', view: 'rank_interval' });
    return printed;
  };
  const first = await drawn('7');
  expect(cells().map(([subject]) => subject)).toHaveLength(4);
  expect(cells().map((row) => row[4])).toEqual(['15', '15', '15', '15']);
  expect(await drawn('7')).toBe(first);
  expect(await drawn('8')).not.toBe(first);
});

test('versions stand side by side', async () => {
  await run({ scheme: 'jiujiang', try: 'versions', view: 'version_comparison' });
  const pairs = new Set(cells().map((row) => `${row[2] ?? ''} ${row[3] ?? ''}`));
  expect([...pairs]).toEqual([
    'jiujiang@1.0 jiujiang@2.0',
    'jiujiang@1.0 jiujiang@3.0',
    'jiujiang@2.0 jiujiang@3.0',
  ]);
});

test('--out writes the views of what was tried beside the others', async () => {
  const out = join(folder, 'out');
  await run({ try: 'without', out });
  const written = await readdir(out);
  expect(written).toContain('rank_reversal.csv');
  expect(written).toContain('indicator_weight.csv');
  expect(written).toContain('headline.csv');
});

test.each([
  [{ try: 'everything' }, '--try takes leave-out'],
  [{ seed: '7' }, 'it needs --try'],
  [{ try: 'draws', draws: '0' }, '--draws takes a whole number from 1'],
  [{ try: 'leave-out', draws: '9' }, '--try leave-out takes no --draws'],
  [{ try: 'without', subject: '戊' }, 'nobody of the id'],
  [{ try: 'versions' }, 'several versions'],
])('%j is told to be misuse', async (options, said) => {
  const told = await run(options).catch((thrown: unknown) => thrown);
  expect(told).toBeInstanceOf(Misuse);
  expect((told as Misuse).message).toContain(said);
});

test('of people nothing goes out but groups', async () => {
  const sample = join(import.meta.dirname, '../../../sample-data/kongtong-cadres');
  const out = join(folder, 'people');
  await score([sample], { scheme: 'kongtong-cadres', try: 'leave-out', out });
  const written = await readdir(out);
  expect(written).toContain('left_out_shift.csv');
  for (const name of ['rank_interval', 'rank_reversal', 'version_comparison', 'version_years'])
    expect(written).not.toContain(`${name}.csv`);
});
