import { dropFile, expect, sample, test } from './wizard.ts';

test('the address of a problem of the file leads to it on Start', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'astro-ui-1x.yaml', sample('astro-ui-1x.yaml'));
  await page.goto('/#/security');
  await page.goto('/#/start?field=start.file');
  const problems = page.locator('[data-field="start"]');
  await expect(problems).toContainText('This file has the shape of chart 1.x');
  await expect(page.locator('[data-field="start"]:focus, [data-field="start"] :focus')).toHaveCount(
    1,
  );
  await expect(problems).toBeInViewport();
});
