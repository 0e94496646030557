import type { Page } from '@playwright/test';
import { dropFile, expect, expectAccessible, sample, test, verdict } from './wizard.ts';

/* The parts of the page that may fail: what is said, what stays, and the way back. */

const failure = (page: Page) => page.getByTestId('failure');
const stepLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name });
const judged = '3 of 3 pods would be rejected by restricted:latest';

async function openWindowsFile(page: Page): Promise<void> {
  await page.goto('/');
  await dropFile(page, 'crlf.yaml', sample('crlf.yaml'));
  await expect(verdict(page)).toHaveText(judged);
}

/** Takes the work to safety from what a failure offers, and finds it whole. */
async function expectFilesSafe(page: Page): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    failure(page).getByRole('button', { name: 'Download my files' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('restricted-agent.zip');
  await expect(page.getByTestId('announcer')).toHaveText(
    'Downloaded restricted-agent.zip with both files.',
  );
}

test.describe('a part that does not come', () => {
  test.use({
    tolerated: /Failed to load resource|dynamically imported|preload CSS/,
  });

  test('a step says so, keeps the work, and comes when it is asked for again', async ({ page }) => {
    await openWindowsFile(page);
    await page.route('**/assets/review-page-*.js', (route) => route.fulfill({ status: 404 }));
    await stepLink(page, 'Review').click();
    await expect(failure(page)).toContainText('Review could not be loaded');
    await expect(failure(page).getByRole('heading')).toBeFocused();
    await expect(verdict(page)).toHaveText(judged);
    await expectAccessible(page);
    await expectFilesSafe(page);
    await stepLink(page, 'Security').click();
    await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
    await stepLink(page, 'Review').click();
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(failure(page)).toContainText('Review could not be loaded');
    await page.unroute('**/assets/review-page-*.js');
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
    await expect(verdict(page)).toHaveText(judged);
  });

  test('a reload from what could not be loaded keeps the work', async ({ page }) => {
    await openWindowsFile(page);
    await page.route('**/assets/review-page-*.js', (route) => route.fulfill({ status: 404 }));
    await stepLink(page, 'Review').click();
    await expect(failure(page)).toBeVisible();
    await page.unroute('**/assets/review-page-*.js');
    await failure(page).getByRole('button', { name: 'Reload the page' }).click();
    await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
    await expect(verdict(page)).toHaveText(judged);
  });

  test('without the editor the file is listed, and the editor comes when asked', async ({
    page,
  }) => {
    await page.route('**/assets/editor-*.js', (route) => route.abort());
    await openWindowsFile(page);
    await stepLink(page, 'Security').click();
    const missing = page.getByTestId('no-editor');
    await expect(missing).toContainText(
      'The editor could not be loaded. You can read the file here, and edit it in the form.',
    );
    await expect(page.locator('.side')).toContainText('podSecurityContext:');
    await expectAccessible(page);
    await page.unroute('**/assets/editor-*.js');
    await missing.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.side .monaco-editor .view-line').first()).toBeVisible();
    await expect(missing).toHaveCount(0);
  });

  test('a dialog that does not come leaves the page as it is', async ({ page }) => {
    await page.route('**/assets/share-dialog-*.js', (route) => route.abort());
    await openWindowsFile(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(failure(page)).toContainText('Sharing could not be loaded');
    await expectFilesSafe(page);
    await failure(page).getByRole('button', { name: 'Close' }).click();
    await expect(failure(page)).toHaveCount(0);
    await page.unroute('**/assets/share-dialog-*.js');
    await page.getByRole('button', { name: 'Share' }).click();
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

test.describe('a mistake', () => {
  test.use({ tolerated: /made up|removeChild|insertBefore|error boundary/i });

  test('in a step: said with its words; the other steps and the files stay', async ({ page }) => {
    await openWindowsFile(page);
    await page.route('**/assets/review-page-*.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export default () => { throw new Error("made up"); };',
      }),
    );
    await stepLink(page, 'Review').click();
    await expect(failure(page)).toContainText('Review cannot be shown');
    await expect(failure(page)).toContainText('made up');
    await expectFilesSafe(page);
    await failure(page).getByRole('button', { name: 'Try again' }).click();
    await expect(failure(page)).toContainText('Review cannot be shown');
    await stepLink(page, 'Security').click();
    await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
    await expect(failure(page)).toHaveCount(0);
  });

  test('in what a click sets off: said, not swallowed', async ({ page }) => {
    await openWindowsFile(page);
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('made up');
      });
    });
    const bar = page.getByTestId('unexpected');
    await expect(bar).toContainText('The last action went wrong');
    await expect(bar).toContainText('made up');
    await expectAccessible(page);
    await bar.getByRole('button', { name: 'Dismiss the message' }).click();
    await expect(bar).toHaveCount(0);
    await page.evaluate(() => {
      void Promise.reject(new Error('made up, too'));
    });
    await expect(bar).toContainText('made up, too');
  });

  test('in opening what is kept: the page starts, and what is kept can be saved', async ({
    page,
  }) => {
    await openWindowsFile(page);
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    await page.addInitScript(() => {
      const parse = JSON.parse.bind(JSON);
      JSON.parse = (text: string) => {
        const value = parse(text);
        if (!text.includes('crlf.yaml') || sessionStorage.length === 0) return value;
        // Nothing reads such a thing from storage: a mistake of the page's own.
        return new Proxy(value, {
          get() {
            throw new Error('made up');
          },
        });
      };
    });
    await page.reload();
    await expect(failure(page)).toContainText('Your work could not be opened');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      failure(page).getByRole('button', { name: 'Download what is kept' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('restricted-agent-work.json');
    await failure(page).getByRole('button', { name: 'Start without it' }).click();
    await expect(page.getByRole('heading', { name: 'Bring your values.yaml' })).toBeVisible();
  });
});

test.describe('opened as a file', () => {
  test.use({
    tolerated: /file:|origin 'null'|ERR_FAILED|ERR_FILE|preload assets/,
  });

  test('the page says that it needs a server', async ({ page }) => {
    await page.goto(new URL('../dist/index.html', import.meta.url).href);
    await expect(page.getByRole('heading', { name: 'The wizard has not started' })).toBeVisible();
    await expect(page.getByText('npm start')).toBeVisible();
    await expectAccessible(page);
  });
});
