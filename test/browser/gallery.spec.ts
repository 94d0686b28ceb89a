import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { complaints } from './page';

// Every figure with made-up data (test/gallery), compared with its golden file in test/golden/figures. A figure that
// is meant to have changed is looked at first (`npx vite preview`, then /gallery.html); then the golden files are
// written anew with
//   STARFLAG_GOLDEN=1 npx playwright test test/browser/gallery.spec.ts

const folder = join(import.meta.dirname, '../golden/figures');

async function open(page: Page, kind: string): Promise<void> {
  await page.goto(`./gallery.html?case=${kind}`);
  const figures = page.locator('[data-gallery]');
  await expect(figures.first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-gallery] svg.figure')).toHaveCount(await figures.count(), {
    timeout: 30_000,
  });
}

/** The figures as text by their names, an element to a line; numbered ids and the library's class names are told alike. */
async function drawn(page: Page): Promise<ReadonlyMap<string, string>> {
  const figures = await page
    .locator('[data-gallery]')
    .evaluateAll((list) =>
      list.map((one): [string, string] => [
        one.getAttribute('data-gallery') ?? '',
        one.querySelector('svg.figure')?.outerHTML ?? '',
      ]),
    );
  return new Map(
    figures.map(([name, svg]) => [
      name,
      `${svg
        .replaceAll(/plot-clip-\d+/g, 'plot-clip')
        .replaceAll(/plot-[\da-f]{6}\b/g, 'plot')
        .replaceAll(/></g, '>\n<')}\n`,
    ]),
  );
}

test('every figure is drawn as its golden file', async ({ page }) => {
  await open(page, 'usual');
  const figures = await drawn(page);
  expect(figures.size).toBeGreaterThan(20);
  if (process.env['STARFLAG_GOLDEN']) {
    await mkdir(folder, { recursive: true });
    for (const [name, svg] of figures) await writeFile(join(folder, `${name}.svg`), svg);
  }
  for (const [name, svg] of figures) {
    const golden = await readFile(join(folder, `${name}.svg`), 'utf8').catch(() => '');
    expect.soft(svg, `${name}: golden file and what is drawn now`).toBe(golden);
  }
});

for (const kind of ['none', 'one', 'nulls', 'long', 'many'] as const) {
  test(`every figure can be drawn with other data (${kind})`, async ({ page }) => {
    const said = complaints(page);
    await open(page, kind);
    for (const [name, svg] of await drawn(page)) expect.soft(svg, name).not.toMatch(/NaN|Infinity/);
    expect(said).toEqual([]);
  });
}

test('the words of every mark are shown at focus, and at the pointer', async ({ page }) => {
  await open(page, 'usual');
  const figures = page.locator('[data-gallery]');
  for (const figure of await figures.all()) {
    const name = await figure.getAttribute('data-gallery');
    const marks = figure.locator('svg [data-tip]');
    const words = await marks.evaluateAll((list) =>
      list.map((mark) => mark.getAttribute('data-tip')),
    );
    expect.soft(words.length, `${name}: marks with words`).toBeGreaterThan(0);
    expect.soft(words, `${name}: words of every mark`).not.toContain('');
    expect.soft(await figure.locator('svg [tabindex="0"]').count(), `${name}: by Tab`).toBe(1);
    const tip = figure.locator('.tip');
    await figure.locator('svg [tabindex="0"]').focus();
    const shown: (string | null)[] = [];
    while (shown.length < words.length) {
      shown.push(await tip.textContent());
      await page.keyboard.press('ArrowRight');
    }
    expect.soft(shown.map(plain), `${name}: from mark to mark`).toEqual(words.map(plain));
    const last = marks.last();
    await last.scrollIntoViewIfNeeded();
    await last.dispatchEvent('pointerover');
    await expect.soft(tip).toHaveText(words.at(-1) ?? '', { useInnerText: false });
  }
});

/** Without the white space that the page's markup puts around it. */
const plain = (text: string | null) => text?.trim() ?? '';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no figure breaks a rule of accessibility (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await open(page, 'usual');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

test('the product loads nothing of the gallery', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./#/data');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked.filter((address) => /gallery/.test(address))).toEqual([]);
});
