import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { downloaded, dropFile, editorText, expect, sample, test } from './wizard.ts';

/* Review from top to bottom, with the file that a team has edited. */

const file = 'team-edited.yaml';

async function openReview(page: Page, text: Buffer = sample(file), fix = true): Promise<void> {
  await page.goto('/');
  await dropFile(page, file, text);
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  if (fix)
    await page
      .getByRole('button', { name: /^Fix everything/ })
      .first()
      .click();
  await page.goto('/#/review');
  await expect(page.getByRole('heading', { name: 'Outputs' })).toBeVisible();
}

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Goes where a button leads, and back; the button has the focus again and is in sight. */
async function thereAndBack(page: Page, button: Locator, url: RegExp): Promise<void> {
  const scrolled = () => page.locator('.main-scroll').evaluate((main) => main.scrollTop);
  await button.scrollIntoViewIfNeeded();
  const before = await scrolled();
  await button.click();
  await expect(page).toHaveURL(url);
  await page.goBack();
  await expect(button).toBeFocused();
  await expect(button).toBeInViewport();
  expect(await scrolled()).toBe(before);
}

test('every part is there, in order, and leads to its field and back', async ({ page }) => {
  test.setTimeout(180_000);
  await openReview(page);
  await expect(page.locator('.review h2')).toHaveText([
    '1 pod is still rejected',
    'Changes',
    'Take it with you',
    'Before you install',
    'Pods',
    'Checks',
    'What Kubernetes would say',
    'Check your answers',
    'Outputs',
  ]);

  await test.step('what is left', async () => {
    const left = part(page, '1 pod is still rejected');
    await expect(left).toContainText('4 of 5 pods are admitted by restricted:latest');
    await expect(left.getByRole('definition').first()).toHaveText('0 → when opened, now 4 of 5');
    await thereAndBack(page, left.getByRole('button', { name: 'Decide' }), /#\/components/);
    await left.getByRole('button', { name: 'See the advice' }).click();
    await expect(left.getByRole('button', { name: /may write to its root/ }).first()).toBeVisible();
  });

  await test.step('changes', async () => {
    const diff = part(page, `Changes of ${file}`);
    await expect(diff.getByRole('heading', { level: 4 }).first()).toHaveText(
      /^Change 1 of \d, Security, for 4 pods, lines 50 to 56$/,
    );
    await expect(diff.locator('.diff-change')).toHaveCount(3);
    await diff.getByRole('button', { name: /^46 unchanged lines/ }).click();
    await expect(diff.locator('.diff-line').first()).toContainText('# remote agents, prod-eu');
    await page.keyboard.press('Shift+F7');
    await expect(page.locator('.diff-change').last()).toBeFocused();
    expect(await diff.locator('.diff-change').count()).toBeGreaterThan(3);
    await page.keyboard.press('F7');
    await expect(page.locator('#change-values-1')).toBeFocused();
    await page.getByText('Split', { exact: true }).click();
    await expect(diff.locator('.diff-pair').first()).toBeVisible();
    await page.getByText('Unified', { exact: true }).click();
    await thereAndBack(
      page,
      diff.getByRole('button', { name: 'Logging sidecar' }),
      /#\/sidecar\?field=/,
    );
    await page
      .locator('#change-values-1')
      .getByRole('button', { name: /in the editor/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/security/);
    await expect(page.locator('.view-line', { hasText: 'seccompProfile:' })).toBeVisible();
    await page.goBack();
  });

  await test.step('pods', async () => {
    const pod = part(page, 'worker/default');
    await expect(pod.getByRole('listitem').filter({ hasText: 'dogstatsd' }).first()).toBeVisible();
    await expect(pod.locator('[data-part][tabindex="0"]')).toHaveCount(1);
    await pod.getByRole('button', { name: 'vault-agent: User 100' }).focus();
    await page.keyboard.press('End');
    const volume = pod.getByRole('button', { name: /volume dsd-socket ?, hostPath: not allowed/ });
    await expect(volume).toBeFocused();
    await expect(pod.locator('.drawn-bar.is-active')).toHaveCount(1);
    await page.keyboard.press('ArrowUp');
    await expect(pod.getByRole('button', { name: /^volume task-logs/ })).toBeFocused();
    await thereAndBack(page, volume, /#\/components\?field=components.workers.0.volumes/);
    await expect(
      pod.getByRole('button', {
        name: /^worker: .usr.local.airflow.logs ?, writable ?, from volume task-logs ?, new$/,
      }),
    ).toBeVisible();
    await part(page, 'Pods').getByText('As opened', { exact: true }).click();
    await expect(pod.getByRole('button', { name: /^worker: No seccomp ?, refused/ })).toBeVisible();
    await part(page, 'Pods').getByText('List', { exact: true }).click();
    await expect(pod.locator('.drawn-bar').first()).toBeHidden();
    await expect(pod.getByText('/vault/out, writable, from volume vault-out')).toBeVisible();
    await part(page, 'Pods').getByText('Picture', { exact: true }).click();
    await part(page, 'Pods').getByText('Now', { exact: true }).click();
  });

  await test.step('checks', async () => {
    const checks = part(page, 'Checks');
    const cells = checks.locator('[data-cell]');
    await expect(checks.locator('[data-cell][tabindex="0"]')).toHaveCount(1);
    await cells.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const about = checks.getByRole('region', { name: 'About this check' });
    await expect(about).toContainText('worker/default, worker');
    await expect(about).toContainText('drop: [ALL]');
    await about.getByRole('button', { name: 'See the change' }).click();
    await expect(page.locator('.diff-change:focus')).toContainText('capabilities:');
    await thereAndBack(page, cells.nth(1), /#\/components\?field=/);
    await checks.getByRole('button', { name: '8 baseline checks' }).click();
    await expect(checks.getByRole('columnheader', { name: 'hostNamespaces' })).toBeVisible();
  });

  await test.step('Kubernetes’ words', async () => {
    const says = part(page, 'What Kubernetes would say');
    await says.getByText('sentinel', { exact: true }).click();
    await expect(says.locator('figure').first()).toContainText('FailedCreate');
    await expect(says.locator('figure').last()).toContainText('SuccessfulCreate');
  });

  await test.step('answers', async () => {
    const change = page.getByRole('link', { name: 'Change components' });
    await thereAndBack(page, change, /#\/components$/);
  });

  await test.step('outputs', async () => {
    const outputs = part(page, 'Outputs');
    await expect(outputs.getByText('1 pod is still rejected.')).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Download as it is', exact: true }),
    ).toBeVisible();
    await outputs.getByRole('tab', { name: /^Files/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(outputs.getByRole('tab', { name: /^Patch/ })).toBeFocused();
    await expect(outputs.getByRole('region', { name: 'Text of changes.patch' })).toContainText(
      `+++ b/${file}`,
    );
    const take = part(page, 'Take it with you');
    await take.getByRole('button', { name: 'Commands 5 steps, POSIX shell' }).click();
    await expect(outputs.getByRole('tab', { name: /^Commands/ })).toBeFocused();
    await expect(outputs.getByRole('button', { name: 'Copy all' })).toBeVisible();
    const own = await downloaded(page, () =>
      take.getByRole('button', { name: `Download ${file}` }).click(),
    );
    expect(own.name).toBe(file);
    await page.goto('/#/security');
    expect(own.bytes.toString()).toBe(await editorText(page));
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('is accessible at every width', async ({ page }) => {
      test.setTimeout(120_000);
      await openReview(page);
      for (const width of [1440, 1024, 768, 390, 320]) {
        await test.step(`${width} pixels`, async () => {
          await page.setViewportSize({ width, height: 900 });
          if (width === 1024)
            await part(page, 'Pods').getByText('As opened', { exact: true }).click();
          if (width === 768) await part(page, 'Pods').getByText('List', { exact: true }).click();
          if (width === 390)
            await page.getByRole('button', { name: new RegExp(`^${file} `) }).click();
          await expectNoViolation(page);
          const beyond = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(beyond).toBeLessThanOrEqual(0);
        });
      }
    });
  });
}

async function expectNoViolation(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    .include('.review')
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) })),
  ).toEqual([]);
}

test.describe('on paper', () => {
  test.use({ colorScheme: 'dark' });

  test('all of it is there, light, without bars and buttons', async ({ page }) => {
    await openReview(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('html')).not.toHaveClass(/theme-dark/);
    await expect(page.locator('.diff-change')).toHaveCount(7);
    await expect(page.locator('.diff-change').last()).toBeVisible();
    await expect(page.locator('.says')).toHaveCount(10);
    await expect(page.getByText('may write to its root').first()).toBeVisible();
    await expect(page.getByText('helm upgrade --install', { exact: false })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'hostNamespaces' })).toBeVisible();
    for (const gone of ['.masthead', '.verdict', '.rail', '.step-footer', '.part-tools']) {
      await expect(page.locator(gone).first()).toBeHidden();
    }
    await expect(page.getByRole('button', { name: /Download/ })).toHaveCount(0);
    const clipped = await page
      .locator('.main-scroll')
      .evaluate((main) => main.scrollHeight - main.clientHeight);
    expect(clipped).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator('html')).toHaveClass(/theme-dark/);
    await expect(page.locator('.diff-change')).toHaveCount(3);
  });
});

