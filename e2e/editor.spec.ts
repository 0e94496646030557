import type { Locator, Page } from '@playwright/test';
import {
  downloadedAsItIs,
  dropFile,
  editorText,
  expect,
  expectAccessible,
  sample,
  test,
  verdict,
} from './wizard.ts';

const editor = (page: Page) => page.locator('.editor .monaco-editor').first();
const row = (page: Page, text: string) => editor(page).locator('.view-line', { hasText: text });
const user = (page: Page) => page.getByLabel('User', { exact: true });
const announcer = (page: Page) => page.getByTestId('announcer');
const place = (page: Page) => page.locator('.place-field');

/** Opens the starter on a step, with the editor there. */
async function openStarter(page: Page, step = 'security'): Promise<void> {
  await page.goto(`/#/${step}`);
  await page.mouse.move(1000, 400);
  await page.mouse.wheel(0, 1);
  await editor(page).locator('.view-line').first().waitFor();
}

/** Opens a sample on a step, with the editor there. */
async function openSample(page: Page, name: string, step = 'security'): Promise<void> {
  await page.goto('/');
  await dropFile(page, name, sample(name));
  await page.goto(`/#/${step}`);
  await editor(page).locator('.view-line').first().waitFor();
}

/** Shows the part of values.yaml that the pod's security context is in. */
async function showPod(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Show line \d+ of values.yaml$/ })
    .first()
    .click();
  await row(page, 'podSecurityContext:').first().waitFor();
}

/** Puts the cursor at the end of the line that shows this text. */
async function cursorAfter(page: Page, text: string): Promise<void> {
  await row(page, text).first().click();
  await page.keyboard.press('End');
}

/** What an element says, line breaks and all. */
async function expectText(element: Locator, text: string): Promise<void> {
  await expect.poll(() => element.innerText()).toBe(text);
}

async function bytes(page: Page, name = 'values.yaml'): Promise<string> {
  const file = await downloadedAsItIs(page, () =>
    page
      .getByRole('tabpanel')
      .page()
      .getByRole('button', { name: `Download ${name}` })
      .last()
      .click(),
  );
  return file.bytes.toString();
}

test('what is typed in the editor is in the form, the verdict and the file', async ({ page }) => {
  await openStarter(page);
  await showPod(page);
  const before = await bytes(page);
  await cursorAfter(page, 'runAsUser: 50000');
  await page.keyboard.type('7');
  await expect(user(page)).toHaveValue('500007');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('0');
  await expect(user(page)).toHaveValue('0');
  await expect(verdict(page)).toHaveText('3 of 4 pods would be rejected by restricted:latest');
  expect(await bytes(page)).toBe(before.replace('runAsUser: 50000', 'runAsUser: 0'));
});

