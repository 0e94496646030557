import { expect, test } from './wizard.ts';

/* The theme is there before any module: a dark page never begins with a white one. */

for (const [system, chosen, ground] of [
  ['light', undefined, 'rgb(255, 255, 255)'],
  ['dark', undefined, 'rgb(23, 25, 28)'],
  ['light', 'dark', 'rgb(23, 25, 28)'],
  ['dark', 'light', 'rgb(255, 255, 255)'],
] as const) {
  test(`a ${system} system with ${chosen ?? 'no'} theme chosen`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    // Neither modules nor sheets: what is left is what the browser paints first.
    await page.route(/\/assets\//, (route) => route.abort());
    await page.addInitScript((theme) => {
      if (theme) localStorage.setItem('restricted-agent-wizard:theme', theme);
    }, chosen);
    await page.goto('/');
    const html = page.locator('html');
    await expect(html).toHaveCSS('background-color', ground);
    await expect(html).toHaveCSS('color-scheme', ground.startsWith('rgb(255') ? 'light' : 'dark');
  });
}

test.use({ tolerated: /ERR_FAILED/ });
