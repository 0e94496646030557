import type { Page } from '@playwright/test';
import { dropFile, expect, sample, test, verdict } from './wizard.ts';

/* Where form and files take turns, whatever leads to one of them also shows it. */

const phone = { width: 390, height: 844 };

async function open(page: Page, step: string, name = 'astro-ui-2x.yaml'): Promise<void> {
  await page.setViewportSize(phone);
  await page.goto('/');
  await dropFile(page, name, sample(name));
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  await page.goto(`/#/${step}`);
}

const files = (page: Page) => page.getByRole('button', { name: 'Files', exact: true });
const line = (page: Page, number: number) => page.locator(`.plain-line[data-line="${number}"]`);

test('a line link shows the line among the files, and the next step its form', async ({ page }) => {
  await open(page, 'security');
  await page.getByRole('button', { name: 'Show line 200 of values.yaml' }).click();
  await expect(files(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(line(page, 200)).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Files' })).toBeFocused();

  await page.getByRole('button', { name: /^Step 2 of 4/ }).click();
  await page.getByRole('link', { name: /^3 Components/ }).click();
  await expect(page.getByRole('heading', { name: 'Components', level: 1 })).toBeFocused();
});

test('the files lead back to the field of a problem', async ({ page }) => {
  await open(page, 'components');
  await page.setViewportSize({ width: 900, height: 844 });
  await files(page).click();
  await page
    .getByRole('button', { name: /allowPrivilegeEscalation=false/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/security\?field=/);
  await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
  await expect(page.getByRole('switch', { name: /Forbid privilege escalation/ })).toBeFocused();
});

test('a line that cannot be read is marked and can be gone to', async ({ page }) => {
  await open(page, 'security', 'already-restricted.yaml');
  await page.setViewportSize({ width: 1440, height: 900 });
  const textbox = page.locator('.monaco-editor').getByRole('textbox').first();
  await textbox.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('<<: 1\n');
  const note = page.getByTestId('paused');
  await expect(note).toContainText('line 1 of values.yaml');
  await expect(note).not.toContainText('`');
  await expect(note.locator('code')).toHaveText(['<<: *name']);

  await page.setViewportSize(phone);
  await page.getByRole('button', { name: 'Go to line 1' }).click();
  await expect(line(page, 1)).toHaveClass(/line-unread/);
  await expect(line(page, 2)).not.toHaveClass(/line-unread/);
  await expect(line(page, 1).locator('.squiggle')).toHaveText('1');
});

for (const name of ['astro-ui-2x.yaml', 'already-restricted.yaml']) {
  test(`the verdict on ${name} takes two lines of a phone`, async ({ page }) => {
    await open(page, 'security', name);
    await expect(verdict(page)).toHaveText(/ of \d pods .* by restricted:latest/);
    const lines = await verdict(page).evaluate((words) => {
      const { height } = words.getBoundingClientRect();
      return Math.round(height / Number.parseFloat(getComputedStyle(words).lineHeight));
    });
    expect(lines).toBe(2);
  });
}
