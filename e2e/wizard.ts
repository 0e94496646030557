import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test as base, type Download, expect, type Page } from '@playwright/test';

interface Options {
  /** Complaints that the test itself brings about. */
  readonly tolerated: RegExp | undefined;
  /** Whether the browser may keep the page for offline use, which takes all of it at each visit. */
  readonly keepsPage: boolean;
}

/**
 * Every test watches the page: a console error or warning, an uncaught error, or a request to
 * another origin fails it, whatever it was about.
 */
export const test = base.extend<Options & { watched: undefined; kept: undefined }>({
  tolerated: [undefined, { option: true }],
  keepsPage: [false, { option: true }],
  kept: [
    async ({ context, keepsPage }, use) => {
      if (!keepsPage) {
        await context.addInitScript(() => {
          Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
        });
      }
      await use(undefined);
    },
    { auto: true },
  ],
  watched: [
    async ({ page, baseURL, tolerated }, use) => {
      const complaints: string[] = [];
      const complain = (text: string) => {
        if (!tolerated?.test(text)) complaints.push(text);
      };
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complain(`console ${message.type()}: ${message.text()}`);
        }
      });
      page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        const local = protocol === 'data:' || protocol === 'blob:';
        if (!local && origin !== new URL(baseURL ?? '').origin) {
          complain(`request to another origin: ${request.url()}`);
        }
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A sample's bytes, as a Buffer: nothing here may decode and encode them again. */
export function sample(name: string): Buffer {
  return readFileSync(new URL(`../tests/samples/${name}`, import.meta.url));
}

/** Drops a file onto the drop zone, as a person would. */
export async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ fileName, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], fileName, { type: 'application/yaml' }));
      return data;
    },
    { fileName: name, content: [...bytes] },
  );
  const zone = page.getByTestId('drop-zone');
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

/** Types a file's text into the paste form, as a person would paste it. */
export async function pasteFile(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page.getByLabel('Text of values.yaml or namespace.yaml').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
}

/** What a click downloads: its name and its bytes. */
export async function downloaded(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function bytesOf(download: Download): Promise<Buffer> {
  const path = await download.path();
  return readFileSync(path);
}

/** The sentence in the verdict bar. */
export function verdict(page: Page) {
  return page.getByRole('region', { name: 'Verdict' }).getByRole('status');
}

/** No accessibility violation on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) })),
  ).toEqual([]);
}

/** The text that the editor holds, copied from it as a person would. */
export async function editorText(page: Page): Promise<string> {
  await page.locator('.monaco-editor').getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}
