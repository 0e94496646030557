import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import packageJson from '../../package.json';
import { builtCli, removeBuilt } from './built.ts';
import { cases } from './cases.ts';
import { temporaryFolder } from './cli.ts';

let program = '';

beforeAll(async () => {
  program = await builtCli();
  return () => removeBuilt(program);
}, 60_000);

/** Runs a command; what it prints goes along with a failure. */
function shell(command: string, words: readonly string[], cwd: string, env: object = {}) {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A copy of what npm packs, with the command line already built. */
function packageFolder(): string {
  const folder = temporaryFolder();
  cpSync(dirname(program), join(folder, 'dist-cli'), { recursive: true });
  for (const file of [
    'package.json',
    'README.md',
    'LICENSE',
    'action.yml',
    '.pre-commit-hooks.yaml',
  ]) {
    if (existsSync(file)) copyFileSync(file, join(folder, file));
  }
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/secret.ts'), '');
  return folder;
}

describe('the tarball', () => {
  test('installs without the network into an empty folder, and runs there', {
    timeout: 120_000,
  }, () => {
    const folder = packageFolder();
    const packed = shell('npm', ['pack', '--json', '--ignore-scripts', '--silent'], folder);
    expect(packed.code, packed.err).toBe(0);
    const [{ filename, files }] = z
      .tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })])
      .parse(JSON.parse(packed.out));
    const names = files.map(({ path }) => path);
    for (const name of names) expect(name).toMatch(/^(dist-cli\/|package\.json$|README|LICENSE)/);
    expect(names).toContain('dist-cli/third-party-notices.txt');
    expect(names).toContain('LICENSE');
    const empty = temporaryFolder();
    // Without --prefix npm would install into a folder above that has a package.json.
    const install = ['install', '--prefix', empty, '--offline', '--no-audit', '--no-fund'];
    const installed = shell('npm', [...install, join(folder, filename)], empty);
    expect(installed.code, installed.err).toBe(0);
    copyFileSync('tests/samples/crlf.yaml', join(empty, 'values.yaml'));
    const bin = join(empty, 'node_modules/.bin/restricted-agent');
    expect(shell(bin, ['--version'], empty).out).toBe(`${packageJson.version}\n`);
    expect(shell(bin, ['check', '-q', 'values.yaml'], empty).code).toBe(1);
    expect(shell(bin, ['fix', '-q', '-w', 'values.yaml'], empty).code).toBe(0);
    expect(shell(bin, ['check', '-q', 'values.yaml'], empty)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });
});

test('npm builds the command line for a package made from Git', { timeout: 60_000 }, () => {
  expect(packageJson.scripts.prepare).toBe('node scripts/prepare.js');
  const folder = temporaryFolder();
  for (const name of ['src', 'scripts', 'node_modules', 'vite.cli.config.ts', 'package.json']) {
    symlinkSync(resolve(name), join(folder, name));
  }
  const { code, err } = shell(process.execPath, [resolve('scripts/prepare.js')], folder);
  expect(code, err).toBe(0);
  const built = join(folder, 'dist-cli/restricted-agent.cjs');
  expect(shell(process.execPath, [built, '--version'], folder).out).toBe(
    `${packageJson.version}\n`,
  );
});

describe('the pre-commit hooks', () => {
  const hook = z.object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    entry: z.string(),
    language: z.literal('node'),
    files: z.string(),
    require_serial: z.literal(true),
  });
  const hooks = z.array(hook.strict()).parse(load(readFileSync('.pre-commit-hooks.yaml', 'utf8')));

  test.each(hooks)('$id takes all files of a commit at once', ({ entry }) => {
    const cwd = temporaryFolder();
    const names = ['values.yaml', 'values-prod.yaml'];
    for (const name of names)
      copyFileSync('tests/samples/already-restricted.yaml', join(cwd, name));
    const [, ...words] = entry.split(' ');
    expect(shell(process.execPath, [program, ...words, ...names], cwd)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });

  test.each(hooks)('$id runs as pre-commit would run it', ({ id, entry, files }) => {
    const pattern = new RegExp(files);
    expect(['values.yaml', 'deploy/values-prod.yml'].every((name) => pattern.test(name))).toBe(
      true,
    );
    expect(['my-values.txt', 'templates/deployment.yaml'].some((name) => pattern.test(name))).toBe(
      false,
    );
    const cwd = temporaryFolder();
    const [name = '', ...words] = entry.split(' ');
    expect(name).toBe('restricted-agent');
    for (const { file, exit, fixed } of cases.slice(0, 3)) {
      copyFileSync(join('tests/samples', file), join(cwd, 'values.yaml'));
      const { code } = shell(process.execPath, [program, ...words, 'values.yaml'], cwd);
      const repairs = id === 'restricted-agent-fix';
      expect(code).toBe(repairs ? fixed?.exit : exit);
      const same = readFileSync(join(cwd, 'values.yaml')).equals(
        readFileSync(join('tests/samples', file)),
      );
      // Pre-commit fails a hook that changes files, so that they are looked at and added.
      expect(same).toBe(!repairs || exit === 0);
    }
  });
});

describe('the GitHub Action', () => {
  const step = z.strictObject({
    name: z.string(),
    shell: z.literal('bash'),
    env: z.record(z.string(), z.string()).optional(),
    run: z.string(),
  });
  const input = z.strictObject({
    description: z.string(),
    required: z.boolean().optional(),
    default: z.string().optional(),
  });
  const action = z
    .strictObject({
      name: z.string(),
      description: z.string(),
      inputs: z.record(z.string(), input),
      runs: z.strictObject({ using: z.literal('composite'), steps: z.array(step) }),
    })
    .parse(load(readFileSync('action.yml', 'utf8')));

  /** Runs the steps as the runner does: expressions of inputs put in, bash with -e and pipefail. */
  function runAction(given: Readonly<Record<string, string>>, cwd: string) {
    const folder = temporaryFolder();
    cpSync(dirname(program), join(folder, 'dist-cli'), { recursive: true });
    const value = (name: string) => given[name] ?? action.inputs[name]?.default ?? '';
    let out = '';
    for (const { run, env = {} } of action.runs.steps) {
      const variables = Object.entries(env).map(([key, text]) => [
        key,
        text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => value(name)),
      ]);
      const result = shell('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], cwd, {
        ...Object.fromEntries(variables),
        GITHUB_ACTION_PATH: folder,
      });
      out += result.out;
      if (result.code !== 0) return { ...result, out };
    }
    return { code: 0, out, err: '' };
  }

  test('annotates, and fails on what is rejected', () => {
    const { code, out } = runAction(
      { files: 'crlf.yaml\n\nalready-restricted.yaml\n' },
      'tests/samples',
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=crlf\.yaml,line=29,/m);
    expect(out).toMatch(/^::notice file=already-restricted\.yaml,/m);
  });

  test('passes what is admitted, takes odd names as they are, and writes SARIF', () => {
    const cwd = temporaryFolder();
    const name = '-my "values" $(touch x).yaml';
    copyFileSync('tests/samples/already-restricted.yaml', join(cwd, name));
    const given = { files: name, enforce: 'restricted:v1.34', sarif: 'out.sarif' };
    const { code, err } = runAction(given, cwd);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(existsSync(join(cwd, 'x'))).toBe(false);
    expect(JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('builds from what the repository has', () => {
    const [{ run } = { run: '' }] = action.runs.steps;
    expect(run).toContain('--config vite.cli.config.ts');
    expect(existsSync(resolve('vite.cli.config.ts'))).toBe(true);
  });
});
