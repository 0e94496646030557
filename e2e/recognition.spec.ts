import { sourceCases } from '../tests/sources/cases.ts';
import { dropFile, expect, expectAccessible, test, verdict } from './wizard.ts';

test('files that are not the agent’s values are named for what they are, and not opened', async ({
  page,
}) => {
  await page.goto('/');
  for (const { name, text, code, says, line, hosted } of sourceCases) {
    if (code === undefined || (hosted && hosted.blocks.length > 0)) continue;
    await test.step(name, async () => {
      await dropFile(page, name, Buffer.from(text));
      const message = page.getByTestId('refused');
      await expect(message).toContainText(`${name} was not opened.`);
      await expect(message).toContainText(says ?? '');
      const anyway = message.getByRole('button', { name: 'Open as values anyway' });
      const isMapping = code === 'not-recognised' && name !== 'two.yaml';
      await expect(anyway).toHaveCount(isMapping ? 1 : 0);
      // What a host lacks is shown where it says where it has it from.
      if (!isMapping && text !== '' && !hosted)
        await expect(message).toContainText(`Line ${line}:`);
      await expect(page.getByRole('heading', { name: 'Bring your values.yaml' })).toBeVisible();
    });
  }
});

test('what does not look like values is opened when somebody says so, and stays open', async ({
  page,
}) => {
  const text = 'namespace: mine\npodSecurityContext: {}\ntriggerer: {}\n';
  await page.goto('/');
  await dropFile(page, 'few.yaml', Buffer.from(text));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open as values anyway' }).click();
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  await expect(verdict(page)).toContainText('would be rejected');
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(verdict(page)).toContainText('would be rejected');
  await page.waitForFunction(() => sessionStorage.length > 0);
  await page.reload();
  await expect(verdict(page)).toContainText('would be rejected');
});
