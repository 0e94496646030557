import type { Locator, Page } from '@playwright/test';
import type { DocumentName } from '../src/agent/documents/documents.ts';
import type { Problem } from '../src/agent/rules/finding.ts';
import { marksOf, type ProblemMark } from '../src/wizard/problems/marks.ts';
import { assessed } from '../tests/agent/rules/base.ts';
import { everyFinding } from '../tests/every-finding/every-finding.ts';
import { dropFile, expect, test } from './wizard.ts';

/*
 * For each kind of finding: its address opens its field, the field shows its lines, and its marker
 * in the editor leads to the field. The lines and columns are the core's.
 */

const assessment = assessed(everyFinding);

/** Of each rule, the worst problem. */
const kinds = [...new Map(assessment.problems.toReversed().map((one) => [one.rule, one])).values()];

const editor = (page: Page) => page.locator('.editor .monaco-editor').first();

function marksIn(document: DocumentName, field?: string) {
  return marksOf(assessment, document, everyFinding[document], field);
}

function markOf(problem: Problem): ProblemMark {
  const mark = marksIn(problem.document).problems.find((one) => one.problem.id === problem.id);
  if (!mark) throw new Error(`${problem.id} has no mark`);
  return mark;
}

/** The problem that a click on a problem's marker is about: the worst of those that it is drawn for. */
function atMarker({ line, from }: ProblemMark, document: DocumentName): Problem {
  const [first] = marksIn(document).problems.filter(
    (mark) => mark.line === line && mark.from <= from && from <= mark.to,
  );
  if (!first) throw new Error(`No mark at ${line}:${from}`);
  return first.problem;
}

const addressOf = ({ step, field }: Problem) => `#/${step}?field=${field}`;

/** What the step says of a problem: in words, as a question with choices, or as a field to fill in. */
function shown(page: Page, { rule, message, path }: Problem): Locator {
  const main = page.locator('.main');
  if (rule === 'missing-value') {
    return main.locator('.missing-name').getByText(path.join('.'), { exact: true });
  }
  return main
    .locator('.finding-message, .decision-says')
    .getByText(message, { exact: true })
    .first();
}

async function openFiles(page: Page): Promise<void> {
  await page.goto('/');
  await dropFile(page, 'values.yaml', Buffer.from(everyFinding.values));
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await dropFile(page, 'namespace.yaml', Buffer.from(everyFinding.namespace));
  await page.getByRole('heading', { name: 'Your file' }).waitFor();
  await editor(page).locator('.view-line').first().waitFor();
}

/** The number in the margin of a line of the editor. */
function lineNumber(page: Page, line: number): Locator {
  return editor(page).locator('.line-numbers').getByText(String(line), { exact: true });
}

/** The field that holds the focus; undefined if none does. */
function focusedField(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const place = document.activeElement?.closest('[data-problem], [data-field]');
    return place?.getAttribute('data-problem') ?? place?.getAttribute('data-field') ?? undefined;
  });
}

/** Where a character of the editor is on the screen; undefined while its line is not in view. */
function pointOf(page: Page, { line, from }: ProblemMark) {
  return editor(page).evaluate(
    (element, place) => {
      const numbers = [...element.querySelectorAll('.line-numbers')];
      const number = numbers.find(({ textContent }) => Number(textContent) === place.line);
      const text = element.querySelector('.view-line > span');
      const lines = element.querySelector('.view-lines');
      if (!number || !text || !lines) return undefined;
      const { top, height } = number.getBoundingClientRect();
      const width = text.getBoundingClientRect().width / (text.textContent?.length ?? 1);
      const left = lines.getBoundingClientRect().left;
      return { x: left + (place.from - 0.5) * width, y: top + height / 2 };
    },
    { line, from },
  );
}

/** Clicks into the editor, at a character whose line is in view. */
async function clickAt(page: Page, mark: ProblemMark): Promise<void> {
  await expect.poll(() => pointOf(page, mark)).toBeDefined();
  const point = await pointOf(page, mark);
  if (point) await page.mouse.click(point.x, point.y);
}

/** Whether one of two fields is the other, or lies in it. */
function isPartOf(one: string, other = ''): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}

/** The editor has the lines of the field, or of the row that it is in, in view, and marks no others. */
async function expectLinesMarked(page: Page, { document, field }: Problem): Promise<void> {
  const expected = [field, await focusedField(page)].flatMap(
    (one) => marksIn(document, one).focused ?? [],
  );
  // Its answer stands in the other file.
  if (expected.length === 0) return;
  const marked = () =>
    editor(page).evaluate((element) => {
      const numbers = new Map(
        [...element.querySelectorAll('.line-numbers')].map((number) => [
          Math.round(number.getBoundingClientRect().top),
          Number(number.textContent),
        ]),
      );
      const overlays = [...element.querySelectorAll('.line-focused')];
      return overlays.map((one) => numbers.get(Math.round(one.getBoundingClientRect().top)) ?? 0);
    });
  await expect
    .poll(async () => {
      const lines = await marked();
      const isIn = (n: number) => expected.some(({ first, last }) => first <= n && n <= last);
      return lines.length > 0 && lines.every(isIn);
    }, `lines of ${field}`)
    .toBe(true);
}

const steps = ['start', 'namespace', 'security', 'components', 'sidecar'] as const;

for (const step of steps) {
  test(`each kind of finding on ${step} leads from its address to its field, from there to its line, and back from its marker`, async ({
    page,
  }) => {
    // Some thirty kinds on one step, each by three ways.
    test.setTimeout(90_000);
    // A step on which the preview shows the same file as it does for the problem.
    const elsewhere = step === 'start' ? '/#/sidecar' : '/#/start';
    await openFiles(page);
    for (const problem of kinds.filter((one) => one.step === step)) {
      await test.step(problem.rule, async () => {
        const mark = markOf(problem);
        await page.goto(elsewhere);
        await page.goto(`/${addressOf(problem)}`);
        await expect(shown(page, problem)).toBeVisible();
        await expect.poll(async () => isPartOf(problem.field, await focusedField(page))).toBe(true);
        await expectLinesMarked(page, problem);

        await page
          .getByRole('region', { name: 'Problems' })
          .locator('.problem-go')
          .filter({ has: page.getByText(problem.message, { exact: true }) })
          .first()
          .click();
        await expect(lineNumber(page, mark.line)).toBeInViewport();

        await page.goto(elsewhere);
        await clickAt(page, mark);
        await expect(page).toHaveURL(`/${addressOf(atMarker(mark, problem.document))}`);
      });
    }
  });
}
