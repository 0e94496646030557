import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { findChromium } from '../../scripts/chromium.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureKeystrokes } from './keystroke.ts';
import { largeFile } from './large-file.ts';
import { openFile } from './open-file.ts';
import { measureTyping } from './typing.ts';

/*
 * Keystrokes, typing and first load in a real browser, on the production build (run
 * `npm run build` first). The editor is editable and the chart's schema at work in all of them.
 */

const sample = new URL('../../tests/samples/astro-ui-2x.yaml', import.meta.url).pathname;
const port = 4199;
const baseURL = `http://127.0.0.1:${port}/`;

/** Prints the numbers; exits 0 whatever they are. */
export async function main(): Promise<number> {
  const server = await preview({
    preview: { port, strictPort: true, host: '127.0.0.1' },
    logLevel: 'error',
  });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const large = largeFile(sample);
  const files: readonly (readonly [string, string | undefined])[] = [
    ['starter', undefined],
    ['astro-ui-2x.yaml', readFileSync(sample, 'utf8')],
    [`${large.split('\n').length} lines, 100 workers`, large],
  ];
  try {
    console.log('A keystroke in a form field, milliseconds of main-thread work');
    for (const [name, text] of files) {
      const { p50, p95, seen95 } = await withFile(browser, text, measureKeystrokes);
      console.log(`  ${name}: p50 ${ms(p50)}, p95 ${ms(p95)}, seen after p95 ${ms(seen95)}`);
    }
    console.log('A frame while typing in the editor, milliseconds');
    for (const [name, text] of files) {
      const { idle, typing } = await withFile(browser, text, measureTyping);
      console.log(
        `  ${name}: p50 ${ms(typing.p50)}, p95 ${ms(typing.p95)}, longest ${ms(typing.worst)}` +
          ` (nobody types: p95 ${ms(idle.p95)}; ratio of p95 ${(typing.p95 / idle.p95).toFixed(2)})`,
      );
    }
    const { form, editor } = await measureFirstLoad(browser, baseURL);
    console.log('First load, milliseconds, median with an empty cache');
    console.log(`  form usable ${ms(form)}, editor ready ${ms(editor)}`);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

async function withFile<Result>(
  browser: Browser,
  text: string | undefined,
  measure: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openFile(page, text);
  const result = await measure(page);
  await context.close();
  return result;
}

function ms(value: number): string {
  return value.toFixed(1);
}
