import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { downloadedAsItIs, dropFile, expect, sample, test } from './wizard.ts';

const editor = (page: Page) => page.locator('.editor .monaco-editor').first();
const row = (page: Page, text: string) => editor(page).locator('.view-line', { hasText: text });
const announcer = (page: Page) => page.getByTestId('announcer');

/** Both files, byte for byte. */
async function files(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.getByRole('button', { name: 'More downloads' }).click();
  const item = page.getByRole('menuitem', { name: 'Download both as zip' });
  const { bytes } = await downloadedAsItIs(page, () => item.click());
  const archive = Object.entries(unzipSync(bytes));
  return Object.fromEntries(
    archive.map(([name, content]) => [name, Buffer.from(content).toString('latin1')]),
  );
}

async function goTo(page: Page, step: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(step);
}

async function typeAtEnd(page: Page, document: string, line: string): Promise<void> {
  await page.getByRole('tab', { name: document }).click();
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(`\n${line}`);
  await page.keyboard.press('Escape');
  await expect(row(page, line.trim()).last()).toBeVisible();
}

async function fill(page: Page, label: string, value: string): Promise<void> {
  const input = page.getByLabel(label, { exact: true }).first();
  await input.fill(value);
  await input.blur();
}

async function toggle(page: Page, name: string): Promise<void> {
  await page.getByRole('switch', { name }).first().click({ force: true });
}

/** Applies the first fix in the list of problems. */
async function fixFirst(page: Page): Promise<void> {
  const fix = page.getByRole('region', { name: 'Problems' }).locator('.problem-fix').first();
  await fix.click();
  await expect(announcer(page)).toHaveText(/^Done: /);
}

test('twenty steps of every kind come back byte for byte, and return', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  const states = [await files(page)];

  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ['edit values.yaml', () => typeAtEnd(page, 'values.yaml', '# reviewed by hand')],
    ['change Name', () => fill(page, 'Name', 'agents-a')],
    ['edit namespace.yaml', () => typeAtEnd(page, 'namespace.yaml', '# kept in Git')],
    ['change User', () => fill(page, 'User', '1234')],
    ['a fix', () => fixFirst(page)],
    ['change Group', () => fill(page, 'Group', '3000')],
    ['edit values.yaml', () => typeAtEnd(page, 'values.yaml', 'broken: [')],
    ['edit values.yaml', () => typeAtEnd(page, 'values.yaml', '  ]')],
    ['a fix', () => fixFirst(page)],
    ['a switch', () => toggle(page, 'Read-only root filesystem')],
    ['fix everything', () => page.getByRole('button', { name: /^Fix everything/ }).click()],
    ['the sidecar', () => toggle(page, 'Run the sidecar')],
    ['the sidecar', () => toggle(page, 'Run the sidecar')],
    ['change Volume group', () => fill(page, 'Volume group', '3500')],
    ['edit values.yaml', () => typeAtEnd(page, 'values.yaml', '# another file')],
    ['change Name', () => fill(page, 'Name', 'agents-b')],
    ['change User', () => fill(page, 'User', '4321')],
    ['a switch', () => toggle(page, 'Read-only root filesystem')],
    ['change Volume group', () => fill(page, 'Volume group', '4000')],
    ['edit namespace.yaml', () => typeAtEnd(page, 'namespace.yaml', '# the end')],
  ];
  const placeOf: Readonly<Record<string, string>> = {
    'change Name': 'Namespace',
    'change User': 'Security',
    'change Group': 'Security',
    'change Volume group': 'Security',
    'a switch': 'Security',
    'the sidecar': 'Logging sidecar',
  };
  for (const [kind, act] of steps) {
    const place = placeOf[kind];
    if (place !== undefined) await goTo(page, place);
    await act();
    const state = await files(page);
    expect(state, kind).not.toEqual(states.at(-1));
    states.push(state);
  }
  expect(states).toHaveLength(21);

  const inEditor = editor(page).getByRole('textbox').first();
  const tools = page.getByRole('toolbar', { name: 'Work' });
  const undo = tools.getByRole('button', { name: /^Undo/ });
  const redo = tools.getByRole('button', { name: /^Redo/ });
  for (let step = 20; step > 0; step--) {
    if (step % 2 === 0) await inEditor.press('ControlOrMeta+z');
    else await undo.click();
    await expect(announcer(page)).toHaveText(/^Undone: /);
    expect(await files(page), `undo ${step}`).toEqual(states[step - 1]);
  }
  // There undo ends: the file that was opened stays.
  await inEditor.press('ControlOrMeta+z');
  await expect(announcer(page)).toHaveText('Nothing to undo since team-edited.yaml was opened');
  expect(await files(page)).toEqual(states[0]);
  for (let step = 1; step <= 20; step++) {
    if (step % 2 === 0) await inEditor.press('ControlOrMeta+Shift+z');
    else await redo.click();
    await expect(announcer(page)).toHaveText(/^Redone: /);
  }
  expect(await files(page)).toEqual(states[20]);
});

