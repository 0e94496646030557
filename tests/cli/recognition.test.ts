import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type SourceCase, sourceCases } from '../sources/cases.ts';
import { cli, temporaryFolder } from './cli.ts';

/** Files of a repository that are not values of the agent's. */
const others = sourceCases.filter(({ code, hosted }) => code !== undefined && hosted === undefined);

/** A folder with files, and what they hold now. */
function repository(files: readonly Pick<SourceCase, 'name' | 'text'>[]) {
  const cwd = temporaryFolder();
  for (const { name, text } of files) {
    mkdirSync(join(cwd, dirname(name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  const now = () => files.map(({ name }) => readFileSync(join(cwd, name), 'utf8'));
  return { cwd, now, texts: files.map(({ text }) => text) };
}

const resultSchema = z.object({
  results: z.array(
    z.object({
      type: z.string(),
      rule: z.string().optional(),
      effect: z.string().optional(),
      message: z.string().optional(),
      subject: z.string().optional(),
      install: z.string().optional(),
      remedy: z.string().optional(),
      place: z.object({ file: z.string(), region: z.object({ startLine: z.number() }).optional() }),
    }),
  ),
  summary: z.object({
    skippedFiles: z.record(z.string(), z.number()),
    counts: z.record(z.string(), z.number()),
  }),
});

async function checked(words: readonly string[], cwd: string) {
  const { code, out, err } = await cli(['check', '--format', 'json', ...words], { cwd });
  return { code, err, ...resultSchema.parse(JSON.parse(out)) };
}

describe.each(others)('$name', (one) => {
  const { name, code, line, says, inFolder, byHook, isJudged } = one;

  test('named to check: said to be what it is, at its line, and never 0', async () => {
    if (isJudged) {
      expect((await checked([name], repository([one]).cwd)).code).toBe(1);
      return;
    }
    const { cwd } = repository([one]);
    const { code: exit, results } = await checked([name], cwd);
    // A manifest is judged as one; those here make no pods.
    if (code === 'other-kind') {
      expect({ exit, results }).toEqual({ exit: 0, results: [] });
      return;
    }
    expect(exit).toBe(2);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ rule: code, effect: 'unreadable' });
    expect(`${results[0]?.message} ${results[0]?.remedy}`).toContain(says);
    expect(results[0]?.place.region?.startLine).toBe(line);
  });

  test('named to fix: not edited, and said to be what it is', async () => {
    const { cwd, now, texts } = repository([one]);
    for (const words of [['--write'], ['--diff'], []]) {
      const { code: exit, out, err } = await cli(['fix', ...words, name], { cwd });
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err.replaceAll('\n  Fix:', '')).toContain(says);
      expect(err).not.toMatch(/\n\s+at /);
    }
    expect(now()).toEqual(texts);
  });

  test('beside the agent’s own in a folder', async () => {
    const own = { name: 'agent.yaml', text: 'resourceNamePrefix: a\n' };
    const named = { ...one, name: `${basename(name)}.yaml` };
    const { cwd } = repository([own, named]);
    const { code: exit, results, summary } = await checked(['.'], cwd);
    const about = results.filter(({ place }) => place.file !== 'agent.yaml');
    const skipped = Object.values(summary.skippedFiles).reduce((sum, count) => sum + count, 0);
    expect(skipped).toBe(inFolder === 'skipped' ? 1 : 0);
    if (isJudged) expect(about.length).toBeGreaterThan(1);
    else expect(about.map(({ rule }) => rule)).toEqual(inFolder === undefined ? [code] : []);
    expect(exit).toBe(inFolder === undefined && !isJudged ? 2 : 1);
  });

  test('given by a hook, for its name', async () => {
    const { cwd, now, texts } = repository([one]);
    const check = await cli(['check', '-q', '--skip-unrecognised', name], { cwd });
    const fix = await cli(['fix', '-q', '--write', '--skip-unrecognised', name], { cwd });
    const isOther = code === 'other-release' || code === 'other-kind';
    expect(check.code).toBe(isJudged ? 1 : byHook === undefined && !isOther ? 2 : 0);
    expect(fix.code).toBe(byHook === undefined && !isOther ? 2 : 0);
    const skips = `restricted-agent: skipped 1 file that is not the agent’s: ${name}\n`;
    if (byHook === 'skipped') expect(check.err).toBe(skips);
    if (byHook !== undefined) expect(fix.err).toBe(skips);
    expect(now()).toEqual(texts);
  });
});

describe('--as values', () => {
  const like = { name: 'few.yaml', text: 'namespace: a\npodSecurityContext: {}\n' };

  test('judges and repairs what does not look like them', async () => {
    const { cwd, now } = repository([like]);
    expect((await cli(['check', '--as', 'values', 'few.yaml'], { cwd })).code).toBe(1);
    await cli(['fix', '--write', '--as', 'values', 'few.yaml'], { cwd });
    expect(now()).not.toEqual([like.text]);
  });

  test('is what the refusal offers', async () => {
    const { cwd } = repository([like]);
    const { out } = await cli(['check', 'few.yaml'], { cwd });
    expect(out).toContain('If this is it, say so with --as values.');
  });

  test('says nothing of what a folder holds', async () => {
    const { cwd } = repository([like]);
    const { code, results } = await checked(['--as', 'values', '.'], cwd);
    expect(code).toBe(2);
    expect(results.map(({ rule }) => rule)).toEqual(['nothing-recognised']);
  });

  test.each(others.filter(({ code }) => code !== 'not-recognised'))(
    'does not open $name',
    async (one) => {
      const { cwd, now, texts } = repository([one]);
      const { code } = await cli(['fix', '--write', '--as', 'values', one.name], { cwd });
      expect(code).toBe(2);
      expect(now()).toEqual(texts);
    },
  );

  test.each([[['--as', 'namespace']], [['--as', 'values', '--skip-unrecognised']]])(
    '%j is a mistake',
    async (words) => {
      const { code, err } = await cli(['check', ...words, 'few.yaml'], {});
      expect(code).toBe(2);
      expect(err).not.toBe('');
    },
  );
});

describe('a folder', () => {
  test('of other charts alone is no verdict', async () => {
    const { cwd } = repository(others.filter(({ inFolder }) => inFolder === 'skipped'));
    const { code, results } = await checked(['.'], cwd);
    expect(code).toBe(2);
    expect(results.map(({ rule }) => rule)).toEqual(['nothing-recognised']);
  });

  test('counts what it skips under its reason', async () => {
    const files = others.filter(({ inFolder }) => inFolder === 'skipped');
    const { cwd } = repository(files);
    const { out } = await cli(['check', '.'], { cwd });
    expect(out).toContain('files with neither manifests nor values of this chart\n');
    expect(out).toContain('Skipped 1 file empty\n');
    expect(out).toContain('Skipped 1 file with comments alone\n');
    expect(out).toContain('Skipped 1 file with a list\n');
    expect(out).toContain('Skipped 1 file encrypted by SOPS\n');
  });

  test('gives a template one line, whatever it holds', async () => {
    const text = sourceCases.find(({ name }) => name === 'templates/deployment.yaml')?.text ?? '';
    const { cwd } = repository([
      { name: 'templates/a.yaml', text },
      { name: 'templates/b.yaml', text: text.repeat(3) },
    ]);
    const { out, code } = await cli(['check', '-q', 'templates'], { cwd });
    expect(code).toBe(2);
    const template = (name: string) =>
      `templates/${name}.yaml:4:9: cannot be read: This is a template, which Helm or helmfile fills in first. Render it: helm template RELEASE CHART | restricted-agent check - [template]\n`;
    expect(out).toBe(`${template('a')}\n${template('b')}\n`);
  });

  test('with one object among other documents reports those', async () => {
    const pod = 'apiVersion: v1\nkind: Service\n';
    const { cwd } = repository([{ name: 'a.yaml', text: `a: 1\n---\n${pod}---\nb: 1\n` }]);
    const { code, results } = await checked(['.'], cwd);
    expect(code).toBe(2);
    expect(results.map(({ rule, place }) => [rule, place.region?.startLine])).toEqual([
      ['no-object', 1],
      ['no-object', 6],
    ]);
  });
});

describe('manifests', () => {
  test('of an install among others: its values are judged, and the rest, too', async () => {
    const release = sourceCases.find(({ name }) => name === 'helmrelease.yaml')?.text ?? '';
    const other = sourceCases.find(({ name }) => name === 'other/helmrelease.yaml')?.text ?? '';
    const { cwd } = repository([
      { name: 'all.yaml', text: `apiVersion: v1\nkind: Pod\n---\n${other}---\n${release}` },
    ]);
    const { code, results } = await checked(['all.yaml'], cwd);
    expect(code).toBe(1);
    const installs = results.flatMap(({ install }) => install ?? []);
    expect(new Set(installs)).toEqual(new Set(['astro-agent']));
    expect(results[0]).toMatchObject({ type: 'object', subject: 'Pod without a name' });
  });

  test('in a List of JSON: in braces they are not read in place', async () => {
    const item = load(sourceCases.find(({ name }) => name === 'helmrelease.yaml')?.text ?? '');
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item] }, null, 1);
    const { cwd } = repository([{ name: 'list.json', text }]);
    const { code, results } = await checked(['list.json'], cwd);
    expect(code).toBe(2);
    expect(results).toMatchObject([{ rule: 'flow-style' }]);
    const line = text.split('\n').findIndex((one) => one.includes('"values": {')) + 1;
    expect(results[0]?.place.region?.startLine).toBe(line);
  });

  test('values as a later document are refused', async () => {
    const pod = 'apiVersion: v1\nkind: Service\n---\n';
    const { cwd } = repository([{ name: 'a.yaml', text: `${pod}${pod}resourceNamePrefix: a\n` }]);
    const { code, results } = await checked(['a.yaml'], cwd);
    expect(code).toBe(2);
    expect(results).toMatchObject([{ rule: 'several-documents' }]);
  });

  test('after an empty document, as Helm writes it', async () => {
    const text = '---\n# Source: a.yaml\n---\napiVersion: v1\nkind: Pod\n';
    const { cwd } = repository([{ name: 'a.yaml', text }]);
    const { code, results } = await checked(['a.yaml'], cwd);
    expect(code).toBe(1);
    expect(results[0]?.place.region?.startLine).toBe(5);
  });

  test('what Helm says of a chart that it pulled is passed over', async () => {
    const { code, out } = await cli(['check', 'oci-pulled.yaml'], { cwd: 'tests/cli/manifests' });
    expect(code).toBe(0);
    expect(out).toContain('1 workload judged by restricted:latest: 1 admitted');
  });
});
