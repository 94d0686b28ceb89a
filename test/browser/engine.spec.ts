import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { expectPublishedTotals, openSample } from './page';

test('an engine that dies is replaced and the data restored', async ({ page }) => {
  await openSample(page);
  const worker = page.workers()[0];
  if (!worker) throw new Error('the page has no worker');
  await worker.evaluate(() => self.close()).catch(() => undefined);
  // what is asked of the dead engine is answered by the next
  await page.getByLabel('时段').selectOption({ label: '2022年度' });
  await expect(page.getByText('计算引擎已重新启动，数据已恢复')).toBeVisible({ timeout: 45_000 });
  await expect(page.locator('[data-figure="level-3"] dd')).toHaveText('11', { timeout: 30_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByLabel('时段').selectOption({ label: '2023年度' });
  await expectPublishedTotals(page);
});

test('where the engine cannot start the page says so and what to do', async ({ page }) => {
  await page.route('**/*.gz', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByRole('heading', { name: '无法启动' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('alert').first()).toContainText('计算引擎未能启动');
  await expect(page.getByRole('button', { name: '重新载入页面' })).toBeVisible();
});

test.describe('nothing leaves the page', () => {
  let server: Server;
  let received: string[];

  test.beforeAll(async () => {
    received = [];
    server = createServer((request, response) => {
      received.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end('a\n1\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  test.afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('a worker made from a blob cannot reach another origin: no request is received', async ({
    page,
  }) => {
    await openSample(page);
    const { port } = server.address() as AddressInfo;
    const outcome = await page.evaluate(async (address) => {
      const script = `fetch(${JSON.stringify(address)}).then(() => postMessage('reached'), () => postMessage('refused'))`;
      const worker = new Worker(URL.createObjectURL(new Blob([script])));
      return new Promise((resolve) => {
        worker.onmessage = (event) => resolve(event.data);
      });
    }, `http://127.0.0.1:${port}/in/probe.csv`);
    expect(outcome).toBe('refused');
    expect(received).toEqual([]);
  });
});
