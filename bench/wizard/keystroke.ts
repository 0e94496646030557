import type { CDPSession, Page } from 'playwright';
import { quantile } from './quantile.ts';

/*
 * A keystroke: main-thread time, as Chromium accounts it (TaskDuration of its Performance domain),
 * from a key press in a form field until the form, the preview, the findings and the next two
 * frames are done, less the same procedure without a key press. Milliseconds.
 */

const strokes = 60;

export interface Keystrokes {
  readonly p50: number;
  readonly p95: number;
  /** From the key press to the second frame after it, as somebody sees it. */
  readonly seen95: number;
}

/** Types digits into the User field and takes them back, on a page made by `openFile`. */
export async function measureKeystrokes(page: Page): Promise<Keystrokes> {
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
