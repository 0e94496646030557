import { fixEverything } from '../src/agent/assess/fix-everything.ts';
import { adoptNamespace } from '../src/agent/settings/lens/adopt-namespace.ts';
import { starter } from '../src/agent/starter/starter.ts';
import { unifiedDiff } from '../src/yaml/text-diff.ts';
import { downloaded, dropFile, expect, pasteFile, sample, test, verdict } from './wizard.ts';

/** The core's answer, worked out outside the browser: the page must give the same bytes. */
function expectedBytes(bytes: Buffer): Buffer {
  const values = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { documents } = fixEverything(adoptNamespace({ ...starter(), values }));
  return Buffer.from(documents.values, 'utf8');
}

for (const name of ['crlf.yaml', 'team-edited.yaml']) {
  test(`${name} by paste: judged, fixed, downloaded`, async ({ page }) => {
    // A text field gives what is pasted with line feeds and no byte order mark.
    const pasted = sample(name)
      .toString()
      .replace(/^\uFEFF|\r(?=\n)/g, '');
    await page.goto('/');
    await pasteFile(page, pasted);
    await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
    await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
    const { bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Download values.yaml' }).first().click(),
    );
    expect(bytes.equals(expectedBytes(Buffer.from(pasted)))).toBe(true);
  });
}

test('astro-ui-2x.yaml: only lines whose value had to change are changed', async ({ page }) => {
  const before = sample('astro-ui-2x.yaml').toString();
  await page.goto('/');
  await dropFile(page, 'astro-ui-2x.yaml', Buffer.from(before));
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  await expect(verdict(page)).toHaveText('4 of 4 pods admitted by restricted:latest');
  const { bytes } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Download values.yaml' }).first().click(),
  );
  const diff = unifiedDiff('values.yaml', before, bytes.toString()).split('\n').slice(2);
  const removed = diff.filter((line) => line.startsWith('-'));
  const added = diff.filter((line) => line.startsWith('+'));
  console.log(`astro-ui-2x.yaml: ${removed.length} lines replaced, ${added.length} written`);
  expect(removed).toEqual([
    '-createNamespace: true',
    '-containerSecurityContext: {}',
    '-  containerSecurityContext: {}',
  ]);
  const comments = (text: string) => text.split('\n').filter((line) => /^\s*#/.test(line));
  expect(comments(bytes.toString())).toEqual(comments(before));
});

test('a Namespace manifest is edited in place', async ({ page }) => {
  const manifest = [
    '# made by the platform team',
    'apiVersion: v1',
    'kind: Namespace',
    'metadata:',
    '  name: acme-remote # ours',
    '  labels:',
    '    team: data',
    '    pod-security.kubernetes.io/enforce: baseline',
    '',
  ].join('\n');
  await page.goto('/');
  await dropFile(page, 'ns.yaml', Buffer.from(manifest));
  await page.goto('/#/namespace');
  await page.getByRole('radiogroup', { name: 'Enforce' }).getByLabel('Restricted').check();
  await page.getByRole('tab', { name: /namespace\.yaml/ }).click();
  const { bytes } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Download namespace.yaml' }).first().click(),
  );
  expect(bytes.toString()).toBe(manifest.replace('enforce: baseline', 'enforce: restricted'));
});
