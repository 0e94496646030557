import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { fileArgument } from '../../src/handover/commands/file-argument.ts';
import { commands, commandsToPaste } from '../../src/handover/commands/output.ts';
import { commandSteps } from '../../src/handover/commands/steps.ts';
import type { ReadInput } from '../../src/handover/input.ts';
import { readInput } from '../../src/handover/made.ts';
import { hostileNames } from './hostile-names.ts';
import { documentsWith, inputOf, repairedInput, sample, textOf } from './inputs.ts';
import { StubShell } from './stub-shell.ts';

const shell = new StubShell();
afterAll(() => shell.remove());

const token = 'a b"; touch x; $(touch x) `touch x` \'';
const variables = Object.fromEntries(
  ['REGISTRY_USER', 'REGISTRY_PASSWORD', 'AGENT_TOKEN', 'LOKI_TOKEN', 'DD_API_KEY'].map((name) => [
    name,
    `${name} ${token}`,
  ]),
);

function read(input: ReturnType<typeof inputOf>): ReadInput {
  const found = readInput(input);
  if (!('assessment' in found)) throw new RangeError(found.ok ? '' : found.reason);
  return found;
}

const fields = { releaseName: 'globex-prod', chartVersion: '2.0.0' };
const input = repairedInput('team-edited.yaml', fields);

test('the steps of a team’s file, as they are shown', () => {
  expect(commandSteps(read(input)).map(({ title, command }) => [title, command])).toEqual([
    [
      'Add the chart’s repository',
      'helm repo add astronomer https://helm.astronomer.io\nhelm repo update astronomer',
    ],
    ['Make the namespace', 'kubectl apply -f agents/namespace.yaml'],
    [
      'Make the Secrets',
      [
        'kubectl create secret docker-registry globex-registry -n airflow-agents-prod \\',
        '  --docker-server=registry.example.com --docker-username="$REGISTRY_USER" \\',
        '  --docker-password="$REGISTRY_PASSWORD"',
        'kubectl create secret generic globex-agent-token -n airflow-agents-prod \\',
        '  --from-literal=token="$AGENT_TOKEN"',
        'kubectl create secret generic loki-push -n airflow-agents-prod \\',
        '  --from-literal=token="$LOKI_TOKEN"',
        'kubectl create secret generic datadog -n airflow-agents-prod \\',
        '  --from-literal=api-key="$DD_API_KEY"',
      ].join('\n'),
    ],
    [
      'Check without installing',
      [
        'helm template globex-prod astronomer/astro-remote-execution-agent --version 2.0.0 \\',
        '  -n airflow-agents-prod -f agents/values.yaml | kubectl apply --dry-run=server -f -',
      ].join('\n'),
    ],
    [
      'Install or upgrade, then look',
      [
        'helm upgrade --install globex-prod astronomer/astro-remote-execution-agent \\',
        '  --version 2.0.0 -n airflow-agents-prod -f agents/values.yaml',
        'kubectl get pods -n airflow-agents-prod',
        'kubectl get events -n airflow-agents-prod --field-selector reason=FailedCreate',
      ].join('\n'),
    ],
  ]);
});

