import { readFileSync } from 'node:fs';
import { fixEverything } from '../src/agent/assess/fix-everything.ts';
import { viewOf, withValues } from '../src/agent/documents/held-values.ts';
import { adoptNamespace } from '../src/agent/settings/lens/adopt-namespace.ts';
import { starter } from '../src/agent/starter/starter.ts';
import { LineIndex } from '../src/yaml/line-index.ts';
import { unifiedDiff } from '../src/yaml/text-diff.ts';
import { sourceCases } from '../tests/sources/cases.ts';
import {
  downloaded,
  dropFile,
  dropFiles,
  editorText,
  expect,
  expectAccessible,
  pasteFile,
  test,
  verdict,
} from './wizard.ts';

/** The core's answer, worked out outside the browser: the page must give the same bytes. */
function repaired(text: string, install = 0): string {
  const values = viewOf({ text, install })?.text ?? '';
  const { documents } = fixEverything(adoptNamespace({ ...starter(), values }));
  return withValues({ text, install }, documents.values);
}

function textOf(name: string): string {
  return sourceCases.find((one) => one.name === name)?.text ?? '';
}

/** All of these hold one install in one place, and take nothing from elsewhere. */
const hosts = [
  'helmrelease.yaml',
  'application-text.yaml',
  'application.yaml',
  'umbrella/values.yaml',
  'kustomization.yaml',
  'configmap.yaml',
  'helmchart.yaml',
  'bundle.yaml',
];

for (const name of hosts) {
  test(`${name}: judged, fixed, downloaded and undone in place`, async ({ page }) => {
    const text = textOf(name);
    await page.goto('/');
    await dropFile(page, name, Buffer.from(text));
    await expect(verdict(page)).toContainText('would be rejected');
    await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
    await expect(verdict(page)).not.toContainText('would be rejected');
    const download = () =>
      downloaded(page, () =>
        page
          .getByRole('button', { name: `Download ${name}` })
          .first()
          .click(),
      );
    const fixed = await download();
    expect(fixed.name).toBe(name.replace('/', '_'));
    expect(fixed.bytes.toString()).toBe(repaired(text));
    await page.getByRole('button', { name: 'Undo: fix everything' }).first().click();
    expect((await download()).bytes.toString()).toBe(text);
  });
}

test('line breaks and a byte order mark of the file stay', async ({ page }) => {
  const text = `\uFEFF${textOf('helmrelease.yaml').replace(/\n/g, '\r\n')}`;
  await page.goto('/');
  await dropFile(page, 'release.yaml', Buffer.from(text));
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  const { bytes } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Download release.yaml' }).first().click(),
  );
  expect(bytes.toString()).toBe(repaired(text));
  expect(bytes.toString().startsWith('\uFEFF')).toBe(true);
});

test('Start says where the values are; lines, changes and copies are those of the file', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = textOf('helmrelease.yaml');
  await page.goto('/');
  await pasteFile(page, text);
  await expect(page.getByTestId('held')).toContainText(
    'pasted.yaml is a Flux HelmRelease. The agent’s values are lines 14 to 27 of it.',
  );
  await expectAccessible(page);
  // The editor has the values alone, with the numbers of their lines in the file.
  const numbers = page.locator('.monaco-editor .line-numbers');
  await expect(numbers.filter({ hasText: /^14$/ })).toBeVisible();
  await expect(numbers.filter({ hasText: /^1$/ })).toHaveCount(0);
  expect(await editorText(page)).toBe(viewOf({ text, install: 0 })?.text);
  const lines = new LineIndex(text);
  const problem = page.locator('.problem-row').first();
  const line = Number(/Line (\d+)/.exec(await problem.innerText())?.[1]);
  expect(lines.lineText(line)).toMatch(/^ {4}/);
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  await page.getByRole('button', { name: 'Copy pasted.yaml' }).first().click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(repaired(text));
  await page
    .getByRole('link', { name: /^Review/ })
    .first()
    .click();
  const changes = page.getByRole('region', { name: 'Changes of pasted.yaml' });
  await expect(changes).toBeVisible();
  await page.getByRole('button', { name: 'Copy patch', exact: true }).click();
  const patch = unifiedDiff('pasted.yaml', text, repaired(text));
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(patch);
  await page
    .getByRole('button', { name: /^Open line \d+ in the editor$/ })
    .first()
    .press('Enter');
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
});

test('what is typed in the editor is put into the file', async ({ page }) => {
  const text = textOf('application-text.yaml');
  await page.goto('/');
  await dropFile(page, 'application.yaml', Buffer.from(text));
  const editor = page.locator('.monaco-editor').getByRole('textbox').first();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# ours\n');
  const { bytes } = await downloaded(page, () =>
    page.getByRole('button', { name: 'Download application.yaml' }).first().click(),
  );
  const at = new LineIndex(text).offsetAt({ line: 14, column: 1 });
  expect(bytes.toString()).toBe(`${text.slice(0, at)}        # ours\n${text.slice(at)}`);
});

