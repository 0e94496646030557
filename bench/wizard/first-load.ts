import type { Browser } from 'playwright';
import { quantile } from './quantile.ts';

const runs = 7;

/** Milliseconds from the address to a filled field, and to the editor; medians, each with an empty cache. */
export async function measureFirstLoad(browser: Browser, baseURL: string) {
  const loads = [];
  for (let run = 0; run < runs; run += 1) loads.push(await load(browser, baseURL));
  return {
    form: quantile(
      loads.map(({ form }) => form),
      0.5,
    ),
    editor: quantile(
      loads.map(({ editor }) => editor),
      0.5,
    ),
  };
}

async function load(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto('/#/security');
  await page.getByLabel('User', { exact: true }).first().fill('50001');
  const form = performance.now() - started;
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const editor = performance.now() - started;
  await context.close();
  return { form, editor };
}