/** What the programs are called with for a context and a values file. */
function calls(context: readonly string[], helm: readonly string[], file: string) {
  const place = ['-n', 'airflow-agents-prod'];
  const chart = ['globex-prod', 'astronomer/astro-remote-execution-agent', '--version', '2.0.0'];
  const secret = (kind: string, name: string, ...values: string[]) => [
    ...['kubectl', 'create', 'secret', kind, name, ...place, ...context],
    ...values,
  ];
  return [
    ['helm', 'repo', 'add', 'astronomer', 'https://helm.astronomer.io'],
    ['helm', 'repo', 'update', 'astronomer'],
    ['kubectl', 'apply', '-f', 'agents/namespace.yaml', ...context],
    secret(
      'docker-registry',
      'globex-registry',
      '--docker-server=registry.example.com',
      `--docker-username=${variables.REGISTRY_USER}`,
      `--docker-password=${variables.REGISTRY_PASSWORD}`,
    ),
    secret('generic', 'globex-agent-token', `--from-literal=token=${variables.AGENT_TOKEN}`),
    secret('generic', 'loki-push', `--from-literal=token=${variables.LOKI_TOKEN}`),
    secret('generic', 'datadog', `--from-literal=api-key=${variables.DD_API_KEY}`),
    ['helm', 'template', ...chart, ...place, '-f', file, ...helm],
    ['kubectl', 'apply', '--dry-run=server', '-f', '-', ...context],
    ['helm', 'upgrade', '--install', ...chart, ...place, '-f', file, ...helm],
    ['kubectl', 'get', 'pods', ...place, ...context],
    ['kubectl', 'get', 'events', ...place, '--field-selector', 'reason=FailedCreate', ...context],
  ];
}

const inOrder = (all: readonly (readonly string[])[]) => all.map((call) => call.join('\0')).sort();

test('the script and what is pasted call the same programs', () => {
  const script = textOf(commands.make(input));
  const pasted = commandsToPaste(commandSteps(read(input)));
  const expected = inOrder(calls([], [], 'agents/values.yaml'));
  expect(inOrder(shell.run(script, variables))).toEqual(expected);
  expect(inOrder(shell.run(pasted, variables))).toEqual(expected);
});

test('the script stops where a variable is not set, before any Secret is made of nothing', () => {
  const { AGENT_TOKEN: _, ...others } = variables;
  expect(() => shell.run(textOf(commands.make(input)), others)).toThrow(/AGENT_TOKEN/);
});

test('it says which variables to set', () => {
  expect(commands.make(input)).toMatchObject({
    note: 'Set `REGISTRY_USER`, `REGISTRY_PASSWORD`, `AGENT_TOKEN`, `LOKI_TOKEN` and `DD_API_KEY` in your shell first. This page never asks for them.',
    files: [{ name: 'commands.sh', says: '5 steps, any POSIX shell' }],
  });
  expect(commands.kind(input)).toBe('5 steps, POSIX shell');
});

/** The file names in a line of CSV, as the programs read them. */
function csv(line: string): readonly string[] {
  if (!line.startsWith('"')) return line.split(',');
  return [line.slice(1, -1).replaceAll('""', '"')];
}

/** The script of these fields, run; with what it must have called. */
function holds(kubeContext: string, valuesFile: string): void {
  const made = commands.make({ ...input, fields: { ...fields, kubeContext, valuesFile } });
  const context = kubeContext === '' ? [] : [`--context=${kubeContext}`];
  const helm = kubeContext === '' ? [] : [`--kube-context=${kubeContext}`];
  const file = fileArgument(valuesFile);
  expect(csv(file)).toEqual([valuesFile === '-' ? './-' : valuesFile]);
  const expected = inOrder(calls(context, helm, file));
  expect(inOrder(shell.run(textOf(made), variables))).toEqual(expected);
}

test.each(hostileNames.map((name) => [name]))('%j as context and file stays one word', (name) => {
  holds(name, name);
});

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '$(touch x)',
        '`touch x`',
        "'",
        '"',
        '\\',
        '\n',
        ';',
        '&',
        '|',
        '>x',
        '<x',
        '*',
        ' ',
        '-',
        ',',
        '#',
        '~',
        '!',
        '\r',
        '$x',
        'a',
        '\n touch x\n',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }).filter((text) => !/\0|\p{Cs}/u.test(text)),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => text !== '');

test('any context and file stay one word, and nothing else runs', { timeout: 120_000 }, () => {
  fc.assert(fc.property(hostileText, hostileText, holds), { numRuns: 200 });
});

