import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, type Outcome, temporaryFolder } from '../cli.ts';

const timeout = 20_000;

function fileOf(name: string): string {
  return readFileSync(`tests/cli/layers/files/${name}`, 'utf8');
}

const base = fileOf('base.yaml');
const prod = fileOf('prod.yaml');
/** A base that lacks what the standard asks for, so that it is to be changed, too. */
const bare = base.replace(/ {2}seccompProfile:\n {4}type: RuntimeDefault\n/, '');
const namespace =
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: airflow-prod\n  labels:\n    pod-security.kubernetes.io/enforce: privileged\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

function textsIn(cwd: string, ...names: readonly string[]): readonly string[] {
  return names.map((name) => readFileSync(join(cwd, name), 'utf8'));
}

/** What was found, each with the place that it points at. */
function found({ out }: Outcome): readonly string[] {
  const { results } = JSON.parse(out);
  return results
    .filter(
      ({ type, effect }: { type: string; effect: string }) =>
        type === 'finding' && effect !== 'advice',
    )
    .map(
      ({
        rule,
        place,
      }: {
        rule: string;
        place: { file: string; region?: { startLine: number } };
      }) => `${place.file}:${place.region?.startLine ?? 0} ${rule}`,
    );
}

interface Case {
  readonly name: string;
  readonly words: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly found: readonly string[];
}

const checks: readonly Case[] = [
  {
    name: 'a list of the overlay hides that of the base',
    words: '-f base.yaml -f prod.yaml',
    code: 1,
    found: ['prod.yaml:5 tmp-writable', 'prod.yaml:5 logs-writable'],
  },
  {
    name: 'what no layer says is looked for where the mapping is',
    words: '-f bare.yaml -f prod.yaml',
    code: 1,
    found: [
      'bare.yaml:2 seccompProfile_restricted',
      'prod.yaml:5 tmp-writable',
      'prod.yaml:5 logs-writable',
    ],
  },
  {
    name: 'the base alone is in order',
    words: '-f base.yaml',
    code: 0,
    found: [],
  },
  {
    name: 'an option that breaks a value is at the line that it stands above',
    words: '-f base.yaml --set containerSecurityContext.allowPrivilegeEscalation=true',
    code: 1,
    found: ['base.yaml:9 allowPrivilegeEscalation'],
  },
  {
    name: 'an option that mends a value',
    words: '-f bare.yaml --set podSecurityContext.seccompProfile.type=RuntimeDefault',
    code: 0,
    found: [],
  },
  {
    name: 'the namespace that the merge names says the policy',
    words: '-f bare.yaml ns.yaml --set namespace=airflow-prod',
    code: 0,
    found: [],
  },
  {
    name: 'an overlay without its base is not known to be the agent’s',
    words: '-f stage.yaml',
    code: 2,
    found: ['stage.yaml:0 not-recognised'],
  },
  {
    name: 'beside its base it is a layer, and so is an empty file',
    words: '-f base.yaml -f stage.yaml -f empty.yaml',
    code: 0,
    found: [],
  },
  {
    name: 'a layer that cannot be read is named',
    words: '-f base.yaml -f broken.yaml -f gone.yaml',
    code: 2,
    found: ['broken.yaml:1 syntax', 'gone.yaml:0 unreadable'],
  },
  {
    name: 'a Namespace is no layer',
    words: '-f base.yaml -f ns.yaml',
    code: 2,
    found: ['ns.yaml:1 not-values'],
  },
];

const all = {
  'base.yaml': base,
  'bare.yaml': bare,
  'prod.yaml': prod,
  'stage.yaml': fileOf('values-stage.yaml'),
  'ns.yaml': namespace,
  'empty.yaml': '# nothing yet\n',
  'broken.yaml': 'a: [1\n',
};

