import { dropFile, expect, sample, test } from './wizard.ts';

/* The page stands still: only its columns scroll, whatever is hidden in them for screen readers. */

const steps = ['start', 'namespace', 'security', 'components', 'sidecar', 'review'];

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const) {
  test(`nothing makes the page itself scroll at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
    await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
    const found: [string, number][] = [];
    for (const step of steps) {
      await page.goto(`/#/${step}`);
      await expect(page.locator('.main h1')).toBeVisible();
      const beyond = await page.evaluate(
        () => document.documentElement.scrollHeight - window.innerHeight,
      );
      found.push([step, beyond]);
    }
    expect(found).toEqual(steps.map((step) => [step, 0]));
  });
}
