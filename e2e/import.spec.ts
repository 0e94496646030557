import { createHash } from 'node:crypto';
import { fixEverything } from '../src/agent/fix-everything.ts';
import { adoptNamespace } from '../src/agent/lens/adopt-namespace.ts';
import { starter } from '../src/agent/starter/starter.ts';
import { unifiedDiff } from '../src/yaml/text-diff.ts';
import { cases } from '../tests/cli/cases.ts';
import {
  downloaded,
  dropFile,
  editorText,
  expect,
  pasteFile,
  sample,
  test,
  verdict,
} from './wizard.ts';

/** What the verdict says of each sample as it comes, and after Fix everything. */
const samples = [
  {
    name: 'astro-ui-2x.yaml',
    before: '4 of 4 pods would be rejected by restricted:latest',
    after: '4 of 4 pods admitted by restricted:latest',
  },
  {
    name: 'astro-ui-1x.yaml',
    before: '3 of 3 pods would be rejected by restricted:latest',
    after: '3 of 3 pods admitted by restricted:latest',
  },
  {
    // Its hostPath volume is for a person to decide.
    name: 'team-edited.yaml',
    before: '5 of 5 pods would be rejected by restricted:latest',
    after: '1 of 5 pods would be rejected by restricted:latest',
    left: 'volume "dsd-socket" uses restricted volume type "hostPath"',
  },
  {
    name: 'already-restricted.yaml',
    before: '5 of 5 pods admitted by restricted:latest',
    after: '5 of 5 pods admitted by restricted:latest',
  },
  {
    name: 'quirks.yaml',
    before: '5 of 5 pods would be rejected by restricted:latest',
    after: '5 of 5 pods admitted by restricted:latest',
  },
  {
    name: 'crlf.yaml',
    before: '3 of 3 pods would be rejected by restricted:latest',
    after: '3 of 3 pods admitted by restricted:latest',
  },
] as const;

/** The core's answer, worked out outside the browser: the page must give the same bytes. */
function expectedBytes(bytes: Buffer): Buffer {
  const values = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { documents } = fixEverything(adoptNamespace({ ...starter(), values }));
  return Buffer.from(documents.values, 'utf8');
}

const pasted: readonly string[] = ['crlf.yaml', 'team-edited.yaml'];

for (const way of ['drop', 'paste'] as const) {
  for (const { name, before, after, ...rest } of samples) {
    // A pasted text goes the same way once it is read.
    if (way === 'paste' && !pasted.includes(name)) continue;
    test(`${name} by ${way}: judged, fixed, downloaded`, async ({ page }) => {
      const bytes = sample(name);
      await page.goto('/');
      // A text field gives what is pasted with line feeds and no byte order mark.
      const brought =
        way === 'drop' ? bytes : Buffer.from(bytes.toString().replace(/^\uFEFF|\r(?=\n)/g, ''));
      if (way === 'drop') await dropFile(page, name, bytes);
      else await pasteFile(page, brought.toString());
      await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
      await expect(verdict(page)).toHaveText(before);

      const fix = page.getByRole('button', { name: /^Fix everything \(\d+\)$/ });
      if (before !== after) await fix.click();
      await expect(verdict(page)).toHaveText(after);
      // Nothing that it could repair is left, so it cannot be pressed a second time.
      await expect(fix).toHaveCount(0);
      if ('left' in rest) await expect(page.getByText(rest.left).first()).toBeVisible();

      const file = await downloaded(page, () =>
        page.getByRole('button', { name: 'Download values.yaml' }).first().click(),
      );
      expect(file.name).toBe('values.yaml');
      expect(file.bytes.equals(expectedBytes(brought))).toBe(true);
      // The command line's table: one file, one result, on the page and in CI.
      const listed = cases.find((one) => one.file === name)?.fixed;
      const sum = createHash('sha256').update(file.bytes).digest('hex');
      if (way === 'drop') expect(sum).toBe(listed?.sha256);
      if (name === 'already-restricted.yaml') expect(file.bytes.equals(bytes)).toBe(true);
      // The editor shows no byte order mark, and the clipboard holds line feeds alone.
      const shown = file.bytes.toString().replace(/^\uFEFF|\r(?=\n)/g, '');
      expect((await editorText(page)).replaceAll('\r', '')).toBe(shown);
    });
  }
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

test('a second file replaces the first, and undo brings the first back', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'first.yaml', sample('crlf.yaml'));
  await expect(verdict(page)).toHaveText('3 of 3 pods would be rejected by restricted:latest');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await dropFile(page, 'second.yaml', sample('already-restricted.yaml'));
  await expect(verdict(page)).toHaveText('5 of 5 pods admitted by restricted:latest');
  await page.getByRole('button', { name: 'Undo: import second.yaml' }).click();
  await expect(verdict(page)).toHaveText('3 of 3 pods would be rejected by restricted:latest');
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
