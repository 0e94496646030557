import { patience } from '../src/wizard/incoming/trial.ts';
import { dropFile, dropFiles, expect, test, verdict } from './wizard.ts';

const head = 'resourceNamePrefix: large\n';

/** 1.2 MB that is read fast: comments and one worker. */
const long = `${head}${'# a line that says nothing of the agent\n'.repeat(30_000)}workers:\n  - name: one\n`;

/** Tens of thousands of volumes that each break a rule. */
const slow = `${head}workers:\n  - name: one\n    volumes:\n${Array.from(
  { length: 27_000 },
  (_, index) => `      - {name: v${index}, hostPath: {path: /}}\n`,
).join('')}`;

test('a file of more than 1 MB is read beside the page, and opened', async ({ page }) => {
  expect(long.length).toBeGreaterThan(1_048_576);
  await page.goto('/');
  await dropFile(page, 'long.yaml', Buffer.from(long));
  await expect(page.getByTestId('trial')).toContainText('Reading long.yaml.');
  await expect(verdict(page)).toHaveText(/4 of 4 pods would be rejected/, { timeout: 20_000 });
  await expect(page.getByTestId('trial')).toHaveCount(0);
});

test('while a large file is read the page can be used, and cancel', async ({ page }) => {
  await page.goto('/#/namespace');
  const bytes = Buffer.from(slow);
  await dropFiles(page, page.locator('body'), [{ name: 'slow.yaml', bytes }]);
  await expect(page.getByTestId('trial')).toBeVisible();
  const name = page.getByLabel('Name', { exact: true }).first();
  await name.fill('typed-meanwhile');
  await expect(name).toHaveValue('typed-meanwhile');
  await page.getByTestId('trial').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('taken')).toContainText('slow.yaml Not opened: you cancelled it.');
  await page.goto('/#/namespace');
  await expect(name).toHaveValue('typed-meanwhile');
});

test('a file that takes too long to judge is told, and nothing hangs', async ({ page }) => {
  await page.clock.install();
  await page.goto('/');
  await dropFile(page, 'slow.yaml', Buffer.from(slow));
  await expect(page.getByTestId('trial')).toBeVisible();
  await page.clock.fastForward(patience);
  await expect(page.getByTestId('taken')).toContainText(
    'slow.yaml Not opened: judging it takes longer than two seconds',
  );
});