/** Every text of a values file that comes into a command, hostile. */
function hostileValues(text: string) {
  return documentsWith(
    JSON.stringify({
      resourceNamePrefix: text,
      namespace: 'agents',
      image: `${text}/agent:1`,
      imagePullSecretName: text,
      agentTokenSecretName: text,
      sentinelAuthSecretName: 'fine',
      openLineage: { apiKeySecret: text },
      commonEnv: [
        { name: text, valueFrom: { secretKeyRef: { name: 'fine', key: text } } },
        { name: text, valueFrom: { secretKeyRef: { name: text, key: 'fine' } } },
        { name: 'PATH', valueFrom: { secretKeyRef: { name: 'path', key: 'PATH' } } },
      ],
    }),
  );
}

test('no text of a values file runs, or adds a word', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...hostileNames), hostileText), (text) => {
      const made = commands.make(inputOf(hostileValues(text)));
      // A namespace that the prefix makes is not there, so there is always a script.
      const script = textOf(made);
      const names = [
        'AGENT_TOKEN',
        'SENTINEL_SECRET',
        'DEPLOYMENT_API_TOKEN',
        ...script.matchAll(/"\$(\w+)"/g),
      ];
      const set = Object.fromEntries(
        names.map((name) => [typeof name === 'string' ? name : name[1], token]),
      );
      expect(set).not.toHaveProperty('PATH');
      for (const [program = '', ...words] of shell.run(script, set)) {
        expect(['kubectl', 'helm']).toContain(program);
        const verbs = ['repo', 'apply', 'create', 'template', 'upgrade', 'get'];
        expect(verbs).toContain(words[0]);
        if (words[0] !== 'create') continue;
        expect(words.slice(4, 6)).toEqual(['-n', 'agents']);
        for (const word of words.slice(6))
          expect(word).toMatch(/^--(?:docker-(?:server|username|password)|from-literal)=/);
      }
    }),
    { numRuns: 200 },
  );
});

test('the Secrets of the Astro UI’s file are those that the chart reads', () => {
  const text = 'agentTokenSecretName: t\nimagePullSecretName: p\nopenLineage: {apiKeySecret: l}\n';
  const steps = commandSteps(read(inputOf(documentsWith(`${text}namespace: agents\n`))));
  expect(steps.find(({ title }) => title === 'Make the Secrets')?.command).toBe(
    [
      'kubectl create secret docker-registry p -n agents \\',
      '  --docker-server=images.astronomer.cloud --docker-username=cli \\',
      '  --docker-password="$DEPLOYMENT_API_TOKEN"',
      'kubectl create secret generic t -n agents --from-literal=token="$AGENT_TOKEN"',
      'kubectl create secret generic l -n agents \\',
      '  --from-literal=api-key="$DEPLOYMENT_API_TOKEN"',
    ].join('\n'),
  );
});

describe('a field that cannot be used is named', () => {
  test.each([
    [
      'releaseName',
      'a b',
      'Release name: Use lower case letters, digits, dashes and dots, with a letter or digit at both ends.',
    ],
    ['releaseName', 'a'.repeat(54), 'Release name: Use at most 53 characters.'],
    [
      'releaseName',
      '--help',
      'Release name: Use lower case letters, digits, dashes and dots, with a letter or digit at both ends.',
    ],
    ['chartVersion', '-1', 'Chart version: Use a version such as 2.3.3.'],
    ['chartVersion', '$(touch x)', 'Chart version: Use a version such as 2.3.3.'],
  ] as const)('%s %j', (field, value, reason) => {
    expect(commands.make({ ...input, fields: { [field]: value } })).toEqual({
      ok: false,
      reason,
      field,
    });
  });
});

test('without fields there are usual ones', () => {
  const script = textOf(commands.make(inputOf(documentsWith(sample('team-edited.yaml')))));
  expect(script).toContain('globex-prod astronomer/astro-remote-execution-agent --version 2.3.3');
  const other = textOf(commands.make(inputOf(documentsWith('resourceNamePrefix: A_B\n'))));
  expect(other).toContain('astro-agent astronomer/');
});
