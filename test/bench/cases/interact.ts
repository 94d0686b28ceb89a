import { buildPage, type BenchBrowser } from '../browser';
import { limited, measured, type Case } from '../case';
import { quarterlyCsv } from '../data';
import type { Options } from '../options';
import { output, root } from '../places';
import { Product } from '../product';
import { serve } from '../server';
import { tell } from '../progress';

const count = '.filters .count';
const inRange = '.figure-frame .kept';

const resultPages = [
  'star-board',
  'trends',
  'collective-economy',
  'compare',
  'subject',
  'query',
] as const;

/** From an input to its painted answer in the product, over a million observations. */
export async function interactCases(browser: BenchBrowser, options: Options): Promise<Case[]> {
  await buildPage(root, output.app);
  const { server, address } = await serve(output.app);
  const sizes = options.quick
    ? [
        { villages: 600, quarters: 10 },
        { villages: 1_000, quarters: 4 },
      ]
    : [
        { villages: 35_000, quarters: 10 },
        { villages: 100_000, quarters: 4 },
      ];
  try {
    const cases: Case[] = [];
    for (const { villages, quarters } of sizes) {
      const path = await quarterlyCsv(villages, quarters);
      const name = `interact at ${villages.toLocaleString('en')} × ${quarters}`;
      tell(name);
      cases.push(
        ...(await browser.blank(async (page) => {
          const product = await Product.open(page, address);
          return casesOf(product, name, path, villages, options.quick ? 4 : 20);
        })),
      );
    }
    return cases;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function casesOf(
  product: Product,
  name: string,
  path: string,
  villages: number,
  samples: number,
): Promise<Case[]> {
  await product.quiet();
  await product.longTasks();
  await product.drop(path);
  const whileLoading = await product.longTasks();
  await product.link('star-board').click();
  await product.filtered.filter({ hasText: villages.toLocaleString('en') }).waitFor();
  await product.quiet();
  const whileWorking = await product.longTasks();
  const filters = await filterCases(product, name, samples);
  const whileFiltering = await product.longTasks();
  tell(`long tasks while filtering: ${whileFiltering.length}`);
  return [
    longest(`${name}: main thread while a file is read`, whileLoading),
    longest(`${name}: main thread while it is worked out`, whileWorking),
    ...filters,
    ...(await scrollCases(product, name, samples)),
    ...(await pageCases(product, name, samples)),
  ];
}

/** The longest task; 0 where none took 50 ms. */
function longest(name: string, tasks: readonly number[]): Case {
  return limited(`${name}, longest task`, [Math.max(0, ...tasks)], 'median', 50);
}

/** Over the whole board, each answer before the next input. */
async function filterCases(product: Product, name: string, samples: number): Promise<Case[]> {
  const ways: Record<string, () => Promise<number[]>> = {
    'filter by town': () => byMenu(product, '镇（街道）', samples),
    'filter by class': () => byMenu(product, '赛道', samples),
    'search by name': () => bySearch(product, ['石', '桥'], 'input', samples),
    'search by pinyin': () => bySearch(product, ['q', 'h'], 'keydown', samples),
    'brush by keyboard': () => byKeys(product, samples),
    'brush by pointer': () => byPointer(product, samples),
  };
  const cases: Case[] = [];
  for (const [what, work] of Object.entries(ways)) {
    const times = (await work()).filter((time) => !Number.isNaN(time));
    if (times.length < samples / 2) throw new Error(`${name}, ${what}: ${times.length} answers`);
    const found = limited(`${name}: ${what}`, times, 'p95', 50);
    tell(`${found.name}: ${found.p95.toFixed()} ms`);
    cases.push(found);
  }
  return cases;
}

/** Chooses values of a menu one after the other and gives each up again. */
async function byMenu(product: Product, menu: string, samples: number): Promise<number[]> {
  const { page } = product;
  await page.locator('.filters button', { hasText: menu }).click();
  const items = page.getByRole('menuitemcheckbox');
  await items.first().waitFor();
  await product.quiet();
  const values = await items.count();
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const item = items.nth(Math.floor(sample / 2) % values);
    await item.scrollIntoViewIfNeeded();
    times.push(await product.time('pointerup', count, () => item.click()));
  }
  await page.keyboard.press('Escape');
  await product.quiet();
  return times;
}

/** Types letters and takes them back, again and again. */
async function bySearch(
  product: Product,
  letters: readonly string[],
  input: string,
  samples: number,
): Promise<number[]> {
  const { page } = product;
  const field = page.locator('.filters input');
  const type = (letter: string) =>
    input === 'input' ? page.keyboard.insertText(letter) : page.keyboard.press(letter);
  const back = () => page.keyboard.press('Backspace');
  await field.click();
  // the dictionary of pinyin is fetched with the first letter
  for (const letter of letters) await type(letter);
  await page.waitForLoadState('networkidle');
  for (let left = letters.length; left > 0; left -= 1) await back();
  await product.quiet();
  const times: number[] = [];
  while (times.length < samples) {
    for (const letter of letters) times.push(await product.time(input, count, () => type(letter)));
    for (let left = letters.length; left > 0; left -= 1)
      times.push(await product.time('keydown', count, back));
  }
  return times;
}

/** Steps the lower end of the range up and down again. */
async function byKeys(product: Product, samples: number): Promise<number[]> {
  const { page } = product;
  await page.locator('.range input').first().focus();
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    // it never comes back to where there is no range
    const key = sample <= samples / 2 ? 'ArrowUp' : 'ArrowDown';
    times.push(await product.time('keydown', inRange, () => page.keyboard.press(key)));
  }
  return times;
}

