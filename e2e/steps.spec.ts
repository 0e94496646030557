import type { Page } from '@playwright/test';
import { parseTree } from '../src/yaml/parse-tree.ts';
import { dataOf } from '../src/yaml/value.ts';
import { downloaded, expect, test, verdict } from './wizard.ts';

/** The values that the guide's steps 2 to 4 ask for, as data. */
const guide = {
  podSecurityContext: {
    seccompProfile: { type: 'RuntimeDefault' },
    runAsUser: 50000,
    fsGroup: 50000,
    runAsNonRoot: true,
  },
  containerSecurityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  loggingSidecar: {
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: expect.arrayContaining([
      expect.objectContaining({ name: 'task-logs', mountPath: '/etc/airflow/logs' }),
    ]),
  },
};

const folders = (names: readonly (readonly [string, string])[]) => ({
  volumes: expect.arrayContaining(names.map(([name]) => expect.objectContaining({ name }))),
  volumeMounts: expect.arrayContaining(
    names.map(([name, mountPath]) => expect.objectContaining({ name, mountPath })),
  ),
});

const both = folders([
  ['tmp', '/tmp'],
  ['task-logs', '/usr/local/airflow/logs'],
]);

async function heading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function expectGuide(page: Page, name: string): Promise<void> {
  const [values, namespace] = await Promise.all([
    downloaded(page, () =>
      page.getByRole('button', { name: 'Download values.yaml' }).last().click(),
    ),
  ]).then(async ([first]) => [
    first,
    await downloaded(page, () =>
      page.getByRole('button', { name: 'Download namespace.yaml' }).last().click(),
    ),
  ]);
  const data = (file: { bytes: Buffer } | undefined) => {
    const { root } = parseTree(file?.bytes.toString() ?? '');
    return root && dataOf(root);
  };
  expect(data(values)).toMatchObject({
    ...guide,
    namespace: name,
    workers: [both],
    dagProcessor: folders([['tmp', '/tmp']]),
    triggerer: both,
  });
  expect(data(namespace)).toMatchObject({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
  });
}

test('from nothing to both files, by mouse', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await heading(page, 'Namespace');
  await expect(page).toHaveTitle('Step 1 of 4: Namespace - Restricted Agent Wizard');
  await page.getByLabel('Name', { exact: true }).fill('my-agents');
  await page.getByRole('button', { name: 'Next: Security' }).click();
  await heading(page, 'Security');
  await page.getByRole('button', { name: 'Next: Components' }).click();
  await heading(page, 'Components');
  await page.getByRole('button', { name: 'Next: Logging sidecar' }).click();
  await heading(page, 'Logging sidecar');
  await page.getByRole('switch', { name: 'Run the sidecar' }).click({ force: true });
  await expect(verdict(page)).toHaveText('4 of 4 pods admitted by restricted:latest');
  await page.getByRole('button', { name: 'Next: Review' }).click();
  await heading(page, 'Review');
  await expectGuide(page, 'my-agents');
});

/** Presses Tab until something with this role and name has the focus, as a keyboard user would. */
async function tabTo(page: Page, role: 'button' | 'switch' | 'textbox', name: string) {
  const target = page.getByRole(role, { name, exact: true }).last();
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reaches ${role} ${name}`);
}

test('from nothing to both files, by keyboard alone', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto('/');
  await tabTo(page, 'button', 'Start');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Namespace', level: 1 })).toBeFocused();
  await tabTo(page, 'textbox', 'Name');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('typed-agents');
  for (const next of ['Security', 'Components', 'Logging sidecar']) {
    await tabTo(page, 'button', `Next: ${next}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: next, level: 1 })).toBeFocused();
  }
  await tabTo(page, 'switch', 'Run the sidecar');
  await page.keyboard.press('Space');
  await tabTo(page, 'button', 'Next: Review');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeFocused();
  await expectGuide(page, 'typed-agents');
});

test('Next names what is not valid, and leads to it', async ({ page }) => {
  await page.goto('/#/security');
  const user = page.getByLabel('User', { exact: true });
  await user.fill('root');
  await page.getByRole('button', { name: 'Next: Components' }).click();
  await heading(page, 'Security');
  const summary = page.getByRole('region', { name: /another look/ });
  await expect(summary).toBeFocused();
  await summary.getByRole('link').click();
  await expect(user).toBeFocused();
  await user.fill('50000');
  await page.getByRole('button', { name: 'Next: Components' }).click();
  await heading(page, 'Components');
});

test('letters typed into a field are one step of undo, and reach the file', async ({ page }) => {
  await page.goto('/#/security');
  const user = page.getByLabel('User', { exact: true });
  await user.fill('');
  await user.pressSequentially('1234');
  await expect(page.locator('.view-lines')).toContainText('runAsUser: 1234');
  await user.blur();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(user).toHaveValue('50000');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(user).toHaveValue('1234');
});

test('switching the sidecar on and off returns the file to its bytes', async ({ page }) => {
  await page.goto('/#/sidecar');
  const file = () =>
    downloaded(page, () =>
      page.getByRole('button', { name: 'Download values.yaml' }).first().click(),
    );
  const before = await file();
  const on = page.getByRole('switch', { name: 'Run the sidecar' });
  await on.click({ force: true });
  const between = await file();
  expect(between.bytes.equals(before.bytes)).toBe(false);
  await on.click({ force: true });
  expect((await file()).bytes.equals(before.bytes)).toBe(true);
  await on.click({ force: true });
  expect((await file()).bytes.equals(between.bytes)).toBe(true);
});
