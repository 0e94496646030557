import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Site, serveCopy } from './site.ts';
import { test as base, dropFile, expect, sample, verdict } from './wizard.ts';

/** Each test has a server of its own, which serves the build from a folder. */
const test = base.extend<{ site: Site }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from it.
  site: async ({}, use) => {
    const site = await serveCopy();
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.address),
  keepsPage: true,
  // What is not there is asked for by the tests themselves.
  tolerated: /Failed to load resource: net::ERR_INTERNET_DISCONNECTED/,
});

/** Opens the page and waits until the browser has all of it. */
async function openKept(page: Page, site: Site, hash = ''): Promise<void> {
  await page.goto(site.address + hash);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

const editor = (page: Page) => page.locator('.side .monaco-editor');
const stepLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name });

test('offline, every step works from the first visit on, and so does a reload', async ({
  page,
  context,
  site,
}) => {
  await openKept(page, site);
  await context.setOffline(true);
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await page.getByRole('button', { name: 'Go step by step' }).click();
  for (const name of ['Namespace', 'Security', 'Components', 'Logging sidecar']) {
    await stepLink(page, name).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(editor(page).locator('.view-line').first()).toBeVisible();
  }
  await stepLink(page, 'Review').click();
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Logging sidecar', level: 1 })).toBeVisible();
  await expect(verdict(page)).toContainText('would be rejected by restricted:latest');
  // The worker of the schema's help, and that of the comparison.
  await page.mouse.move(1000, 400);
  await page.mouse.wheel(0, 1);
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('imageP');
  await expect(page.locator('.suggest-widget .monaco-list-row').first()).toContainText('imageP');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByRole('button', { name: /^Fix everything/ }).click();
  await page.getByRole('button', { name: 'Changes', exact: true }).click();
  await expect(page.locator('.changes .editor.modified .view-line').first()).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toBeVisible();
});

test('a new version is offered and not forced; taking it keeps the work', async ({
  page,
  site,
}) => {
  await openKept(page, site);
  await dropFile(page, 'crlf.yaml', sample('crlf.yaml'));
  const judged = '3 of 3 pods would be rejected by restricted:latest';
  await expect(verdict(page)).toHaveText(judged);
  await page.evaluate(() => Reflect.set(window, 'sameVisit', true));
  const sameVisit = () => page.evaluate(() => Reflect.get(window, 'sameVisit') === true);

  appendFileSync(join(site.folder, 'sw.js'), '// another version\n');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const offer = page.getByTestId('update');
  await expect(offer).toContainText('A new version of the wizard is ready.');
  await offer.getByRole('button', { name: 'Stay with this version' }).click();
  await expect(offer).toHaveCount(0);
  expect(await sameVisit()).toBe(true);

  // Offered again at the next visit.
  await page.reload();
  await expect(offer).toContainText('A new version of the wizard is ready.');
  await page.evaluate(() => Reflect.set(window, 'sameVisit', true));
  const loaded = page.waitForEvent('load');
  await offer.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  expect(await sameVisit()).toBe(false);
  await expect(verdict(page)).toHaveText(judged);
  await expect(offer).toHaveCount(0);
});

test('what the server no longer has, the page still has', async ({ page, site }) => {
  await openKept(page, site, '#/security');
  for (const name of readdirSync(join(site.folder, 'assets'))) {
    rmSync(join(site.folder, 'assets', name));
  }
  await stepLink(page, 'Review').click();
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible();
});
