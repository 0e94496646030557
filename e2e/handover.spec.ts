import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { downloaded, dropFile, expect, expectAccessible, sample, test } from './wizard.ts';

/* From a red file to the archive: decide, fill in, review, take away. */

/** A sample in which one value is a placeholder. */
function lacking(name: string, value: string, placeholder: string): Buffer {
  const text = sample(name).toString();
  expect(text).toContain(value);
  return Buffer.from(text.replace(value, placeholder));
}

const journeys = [
  {
    file: 'team-edited.yaml',
    bytes: lacking('team-edited.yaml', 'clzexamplework00000000000003', '<workspace-id>'),
    decide: async (page: Page) => {
      await page.getByRole('button', { name: '1 for you to decide' }).click();
      await page.getByRole('button', { name: 'Use emptyDir' }).click();
    },
    missing: '<workspace-id> still stands for a real value',
    given: 'clzexamplework00000000000003',
    decided: 'You decided: use an emptyDir',
  },
  {
    file: 'astro-ui-2x.yaml',
    bytes: lacking(
      'astro-ui-2x.yaml',
      /^resourceNamePrefix: .*$/m.exec(sample('astro-ui-2x.yaml').toString())?.[0] ?? '',
      'resourceNamePrefix: ""',
    ),
    decide: async () => {},
    missing: 'Name prefix: resourceNamePrefix is empty',
    given: 'acme-agents',
    decided: undefined,
  },
];

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const rail = (page: Page): Locator => page.getByRole('link', { name: /^Review/ });

for (const { file, bytes, decide, missing, given, decided } of journeys) {
  test(`${file} is decided, filled in, reviewed and taken away`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('/');
    await dropFile(page, file, bytes);
    await page
      .getByRole('button', { name: /^Fix everything \(/ })
      .first()
      .click();
    await decide(page);
    await rail(page).click();

    await test.step('one value is left, and everything says so', async () => {
      await expect(rail(page)).toContainText('1 value left');
      const left = part(page, 'Almost ready: 1 value is left');
      await expect(left.getByText(missing)).toBeVisible();
      await expect(part(page, 'Take it with you')).toContainText('Almost ready: 1 value is left.');
      await left.getByRole('button', { name: 'Fill in' }).click();
      await expect(part(page, 'What only you know').getByRole('textbox').first()).toBeFocused();
      await page.keyboard.type(given);
      await page.keyboard.press('Enter');
      await expect(part(page, 'Ready. Nothing is left.')).toBeVisible();
      await expect(rail(page)).toContainText('Ready');
      await expectAccessible(page);
    });

    await test.step('what was decided is changed where it was, and back', async () => {
      if (decided === undefined) return;
      const left = part(page, 'Ready. Nothing is left.');
      await expect(left.getByText(decided)).toBeVisible();
      await thereAndBack(
        page,
        left.getByRole('button', { name: 'Change' }),
        /#\/components\?field=/,
      );
    });
    await thereAndBack(page, page.getByRole('link', { name: 'Change namespace' }), /#\/namespace$/);

    // The decision's card has come and gone, and its look with it.
    const copyPatch = page.getByRole('button', { name: 'Copy patch', exact: true });
    expect((await copyPatch.boundingBox())?.height).toBeLessThan(40);
    await copyPatch.click();
    const copiedPatch = await page.evaluate(() => navigator.clipboard.readText());

    const archive = await downloaded(page, () =>
      page.getByRole('button', { name: 'Download all as zip' }).first().click(),
    );
    expect(archive.name).toBe('restricted-agent.zip');
    const entries = new Map(
      Object.entries(unzipSync(archive.bytes)).map(([name, data]) => [name, Buffer.from(data)]),
    );
    const shown = await test.step('the archive has what is shown and downloaded', () =>
      everyOutput(page, entries));
    expect(new Set(shown)).toEqual(
      new Set([...entries.keys()].filter((name) => name !== 'README.md')),
    );
    const readme = entries.get('README.md')?.toString() ?? '';
    for (const name of shown) expect(readme).toContain(`\`${name}\``);

    expect(entries.get('changes.patch')?.toString()).toBe(copiedPatch);
    const patched = applied(file, bytes, entries.get('changes.patch') ?? Buffer.alloc(0));
    for (const [name, text] of patched) {
      expect(text.equals(entries.get(`files/${name}`) ?? Buffer.alloc(0))).toBe(true);
    }
    expect([...patched.keys()].sort()).toEqual(['namespace.yaml', file].sort());
  });
}

/** Goes where something leads, and back to where it was. */
async function thereAndBack(page: Page, link: Locator, url: RegExp): Promise<void> {
  const scrolled = () => page.locator('.main-scroll').evaluate((main) => main.scrollTop);
  await link.scrollIntoViewIfNeeded();
  const before = await scrolled();
  await link.click();
  await expect(page).toHaveURL(url);
  await page.goBack();
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport();
  expect(await scrolled()).toBe(before);
}

/** Compares each file of each output, as shown and as downloaded, with the archive's; their names. */
async function everyOutput(
  page: Page,
  entries: ReadonlyMap<string, Buffer>,
): Promise<readonly string[]> {
  const outputs = part(page, 'Outputs');
  const names: string[] = [];
  const tabs = await outputs.getByRole('tab').all();
  expect(tabs).toHaveLength(9);
  for (const tab of tabs) {
    await tab.click();
    const panel = (await tab.getAttribute('id')) ?? '';
    await expect(page.locator(`[role=tabpanel][aria-labelledby="${panel}"]`)).toBeVisible();
    for (const bar of await outputs.locator('.output-file').all()) {
      const name = (await bar.getAttribute('aria-label')) ?? '';
      const height = async () => (await bar.boundingBox())?.height;
      const unseen = await height();
      const file = await downloaded(page, () =>
        bar.getByRole('button', { name: `Download ${name}` }).click(),
      );
      expect(file.name).toBe(name);
      // What comes into sight must not move what somebody is about to press.
      expect(await height()).toBe(unseen);
      const found = [...entries].filter(
        ([entry, data]) =>
          (entry === name || entry.endsWith(`/${name}`)) && data.equals(file.bytes),
      );
      expect(found.map(([entry]) => entry)).toHaveLength(1);
      names.push(...found.map(([entry]) => entry));
      const text = file.bytes.toString();
      if (name === 'commands.sh') {
        for (const command of await bar.locator('.output-command code').allTextContents()) {
          expect(text).toContain(`\n${command}\n`);
        }
        continue;
      }
      const preview = bar.getByRole('region', { name: `Text of ${name}` });
      const isListing = /\.ya?ml$/.test(name);
      expect(await preview.textContent()).toBe(
        isListing ? `${text.replace(/\r\n?/g, '\n')}\n` : text,
      );
    }
  }
  return names;
}

/** The files of a repository with one file, after Git has applied the patch to it. */
function applied(name: string, original: Buffer, patch: Buffer): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'apply-'));
  try {
    const repository = join(folder, 'repository');
    mkdirSync(repository);
    writeFileSync(join(repository, name), original);
    writeFileSync(join(folder, 'changes.patch'), patch);
    execFileSync('git', ['init', '--quiet'], { cwd: repository });
    execFileSync('git', ['apply', join(folder, 'changes.patch')], { cwd: repository });
    return new Map(
      readdirSync(repository)
        .filter((one) => one !== '.git')
        .map((one) => [one, readFileSync(join(repository, one))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
