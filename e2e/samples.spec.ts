import { createHash } from 'node:crypto';
import { assess } from '../src/agent/assess.ts';
import { importText } from '../src/agent/import-document.ts';
import { adoptNamespace } from '../src/agent/lens/adopt-namespace.ts';
import { starter } from '../src/agent/starter/starter.ts';
import { cases } from '../tests/cli/cases.ts';
import { downloaded, dropFile, expect, sample, test, verdict } from './wizard.ts';

/** The command line's table of all samples: on the page too, one file comes to one result. */
for (const { file, findings, fixed } of cases) {
  const values = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sample(file));

  test(`${file}: the findings, the lines and the bytes of the table`, async ({ page }) => {
    await page.goto('/');
    await dropFile(page, 'values.yaml', sample(file));
    if (fixed === null) {
      const imported = importText(values);
      const refused = page.getByTestId('refused');
      await expect(refused).toContainText(imported.ok ? 'no problem' : imported.problem.message);
      await expect(page.getByRole('heading', { name: 'Your file' })).toHaveCount(0);
      return;
    }
    const assessed = assess(adoptNamespace({ ...starter(), values }));
    if (!assessed.ok) throw new Error(`${file} is not read.`);
    const { problems } = assessed.assessment;
    expect(problems.map(({ rule, effect }) => [rule, effect])).toEqual(
      findings.map(([rule, effect]) => [rule, effect]),
    );
    const region = page.getByRole('region', { name: 'Problems' });
    for (const [index, { message }] of problems.entries()) {
      const problem = region.getByRole('listitem').filter({ hasText: message });
      await expect(problem.filter({ hasText: `Line ${findings[index]?.[2]}` })).not.toHaveCount(0);
    }
    const fix = page.getByRole('button', { name: /^Fix everything \(\d+\)$/ });
    if (problems.some((one) => one.effect !== 'advice' && one.fix !== undefined)) await fix.click();
    await expect(fix).toHaveCount(0);
    await expect(verdict(page)).toBeVisible();
    const { bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Download values.yaml' }).first().click(),
    );
    expect({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    }).toEqual({ sha256: fixed.sha256, bytes: fixed.bytes });
  });
}
