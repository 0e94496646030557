import { dropFiles, expect, sample, test } from './wizard.ts';

const manifest = Buffer.from(
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: dropped-agents\n',
);
const values = (name: string, from = 'crlf.yaml') => ({ name, bytes: sample(from) });

for (const { step, place } of [
  { step: 'security', place: '.monaco-editor' },
  { step: 'security', place: 'input' },
  { step: 'review', place: 'main' },
  { step: 'namespace', place: 'header' },
]) {
  test(`a file dropped over ${place} on ${step} is opened by the page`, async ({ page }) => {
    await page.goto(`/#/${step}`);
    const target = page.locator(place).first();
    await target.waitFor();
    const prevented = page.evaluate(
      () =>
        new Promise((resolve) => {
          const told = (event: Event) => setTimeout(() => resolve(event.defaultPrevented));
          window.addEventListener('drop', told, { capture: true, once: true });
        }),
    );
    await dropFiles(page, target, [values('dropped.yaml')]);
    expect(await prevented).toBe(true);
    await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
    await expect(page.locator('.file-state')).toContainText('dropped.yaml');
    await expect(page.getByTestId('drop-overlay')).toHaveCount(0);
  });
}

test('a file over a dialog is taken, too', async ({ page }) => {
  await page.goto('/#/security');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await dropFiles(page, page.getByRole('dialog'), [values('dropped.yaml')]);
  await expect(page.locator('.file-state')).toContainText('dropped.yaml');
});

test('the page says that it takes what is held over it', async ({ page }) => {
  await page.goto('/#/review');
  const hold = async (event: string) => {
    const dataTransfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['a: 1'], 'a.yaml'));
      return data;
    });
    await page.locator('body').dispatchEvent(event, { dataTransfer });
  };
  await hold('dragenter');
  await expect(page.getByTestId('drop-overlay')).toBeVisible();
  await hold('dragleave');
  await expect(page.getByTestId('drop-overlay')).toHaveCount(0);
});

test('values and namespace dropped together are both taken', async ({ page }) => {
  await page.goto('/');
  await dropFiles(page, page.locator('body'), [
    { name: 'ns.yaml', bytes: manifest },
    values('prod.yaml'),
  ]);
  const taken = page.getByTestId('taken').getByRole('listitem');
  await expect(taken).toHaveText([
    'prod.yaml Opened as values.yaml.',
    'ns.yaml Opened as namespace.yaml.',
  ]);
  await page.goto('/#/namespace');
  await expect(page.getByLabel('Name', { exact: true }).first()).toHaveValue('dropped-agents');
});

test('of several files each is told what became of it', async ({ page }) => {
  await page.goto('/#/review');
  await dropFiles(page, page.locator('main'), [
    values('first.yaml'),
    values('second.yaml', 'already-restricted.yaml'),
    { name: 'job.yaml', bytes: Buffer.from('apiVersion: batch/v1\nkind: Job\n') },
  ]);
  const taken = page.getByTestId('taken');
  await expect(taken).toContainText('first.yaml Opened as values.yaml.');
  await expect(taken).toContainText('second.yaml Not opened: first.yaml was opened in its place.');
  await expect(taken).toContainText('job.yaml was not opened.');
  await expect(page.getByTestId('announcer')).toHaveText(
    'Opened 1 of 3 files. 3 of 3 pods would be rejected by restricted:latest.',
  );
  await taken.getByRole('button', { name: 'Open it instead' }).click();
  await expect(page.locator('.file-state')).toContainText('second.yaml');
});

test('a text is pasted on every step, wherever the focus is', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByTestId('drop-zone')).toContainText('paste its text with Ctrl V');
  const paste = (text: string) =>
    page.evaluate((data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  await paste(sample('crlf.yaml').toString());
  await expect(page.locator('.file-state')).toContainText('pasted.yaml');
  await page.goto('/#/security');
  // A word that missed its field is no file.
  await paste('elsewhere');
  await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
  await paste('namespace: elsewhere\nresourceNamePrefix: acme\n');
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  await expect(page.locator('.facts')).toContainText('elsewhere');
});

test.describe('a screen without keys', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('does not speak of them', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByTestId('drop-zone')).toContainText('or paste its text');
    await expect(page.getByTestId('drop-zone')).not.toContainText('Ctrl');
  });
});
