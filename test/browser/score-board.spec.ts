import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { drop, expectFigure, openEmpty } from './page';

const path = join(import.meta.dirname, '../../sample-data/hdi/indicators.csv');

type Country = Record<'country' | 'year' | 'hdicode' | 'le' | 'eys' | 'mys' | 'gnipc', string>;

const share = (value: number, from: number, to: number) =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

/** The index worked out here, to compare what the page shows. */
function index({ le, eys, mys, gnipc }: Country): string {
  const health = share(Number(le), 20, 85);
  const education = (share(Number(eys), 0, 18) + share(Number(mys), 0, 15)) / 2;
  const income = share(Math.log(Number(gnipc)), Math.log(100), Math.log(75_000));
  return String(Number(Math.cbrt(health * education * income).toFixed(3)));
}

test('a scheme without stars of the year shows scores, tiers by name, and the steps of every part', async ({
  page,
}) => {
  const bytes = await readFile(path);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const { data } = Papa.parse<Country>(text, { header: true, skipEmptyLines: true });
  const newest =
    data
      .map(({ year }) => year)
      .sort()
      .at(-1) ?? '';
  // aggregates of regions have no group and are not assessed
  const assessed = data.filter(({ year, hdicode }) => year === newest && hdicode !== '');
  const countries = assessed.filter(({ gnipc }) => gnipc !== '');

  await openEmpty(page);
  await drop(page, [{ name: 'indicators.csv', bytes }]);
  await page.evaluate(() => (location.hash = '#/star-board?scheme=hdi'));
  const rows = page.locator('article tbody tr[data-subject]');
  await expect(rows).toHaveCount(assessed.length, { timeout: 30_000 });
  for (const country of countries.slice(0, 8)) {
    const row = rows.filter({
      has: page.getByRole('button', { name: country.country, exact: true }),
    });
    await expect(row.locator('td.total')).toHaveText(index(country));
  }
  await expectFigure(page, 'stars-4', String(await rows.filter({ hasText: '极高' }).count()));

  await rows.first().getByRole('button').click();
  const panel = page.locator('.panel');
  await expect(panel.getByRole('row', { name: /^教育/ })).toBeVisible();
  await expect(panel.getByRole('row', { name: /^预期受教育年限/ })).toContainText('按上下限折算');
  await expect(panel).not.toContainText('年度星级依据');
});
