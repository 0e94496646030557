import type { Page } from 'playwright';
import { quantile } from './quantile.ts';

/*
 * Typing in the editor as somebody fast does it, a letter every 80 ms: how long each frame of the
 * page takes meanwhile, in milliseconds between two of requestAnimationFrame's times. A display of
 * 60 Hz gives 16.7 when nothing is in the way.
 */

const letterMs = 80;
const note = ' # checked with the platform team, and again with those who own the queue';

export interface Frames {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

export interface Typing {
  /** While nobody types. */
  readonly idle: Frames;
  readonly typing: Frames;
}

/** Types a comment after a value in the middle of the file, on a page made by `openFile`. */
export async function measureTyping(page: Page): Promise<Typing> {
  const editor = page.locator('.editor .monaco-editor').first();
  await editor.getByRole('textbox').first().focus();
  await goToMiddle(page);
  const idle = await framesDuring(page, () => page.waitForTimeout(note.length * letterMs));
  const typing = await framesDuring(page, () => page.keyboard.type(note, { delay: letterMs }));
  return { idle, typing };
}

/** Puts the cursor at the end of the line that the scroll bar's middle shows. */
async function goToMiddle(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('runAsNonRoot: true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
}

async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
  const frames = await page.evaluateHandle(() => {
    const times: number[] = [];
    let stopped = false;
    const tick = (time: number) => {
      times.push(time);
      if (!stopped) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return {
      times,
      stop: () => {
        stopped = true;
      },
    };
  });
  await act();
  const times = await frames.evaluate(({ times: all, stop }) => {
    stop();
    return all;
  });
  const lengths = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    p50: quantile(lengths, 0.5),
    p95: quantile(lengths, 0.95),
    worst: Math.max(...lengths),
  };
}
