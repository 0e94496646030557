import { cases } from '../tests/cli/cases.ts';
import { dropFile, expect, sample, test, verdict } from './wizard.ts';

/** Files that are not opened: the line they lead to, and words of the message and of the remedy. */
const refused = [
  { name: 'tab-indented.yaml', line: 10, says: /tab/i },
  { name: 'duplicate-keys.yaml', line: 13, other: 10, says: /runAsUser/ },
  { name: 'not-a-mapping.yaml', line: 2, says: /list/ },
  { name: 'unclosed-quote.yaml', line: 8, says: /quote/ },
  { name: 'multi-doc.yaml', line: 8, says: /document/ },
  { name: 'alias-bomb.yaml', says: /alias/ },
  { name: 'empty.yaml', says: /empty/ },
  { name: 'comments-only.yaml', says: /sets no values|comments/ },
  { name: 'deep-nesting.yaml', says: /nest|deep/ },
] as const;

test('the list above is whole', () => {
  const unopened = cases.flatMap(({ file, fixed }) => (fixed === null ? [file] : []));
  expect(refused.map(({ name }) => `bad/${name}`).toSorted()).toEqual(unopened.toSorted());
});

test('what cannot be opened is refused with its reason, and what was open stays', async ({
  page,
}) => {
  await page.goto('/');
  await dropFile(page, 'crlf.yaml', sample('crlf.yaml'));
  const judged = '3 of 3 pods would be rejected by restricted:latest';
  await expect(verdict(page)).toHaveText(judged);
  for (const { name, says, ...rest } of refused) {
    await test.step(name, async () => {
      await page.getByRole('button', { name: 'Choose another file' }).click();
      await dropFile(page, name, sample(`bad/${name}`));
      const message = page.getByTestId('refused');
      await expect(message).toContainText(`${name} was not opened.`);
      await expect(message).toContainText(says);
      if ('other' in rest) {
        await expect(message).toContainText(`Lines ${rest.other} and ${rest.line}:`);
        await expect(message.locator('.excerpt-line')).toHaveText(['10', '13']);
      } else if ('line' in rest) await expect(message).toContainText(`Line ${rest.line}:`);
      await expect(verdict(page)).toHaveText(judged);
      await page.getByRole('button', { name: 'Keep crlf.yaml' }).click();
      await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
    });
  }
});

test('workers as a mapping: opened, said, and never called admitted', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'workers-as-map.yaml', sample('bad/workers-as-map.yaml'));
  await expect(page.getByText(/wants a list/).first()).toBeVisible();
  await expect(verdict(page)).not.toHaveText(/pods admitted/);
  await expect(page.getByRole('row', { name: /^worker/ })).toContainText(/unknown|rejected/i);
});

test('wrong types: each with its line, and never called admitted', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'wrong-types.yaml', sample('bad/wrong-types.yaml'));
  await expect(verdict(page)).not.toHaveText(/pods admitted/);
  const problems = page.getByRole('region', { name: 'Problems' });
  for (const line of [
    10, 11, 12, 13, 16, 17, 19, 22, 25, 26, 33, 34, 35, 38, 39, 42, 43, 45, 48, 51, 52,
  ]) {
    await expect(problems.getByText(`Line ${line}`, { exact: false }).first()).toBeAttached();
  }
});

test('a file in another encoding than UTF-8 is named for what it is', async ({ page }) => {
  const text = 'namespace: "agénts"\nresourceNamePrefix: agent\nworkers: []\n';
  const files: readonly (readonly [string, Buffer, string])[] = [
    ['wide.yaml', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'The text is UTF-16 (little-endian)'],
    ['plain-wide.yaml', Buffer.from(text, 'utf16le').swap16(), 'The text is UTF-16 (big-endian'],
    ['old.yaml', Buffer.from(text, 'latin1'), 'it seems to be Latin-1'],
  ];
  await page.goto('/');
  for (const [name, bytes, says] of files) {
    await dropFile(page, name, bytes);
    await expect(page.getByTestId('refused')).toContainText(`${name} was not opened.`);
    await expect(page.getByTestId('refused')).toContainText(says);
  }
  await dropFile(page, 'right.yaml', Buffer.from(text.replace('é', 'e')));
  await expect(page.getByTestId('refused')).toBeHidden();
});