test('what is typed in the form leaves the cursor of the editor where it was', async ({ page }) => {
  await openStarter(page);
  await showPod(page);
  await cursorAfter(page, 'runAsNonRoot: true');
  await user(page).fill('1');
  await user(page).pressSequentially('234');
  await row(page, 'runAsUser: 1234').waitFor();
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.type(' # here');
  await expect(row(page, 'runAsNonRoot: true # here')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(page, '# here')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(user(page)).toHaveValue('50000');
  await expect(row(page, 'runAsUser: 50000')).toBeVisible();
});

test('a text that cannot be read pauses the form, loses nothing, and its repair resumes', async ({
  page,
}) => {
  await openStarter(page);
  await showPod(page);
  const before = await bytes(page);
  await cursorAfter(page, 'fsGroup: 50000');
  await page.keyboard.type(': [');
  const paused = page.getByTestId('paused');
  await expect(paused).toContainText('The form waits: line 42 of values.yaml cannot be read.');
  await expect(verdict(page)).toHaveText('Line 42 of values.yaml cannot be read. Before that:');
  await expect(user(page)).toBeDisabled();
  await expect(user(page)).toHaveValue('50000');
  await expect(editor(page).locator('.squiggly-error')).toBeVisible();
  expect(await bytes(page)).toBe(before.replace('fsGroup: 50000', 'fsGroup: 50000: ['));

  await paused.getByRole('button', { name: 'line 42 of values.yaml' }).click();
  await expect(row(page, 'fsGroup: 50000: [')).toBeVisible();
  await page.getByRole('button', { name: 'Next: Components' }).click();
  await expect(page.getByRole('heading', { name: 'Components', level: 1 })).toBeFocused();
  await expect(paused).toContainText('line 42 of values.yaml');
  await page.goBack();

  await cursorAfter(page, 'fsGroup: 50000: [');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace');
  await expect(paused).toBeEmpty();
  await expect(user(page)).toBeEnabled();
  await expect(verdict(page)).toHaveText('4 of 4 pods admitted by restricted:latest');
  expect(await bytes(page)).toBe(before);
});

test('an edit changes no byte of a Windows file besides its own', async ({ page }) => {
  await openSample(page, 'crlf.yaml');
  const before = await bytes(page);
  expect(before).toBe(sample('crlf.yaml').toString());
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('logLevel: INFO');
  await expect(row(page, 'logLevel: INFO')).toBeVisible();
  const after = await bytes(page);
  expect(after.startsWith(before)).toBe(true);
  expect(after.slice(before.length)).toBe(`${before.endsWith('\n') ? '' : ''}\r\nlogLevel: INFO`);
});

test('the cursor names the field of its line, and leads to it', async ({ page }) => {
  await openStarter(page, 'components');
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('seccompProfile');
  await page.keyboard.press('Escape');
  await expect(place(page)).toHaveText('Step 2, seccomp profile');
  await place(page).getByRole('button').click();
  await expect(page).toHaveURL(/#\/security\?field=security\.pod\.seccompProfile$/);
  await expect(page.getByRole('radio', { name: 'RuntimeDefault' }).first()).toBeFocused();
});

test('a field shows its lines, and an address opens at one', async ({ page }) => {
  await openStarter(page);
  await user(page).focus();
  await expect(editor(page).locator('.line-focused').first()).toBeVisible();
  await expect(row(page, 'runAsUser: 50000').first()).toBeInViewport();
  await page.goto('/#/security?field=security.container.allowPrivilegeEscalation');
  await page.reload();
  await expect(
    page.getByRole('switch', { name: 'Forbid privilege escalation' }).first(),
  ).toBeFocused();
  await expect(row(page, 'allowPrivilegeEscalation: false').first()).toBeInViewport();
});

test('Ctrl+. repairs what is marked, as one step with a name', async ({ page }) => {
  await openSample(page, 'team-edited.yaml');
  const before = await editorText(page);
  await page.getByRole('region', { name: 'Problems' }).locator('.problem-go').first().click();
  await expect(place(page)).toHaveText('Step 2, container context');
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+.');
  const menu = page.locator('.action-widget');
  await expect(menu.locator('.monaco-list-row.action .title')).toHaveText([
    'Add allowPrivilegeEscalation: false',
    'Drop ALL capabilities',
    'Make the root filesystem read-only',
  ]);
  await page.keyboard.press('Enter');
  await expect(announcer(page)).toHaveText('Done: Add allowPrivilegeEscalation: false');
  await expect(row(page, 'allowPrivilegeEscalation: false').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo: Add allowPrivilegeEscalation: false' }).click();
  expect(await editorText(page)).toBe(before);
});

test('a marker says what is wrong, why and the fix, and leads to its field', async ({ page }) => {
  await openSample(page, 'team-edited.yaml');
  await showPod(page);
  const marked = row(page, 'podSecurityContext:').first();
  await marked.hover({ position: { x: 30, y: 8 } });
  const hover = page.locator('.monaco-hover').first();
  await expectText(
    hover.locator('.marker > span').first(),
    'pod or containers "vault-agent", "worker", "vector-logging-sidecar", "dogstatsd" must set ' +
      'securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"\n' +
      'Without a profile the container may make any system call, and the kernel is the shared part.\n' +
      'Fix: Add seccompProfile: RuntimeDefault',
  );
  await expectText(
    hover.locator('.rendered-markdown'),
    'Of the pods of workers, DAG processor and triggerer.\n\n' +
      'Default: {"runAsUser":50000,"fsGroup":50000,"runAsNonRoot":true}',
  );
  await marked.click({ position: { x: 30, y: 8 } });
  await expect(page).toHaveURL(/#\/security\?field=security\.pod\.seccompProfile/);
  await expect(page.getByRole('radio', { name: 'Not set' }).first()).toBeFocused();
});

test('keys complete, and tell their meaning and default', async ({ page }) => {
  await openStarter(page);
  await showPod(page);
  await cursorAfter(page, 'fsGroup: 50000');
  await page.keyboard.press('Enter');
  await page.keyboard.type('runAsG');
  const list = page.locator('.suggest-widget .monaco-list-row');
  await expect(list).toHaveText(['runAsGroup']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('50000');
  await expect(page.getByLabel('Group', { exact: true })).toHaveValue('50000');
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await row(page, 'imagePullPolicy:')
    .first()
    .hover({ position: { x: 40, y: 8 } });
  const hover = page.locator('.monaco-hover').first();
  await expectText(
    hover.locator('.rendered-markdown'),
    'When that image is fetched.\n\nDefault: IfNotPresent\n\n' +
      'Allowed Values:\n\nIfNotPresent\nAlways\nNever',
  );
});

test('Tab indents in the editor; after Escape it leaves, as a hint says', async ({ page }) => {
  await openStarter(page);
  const hint = page.getByText('Esc then Tab leaves the editor');
  await expect(hint).toBeHidden();
  const input = editor(page).getByRole('textbox').first();
  await input.focus();
  await expect(hint).toBeVisible();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('# note');
  await expect(row(page, '# note')).toBeVisible();
  await expect(input).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(input).not.toBeFocused();
  await expect(hint).toBeHidden();
});

test('the changes are counted and walked through, in one column or two', async ({ page }) => {
  await openSample(page, 'team-edited.yaml');
  await page.getByRole('button', { name: /^Fix everything/ }).click();
  await expect(page.getByTestId('fixed')).toBeFocused();
  await page.getByRole('button', { name: 'Changes', exact: true }).click();
  const changes = page.locator('.changes');
  await expect(changes).toContainText('35 lines changed');
  const modified = changes.locator('.editor.modified');
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect(modified.locator('.view-line', { hasText: 'seccompProfile:' })).toBeVisible();
  await page.getByRole('button', { name: 'Previous change' }).click();
  await expect(
    modified.locator('.view-line', { hasText: 'allowPrivilegeEscalation' }).last(),
  ).toBeVisible();
  const columns = page.getByRole('button', { name: 'Side by side' });
  await expect(columns).toHaveAttribute('aria-pressed', 'false');
  await expect(changes.locator('.monaco-diff-editor.side-by-side')).toHaveCount(0);
  await columns.click();
  await expect(changes.locator('.monaco-diff-editor.side-by-side')).toHaveCount(1);
});

test('a paused form and an editor at work are accessible', async ({ page }) => {
  await openStarter(page);
  await showPod(page);
  await cursorAfter(page, 'fsGroup: 50000');
  await expectAccessible(page);
  await page.keyboard.type(': [');
  await expect(user(page)).toBeDisabled();
  await expectAccessible(page);
});