/** Drags a range out over the distribution and back. */
async function byPointer(product: Product, samples: number): Promise<number[]> {
  const { page } = product;
  const box = await page.locator('.figure-frame .drawing').first().boundingBox();
  if (!box) throw new Error('there is no distribution');
  const [left, y] = [box.x + 14, box.y + box.height / 2];
  const step = (box.width - 28) / 21;
  await page.mouse.move(left, y);
  await page.mouse.down();
  const times: number[] = [];
  for (let sample = 1; sample <= samples; sample += 1) {
    const x = left + step * Math.min(sample, samples - sample + 1);
    times.push(await product.time('pointermove', inRange, () => page.mouse.move(x, y)));
  }
  await page.mouse.up();
  await page.locator('.range button').click();
  await product.quiet();
  return times;
}

/** By the wheel, now slowly, now far. */
async function scrollCases(product: Product, name: string, samples: number): Promise<Case[]> {
  const { page } = product;
  await page.mouse.move(600, 700);
  const frames = await product.frames(async () => {
    for (let sample = 0; sample < samples; sample += 1) {
      for (let turn = 0; turn < 8; turn += 1) {
        await page.mouse.wheel(0, sample % 4 === 3 ? 20_000 : 240);
        await page.waitForTimeout(30);
      }
    }
  });
  await page.mouse.wheel(0, -10_000_000);
  await product.quiet();
  return [
    measured(`${name}: scrolling, between frames`, frames),
    limited(`${name}: scrolling, longest between frames`, [Math.max(...frames)], 'median', 50),
  ];
}

/** From each page of results to the next, once for their code and views and then again and again. */
async function pageCases(product: Product, name: string, samples: number): Promise<Case[]> {
  const tour = [...resultPages.slice(1), resultPages[0]];
  const open = (page: string) =>
    product.time(
      'pointerup',
      'main h1',
      () => product.link(page).click(),
      'main .skeleton, main p.quiet[role=status]',
    );
  const first: Case[] = [];
  for (const page of tour.slice(0, -1))
    first.push(measured(`${name}: first opening of ${page}`, [await open(page)]));
  await open('star-board');
  await product.longTasks();
  const times = new Map(tour.map((page) => [page, [] as number[]]));
  for (let sample = 0; sample < samples; sample += 1)
    for (const page of tour) times.get(page)?.push(await open(page));
  const tasks = await product.longTasks();
  return [
    ...first,
    ...[...times].map(([page, taken]) => limited(`${name}: to ${page}`, taken, 'p95', 100)),
    longest(`${name}: main thread while pages are changed`, tasks),
  ];
}
