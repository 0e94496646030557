import type { BrowserContext, Page } from '@playwright/test';
import { planted } from '../tests/share/planted.ts';
import {
  dropFile,
  dropFiles,
  expect,
  expectAccessible,
  pasteFile,
  sample,
  test,
} from './wizard.ts';

const drafts = (page: Page) => page.getByTestId('draft');
const nameField = (page: Page) => page.getByLabel('Name', { exact: true }).first();

/** All that the browser keeps for the page. */
async function stored(page: Page): Promise<{ local: string; session: string }> {
  return page.evaluate(() => ({
    local: JSON.stringify({ ...window.localStorage }),
    session: JSON.stringify({ ...window.sessionStorage }),
  }));
}

async function keep(page: Page, where: RegExp): Promise<void> {
  await page.goto('/#/start');
  await page.getByRole('radio', { name: where }).check();
}

/** Changes the namespace's name, and waits until that is kept. */
async function rename(page: Page, name: string): Promise<void> {
  await page.goto('/#/namespace');
  await nameField(page).fill(name);
  await nameField(page).blur();
  await expect.poll(async () => JSON.stringify(await stored(page))).toContain(name);
}

async function open(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page.goto('/');
  await dropFile(page, name, Buffer.from(text));
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
}

/** The same tab once more, with a copy of what it keeps, as the browser's "Duplicate tab" makes it. */
async function duplicate(page: Page, context: BrowserContext): Promise<Page> {
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => {
      window.open(window.location.href);
    }),
  ]);
  await expect(copy.getByRole('heading', { level: 1 })).toBeVisible();
  return copy;
}

test('the work is kept for its tab, and nothing in the browser without being asked', async ({
  page,
  context,
}) => {
  await open(page, 'prod.yaml', sample('team-edited.yaml'));
  await rename(page, 'kept-in-tab');
  await page.reload();
  await expect(nameField(page)).toHaveValue('kept-in-tab');
  expect((await stored(page)).local).toBe('{}');

  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('heading', { name: 'Bring your values.yaml' })).toBeVisible();
  await expect(drafts(other)).toHaveCount(0);
});

test('kept in the browser when asked, listed elsewhere, and deleted for good', async ({
  page,
  context,
}) => {
  test.setTimeout(60_000);
  await open(page, 'prod.yaml', sample('team-edited.yaml'));
  await keep(page, /^In this browser/);
  await expectAccessible(page);
  await rename(page, 'kept-in-browser');

  const other = await context.newPage();
  await other.goto('/');
  await expect(drafts(other)).toContainText('prod.yaml');
  await expect(drafts(other)).toContainText(/\d+ problems left\. Kept in this browser/);
  await expectAccessible(other);
  const before = (await stored(other)).local;
  await other.getByRole('button', { name: 'Continue prod.yaml' }).click();
  await expect(nameField(other)).toHaveValue('kept-in-browser');
  // To go on is no change: neither tab has written.
  await other.reload();
  await expect(nameField(other)).toHaveValue('kept-in-browser');
  expect((await stored(other)).local).toBe(before);

  await page.goto('/#/start');
  await page.getByRole('button', { name: 'Delete from this browser' }).click();
  expect((await stored(page)).local).toBe('{}');
  // The other tab does not bring it back behind somebody's back.
  await rename(other, 'after-deletion');
  await expect(other.getByTestId('notices')).toContainText('was deleted from the browser');
  expect((await stored(other)).local).toBe('{}');
});

test('a draft is deleted from the list', async ({ page, context }) => {
  await open(page, 'prod.yaml', sample('crlf.yaml'));
  await keep(page, /^In this browser/);
  await expect.poll(async () => (await stored(page)).local).toContain('prod.yaml');
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'Delete the draft of prod.yaml' }).click();
  await expect(drafts(other)).toHaveCount(0);
  expect((await stored(other)).local).toBe('{}');
});

test('a duplicated tab and its model never overwrite each other', async ({ page, context }) => {
  await open(page, 'prod.yaml', sample('team-edited.yaml'));
  await keep(page, /^In this browser/);
  await rename(page, 'before-both');
  const copy = await duplicate(page, context);
  await expect(nameField(copy)).toHaveValue('before-both');
  await rename(copy, 'in-the-copy');
  await rename(page, 'in-the-model');
  await expect(page.getByTestId('notices')).toContainText('changed in another tab');
  await rename(copy, 'in-the-copy-again');

  const third = await context.newPage();
  await third.goto('/');
  await expect(drafts(third)).toHaveCount(2);
  const { local } = await stored(third);
  expect(local).toContain('in-the-copy-again');
  expect(local).toContain('in-the-model');
  await page.reload();
  await expect(nameField(page)).toHaveValue('in-the-model');
  await copy.reload();
  await expect(nameField(copy)).toHaveValue('in-the-copy-again');
});

test('two tabs that are asked to keep nothing know nothing of each other', async ({
  page,
  context,
}) => {
  await open(page, 'prod.yaml', sample('team-edited.yaml'));
  await rename(page, 'before-both');
  const copy = await duplicate(page, context);
  await rename(copy, 'in-the-copy');
  await rename(page, 'in-the-model');
  await copy.reload();
  await expect(nameField(copy)).toHaveValue('in-the-copy');
  await page.reload();
  await expect(nameField(page)).toHaveValue('in-the-model');
  expect((await stored(page)).local).toBe('{}');
});

