import { downloaded, dropFile, expect, test, verdict } from './wizard.ts';

test('settings too long for a link go as a file, and come back', async ({ page }) => {
  // Numbers go along, and are too many to be pressed into a short link.
  const name = (index: number) =>
    ['w', 2654435761, 40503 * 7919, 97 * 1000003]
      .map((n) => (typeof n === 'number' ? (index * n) % 1_000_000_007 : n))
      .join('-');
  const workers = Array.from({ length: 150 }, (_, index) => `  - name: ${name(index + 1)}\n`);
  await page.goto('/');
  await dropFile(
    page,
    'many.yaml',
    Buffer.from(`namespace: many-agents\nresourceNamePrefix: many\nworkers:\n${workers.join('')}`),
  );
  await expect(verdict(page)).toHaveText(/^\d+ of 153 pods/);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share these settings' });
  const file = await downloaded(page, () =>
    dialog.getByRole('button', { name: 'Download settings' }).click(),
  );
  expect(file.name).toBe('restricted-agent-settings.json');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.goto('/#/start');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await dropFile(page, file.name, file.bytes);
  await expect(page.getByTestId('announcer')).toHaveText('Opened the shared configuration.');
  await page.goto('/#/namespace');
  await expect(page.getByLabel('Name', { exact: true }).first()).toHaveValue('many-agents');
  await page.goto('/#/components');
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(page.getByRole('heading', { name: name(150) })).toBeAttached();
});