test('what is typed in one go is one step; a pause at another place begins the next', async ({
  page,
}) => {
  await page.goto('/#/security');
  await page.mouse.move(1000, 400);
  await page.mouse.wheel(0, 1);
  await editor(page).locator('.view-line').first().waitFor();
  const before = (await files(page))['values.yaml'];
  await editor(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# one two');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('# three');
  await expect(row(page, '# three')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(page, '# three')).toHaveCount(0);
  expect((await files(page))['values.yaml']).toBe(`# one two\n${before}`);
  await editor(page).getByRole('textbox').first().press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: 'Redo: edit values.yaml' })).toBeVisible();
  expect((await files(page))['values.yaml']).toBe(before);
});

test('undo and redo survive a reload, and all changes can be taken back at once', async ({
  page,
}) => {
  test.setTimeout(60_000);
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  const opened = await files(page);
  await expect(page.getByRole('button', { name: /^Redo/ })).toBeVisible();
  await goTo(page, 'Security');
  await fill(page, 'User', '1234');
  await fill(page, 'Volume group', '3500');
  await typeAtEnd(page, 'values.yaml', '# reviewed');
  const reviewed = await files(page);
  await page.getByRole('button', { name: /^Undo: edit/ }).click();
  const changed = await files(page);

  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage })))
    .toContain('change Volume group');
  await page.reload();
  await page.getByRole('button', { name: 'Redo: edit values.yaml' }).click();
  expect(await files(page)).toEqual(reviewed);
  await page.getByRole('button', { name: 'Undo: edit values.yaml' }).click();
  await page.getByRole('button', { name: 'Undo: change Volume group' }).click();
  await page.getByRole('button', { name: 'Undo: change User' }).click();
  expect(await files(page)).toEqual(opened);
  await page.getByRole('button', { name: 'Redo: change User' }).click();
  await page.getByRole('button', { name: 'Redo: change Volume group' }).click();
  expect(await files(page)).toEqual(changed);

  await page.getByRole('button', { name: /changed: see them or take them back$/ }).click();
  await page.getByRole('menuitem', { name: 'Back to the file as opened' }).click();
  expect(await files(page)).toEqual(opened);
  await page.getByTestId('told').getByRole('button', { name: 'Undo' }).click();
  expect(await files(page)).toEqual(changed);
});

test('a text with a credential that nobody asked to keep is in no kept step', async ({ page }) => {
  await page.goto('/#/security');
  await page.mouse.move(1000, 400);
  await page.mouse.wheel(0, 1);
  await editor(page).locator('.view-line').first().waitFor();
  await typeAtEnd(page, 'values.yaml', 'commonEnv: [{name: DB_PASSWORD, value: hunter2-planted}]');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await fill(page, 'User', '1234');
  const stored = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  await expect.poll(stored).toContain('change User');
  expect(await stored()).not.toContain('hunter2-planted');
});