test('work in the place of which something is opened is among the earlier drafts', async ({
  page,
}) => {
  await open(page, 'first.yaml', sample('team-edited.yaml'));
  await rename(page, 'first-work');
  await page.goto('/#/start');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await dropFile(page, 'second.yaml', sample('crlf.yaml'));
  await expect(page.getByTestId('notices')).toHaveText(
    'Your work on first.yaml is among the earlier drafts on Start.',
  );
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('announcer')).toHaveText(
    'Nothing to undo since second.yaml was opened',
  );
  await page.reload();
  await expect(drafts(page)).toContainText('Kept until this tab is closed');
  await page.getByRole('button', { name: 'Continue first.yaml' }).click();
  await page.goto('/#/namespace');
  await expect(nameField(page)).toHaveValue('first-work');
});

test('a credential is never kept unless somebody says so, and the page says why', async ({
  page,
}) => {
  await open(
    page,
    'secret.yaml',
    'commonEnv:\n  - name: DB_PASS\n    value: hunter22\nworkers: []\nresourceNamePrefix: agent\n',
  );
  await expect(page.getByTestId('not-kept')).toContainText(
    'the value of DB_PASS on line 3 looks like a credential',
  );
  await expectAccessible(page);
  await page.goto('/#/security');
  await expect(page.getByTestId('notices')).toContainText('the value of DB_PASS on line 3');
  expect(JSON.stringify(await stored(page))).not.toContain('hunter22');
  await keep(page, /^In this tab/);
  await expect(page.getByTestId('not-kept')).toHaveCount(0);
  expect((await stored(page)).session).toContain('hunter22');
  expect((await stored(page)).local).toBe('{}');
  await keep(page, /^Nowhere/);
  expect(JSON.stringify(await stored(page))).not.toContain('hunter22');
});

test('none of what is planted is kept', async ({ page }) => {
  // Without the editor, which has nothing to do with it, it is done sooner.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  // Each is opened over the one before; what is kept is looked at after each.
  for (const [what, values, secret] of planted.filter(([, text]) => !/^(a: \[|\{\{)/.test(text))) {
    const place = page.locator('body');
    const text = `${values.replace('%', secret)}resourceNamePrefix: agent\n`;
    await dropFiles(page, place, [{ name: 'planted.yaml', bytes: Buffer.from(text) }]);
    await expect(page.getByTestId('not-kept'), what).toBeVisible();
    const { local, session } = await stored(page);
    expect(local, what).toBe('{}');
    expect(session, what).not.toContain('planted.yaml');
  }
});

test('typing is kept within 100 ms of the last letter, and when the page is hidden', async ({
  page,
}) => {
  await page.clock.install({ time: 0 });
  await open(page, 'prod.yaml', sample('crlf.yaml'));
  await page.goto('/#/namespace');
  await expect(nameField(page)).toBeVisible();
  // From here on time goes by only when it is told to, however busy the machine is.
  await page.clock.pauseAt(600_000);
  await nameField(page).fill('typed-just-now');
  expect((await stored(page)).session).not.toContain('typed-just-now');
  await page.clock.runFor(100);
  expect((await stored(page)).session).toContain('typed-just-now');

  await nameField(page).fill('hidden-at-once');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect((await stored(page)).session).toContain('hidden-at-once');
});

for (const { what, name, says } of [
  { what: 'full', name: 'QuotaExceededError', says: /storage is full, so this work is not kept/ },
  { what: 'blocked', name: 'SecurityError', says: /does not let this page store anything/ },
]) {
  test(`storage that is ${what} is said, once`, async ({ page }) => {
    await page.addInitScript((error) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('No', error);
      };
    }, name);
    await open(page, 'prod.yaml', sample('crlf.yaml'));
    await page.goto('/#/namespace');
    await expect(page.getByTestId('notices')).toContainText(says);
    await page.getByRole('button', { name: 'Dismiss the notice' }).click();
    await nameField(page).fill('another-name');
    await nameField(page).blur();
    await page.goto('/#/security');
    await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible();
    await expect(page.getByTestId('notices')).toHaveCount(0);
    await page.goto('/#/start');
    await expect(page.getByTestId('not-kept')).toContainText(says);
  });
}

test('a browser without storage works', async ({ page }) => {
  await page.addInitScript(() => {
    for (const kind of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, kind, {
        get: () => {
          throw new DOMException('No', 'SecurityError');
        },
      });
    }
  });
  await page.goto('/');
  await pasteFile(page, sample('team-edited.yaml').toString());
  await expect(page.getByTestId('not-kept')).toContainText('does not let this page store anything');
  await page.getByRole('button', { name: /^Fix everything \(/ }).click();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await dropFile(page, 'second.yaml', sample('crlf.yaml'));
  await expect(drafts(page)).toContainText('pasted.yaml');
  await expect(drafts(page)).toContainText('lost when this tab is closed or reloaded');
});
