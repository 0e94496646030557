import type { Page } from '@playwright/test';
import { dropFile, expect, sample, test, verdict } from './wizard.ts';

/**
 * Translates the page as Chrome does, and goes on as the page changes: each text node goes into
 * two `<font>` elements of its own, except where the page says that it is not to be translated.
 */
async function translate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = '[translate="no"], script, style, textarea, font, .monaco-editor';
    const wrap = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text && node.data.trim() && !node.parentElement?.closest(kept)) {
          texts.push(node);
        }
      }
      for (const text of texts) {
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        text.replaceWith(outer);
        inner.textContent = text.data.toUpperCase();
        outer.append(inner);
      }
    };
    document.addEventListener('DOMContentLoaded', () => {
      wrap(document.body);
      new MutationObserver(() => wrap(document.body)).observe(document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  });
}

const failure = (page: Page) => page.getByTestId('failure');
const stepLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name });

test('translated by the browser, every step works, and typing, fixing and undoing do', async ({
  page,
}) => {
  await translate(page);
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await expect(verdict(page)).toContainText('WOULD BE REJECTED BY restricted:latest');
  for (const name of ['Namespace', 'Security', 'Components', 'Logging sidecar', 'Review']) {
    await stepLink(page, name).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(failure(page)).toHaveCount(0);
  }
  await stepLink(page, 'Security').click();
  await page.getByRole('textbox', { name: /^user/i }).first().fill('0');
  await page.getByRole('textbox', { name: /^user/i }).first().fill('50000');
  await page.getByRole('button', { name: /^Fix everything/i }).click();
  await expect(verdict(page)).toContainText('1 OF 5 PODS WOULD BE REJECTED');
  await page.getByRole('button', { name: /^Undo/i }).first().click();
  await expect(verdict(page)).toContainText('5 OF 5 PODS WOULD BE REJECTED');
  await page.getByRole('button', { name: /^Redo/i }).press('Enter');
  await expect(verdict(page)).toContainText('1 OF 5 PODS WOULD BE REJECTED');
  await expect(failure(page)).toHaveCount(0);
  await expect(page.getByTestId('unexpected')).toHaveCount(0);
});
