import { dropFile, expect, expectAccessible, test } from './wizard.ts';

/* A hundred workers: what is equal stands once, the rest is found, and the actions stay in reach. */

const names = Array.from({ length: 100 }, (_, index) => `team-${index + 1}`);
const file = `resourceNamePrefix: acme
namespace: agents
podSecurityContext:
  runAsUser: 50000
workers:
${names
  .map(
    (name) =>
      `  - name: ${name}\n    queues: q-${name}\n    volumes: [{name: scratch, emptyDir: {}}]\n    volumeMounts: [{name: scratch, mountPath: /scratch}]\n`,
  )
  .join('')}`;

test('a hundred workers', async ({ page }) => {
  test.setTimeout(60_000);
  await page.goto('/');
  await dropFile(page, 'many.yaml', Buffer.from(file));
  const rows = page.locator('.pods tbody tr');
  await expect(rows.first()).toContainText('worker/team-1');
  await expect(rows.first()).toContainText('and 99 equal');
  expect(await rows.count()).toBeLessThanOrEqual(8);
  const ways = page.locator('.start-ways').getByRole('button', { name: 'Fix everything' });
  await expect(ways).toBeInViewport({ ratio: 0 });

  // Equal problems are one row, with one button for all.
  const problems = page.getByRole('region', { name: 'Problems' });
  const alike = problems.locator('.problem-alike').first();
  await expect(alike).toContainText('Show 99 more like it');
  expect(await problems.locator('.problem-row').count()).toBeLessThan(20);
  await alike.getByRole('button', { name: /^Show/ }).click();
  await expect(problems.locator('.problem-row').nth(60)).toBeAttached();
  await alike.getByRole('button', { name: /^Fold/ }).click();
  await alike.getByRole('button', { name: 'Fix all 100' }).click();
  await expect(page.getByTestId('announcer')).toHaveText(/^Done: .*and 99 more like it$/);
  await expect(page.locator('.problems-toggle')).toBeFocused();

  // The pods fold into a list that leads to each.
  await page.getByRole('button', { name: /^All 10\d pods$/ }).click();
  await page.getByRole('menuitem', { name: /^worker\/team-77 / }).click();
  await expect(page).toHaveURL(/#\/components\?field=components\.workers\.76$/);
  const cards = page.locator('.card');
  await expect(cards.filter({ hasText: 'worker/team-77' })).toBeInViewport();
  expect(await cards.count()).toBeLessThan(20);

  await page.getByLabel('Find a worker').fill('q-team-42');
  await expect(cards.first()).toContainText('worker/team-42');
  await expect(page.getByText('1 of 100 shown')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Find a worker').fill('');
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(cards.filter({ hasText: 'worker/team-100' })).toBeAttached();
});
