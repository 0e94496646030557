import { dropFiles, expect, sample, test } from './wizard.ts';

test('the preview follows the step, its place line the cursor, and its pop-ups the page', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const tab = (name: string) => page.getByRole('tab', { name });
  await page.goto('/#/namespace');
  await expect(tab('namespace.yaml')).toHaveAttribute('aria-selected', 'true');
  const file = { name: 'team-edited.yaml', bytes: sample('team-edited.yaml') };
  await dropFiles(page, page.locator('body'), [file]);
  await expect(tab('values.yaml')).toHaveAttribute('aria-selected', 'true');
  const steps = page.getByRole('navigation', { name: 'Steps' });
  for (const [step, file] of [
    ['Namespace', 'namespace.yaml'],
    ['Security', 'values.yaml'],
    ['Namespace', 'namespace.yaml'],
    ['Logging sidecar', 'values.yaml'],
    ['Security', 'values.yaml'],
  ] as const) {
    await steps.getByRole('link', { name: step }).click();
    await expect(tab(file)).toHaveAttribute('aria-selected', 'true');
  }

  // On a step, the place is the cursor's and not the step's.
  const editor = page.locator('.editor .monaco-editor').first();
  await editor.getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(page.locator('.place-field')).not.toHaveText(/Step 2/);
  await steps.getByRole('link', { name: 'Components' }).click();
  await editor.getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('podSecurityContext');
  await page.keyboard.press('Escape');
  await expect(page.locator('.place-field')).toHaveText(/^Step 2, pod context/);

  await editor.locator('.squiggly-error').first().hover({ force: true });
  const hover = page.locator('.monaco-hover:visible .hover-contents').first();
  await expect(hover).toBeVisible();
  await expect(hover).toHaveCSS('font-family', /^"Red Hat (Text|Mono)"/);
});
