import { dropFile, expect, sample, test } from './wizard.ts';

test('the Namespace step says what each mode does to the pods, and leads to the words', async ({
  page,
}) => {
  await page.goto('/');
  await dropFile(page, 'astro-ui-2x.yaml', sample('astro-ui-2x.yaml'));
  await page.getByRole('link', { name: /^1 Namespace/ }).click();
  const enforce = page.getByTestId('outcome-enforce');
  const warn = page.getByTestId('outcome-warn');
  await expect(enforce).toContainText('Rejects 4 of 4 pods.');
  await expect(page.getByTestId('outcome-audit')).toContainText('Notes 4 of 4 pods');
  await expect(warn).toContainText('Warns of 4 of 4 Deployments.');

  const levels = page.getByRole('radiogroup', { name: 'Warn' });
  await levels.getByText('Privileged').click();
  await expect(warn).toHaveText('Checks nothing, so it warns of nothing.');
  await page.getByRole('button', { name: 'Set warn: restricted' }).first().click();
  await expect(warn).toContainText('Warns of 4 of 4 Deployments.');

  await page.getByRole('button', { name: /^Fix everything/ }).click();
  await expect(enforce).toHaveText('Admits 4 of 4 pods.');
  await page.getByRole('button', { name: /^Undo/ }).first().click();

  await enforce.getByRole('link', { name: 'See each pod' }).click();
  await expect(page).toHaveURL(/#\/review\?field=review\.says$/);
  await expect(
    page
      .getByRole('region', { name: 'What Kubernetes would say' })
      .getByRole('radio', { checked: true }),
  ).toBeFocused();
});
