import { dropFile, expect, sample, test } from './wizard.ts';

test('a name that is none gives its reason in place of commands', async ({ page }) => {
  const text = sample('already-restricted.yaml')
    .toString()
    .replace(/^agentTokenSecretName:.*$/m, 'agentTokenSecretName: "tok$(touch x)"');
  await page.goto('/');
  await dropFile(page, 'values.yaml', Buffer.from(text));
  await page.getByRole('link', { name: /^\d Review|^Review/ }).click();
  const before = page.getByRole('region', { name: 'Before you install' });
  await expect(before).toContainText('"tok$(touch x)" cannot name a Secret: use at most 253');
  await expect(
    before.getByRole('button', { name: 'Copy the command that makes tok$(touch x)' }),
  ).toHaveCount(0);
  await page.getByRole('tab', { name: /^Commands/ }).click();
  const commands = page.getByRole('tabpanel', { name: /^Commands/ });
  await expect(commands).toContainText('"tok$(touch x)" cannot name a Secret: use at most 253');
  await commands.getByRole('button', { name: 'Copy all' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^helm repo add /);
  expect(copied).not.toContain('touch');
});

test('a namespace that is none leaves no command to copy', async ({ page }) => {
  const text = sample('already-restricted.yaml')
    .toString()
    .replace(/^namespace:.*$/m, 'namespace: "a; touch x #"');
  await page.goto('/');
  await dropFile(page, 'values.yaml', Buffer.from(text));
  await page.getByRole('link', { name: /^\d Review|^Review/ }).click();
  await page.getByRole('tab', { name: /^Commands/ }).click();
  const commands = page.getByRole('tabpanel', { name: /^Commands/ });
  await expect(commands).toContainText('"a; touch x #" cannot name a namespace: use at most 63');
  await expect(commands.getByRole('button')).toHaveCount(0);
});
