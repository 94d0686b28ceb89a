import { expect, test, type Page } from '@playwright/test';
import { complaints, goTo } from './page';
import { filesOf, openWith } from './sample-systems';

test.setTimeout(120_000);

const pages = ['数据', '星级榜', '趋势', '集体经济', '对比', '村档案', '查询', '方案'];

/** Opens every page by the navigation; each has to show something and complain of nothing. */
async function visitAll(page: Page): Promise<void> {
  for (const name of pages) {
    await goTo(page, name);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(main).not.toContainText('正在', { timeout: 30_000 });
    await expect(main.locator('.skeleton')).toHaveCount(0);
    await expect(main.getByRole('alert')).toHaveCount(0);
    expect((await main.innerText()).length, name).toBeGreaterThan(name === '村档案' ? 60 : 120);
  }
  await openFirst(page);
}

/** Opens the page of the one that leads the board. */
async function openFirst(page: Page): Promise<void> {
  await goTo(page, '星级榜');
  await page.getByRole('table').first().locator('tbody button').first().click();
  const link = page.locator('.panel').getByRole('link', { name: '打开村档案' });
  await expect(link).toBeVisible({ timeout: 30_000 });
  await link.click();
  const main = page.getByRole('main');
  await expect(main.getByRole('region', { name: '依据' })).toBeVisible({ timeout: 30_000 });
  await expect(main).not.toContainText('正在', { timeout: 30_000 });
  await expect(main.getByRole('alert')).toHaveCount(0);
}

async function expectFigures(page: Page, figures: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(figures))
    await expect(page.locator(`[data-figure="${id}"] dd`).first(), id).toHaveText(value, {
      timeout: 30_000,
    });
}

/** Drops a system's sample and goes through every page. */
async function through(page: Page, scheme: string, folder = scheme): Promise<string[]> {
  const files = await filesOf(folder);
  await openWith(page, scheme, files);
  const said = complaints(page);
  await visitAll(page);
  await goTo(page, '星级榜');
  return said;
}

const year = (page: Page, label: string) => page.getByLabel('时段').selectOption({ label });

test('鸠江: stars, levels and the watch list, and the economy with its denominators', async ({
  page,
}) => {
  const said = await through(page, 'jiujiang@2.0', 'jiujiang');
  await expectFigures(page, {
    'level-5': '6',
    'level-4': '9',
    'level-3': '12',
    'level-3-up': '27',
    'period-five-star': '40',
    watch: '16',
    subject_count: '109',
    town_count: '9',
    track_count: '3',
  });
  await goTo(page, '集体经济');
  const measure = page.getByRole('combobox', { name: '指标' });
  await measure.selectOption({ label: '经营性收入' });
  await expectFigures(page, { mean: '107.2' });
  await measure.selectOption({ label: '经营性收益' });
  await expectFigures(page, { mean: '45.74' });
  await expect(page.locator('[data-returns]')).toContainText('42.67%');
  await expect(page.locator('[data-returns]')).toContainText('203.57');
  await measure.selectOption({ label: '注资' });
  await expectFigures(page, { total: '17,100' });
  await measure.selectOption({ label: '分红' });
  await expectFigures(page, { total: '2,865' });
  expect(said).toEqual([]);
});

test('召陵: tasks, classes, what a star is worth, and the rounds', async ({ page }) => {
  const said = await through(page, 'zhaoling');
  await year(page, '2023年度');
  await expectFigures(page, {
    task_count: '126',
    premium_village_count: '5',
    key_village_count: '17',
    tidy_village_count: '30',
    classed_village_count: '52',
    grid_worker_count: '5,566',
    share_at_threshold: '61.8%',
    subsidy_five_star_quarter: '75',
    subsidy_five_star_year: '300',
    grid_worker_year: '600',
    mediation_rate: '99.86%',
    reward_total: '16,413,190',
  });
  await expect(page.locator('[data-figure="mediation_rate"]')).toContainText('4,993/5,000');
  await page
    .getByRole('banner')
    .getByRole('combobox', { name: '方案', exact: true })
    .selectOption('zhaoling-rounds@1.0');
  await year(page, '2024年度');
  await expectFigures(page, { round_count: '15', share_so_far: '60%' });
  await visitAll(page);
  expect(said).toEqual([]);
});

test('牛庄: one holder of the flag in every period', async ({ page }) => {
  const said = await through(page, 'niuzhuang');
  for (const one of ['2023年度', '2022年度']) {
    await year(page, one);
    await expect(page.locator('caption')).toContainText(one);
    await expectFigures(page, {
      flag_holders: '1',
      village_count: '9',
      community_count: '1',
      cluster_count: '4',
    });
    await expect(page.getByRole('table').getByText('流动红旗')).toHaveCount(1);
  }
  expect(said).toEqual([]);
});

test('崆峒: teams and cadres, incomes cut off as printed, plans and shares', async ({ page }) => {
  const said = await through(page, 'kongtong');
  await expectFigures(page, {
    team_count: '252',
    cadre_count: '809',
    cadres_per_team: '3.21',
    contest_count: '36',
    total_income: '6,651.85',
    mean_income: '26.39',
    company_count: '20',
    company_revenue: '140 以上',
    members_taken: '260',
    members_planned: '282',
    members_completion: '92.2%',
    grid_branch_share: '38.94%',
    cross_appointed_share: '50.75%',
    rectified_count: '8',
  });
  await expect(page.locator('[data-figure="grid_branch_share"]')).toContainText('139/357');
  await expect(page.locator('[data-figure="cross_appointed_share"]')).toContainText('102/201');
  await goTo(page, '集体经济');
  await expectFigures(page, { mean: '26.39' });
  expect(said).toEqual([]);
});

test('同安: secretaries, years running, and the villages beside them', async ({ page }) => {
  const said = await through(page, 'tongan');
  await expectFigures(page, {
    secretary_count: '12',
    years_running: '3',
    share_at_threshold: '100%',
    project_count: '71',
    key_project_count: '17',
    invested: '8,500 以上',
    first_group_count: '2',
    second_group_count: '4',
    third_group_count: '2',
    became_general_branch_count: '66',
    became_committee_count: '2',
  });
  await expect(page.locator('[data-figure="share_at_threshold"]')).toContainText('84/84');
  await goTo(page, '集体经济');
  await expectFigures(page, { reached: '100%' });
  await expect(page.locator('[data-figure="reached"]')).toContainText('84/84');
  expect(said).toEqual([]);
});
