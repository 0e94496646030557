import type { Page } from '@playwright/test';
import { expect, sample, test, verdict } from './wizard.ts';

/* From an empty page to the download with the keyboard alone, and the focus in sight all the way. */

/** What has the focus, as a person would name it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    const label = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    return label.trim().replace(/\s+/g, ' ');
  });
}

/** Presses Tab until something with this name has the focus; each stop on the way must be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const isSeen = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return true;
      const box = at.getBoundingClientRect();
      // The ring may be drawn by what is around a control, or over the card that a button opens.
      const styles = [
        getComputedStyle(at),
        getComputedStyle(at, '::after'),
        ...(at.parentElement ? [getComputedStyle(at.parentElement)] : []),
        ...(at.nextElementSibling ? [getComputedStyle(at.nextElementSibling)] : []),
      ];
      const isMarked = styles.some(({ outlineStyle }) => outlineStyle !== 'none');
      return isMarked && box.bottom > 0 && box.top < window.innerHeight;
    });
    expect(isSeen, `focus on ${await focused(page)}`).toBe(true);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

const steps = [
  ['Namespace', 'Security'],
  ['Security', 'Components'],
  ['Components', 'Logging sidecar'],
  ['Logging sidecar', 'Review'],
] as const;

test('from import to download by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await tabTo(page, /^Paste text$/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Text of values.yaml or namespace.yaml')).toBeFocused();
  await page.keyboard.insertText(sample('already-restricted.yaml').toString());
  await tabTo(page, /^Read it$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  await tabTo(page, /^Next: Namespace$/);
  await page.keyboard.press('Enter');
  for (const [step, next] of steps) {
    await expect(page.getByRole('heading', { name: step, level: 1 })).toBeFocused();
    await tabTo(page, new RegExp(`^Next: ${next}$`));
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeFocused();
  await expect(verdict(page)).toContainText('restricted:latest');
  await tabTo(page, /^Download all as zip$/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('restricted-agent.zip');
});
