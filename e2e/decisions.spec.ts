import type { Page } from '@playwright/test';
import { dropFile, editorText, expect, expectAccessible, sample, test, verdict } from './wizard.ts';

const rootInit = `    initContainers:
      - name: fix-permissions
        image: registry.example.com/mirror/busybox:1.37
        command: [sh, -c, chown -R 50000:50000 /data]
        securityContext:
          runAsUser: 0
          runAsNonRoot: false
`;

/** The team's file with a root container besides its hostPath volume. */
function withRoot(): Buffer {
  const text = sample('team-edited.yaml').toString('utf8');
  const list = '    initContainers:\n';
  return Buffer.from(text.replace(list, rootInit));
}

async function openFixed(page: Page, bytes: Buffer): Promise<void> {
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', bytes);
  await page.getByRole('button', { name: /^Fix everything \(/ }).click();
}

const volume = (page: Page) =>
  page.getByRole('region', { name: 'What takes the place of the node’s folder dsd-socket?' });
const container = (page: Page) =>
  page.getByRole('region', { name: 'Does anything still need fix-permissions?' });

test('what only a person can decide is decided one by one, and undone', async ({ page }) => {
  await openFixed(page, withRoot());
  await expect(verdict(page)).toContainText('1 of 5 pods would be rejected');
  await page.getByRole('button', { name: '2 for you to decide' }).click();
  await expect(page.getByRole('heading', { name: 'Components', level: 1 })).toBeVisible();
  await expect(container(page).getByRole('heading')).toBeFocused();
  await expect(container(page).getByRole('heading')).toBeInViewport();
  const before = await editorText(page);

  const row = volume(page).getByRole('listitem').filter({ hasText: 'Use an emptyDir' });
  await expect(row).toContainText('usual');
  await expect(row).toContainText('still rejected for other reasons');
  await container(page).getByRole('button', { name: 'Remove it' }).click();
  await expect(volume(page).getByRole('heading')).toBeFocused();
  await expect(row).toContainText('pod admitted');
  await expect(page.getByText('You decided: remove it.')).toBeVisible();

  await volume(page).getByRole('button', { name: 'Use this claim' }).click();
  await expect(volume(page).getByLabel('Claim')).toBeFocused();
  await expect(volume(page).getByRole('alert')).toHaveText('Name the claim.');
  await page.keyboard.type('dsd');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Components', level: 1 })).toBeFocused();
  await expect(verdict(page)).toContainText('5 of 5 pods admitted');
  await expect(page.getByText('You decided: use a PersistentVolumeClaim.')).toBeVisible();

  await page.getByRole('button', { name: 'Change: Use a PersistentVolumeClaim' }).click();
  await expect(volume(page).getByRole('heading')).toBeFocused();
  await page.getByRole('button', { name: 'Change: Remove it' }).click();
  await expect(container(page)).toBeVisible();
  expect(await editorText(page)).toBe(before);
});

test('to keep it is a decision, too, and a reload knows it', async ({ page }) => {
  await openFixed(page, withRoot());
  await page.getByRole('button', { name: '2 for you to decide' }).click();
  await container(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('You decided: keep it, as root.')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 for you to decide' })).toBeVisible();
  await expect(verdict(page)).toContainText('1 of 5 pods would be rejected');
  await page.reload();
  await expect(page.getByText('You decided: keep it, as root.')).toBeVisible();
  await page.getByRole('button', { name: 'Change: Keep it, as root' }).click();
  await expect(page.getByRole('button', { name: '2 for you to decide' })).toBeVisible();
});

test('a decision leads to step 1 where it is made there', async ({ page }) => {
  await openFixed(page, sample('team-edited.yaml'));
  await page.getByRole('button', { name: '1 for you to decide' }).click();
  await volume(page).getByRole('button', { name: 'Open step 1' }).click();
  await expect(page.getByRole('heading', { name: 'Namespace', level: 1 })).toBeVisible();
});

const lacking = `resourceNamePrefix: acme
namespace: agents
agentTokenSecretName: <token-secret>
image: \${AGENT_IMAGE}
workers:
  - name: w
dagProcessor: {}
triggerer: {}
sentinel: {enabled: false}
`;

test('what only somebody knows is filled in on Start', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, 'values.yaml', Buffer.from(lacking));
  const part = page.getByRole('region', { name: 'What only you know' });
  const token = part.getByLabel('Secret of the agent token');
  await token.fill('eyJhbGciOiJIUzI1NiJ9.e30.abcdef');
  await token.press('Enter');
  await expect(part.getByRole('alert')).toContainText('put it into a Secret');
  await expect(token).toBeFocused();
  expect(await editorText(page)).toBe(lacking);
  await token.fill('agent-token');
  await token.press('Enter');
  await expect(part.getByText('Given.')).toBeVisible();
  expect(await editorText(page)).toBe(lacking.replace('<token-secret>', 'agent-token'));

  await page.getByRole('button', { name: /^Fix everything \(/ }).click();
  const review = page.getByRole('link', { name: /^Review/ });
  await expect(review).toContainText('6 values left');
  for (const box of await part.getByRole('checkbox').all()) await box.check();
  await expect(part.getByText('Nothing missing')).toBeVisible();
  await expect(review).toContainText('Ready');
  await expectAccessible(page);
});

test('a choice shows in the editor what it would do, and writes nothing', async ({ page }) => {
  await openFixed(page, sample('team-edited.yaml'));
  await page.getByRole('button', { name: '1 for you to decide' }).click();
  const before = await editorText(page);
  await volume(page).getByRole('button', { name: 'Use emptyDir' }).focus();
  const editor = page.locator('.editor');
  await expect(editor.locator('.choice-leaving').first()).toBeVisible();
  await expect(editor.locator('.choice-coming')).toContainText('emptyDir: {}');
  await expect(editor.locator('.choice-coming')).toContainText('if you use emptyDir');
  await page.getByRole('heading', { name: 'Components', level: 1 }).focus();
  await expect(editor.locator('.choice-coming')).toHaveCount(0);
  expect(await editorText(page)).toBe(before);
});

test('a sample is opened for whoever has no file', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with a file like the Astro UI’s' }).click();
  await expect(verdict(page)).toContainText('4 of 4 pods would be rejected');
  await page.getByRole('button', { name: /^Fix everything \(/ }).click();
  await expect(verdict(page)).toContainText('4 of 4 pods admitted');
});

test.describe('decisions at every width and in both themes', () => {
  for (const [width, height] of [
    [1440, 1600],
    [1024, 768],
    [768, 1024],
    [390, 844],
    [320, 640],
  ] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      test(`${width} px, ${scheme}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: scheme });
        await openFixed(page, withRoot());
        const shots = process.env.SHOTS;
        await page
          .getByRole('region', { name: 'What only you know' })
          .or(page.locator('h1').first())
          .first()
          .waitFor();
        if (shots) await page.screenshot({ path: `${shots}/start-${width}-${scheme}.png` });
        await page.getByRole('button', { name: '2 for you to decide' }).click();
        await expect(
          volume(page).getByText('still rejected for other reasons').first(),
        ).toBeVisible();
        await expect(container(page).getByRole('heading')).toBeFocused();
        await expect(container(page).getByRole('heading')).toBeInViewport();
        if (shots) await page.screenshot({ path: `${shots}/decide-${width}-${scheme}.png` });
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () =>
            [...document.querySelectorAll<HTMLElement>('.decision, .decision *')].filter(
              (one) => one.getBoundingClientRect().right > window.innerWidth + 1,
            ).length,
        );
        expect(overflow).toBe(0);
      });
    }
  }
});
