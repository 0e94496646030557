import type { Page } from '@playwright/test';
import { dropFile, expect, sample, test } from './wizard.ts';

/*
 * Every screen at every width: nothing leaves its column, lies under another or is squeezed. One
 * visit of a step looks at all widths.
 */

const widths = [1440, 1100, 1024, 768, 640, 390, 320];
const heightOf = (width: number) => (width < 640 ? 844 : 900);

interface Fault {
  readonly what: string;
  readonly fault: string;
}

/** What of the page as it is now is not as it should be. */
function faults(page: Page): Promise<readonly Fault[]> {
  return page.evaluate(() => {
    const found: { what: string; fault: string }[] = [];
    const nameOf = (element: Element) =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    const isShown = (element: Element) => {
      if (element.closest('.visually-hidden, .skip, .monaco-editor, [hidden]')) return false;
      return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    };
    const columns = ['.masthead', '.verdict', '.rail', '.phone-steps', '.main', '.side'];
    for (const column of document.querySelectorAll(columns.join())) {
      const bounds = column.getBoundingClientRect();
      if (bounds.right > window.innerWidth + 1)
        found.push({ what: column.className, fault: 'wide' });
      const boxes: { element: Element; box: DOMRect }[] = [];
      const all =
        'a, button, input, select, textarea, h1, h2, h3, p, code, td, th, .chip, .tone-icon';
      for (const element of column.querySelectorAll(all)) {
        if (!isShown(element)) continue;
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) continue;
        const scroller = element.closest('.plain-sheet, .matrix-scroll, .outputs pre, pre, table');
        if (!scroller && (box.right > bounds.right + 1 || box.left < bounds.left - 1)) {
          found.push({ what: nameOf(element), fault: `leaves ${column.className}` });
        }
        const text = (element.textContent ?? '').trim();
        // The heads of the matrix are written upward.
        if (!element.closest('th') && text.length > 8 && box.width < 48 && box.height > 100) {
          found.push({ what: nameOf(element), fault: 'squeezed' });
        }
        if (element.matches('button, a')) boxes.push({ element, box });
      }
      // What can be pressed is what is seen at its middle.
      for (const { element, box } of boxes) {
        const x = box.left + box.width / 2;
        const y = box.top + box.height / 2;
        if (y < bounds.top || y > bounds.bottom || y > window.innerHeight || y < 0) continue;
        const scroll = element.closest('.main-scroll, .problems-list, .rail');
        const view = scroll?.getBoundingClientRect();
        if (view && (y < view.top + 2 || y > view.bottom - 2)) continue;
        const top = document.elementFromPoint(x, y);
        const isIt = top && (element.contains(top) || top.contains(element));
        if (!isIt && element.tagName === 'BUTTON') {
          found.push({ what: nameOf(element), fault: `under ${top?.className ?? 'nothing'}` });
        }
      }
    }
    const cut = document.querySelectorAll(
      '.file-changes, .file-changes *, .rail-state > span, .verdict-words, .masthead-tools button, .chip',
    );
    for (const element of cut) {
      if (!isShown(element)) continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
        found.push({ what: nameOf(element), fault: 'cut' });
      }
    }
    const tools = [...document.querySelectorAll('.masthead > *, .masthead-tools > *')]
      .filter((element) => isShown(element) && !element.matches('.masthead-tools'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    for (const [index, { element, box }] of tools.entries()) {
      const next = tools[index + 1];
      if (next && next.box.left < box.right - 1) {
        found.push({ what: nameOf(element), fault: `overlaps ${nameOf(next.element)}` });
      }
      if (box.top < 0 || box.bottom > 57) found.push({ what: nameOf(element), fault: 'wraps' });
    }
    return found;
  });
}

async function expectLaidOut(page: Page, step: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightOf(width) });
    await page.locator('.main h1').waitFor();
    await expect.poll(() => faults(page), `${step} at ${width}`).toEqual([]);
  }
}

test('every step keeps to its columns at every width', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto('/');
  await page.locator('.main h1').waitFor();
  await expectLaidOut(page, 'Start, before a file');
  await dropFile(page, 'a-name-that-is-rather-long-values.yaml', sample('team-edited.yaml'));
  await expect(page.getByRole('heading', { name: 'Your file' })).toBeVisible();
  await expectLaidOut(page, 'Start');
  await page.locator('.start-ways').getByRole('button', { name: 'Fix everything' }).click();
  await expect(page.getByTestId('fixed')).toBeVisible();
  await expectLaidOut(page, 'Start, after Fix everything');
  await page.getByTestId('fixed').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await expect(page.getByTestId('draft')).toHaveCount(0);
  await expectLaidOut(page, 'Start, another file');
  for (const step of ['namespace', 'security', 'components', 'sidecar', 'review']) {
    await page.goto(`/#/${step}`);
    await expectLaidOut(page, step);
  }
});

test('a problem of a field beside others takes the whole row', async ({ page }) => {
  await page.goto('/#/security');
  const user = page.getByLabel('User', { exact: true }).first();
  await user.fill('0');
  await user.blur();
  const problem = page.locator('.thirds .finding').first();
  await expect(problem).toContainText('runAsUser=0');
  for (const width of widths) {
    await page.setViewportSize({ width, height: heightOf(width) });
    const row = page.locator('.thirds').first();
    await expect
      .poll(async () => {
        const [inner, outer] = [await problem.boundingBox(), await row.boundingBox()];
        return (outer?.width ?? 0) - (inner?.width ?? 0);
      }, `${width}`)
      .toBeLessThanOrEqual(1);
  }
});

test('a small screen gives its height to the form', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/');
  await dropFile(page, 'team-edited.yaml', sample('team-edited.yaml'));
  await page.goto('/#/security');
  for (const [width, height] of [
    [320, 256],
    [844, 390],
  ] as const) {
    await page.setViewportSize({ width, height });
    // With the keyboard in a field, all that stands still leaves most of the screen to it.
    await page.getByLabel('Volume group', { exact: true }).first().focus();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const points = Array.from({ length: 32 }, (_, i) => ((i + 0.5) / 32) * innerHeight);
          const x = innerWidth - 60;
          const isForm = (y: number) => document.elementFromPoint(x, y)?.closest('.main') != null;
          return points.filter(isForm).length / points.length;
        }),
      )
      .toBeGreaterThan(0.9);
  }
});
