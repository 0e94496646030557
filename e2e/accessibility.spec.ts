import { stepIds } from '../src/wizard/route.ts';
import { dropFile, expect, expectAccessible, sample, test } from './wizard.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('Start, before a file', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });

    test('Start, with a refused file', async ({ page }) => {
      await page.goto('/');
      await dropFile(page, 'tabs.yaml', sample('bad/tab-indented.yaml'));
      await expect(page.getByTestId('refused')).toBeVisible();
      await expectAccessible(page);
    });

    // The dark theme differs in its colours, and the file with problems shows all of them.
    const calm = colorScheme === 'light' ? ['already-restricted.yaml'] : [];
    for (const file of ['team-edited.yaml', ...calm]) {
      test(`every step with ${file}`, async ({ page }) => {
        test.setTimeout(60_000);
        await page.goto('/');
        await dropFile(page, file, sample(file));
        for (const step of stepIds) {
          await test.step(step, async () => {
            await page.goto(`/#/${step}`);
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
            if (step !== 'review')
              await page.locator('.monaco-editor .view-line').first().waitFor();
            await expectAccessible(page);
          });
        }
      });
    }

    test('the share dialog', async ({ page }) => {
      await page.goto('/#/security');
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
    });

    for (const [width, height] of [
      [1024, 768],
      [390, 844],
    ] as const) {
      test(`security at ${width}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.goto('/');
        await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
        await page.goto('/#/security');
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Files', exact: true }).click();
        await expectAccessible(page);
      });
    }
  });
}

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('what is chosen, on and first differs from what is not', async ({ page }) => {
    await page.goto('/');
    await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
    await page.goto('/#/security');
    await page.locator('.segmented').first().waitFor();
    const grounds = await page.evaluate(() => {
      const ground = (selector: string, pseudo?: string) => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element, pseudo).backgroundColor : 'missing';
      };
      const toggle = '.pf-v6-c-switch__toggle';
      const on = `.pf-v6-c-switch__input:checked ~ ${toggle}`;
      const off = `.pf-v6-c-switch__input:not(:checked) ~ ${toggle}`;
      return {
        switches: [ground(on), ground(off)],
        knobOn: [ground(on), ground(on, '::before')],
        knobOff: [ground(off), ground(off, '::before')],
        segments: [
          ground('.segment > :checked + span'),
          ground('.segment > :not(:checked) + span'),
        ],
        tabs: [ground('.preview-tab[aria-selected="true"]', '::after'), ground('.preview')],
        steps: [ground('.rail-step[aria-current]', '::before'), ground('.rail')],
        buttons: [ground('.download-menu button'), ground('.verdict-fix')],
      };
    });
    for (const [what, [one, other]] of Object.entries(grounds)) {
      expect(one, what).not.toBe(other);
      expect(one, what).not.toBe('missing');
    }
    await expectAccessible(page);
  });
});

test('a problem is part of the description of its control, and Back and Next say so', async ({
  page,
}) => {
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await expect(page.getByTestId('announcer')).toHaveText(
    'Opened team-edited.yaml. 5 of 5 pods would be rejected by restricted:latest.',
  );
  await expect(page.getByRole('button', { name: 'Next: Namespace' })).toBeVisible();
  for (const step of ['namespace', 'security', 'components', 'sidecar']) {
    await page.goto(`/#/${step}`);
    await page.locator('.step-fields').waitFor();
    await expect(page.getByRole('link', { name: /^Back: / })).toBeVisible();
    const undescribed = await page.evaluate(() => {
      const rows = '.settings-row, .text-field, .checkbox-field, .config-field, .folder';
      return [...document.querySelectorAll('.step-fields .finding')].flatMap((finding) => {
        const row = finding.closest(rows);
        if (!row) return [];
        const isDescribed = [...row.querySelectorAll('[aria-describedby]')].some((control) =>
          (control.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .some((id) => document.getElementById(id)?.contains(finding)),
        );
        return isDescribed ? [] : [finding.textContent];
      });
    });
    expect(undescribed).toEqual([]);
  }
});

test('on paper all of a step is there, and nothing that only a screen can use', async ({
  page,
}) => {
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await page.goto('/#/security');
  await page.locator('.step-fields').waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.masthead-tools, .rail, .side, .step-footer').first()).toBeHidden();
  const cut = await page.evaluate(() => {
    const last = document.querySelector('.step-fields')?.lastElementChild;
    return document.documentElement.scrollHeight - (last?.getBoundingClientRect().bottom ?? 1e9);
  });
  expect(cut).toBeGreaterThanOrEqual(0);
});
