import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installCommands } from '../../src/handover/commands/commands.ts';
import { prerequisites } from '../../src/handover/commands/prerequisites.ts';
import { shellCommand } from '../../src/handover/commands/shell.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { hostileNames } from './hostile-names.ts';

/** Everything that a hostile name calls stands on the path, too, so that running it would show. */
const programs = ['kubectl', 'helm', 'touch', 'root'];
const token = 'a b"; touch x; $(touch x) `touch x` \'';
const variables = { AGENT_TOKEN: token, SENTINEL_SECRET: token, DEPLOYMENT_API_TOKEN: token };

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shell-'));
  for (const name of ['bin', 'calls', 'work']) mkdirSync(join(folder, name));
  for (const program of programs) {
    const path = join(folder, 'bin', program);
    writeFileSync(
      path,
      `#!/bin/sh\nprintf '%s\\0' ${program} "$@" > "${folder}/calls/${program}-$$"\n`,
    );
    chmodSync(path, 0o755);
  }
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs it in a real shell, with nothing but the stubs to be found; gives the calls they got. */
function run(command: string): readonly string[][] {
  const work = join(folder, 'work');
  const env = { PATH: join(folder, 'bin'), HOME: '/nowhere', ...variables };
  const output = execFileSync('/bin/sh', ['-c', command], { cwd: work, env, stdio: 'pipe' });
  expect(output.toString()).toBe('');
  expect(readdirSync(work)).toEqual([]);
  const calls = readdirSync(join(folder, 'calls')).map((call) => {
    const path = join(folder, 'calls', call);
    const words = readFileSync(path, 'utf8').split('\0').slice(0, -1);
    rmSync(path);
    return words;
  });
  return calls.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

const secretKeys = [
  'imagePullSecretName',
  'agentTokenSecretName',
  'sentinelAuthSecretName',
  'openLineage',
];

/** What is needed where each of the Secrets has this name: one for the images, and one for the rest. */
function secretsNamed(name: string, namespace: string) {
  const values = {
    ...Object.fromEntries(secretKeys.map((key) => [key, name])),
    openLineage: { apiKeySecret: name },
  };
  return prerequisites(parseTree(JSON.stringify(values)), namespace).secrets;
}

describe.each(hostileNames.map((name) => [name]))('%j', (name) => {
  test('stays one word', () => {
    const command = shellCommand(
      ['helm', name, name],
      ['kubectl', name, { before: `--x=${name}`, variable: 'AGENT_TOKEN' }, 'end'],
    );
    expect(run(command)).toEqual([
      ['helm', name, name],
      ['kubectl', name, `--x=${name}${token}`, 'end'],
    ]);
  });

  test('as a namespace gives the reason and no command', () => {
    for (const command of installCommands(name)) {
      expect(command).toEqual({ title: command.title, reason: expect.stringContaining(': use ') });
    }
    for (const { making } of secretsNamed('fine', name)) {
      expect(making).toEqual({ reason: expect.stringContaining('namespace: use at most 63') });
    }
  });

  test('as a Secret gives the reason and no command', () => {
    const secrets = secretsNamed(name, 'fine');
    expect(secrets).toHaveLength(2);
    for (const { making } of secrets) {
      expect(making).toEqual({ reason: expect.stringContaining('Secret: use at most 253') });
    }
  });
});

describe.each(['agents', '0', 'null', 'true', '1e3', 'a-b', 'a'.repeat(63)])('%s', (name) => {
  test('stands in every command as it is', () => {
    const calls = installCommands(name).map((one) => ('command' in one ? run(one.command) : one));
    const chart = ['astro-agent', 'astronomer/astro-remote-execution-agent'];
    const place = ['-n', name, '-f', 'values.yaml'];
    expect(calls).toEqual([
      [['kubectl', 'apply', '-f', 'namespace.yaml']],
      [
        ['helm', 'template', ...chart, ...place],
        ['kubectl', 'apply', '--dry-run=server', '-f', '-'],
      ],
      [['helm', 'upgrade', '--install', ...chart, ...place]],
      [['kubectl', 'get', 'pods', '-n', name]],
      [['kubectl', 'get', 'events', '-n', name, '--field-selector', 'reason=FailedCreate']],
    ]);
  });

  test('names Secrets, whose values come from the environment untouched', () => {
    const calls = secretsNamed(`${name}.tok`, name).map(({ making }) =>
      'command' in making ? run(making.command) : making,
    );
    expect(calls).toEqual([
      [
        [
          'kubectl',
          'create',
          'secret',
          'docker-registry',
          `${name}.tok`,
          '-n',
          name,
          '--docker-server=images.astronomer.cloud',
          '--docker-username=cli',
          `--docker-password=${token}`,
        ],
      ],
      [
        [
          ...['kubectl', 'create', 'secret', 'generic', `${name}.tok`, '-n', name],
          `--from-literal=token=${token}`,
          `--from-literal=secret=${token}`,
          `--from-literal=api-key=${token}`,
        ],
      ],
    ]);
  });
});

test('a file without a namespace’s name gives the reason', () => {
  expect(installCommands('')[0]).toEqual({
    title: 'Make the namespace',
    reason:
      'The namespace has no name: use at most 63 lower case letters, digits and dashes, with a letter or digit at both ends.',
  });
});