test('a text that cannot be read is no output until somebody says so', async ({ page }) => {
  await page.goto('/');
  await dropFile(page, file, sample(file));
  await page.goto('/#/security');
  await page.locator('.monaco-editor').getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('broken: [');
  await page.goto('/#/review');
  await expect(part(page, 'values.yaml cannot be read')).toContainText('as it last could be read');
  await expect(part(page, 'Outputs').getByText('not one to install')).toBeVisible();
  const take = part(page, 'Take it with you');
  await take.getByRole('button', { name: `Download ${file}` }).click();
  const dialog = page.getByRole('dialog', { name: 'values.yaml cannot be read' });
  await expectNoViolation(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await take.getByRole('button', { name: 'Download as it is' }).click();
  const { name } = await downloaded(page, () =>
    dialog.getByRole('button', { name: 'Download as it is' }).click(),
  );
  expect(name).toBe('restricted-agent.zip');
  await take.getByRole('button', { name: 'Download namespace.yaml' }).click();
  await expect(dialog).toHaveCount(0);
  const { bytes } = await downloaded(page, async () => {
    await page.getByRole('button', { name: 'Download values.yaml' }).first().click();
    await dialog.getByRole('button', { name: 'Download as it is' }).click();
  });
  expect(bytes.toString()).toMatch(/broken: \[$/);
});

test('a hundred workers are folded, filtered and found', async ({ page }) => {
  const same = (index: number) => `  - name: same-${index}\n    replicas: ${index + 1}\n`;
  const own = (index: number) =>
    `  - name: own-${index}\n    volumes:\n      - name: own-${index}\n        emptyDir: {}\n`;
  const workers = Array.from({ length: 50 }, (_, i) => same(i) + own(i)).join('');
  await openReview(page, Buffer.from(`resourceNamePrefix: a\nworkers:\n${workers}`));
  const pods = part(page, 'Pods');
  await expect(pods.locator('.drawn')).toHaveCount(12);
  await expect(pods.getByText('Also same-1, same-2 and 47 more')).toBeVisible();
  await pods.getByRole('button', { name: 'and 49 equal' }).click();
  await expect(pods.locator('.drawn-names li')).toHaveCount(49);
  await pods.getByLabel('Pods by name').fill('own-4');
  await expect(pods.locator('.drawn')).toHaveCount(11);
  await pods.getByLabel('Pods by name').fill('');
  await pods.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(pods.locator('.drawn')).toHaveCount(54);
  await expect(page.locator('.answers').filter({ hasText: 'Components' }).locator('dt')).toHaveText(
    ['worker/same-0, own-0 and 98 more', 'dag-processor', 'triggerer'],
  );
  await expect(
    part(page, 'What Kubernetes would say').getByLabel('Pod', { exact: true }),
  ).toBeVisible();
});
