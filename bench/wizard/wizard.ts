import { readFileSync } from 'node:fs';
import { type CDPSession, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { findChromium } from '../../scripts/chromium.ts';
import { largeFile } from './large-file.ts';

/*
 * Keystrokes and first load in a real browser, on the production build (run `npm run build` first).
 *
 * A keystroke: main-thread time, as Chromium accounts it (TaskDuration of its Performance domain),
 * from a key press in a form field until the form, the preview, the findings and the next frame are
 * done, less the same procedure without a key press. Milliseconds.
 */

const samples = new URL('../../tests/samples/', import.meta.url);
const strokes = 60;

interface Keystrokes {
  readonly p50: number;
  readonly p95: number;
  /** From the key press to the second frame after it, as somebody sees it. */
  readonly seen95: number;
}

/** Prints the numbers; exits 0 whatever they are. */
export async function main(): Promise<number> {
  const server = await preview({
    preview: { port: 4199, strictPort: true, host: '127.0.0.1' },
    logLevel: 'error',
  });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const address = 'http://127.0.0.1:4199/';
  try {
    const root = samples.pathname;
    const files: readonly (readonly [string, string | undefined])[] = [
      ['starter', undefined],
      ['astro-ui-2x.yaml', readFileSync(`${root}astro-ui-2x.yaml`, 'utf8')],
      ['5,000 lines, 100 workers', largeFile(`${root}astro-ui-2x.yaml`)],
    ];
    console.log('A keystroke in a form field, milliseconds of main-thread work');
    for (const [name, text] of files) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await openFile(page, address, text);
      const { p50, p95, seen95 } = await typeInto(page);
      console.log(
        `  ${name}: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, seen after p95 ${seen95.toFixed(1)}`,
      );
      await context.close();
    }
    console.log('First load, milliseconds, median of 7 with an empty cache');
    const loads = [];
    for (let run = 0; run < 7; run += 1) loads.push(await firstLoad(browser, address));
    console.log(
      `  form usable: ${quantile(
        loads.map(({ form }) => form),
        0.5,
      ).toFixed(0)}`,
    );
    console.log(
      `  editor ready: ${quantile(
        loads.map(({ editor }) => editor),
        0.5,
      ).toFixed(0)}`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

async function openFile(page: Page, address: string, text: string | undefined): Promise<void> {
  await page.goto(address);
  if (text === undefined) {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
  } else {
    // A drop: a browser types a long text into a field line by line.
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'values.yaml'));
      return data;
    }, text);
    await page.getByTestId('drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByRole('heading', { name: 'Your file' }).waitFor();
  }
  await page
    .getByRole('link', { name: /Security/ })
    .first()
    .click();
  await page.getByLabel('User', { exact: false }).first().click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

async function typeInto(page: Page): Promise<Keystrokes> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const field = page.getByLabel('User', { exact: false }).first();
  await field.click();
  await page.keyboard.press('End');
  const idle = [];
  for (let run = 0; run < strokes; run += 1) idle.push((await measured(page, session)).work);
  const base = quantile(idle, 0.5);
  const typed = [];
  for (let run = 0; run < strokes; run += 1) {
    const key = run % 2 === 0 ? 'Backspace' : '0';
    typed.push(await measured(page, session, key));
  }
  const work = typed.map((one) => Math.max(0, one.work - base));
  const seen = typed.map((one) => one.seen);
  return { p50: quantile(work, 0.5), p95: quantile(work, 0.95), seen95: quantile(seen, 0.95) };
}

async function measured(page: Page, session: CDPSession, key?: string) {
  const before = await taskMilliseconds(session);
  const started = Date.now();
  if (key !== undefined) await page.keyboard.press(key);
  await page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))),
      ),
  );
  const seen = Date.now() - started;
  return { work: (await taskMilliseconds(session)) - before, seen };
}

async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const duration = metrics.find(({ name }) => name === 'TaskDuration');
  if (!duration) throw new Error('This Chromium reports no TaskDuration');
  return duration.value * 1000;
}

async function firstLoad(browser: Awaited<ReturnType<typeof chromium.launch>>, address: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(`${address}#/security`);
  const field = page.getByLabel('User', { exact: false }).first();
  await field.fill('50001');
  const form = performance.now() - started;
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const editor = performance.now() - started;
  await context.close();
  return { form, editor };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
