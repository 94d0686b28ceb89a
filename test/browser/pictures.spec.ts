import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openSample } from './page';

// One visit a set: the sample is worked out once, and the navigation leads from page to page.

const root = join(import.meta.dirname, '../..');
const patient = { timeout: 45_000 };

/** Those that the README shows. */
const chosen = ['star-board', 'trends', 'compare', 'query'];

const village = '星汉社区';
const query = `SELECT town, count(*) AS villages, count(*) FILTER (level >= 3) AS rated_3_up,
  round(avg(score), 2) AS mean_score
FROM report.annual_level
WHERE year = 2023
GROUP BY town
ORDER BY mean_score DESC`;

/** Finds the village by the search of a page. */
async function find(page: Page): Promise<void> {
  const search = page.getByRole('main').getByRole('combobox').and(page.locator('input')).first();
  await search.fill(village);
  await page.getByRole('option', { name: village }).first().click(patient);
}

/** What is done on a page before its picture is taken, and what must be seen on it then. */
const ready: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  data: (page) => expect(page.locator('tr[data-state="loaded"]')).toHaveCount(5),
  mapping: (page) => expect(page.locator('tr[data-row]').first()).toBeVisible(),
  quality: (page) => expect(page.locator('[data-coverage]')).toBeVisible(),
  'star-board': async (page) => {
    await page.locator('tbody').getByRole('button', { name: village }).first().click();
    await expect(page.getByText('86.8 × 0.5')).toBeVisible();
    await expect(page.locator('svg.figure')).toBeVisible();
  },
  trends: async (page) => {
    await expect(page.locator('svg.figure').nth(1)).toBeVisible(patient);
    await find(page);
    await expect(page.getByRole('figure', { name: new RegExp(village) })).toBeVisible();
  },
  'collective-economy': (page) => expect(page.locator('svg.figure')).toHaveCount(3, patient),
  compare: (page) => expect(page.locator('svg.figure')).toHaveCount(4, patient),
  subject: async (page) => {
    await find(page);
    await expect(page.locator('[data-peer]')).toHaveCount(5, patient);
    await expect(page.locator('svg.figure')).toBeVisible();
  },
  query: async (page) => {
    await expect(page.getByRole('button', { name: 'annual_level', exact: true })).toBeVisible(
      patient,
    );
    await page.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(query);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.locator('tbody tr[aria-rowindex]')).toHaveCount(9);
    await expect(page.locator('.cm-tooltip')).toHaveCount(0);
  },
  scheme: (page) => expect(page.getByRole('tab')).toHaveCount(4),
};

const sets = [
  { name: 'zh-light-1440', locale: 'zh-CN', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'en-dark-390', locale: 'en-US', colorScheme: 'dark', width: 390, height: 844 },
] as const;

for (const { name, locale, colorScheme, width, height } of sets) {
  test.describe(name, () => {
    test.use({ locale, colorScheme, viewport: { width, height } });

    test(`every page has its picture (${name})`, async ({ page }) => {
      test.slow();
      await openSample(page);
      const links = await page.getByRole('navigation').first().getByRole('link').all();
      expect(links).toHaveLength(Object.keys(ready).length);
      for (const link of links) {
        const of = /^#\/([a-z-]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
        await link.click();
        await expect(link).toHaveAttribute('aria-current', 'page');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(ready).toHaveProperty(of);
        await ready[of]?.(page);
        await page.mouse.move(0, 0);
        const path = join(root, 'test/.output/pictures', `${of}-${name}.png`);
        await page.screenshot({ path, animations: 'disabled' });
        if (process.env['STARFLAG_PICTURES'] && width === 1440 && chosen.includes(of)) {
          await page.screenshot({
            path: join(root, 'test/browser/pictures', `${of}.png`),
            animations: 'disabled',
          });
        }
        if (width < 720) await page.keyboard.press('Escape');
      }
    });
  });
}
