import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/handover/commands/output.ts';
import { shellLines } from '../../src/handover/commands/shell.ts';
import { hostileNames } from './hostile-names.ts';
import { documentsWith, inputOf, textOf } from './inputs.ts';
import { StubShell } from './stub-shell.ts';

const shell = new StubShell();
afterAll(() => shell.remove());

const token = 'a b"; touch x; $(touch x) `touch x` \'';
const variables = { AGENT_TOKEN: token, SENTINEL_SECRET: token, DEPLOYMENT_API_TOKEN: token };

/** The script of a file where each Secret has one name: one for the images, one for the rest. */
function scriptOf(secret: string, namespace: string) {
  const values = {
    resourceNamePrefix: 'a',
    namespace,
    imagePullSecretName: secret,
    agentTokenSecretName: secret,
    sentinelAuthSecretName: secret,
    openLineage: { apiKeySecret: secret },
  };
  return commands.make(inputOf(documentsWith(JSON.stringify(values))));
}

/** The calls of a script that make Secrets. */
function secretCalls(script: string) {
  return shell.run(script, variables).filter(([, verb]) => verb === 'create');
}

describe.each(hostileNames.map((name) => [name]))('%j', (name) => {
  test('stays one word', () => {
    const command = shellLines(
      [['helm', name], [name]],
      [
        ['kubectl', name],
        [{ before: `--x=${name}`, variable: 'AGENT_TOKEN' }, 'end'],
      ],
    );
    const calls = [...shell.run(command, variables)].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    expect(calls).toEqual([
      ['helm', name, name],
      ['kubectl', name, `--x=${name}${token}`, 'end'],
    ]);
  });

  test('as a Secret gives the reason and no command', () => {
    const made = scriptOf(name, 'fine');
    expect(made).toMatchObject({ note: expect.stringContaining('Secret: use at most 253') });
    expect(secretCalls(textOf(made))).toEqual([]);
  });
});

test.each(['', 'A', 'a b', '-a', 'a; touch x #', '$(touch x)', 'a'.repeat(64)])(
  '%j as a namespace gives the reason and no command',
  (name) => {
    const input = inputOf(documentsWith('resourceNamePrefix: a\n'));
    if (!input.now.ok) throw new RangeError('readable');
    const { assessment } = input.now;
    const { settings } = assessment;
    const namespace = { ...settings.namespace, name };
    const now = {
      ok: true,
      assessment: { ...assessment, settings: { ...settings, namespace } },
    } as const;
    const reason = expect.stringContaining('use at most 63 lower case letters');
    expect(commands.make({ ...input, now })).toEqual({ ok: false, reason });
  },
);

test.each(['agents', '0', 'null', 'true', '1e3', 'a-b', 'a'.repeat(63)])(
  'Secrets named %s have their values from the environment, untouched',
  (name) => {
    expect(secretCalls(textOf(scriptOf(`${name}.tok`, name)))).toEqual([
      [
        ...['kubectl', 'create', 'secret', 'docker-registry', `${name}.tok`, '-n', name],
        '--docker-server=images.astronomer.cloud',
        '--docker-username=cli',
        `--docker-password=${token}`,
      ],
      [
        ...['kubectl', 'create', 'secret', 'generic', `${name}.tok`, '-n', name],
        `--from-literal=token=${token}`,
        `--from-literal=secret=${token}`,
        `--from-literal=api-key=${token}`,
      ],
    ]);
  },
);
