import { dropFile, expect, sample, test } from './wizard.ts';

/* The editor's own menus take the page's colours in both themes. */

const raised = { light: 'rgb(255, 255, 255)', dark: 'rgb(30, 33, 37)' } as const;
const soft = { light: 'rgb(234, 243, 252)', dark: 'rgb(26, 42, 59)' } as const;
const ink = { light: 'rgb(21, 21, 21)', dark: 'rgb(241, 242, 244)' } as const;

for (const theme of ['light', 'dark'] as const) {
  test(`the menu of quick fixes in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('/');
    await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
    await page.goto('/#/security');
    await page.getByRole('region', { name: 'Problems' }).locator('.problem-go').first().click();
    await expect(page.locator('.place-field')).toHaveText('Step 2, container context');
    await page.locator('.editor .monaco-editor').getByRole('textbox').first().focus();
    await page.keyboard.press('ControlOrMeta+.');
    const menu = page.locator('.action-widget').first();
    await expect(menu).toHaveCSS('background-color', raised[theme]);
    await expect(menu).toHaveCSS('color', ink[theme]);
    const chosen = menu.locator('.monaco-list-row.action.focused');
    await expect(chosen).toHaveCSS('background-color', soft[theme]);
    await expect(chosen).toHaveCSS('color', ink[theme]);
  });
}