describe('check -f', () => {
  test.each(checks)('$name', { timeout }, async ({ words, code, found: expected }) => {
    const cwd = folderWith(all);
    const outcome = await cli(['check', '--format', 'json', ...words.split(' ')], { cwd });
    expect(found(outcome)).toEqual(expected);
    expect(outcome.code).toBe(code);
  });

  test('reads a layer from standard input', { timeout }, async () => {
    const cwd = folderWith(all);
    const words = ['check', '--format', 'json', '-f', 'base.yaml', '-f', '-'];
    const outcome = await cli(words, { cwd, stdin: prod });
    expect(found(outcome)).toEqual(['<stdin>:5 tmp-writable', '<stdin>:5 logs-writable']);
  });

  test('names the option that decides, and not what it sets', { timeout }, async () => {
    const cwd = folderWith(all);
    const secret = 'Zq8xT5vLw2';
    const options = [
      '--set',
      `agentToken=${secret},commonEnv[0].name=A,commonEnv[0].value.x=${secret}`,
    ];
    const { code, out, err } = await cli(['check', '-f', 'base.yaml', ...options], { cwd });
    expect(out).toContain('--set commonEnv[0].value.x=…');
    expect(`${out}${err}`).not.toContain(secret);
    expect(code).toBe(1);
  });

  test.each([
    [['--set', 'a=1'], '--set is for values of -f.'],
    [['-f', 'base.yaml', '--set', 'a[x]=1'], '"x" is no index.'],
    [['-f', 'base.yaml', '--set-file', 'a=gone'], 'gone cannot be read.'],
    [['-f', '-', '-f', '-'], 'Standard input can be read but once.'],
  ])('refuses %j', { timeout }, async (words, message) => {
    const cwd = folderWith(all);
    const { code, out, err } = await cli(['check', ...words], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('fix -f', () => {
  test('changes each file where the change belongs, and then nothing', { timeout }, async () => {
    const cwd = folderWith(all);
    const words = ['fix', '-f', 'bare.yaml', '-f', 'prod.yaml'];
    const { code, err } = await cli([...words, '--write'], { cwd });
    expect([code, err]).toEqual([0, 'Repaired 3 problems.\n']);
    const [nowBare = '', nowProd = ''] = textsIn(cwd, 'bare.yaml', 'prod.yaml');
    // The base is hardened for all, and the list that hides its workers gets the volumes.
    expect(nowBare).toBe(
      bare.replace(
        '  runAsNonRoot: true\n',
        '  runAsNonRoot: true\n  seccompProfile:\n    type: RuntimeDefault\n',
      ),
    );
    expect(nowProd.startsWith(prod.slice(0, prod.indexOf('dagProcessor')))).toBe(true);
    expect(nowProd.endsWith(prod.slice(prod.indexOf('dagProcessor')))).toBe(true);
    expect(nowProd).toContain('mountPath: /tmp');
    expect(await cli([...words, '--write'], { cwd })).toMatchObject({
      code: 0,
      err: 'Nothing to repair.\n',
    });
    expect(textsIn(cwd, 'bare.yaml', 'prod.yaml')).toEqual([nowBare, nowProd]);
  });

  test('prints one patch over all, which git takes', { timeout }, async () => {
    const cwd = folderWith(all);
    const words = ['fix', '-f', 'bare.yaml', '-f', 'prod.yaml'];
    const { out } = await cli([...words, '--diff'], { cwd });
    await cli([...words, '--write'], { cwd });
    const written = textsIn(cwd, 'bare.yaml', 'prod.yaml');
    const other = folderWith(all);
    execFileSync('git', ['apply', '-p1'], { cwd: other, input: out });
    expect(textsIn(other, 'bare.yaml', 'prod.yaml')).toEqual(written);
  });

  test('refuses --into a file that a later one hides, with the line', { timeout }, async () => {
    const cwd = folderWith(all);
    const words = ['fix', '-f', 'base.yaml', '-f', 'prod.yaml', '--write', '--into', './base.yaml'];
    const { code, err } = await cli(words, { cwd });
    expect(code).toBe(1);
    expect(err).toContain('line 4 of prod.yaml is in the way: workers is set here');
    expect(textsIn(cwd, 'base.yaml', 'prod.yaml')).toEqual([base, prod]);
  });

  test('writes --into the file that was chosen', { timeout }, async () => {
    const cwd = folderWith(all);
    const words = ['fix', '-f', 'bare.yaml', '-f', 'prod.yaml', '--write', '--into', 'prod.yaml'];
    expect((await cli(words, { cwd })).code).toBe(0);
    const [nowBare = '', nowProd = ''] = textsIn(cwd, 'bare.yaml', 'prod.yaml');
    expect(nowBare).toBe(bare);
    expect(nowProd).toContain('type: RuntimeDefault');
  });

  test('leaves what an option decides, and says so', { timeout }, async () => {
    const cwd = folderWith(all);
    const words = ['fix', '-f', 'base.yaml', '--set', 'podSecurityContext.runAsNonRoot=false'];
    const { code, out, err } = await cli(words, { cwd });
    expect([code, out]).toEqual([1, base]);
    expect(err).toContain('--set podSecurityContext.runAsNonRoot=… decides');
  });

  test('takes the name of the only Namespace into the layer that sets it', {
    timeout,
  }, async () => {
    const other = namespace.replace('airflow-prod', 'other');
    const cwd = folderWith({ ...all, 'ns.yaml': other });
    const words = ['fix', '-f', 'base.yaml', '-f', 'stage.yaml', 'ns.yaml', '--write'];
    expect((await cli(words, { cwd })).code).toBe(0);
    const stage = all['stage.yaml'].replace('airflow-prod', 'other');
    expect(textsIn(cwd, 'base.yaml', 'stage.yaml', 'ns.yaml')).toEqual([base, stage, other]);
  });

  test('writes all files or none', { timeout }, async () => {
    const long = `${'p'.repeat(245)}.yaml`;
    // The temporary file beside it has a longer name than a file may have.
    const cwd = folderWith({ ...all, [long]: prod });
    const outcome = await cli(['fix', '-f', 'bare.yaml', '-f', long, '--write'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('cannot be written');
    expect(textsIn(cwd, 'bare.yaml', long)).toEqual([bare, prod]);
  });

  test('stops before any is written where one is read-only', { timeout }, async () => {
    const cwd = folderWith(all);
    chmodSync(join(cwd, 'prod.yaml'), 0o444);
    const words = ['fix', '-f', 'bare.yaml', '-f', 'prod.yaml', '--write'];
    expect(await cli(words, { cwd })).toMatchObject({ code: 2 });
    expect(textsIn(cwd, 'bare.yaml', 'prod.yaml')).toEqual([bare, prod]);
  });

  test.each([
    [['-f', 'base.yaml', '-f', 'prod.yaml'], 'There are several files.'],
    [['-f', 'base.yaml', '--into', 'x.yaml'], 'x.yaml is none of the files of -f.'],
    [['-f', '-', '--write'], 'Standard input cannot be written to.'],
  ])('refuses %j', { timeout }, async (words, message) => {
    const cwd = folderWith(all);
    const { code, err } = await cli(['fix', ...words], { cwd, stdin: base });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
