import { stepIds } from '../src/wizard/route.ts';
import { dropFile, expect, expectAccessible, sample, test } from './wizard.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('Start, before a file', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });

    test('Start, with a refused file', async ({ page }) => {
      await page.goto('/');
      await dropFile(page, 'tabs.yaml', sample('bad/tab-indented.yaml'));
      await expect(page.getByTestId('refused')).toBeVisible();
      await expectAccessible(page);
    });

    // The dark theme differs in its colours, and the file with problems shows all of them.
    const calm = colorScheme === 'light' ? ['already-restricted.yaml'] : [];
    for (const file of ['team-edited.yaml', ...calm]) {
      test(`every step with ${file}`, async ({ page }) => {
        test.setTimeout(60_000);
        await page.goto('/');
        await dropFile(page, file, sample(file));
        for (const step of stepIds) {
          await test.step(step, async () => {
            await page.goto(`/#/${step}`);
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
            if (step !== 'review')
              await page.locator('.monaco-editor .view-line').first().waitFor();
            await expectAccessible(page);
          });
        }
      });
    }

    test('the share dialog', async ({ page }) => {
      await page.goto('/#/security');
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
    });

    for (const [width, height] of [
      [1024, 768],
      [390, 844],
    ] as const) {
      test(`security at ${width}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.goto('/');
        await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
        await page.goto('/#/security');
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Files', exact: true }).click();
        await expectAccessible(page);
      });
    }
  });
}
