import type { Page } from '@playwright/test';
import { defaultSettings } from '../src/share/default-settings.ts';
import { decodeLink } from '../src/share/link.ts';
import { dropFile, expect, expectAccessible, sample, test, verdict } from './wizard.ts';

async function shareLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share these settings' });
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(await dialog.getByLabel('Link').inputValue()).toBe(link);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  return link;
}

async function namespaceName(page: Page): Promise<string> {
  return page.getByLabel('Name', { exact: true }).first().inputValue();
}

test('a link opens the same settings on the same step, elsewhere', async ({ page, browser }) => {
  await page.goto('/#/namespace');
  await page.getByLabel('Name', { exact: true }).first().fill('shared-agents');
  await page.getByLabel('Name', { exact: true }).first().blur();
  const link = await shareLink(page);
  expect(new URL(link).search).toBe('');
  expect(page.url()).toBe(link);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'Namespace', level: 1 })).toBeVisible();
  expect(await namespaceName(other)).toBe('shared-agents');
  // A refresh, and a step and back, keep both.
  await other.reload();
  expect(await namespaceName(other)).toBe('shared-agents');
  await other.getByRole('button', { name: 'Next: Security' }).click();
  await expect(other.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
  await other.goBack();
  await expect(other.getByRole('heading', { name: 'Namespace', level: 1 })).toBeVisible();
  expect(await namespaceName(other)).toBe('shared-agents');
  await other.goForward();
  await expect(other.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
  await elsewhere.close();
});

test('a refresh keeps later edits, not the link they began with', async ({ page }) => {
  await page.goto('/#/namespace');
  await page.getByLabel('Name', { exact: true }).first().fill('first-name');
  await shareLink(page);
  await page.getByLabel('Name', { exact: true }).first().fill('second-name');
  await expect(page.getByTestId('announcer')).toBeAttached();
  await page.reload();
  await expect(page.getByLabel('Name', { exact: true }).first()).toHaveValue('second-name');
});

test('no credential of a file gets into its link', async ({ page }) => {
  const secret = 'hunter2-very-secret';
  const text = sample('team-edited.yaml')
    .toString()
    .replace('agentTokenSecretName: globex-agent-token', `agentToken: ${secret}`)
    .replace(/token: \$\{LOKI_TOKEN\}/, `token: ${secret}`);
  await page.goto('/');
  await dropFile(page, 'team.yaml', Buffer.from(text));
  await expect(verdict(page)).toHaveText(/5 of 5/);
  const link = await shareLink(page);
  await page.goto('/');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...window.localStorage }, { ...window.sessionStorage }]),
  );
  expect(stored).not.toContain(secret);
  expect(await page.content()).not.toContain(secret);
});

test('what may be a credential is left out, and goes along when it is ticked', async ({ page }) => {
  const text =
    'namespace: x7k2q9m4z1p8\nworkers:\n  - name: etl\n    queues: default\nresourceNamePrefix: agent\n';
  await page.goto('/');
  await dropFile(page, 'values.yaml', Buffer.from(text));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share these settings' });
  const link = dialog.getByLabel('Link', { exact: true });
  const box = dialog.getByRole('checkbox');
  await expect(box).toHaveCount(1);
  await expect(box).toHaveAccessibleName('The name of the namespace');
  await expect(box).not.toBeChecked();
  const without = await link.inputValue();
  await expectAccessible(page);
  await box.check();
  await expect(link).not.toHaveValue(without);
  const names = await Promise.all(
    [without, await link.inputValue()].map(async (address) => {
      const config = new URLSearchParams(address.split('?')[1]).get('config') ?? '';
      return (await decodeLink(config)).settings.namespace.name;
    }),
  );
  expect(names).toEqual([defaultSettings().namespace.name, 'x7k2q9m4z1p8']);
});

const hostile = [
  { what: 'damaged', config: 'v1.%%%not-base64', says: /damaged/ },
  { what: 'cut off', config: 'v1.q1YqS8w', says: /damaged/ },
  { what: 'newer', config: 'v999.q1YqS8w', says: /newer version/ },
  { what: 'oversized', config: `v1.${'A'.repeat(40_000)}`, says: /more than any settings need/ },
  { what: 'no link at all', config: '<script>alert(1)</script>', says: /damaged/ },
];

for (const { what, config, says } of hostile) {
  test(`a ${what} link gives a notice and the defaults`, async ({ page }) => {
    await page.goto(`/#/start?config=${encodeURIComponent(config)}`);
    await expect(page.getByTestId('notices')).toContainText(says);
    await expect(verdict(page)).toHaveText('4 of 4 pods admitted by restricted:latest');
  });
}

test('a link that opens on a step shows its notice there, too', async ({ page }) => {
  await page.goto('/#/security?config=v1.nonsense');
  await expect(page.getByTestId('notices')).toContainText(/damaged/);
  await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
});