test('a draft holds the file, and a reload loses nothing of it', async ({ page }) => {
  const text = textOf('helmrelease.yaml');
  await page.goto('/');
  await dropFile(page, 'release.yaml', Buffer.from(text));
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  await page.waitForFunction(() =>
    Object.values(sessionStorage).some((kept) => String(kept).includes('HelmRelease')),
  );
  await page.waitForFunction(() => sessionStorage.length > 1);
  await page.reload();
  await expect(verdict(page)).toContainText('admitted by restricted:latest');
  const download = () =>
    downloaded(page, () =>
      page.getByRole('button', { name: 'Download release.yaml' }).first().click(),
    );
  expect((await download()).bytes.toString()).toBe(repaired(text));
  await page.getByRole('button', { name: 'Undo: fix everything' }).first().click();
  expect((await download()).bytes.toString()).toBe(text);
});

const release = (name: string, more = '') => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: ${name}
  namespace: agents
spec:
  chart: {spec: {chart: astro-remote-execution-agent}}
${more}  values:
    namespace: agents
    resourceNamePrefix: ${name}
    workers:
      - name: default
`;

test('of several installs one is chosen, and changes of the others stay', async ({ page }) => {
  const text = `${release('east')}---\n${release('west')}`;
  await page.goto('/');
  await dropFile(page, 'both.yaml', Buffer.from(text));
  const held = page.getByTestId('held');
  await expect(held.getByRole('radio', { name: 'east' })).toBeChecked();
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  await page
    .getByRole('link', { name: /^Start/ })
    .first()
    .click();
  await held.getByText('west', { exact: true }).click();
  await expect(held.getByRole('radio', { name: 'west' })).toBeChecked();
  await expect(verdict(page)).toContainText('would be rejected');
  await expectAccessible(page);
  const once = repaired(text);
  const download = () =>
    downloaded(page, () =>
      page.getByRole('button', { name: 'Download both.yaml' }).first().click(),
    );
  expect((await download()).bytes.toString()).toBe(once);
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  await expect(verdict(page)).toContainText('admitted by restricted:latest');
  expect((await download()).bytes.toString()).toBe(repaired(once, 1));
});

test('four installs are a list to choose from', async ({ page }) => {
  const text = ['a', 'b', 'c', 'd'].map((name) => release(name)).join('---\n');
  await page.goto('/');
  await dropFile(page, 'four.yaml', Buffer.from(text));
  const choice = page.getByTestId('held').getByRole('combobox', { name: 'Install' });
  await choice.selectOption('d');
  await expect(page.getByTestId('held')).toContainText('lines 48 to 51');
});

test('values from elsewhere are named, and nothing is called ready', async ({ page }) => {
  const text = release('a', '  valuesFrom:\n    - {kind: ConfigMap, name: more}\n');
  await page.goto('/');
  await dropFile(page, 'release.yaml', Buffer.from(text));
  const held = page.getByTestId('held');
  await expect(held).toContainText('Values of this install come from ConfigMap more');
  await expect(held).toContainText('Line 9.');
  await page.getByRole('button', { name: /^Fix everything \(\d+\)$/ }).click();
  await expect(verdict(page)).toContainText('as far as the values are in this file');
  await page
    .getByRole('link', { name: /^Review/ })
    .first()
    .click();
  const head = page.getByRole('heading', { name: /^Not all is known/ });
  await expect(head).toHaveText('Not all is known: 1 source of values is not read');
  await expect(page.getByText(/^Ready/)).toHaveCount(0);
});

test('what cannot be edited in place is refused with its line and what to do', async ({ page }) => {
  const text = readFileSync(
    new URL('../tests/sources/files/argo-values-string.yaml', import.meta.url),
    'utf8',
  ).replace('values: |', 'values: >');
  await page.goto('/');
  await dropFile(page, 'folded.yaml', Buffer.from(text));
  const refused = page.getByTestId('refused');
  await expect(refused).toContainText('folded.yaml was not opened. Line 13:');
  await expect(refused).toContainText('Write | instead of > after the key.');
});

test('of several values files, the way to judge them together is said', async ({ page }) => {
  const values = (name: string) => ({
    name,
    bytes: Buffer.from(`resourceNamePrefix: a\n# ${name}\n`),
  });
  await page.goto('/');
  await dropFiles(page, page.getByTestId('drop-zone'), [
    values('base.yaml'),
    values('my prod.yaml'),
  ]);
  await expect(page.getByTestId('taken')).toContainText(
    "my prod.yaml Not opened: base.yaml was opened in its place. To judge both as Helm merges them, the later over the earlier: restricted-agent check -f base.yaml -f 'my prod.yaml'",
  );
});
