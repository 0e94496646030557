import type { Page } from 'playwright';

/** Opens a text as values.yaml, or the starter, on the Security step, with editor and schema at work. */
export async function openFile(page: Page, text: string | undefined): Promise<void> {
  await page.goto('/');
  if (text === undefined) {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
  } else {
    // A drop: a browser types a long text into a field line by line.
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'values.yaml'));
      return data;
    }, text);
    await page.getByTestId('drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByRole('heading', { name: 'Your file' }).waitFor();
  }
  await page
    .getByRole('link', { name: /Security/ })
    .first()
    .click();
  await page.getByLabel('User', { exact: true }).first().click();
  await page.locator('.editor .monaco-editor .view-line').first().waitFor();
  await schemaAtWork(page);
}

/** Keys of the chart complete only once the schema is loaded. */
async function schemaAtWork(page: Page): Promise<void> {
  const text = page.locator('.editor .monaco-editor').getByRole('textbox').first();
  await text.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByRole('button', { name: 'Redo: edit values.yaml' }).waitFor();
}
