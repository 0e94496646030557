import type { Page } from '@playwright/test';
import { dropFile, expect, expectAccessible, sample, test, verdict } from './wizard.ts';

/* After a fix: what was done is said, what is next is in reach, and the focus is never lost. */

const focusIsSomewhere = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);

test('Fix everything ends with a summary that has the focus, and goes with its undo', async ({
  page,
}) => {
  test.setTimeout(60_000);
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await page.locator('.start-ways').getByRole('button', { name: 'Fix everything' }).click();
  const summary = page.getByTestId('fixed');
  await expect(summary).toBeFocused();
  await expect(summary).toHaveAccessibleName('9 problems repaired, 1 left for you');
  await expect(summary).toHaveAccessibleDescription(
    '4 of 5 pods are now admitted, before it was none. 35 lines changed, the rest is as it was.',
  );
  await expect(summary.locator('.fixed-words').first()).toHaveText(
    'Added allowPrivilegeEscalation: false',
  );
  await expectAccessible(page);
  const line = summary.getByRole('button', { name: /^Show line/ }).first();
  await line.click();
  await expect(
    page.locator('.monaco-editor .view-line', { hasText: 'allowPriv' }).first(),
  ).toBeVisible();

  // What is left, then the ways on.
  const left = page.getByRole('region', { name: 'For you to decide' });
  await expect(left).toContainText('dsd-socket');
  await page.getByRole('button', { name: 'See the changes' }).click();
  await expect(page.locator('.changes')).toContainText('35 lines changed');
  await left.getByRole('button', { name: /^Decide: / }).click();
  await expect(page).toHaveURL(/#\/components\?field=/);
  await focusIsSomewhere(page);

  // It stays on Start, until it is undone.
  await page.goto('/#/start');
  await expect(summary).toBeVisible();
  await expect(summary).not.toBeFocused();
  await summary.getByRole('button', { name: 'Undo' }).click();
  await expect(summary).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(verdict(page)).toContainText('5 of 5 pods would be rejected');

  // On another step it stands there; and where nothing is left, Review is next.
  await page.goto('/#/security');
  await page.getByRole('button', { name: /^Fix everything \(/ }).click();
  await expect(summary).toBeFocused();
  await expect(page).toHaveURL(/#\/security/);
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(page).toHaveURL(/#\/review/);
  await expect(summary).toHaveCount(0);
});

test('after each fix the focus is at the next problem, or at the field', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  for (const step of ['security', 'components', 'sidecar']) {
    await page.goto(`/#/${step}`);
    await page.locator('.step-fields').waitFor();
    const fixes = page.locator('.step-fields .finding-fix');
    for (let left = await fixes.count(); left > 0; ) {
      const label = await fixes.first().textContent();
      await fixes.first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => fixes.count(), `${step}: ${label}`).toBeLessThan(left);
      left = await fixes.count();
      await focusIsSomewhere(page);
      if (left > 0) await expect(page.locator('.main :focus')).toHaveCount(1);
    }
  }
});

test('what is removed is said, with the way back', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await page.goto('/#/components');
  await page.getByRole('button', { name: 'Remove worker/heavy' }).click();
  const told = page.getByTestId('told');
  await expect(told).toContainText('Removed worker heavy.');
  await expect(page.getByTestId('announcer')).toHaveText('Removed worker heavy.');
  await focusIsSomewhere(page);
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove worker/heavy' })).toBeVisible();
  await focusIsSomewhere(page);
});
