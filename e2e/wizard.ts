import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test as base, type Download, expect, type Locator, type Page } from '@playwright/test';

interface Options {
  /** Complaints that the test itself brings about. */
  readonly tolerated: RegExp | undefined;
  /** Whether the browser may keep the page for offline use, which takes all of it at each visit. */
  readonly keepsPage: boolean;
}

/**
 * Every test watches the page: a console error or warning, an uncaught error, something against its
 * policy, even where it was caught, or a request to another origin fails it, whatever it was about.
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
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(
            `against the page's policy: ${event.violatedDirective} ${event.blockedURI}`,
          );
        });
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
  await dropFiles(page, page.getByTestId('drop-zone'), [{ name, bytes }]);
  // It is read a moment later, and then leads to Start: whoever went on before would be brought back.
  const told = ['refused', 'taken', 'trial'].map((id) => page.getByTestId(id));
  const read = page.getByRole('heading', { name: 'Your file' });
  await told
    .reduce((any, one) => any.or(one), read)
    .first()
    .waitFor();
}

/** Drops files somewhere. */
export async function dropFiles(
  page: Page,
  place: Locator,
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> {
  const transfer = await page.evaluateHandle(
    (all) => {
      const data = new DataTransfer();
      for (const { name, content } of all) {
        const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: 'application/yaml' }));
      }
      return data;
    },
    files.map(({ name, bytes }) => ({ name, content: bytes.toString('base64') })),
  );
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await place.dispatchEvent(event, { dataTransfer: transfer });
  }
}

/** Types a file's text into the paste form, as a person would paste it. */
export async function pasteFile(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page.getByLabel('Text of values.yaml or namespace.yaml').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
}

/** What a click downloads, also where the page asks first since a text cannot be read. */
export function downloadedAsItIs(page: Page, click: () => Promise<void>) {
  return downloaded(page, async () => {
    const begun = page.waitForEvent('download');
    await click();
    const asItIs = page.getByRole('button', { name: 'Download as it is' });
    await Promise.race([begun, asItIs.waitFor()]);
    if (await asItIs.isVisible()) await asItIs.click();
    await begun;
  });
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

/** WCAG 2.2 AA, with the size of targets, which axe leaves out unless it is asked, and its advice. */
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No accessibility violation on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(axeTags);
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
