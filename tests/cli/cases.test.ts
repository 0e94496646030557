import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/agent/assess/assess.ts';
import { fixEverything } from '../../src/agent/assess/fix-everything.ts';
import { importText } from '../../src/agent/documents/import-document.ts';
import { adoptNamespace } from '../../src/agent/settings/lens/adopt-namespace.ts';
import { starter } from '../../src/agent/starter/starter.ts';
import { SourceText } from '../../src/cli/check/source-text.ts';
import type { Diagnostic } from '../../src/cli/report/report.ts';
import { cases } from './cases.ts';
import { cli } from './cli.ts';

const samples = 'tests/samples';

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function findingsOf(file: string): Promise<readonly Diagnostic[]> {
  const { out } = await cli(['check', '--format', 'json', file], { cwd: samples });
  const { results } = JSON.parse(out);
  return results.filter((one: { type: string }) => one.type === 'finding');
}

/** What the wizard makes of a file that is dropped on its first page. */
function wizardOf(file: string) {
  const values = readFileSync(`${samples}/${file}`, 'utf8');
  const imported = importText(values);
  const source = new SourceText(file, values);
  if (!imported.ok) return { imported, source, problems: [], fixed: undefined };
  const documents = adoptNamespace({ ...starter(), values });
  const result = assess(documents);
  const problems = result.ok ? result.assessment.problems : [];
  return { imported, source, problems, fixed: fixEverything(documents).documents.values };
}

describe.each(cases)('$file', ({ file, exit, findings, fixed }) => {
  test('check finds what the table says', async () => {
    expect((await cli(['check', file], { cwd: samples })).code).toBe(exit);
    const found = await findingsOf(file);
    expect(found.map(({ rule, effect, place }) => [rule, effect, place.region?.startLine])).toEqual(
      findings,
    );
  });

  test('check finds what the wizard finds, in the same words', async () => {
    const { imported, problems, source } = wizardOf(file);
    const expected = imported.ok
      ? problems.filter(({ document }) => document === 'values')
      : [{ rule: imported.problem.code, message: imported.problem.message }];
    const found = await findingsOf(file);
    const words = ({ rule, message }: { rule: string; message: string }) => ({ rule, message });
    // But for what the command line does not print, which tests/cli/planted.test.ts is about.
    const said = expected.map((one) => ({
      ...one,
      message: source.discretion.message(one.message),
    }));
    expect(found.map(words)).toEqual(said.map(words));
  });

  test('fix gives the bytes that the table and the wizard give', async () => {
    const bytes = readFileSync(`${samples}/${file}`);
    const { code, out, err } = await cli(['fix', file], { cwd: samples });
    if (fixed === null) {
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${file}:`);
      return;
    }
    expect(code).toBe(fixed.exit);
    expect({ sha256: sha256(out), bytes: Buffer.byteLength(out) }).toEqual({
      sha256: fixed.sha256,
      bytes: fixed.bytes,
    });
    expect(out).toBe(wizardOf(file).fixed);
    if (findings.every(([, effect]) => effect === 'advice'))
      expect(sha256(bytes)).toBe(sha256(out));
  });

  test('fix of what was fixed changes nothing', async () => {
    if (fixed === null) return;
    const once = await cli(['fix', file], { cwd: samples });
    const twice = await cli(['fix', '-'], { stdin: once.out });
    expect({ code: twice.code, out: twice.out }).toEqual({ code: once.code, out: once.out });
  });

  test('fix exits as check does of its result', async () => {
    if (fixed === null) return;
    const { out, code } = await cli(['fix', file], { cwd: samples });
    expect((await cli(['check', '-'], { stdin: out })).code).toBe(code);
  });
});

test('the table has every sample', async () => {
  const { readdirSync } = await import('node:fs');
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' });
  expect(cases.map((one) => one.file).sort()).toEqual(
    files.filter((file) => file.endsWith('.yaml')).sort(),
  );
});
