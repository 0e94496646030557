import { createHash } from 'node:crypto';
import { assess } from '../src/agent/assess/assess.ts';
import { adoptNamespace } from '../src/agent/settings/lens/adopt-namespace.ts';
import { starter } from '../src/agent/starter/starter.ts';
import { cases } from '../tests/cli/cases.ts';
import { downloaded, dropFile, editorText, expect, sample, test, verdict } from './wizard.ts';

/** What the verdict says of a sample as it comes, and after Fix everything. */
const verdicts: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'astro-ui-2x.yaml': [
    '4 of 4 pods would be rejected by restricted:latest',
    '4 of 4 pods admitted by restricted:latest',
  ],
  'astro-ui-1x.yaml': [
    '3 of 3 pods would be rejected by restricted:latest',
    '3 of 3 pods admitted by restricted:latest',
  ],
  // Its hostPath volume is for a person to decide.
  'team-edited.yaml': [
    '5 of 5 pods would be rejected by restricted:latest',
    '1 of 5 pods would be rejected by restricted:latest',
  ],
  'already-restricted.yaml': [
    '5 of 5 pods admitted by restricted:latest',
    '5 of 5 pods admitted by restricted:latest',
  ],
  'quirks.yaml': [
    '5 of 5 pods would be rejected by restricted:latest',
    '5 of 5 pods admitted by restricted:latest',
  ],
  'crlf.yaml': [
    '3 of 3 pods would be rejected by restricted:latest',
    '3 of 3 pods admitted by restricted:latest',
  ],
};

/**
 * The command line's table of all samples: on the page too, one file comes to one result. What is
 * not opened is in bad-files.spec.
 */
for (const { file, findings, fixed } of cases) {
  if (fixed === null) continue;
  test(`${file}: the findings, the lines and the bytes of the table`, async ({ page }) => {
    const values = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sample(file));
    await page.goto('/');
    await dropFile(page, 'values.yaml', sample(file));
    const [before, after] = verdicts[file] ?? [];
    if (before !== undefined) await expect(verdict(page)).toHaveText(before);
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
    // Nothing that it could repair is left, so it cannot be pressed a second time.
    await expect(fix).toHaveCount(0);
    if (after !== undefined) await expect(verdict(page)).toHaveText(after);
    const { bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Download values.yaml' }).first().click(),
    );
    expect({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    }).toEqual({ sha256: fixed.sha256, bytes: fixed.bytes });
    // The editor shows no byte order mark, and the clipboard holds line feeds alone.
    const shown = bytes.toString().replace(/^\uFEFF|\r(?=\n)/g, '');
    expect((await editorText(page)).replaceAll('\r', '')).toBe(shown);
  });
}
