import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cli, temporaryFolder } from './cli.ts';
import { readLog } from './sarif/sarif-log.ts';

const formats = ['text', 'json', 'sarif', 'github'] as const;
type Format = (typeof formats)[number];

/** How many findings that decide the exit code a report has. */
function deciding(format: Format, out: string): number {
  switch (format) {
    case 'text':
      return (out.match(/^.*:\d+:\d+: (?:rejected|fails|cannot be judged): /gm) ?? []).length;
    case 'github':
      return (out.match(/^::error /gm) ?? []).length;
    case 'sarif':
      return readLog(out).results.filter(({ level }) => level === 'error').length;
    case 'json': {
      const { results }: { results: readonly { effect?: string }[] } = JSON.parse(out);
      const effects = ['rejected', 'fails', 'unknown'];
      return results.filter(({ effect }) => effect !== undefined && effects.includes(effect))
        .length;
    }
  }
}

async function agrees(words: readonly string[], world: Parameters<typeof cli>[1]): Promise<void> {
  for (const format of formats) {
    for (const quiet of [[], ['-q']]) {
      const { code, out } = await cli(
        ['check', '--as', 'values', '--format', format, ...quiet, ...words],
        world,
      );
      expect(code, out).toBeLessThan(2);
      expect({ code, printed: deciding(format, out) > 0 }, out).toEqual({
        code,
        printed: code === 1,
      });
    }
  }
}

const good = {
  podSecurityContext: {
    runAsNonRoot: true,
    runAsUser: 50000,
    fsGroup: 50000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  containerSecurityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};

const name = fc.constantFrom('agents', '<your-namespace>', 'Not A Label', '', null, 7, 'a--b');
const component = fc.constantFrom<unknown>(
  {},
  null,
  [],
  'x',
  false,
  { replicas: 'many' },
  {
    volumes: [{ name: 'host', hostPath: { path: '/' } }],
  },
);
const worker = fc.oneof(
  fc.record({ name: fc.constantFrom('w', 'W', '', null, 3) }),
  fc.constantFrom<unknown>(null, 'w', {}, []),
);
const workers = fc.oneof(
  fc.array(worker, { maxLength: 2 }),
  fc.constantFrom<unknown>(null, {}, 'x', { name: 'w' }),
);
const values = fc
  .record(
    {
      namespace: name,
      createNamespace: fc.constantFrom(true, false),
      resourceNamePrefix: name,
      podSecurityContext: fc.constantFrom<unknown>(good.podSecurityContext, {}, null, 'x'),
      containerSecurityContext: fc.constantFrom<unknown>(good.containerSecurityContext, {}, null),
      workers,
      dagProcessor: component,
      triggerer: component,
      sentinel: fc.oneof(component, fc.constant({ enabled: false })),
      loggingSidecar: fc.constantFrom<unknown>({ enabled: true }, { enabled: false }, null),
    },
    { requiredKeys: [] },
  )
  // A file that sets nothing of the chart's is no values file.
  .map((drawn) => ({ ...good, ...drawn }));

const manifest = fc.record({
  apiVersion: fc.constant('v1'),
  kind: fc.constant('Namespace'),
  metadata: fc.record(
    {
      name,
      labels: fc.constantFrom<unknown>(
        { 'pod-security.kubernetes.io/enforce': 'restricted' },
        { 'pod-security.kubernetes.io/enforce': 'restrictd' },
        { 'pod-security.kubernetes.io/enforce': 'privileged' },
        { 'pod-security.kubernetes.io/enforce': true },
        null,
      ),
    },
    { requiredKeys: [] },
  ),
});

describe('exit 1 has a printed reason in every format, and exit 0 has none to print', () => {
  test('of values alone', { timeout: 120_000 }, async () => {
    const property = fc.asyncProperty(values, (drawn) =>
      agrees(['-'], { stdin: JSON.stringify(drawn, null, 2) }),
    );
    await fc.assert(property, { numRuns: 60 });
  });

  test('of values with the manifest of their namespace', { timeout: 120_000 }, async () => {
    const cwd = temporaryFolder();
    const property = fc.asyncProperty(values, manifest, async (drawn, namespace) => {
      writeFileSync(join(cwd, 'values.yaml'), JSON.stringify(drawn, null, 2));
      writeFileSync(join(cwd, 'namespace.yaml'), JSON.stringify(namespace, null, 2));
      await agrees(['values.yaml', 'namespace.yaml'], { cwd });
    });
    await fc.assert(property, { numRuns: 40 });
  });

  test('where the namespace is a placeholder', async () => {
    const placeholder = { ...good, namespace: '<your-namespace>', workers: [{ name: 'w' }] };
    const stdin = JSON.stringify({ ...placeholder, dagProcessor: {}, triggerer: {} }, null, 2);
    const { code, out } = await cli(['check', '-'], { stdin });
    expect(code).toBe(1);
    expect(out).toContain('rejected: The namespace cannot be called "<your-namespace>"');
  });

  test('where a pod cannot be judged', async () => {
    const stdin = JSON.stringify(
      { ...good, workers: [{ name: 'w' }], dagProcessor: null },
      null,
      2,
    );
    const { out } = await cli(['check', '-q', '-'], { stdin });
    expect(out).toMatch(/cannot be judged: .* \[unknown-pod\]/);
  });

  test('a problem of a Namespace is told once, however many files are in it', async () => {
    const cwd = temporaryFolder();
    const file = readFileSync('tests/samples/already-restricted.yaml', 'utf8');
    const named = file.replace(/^namespace: .*$/m, 'namespace: Agents');
    writeFileSync(join(cwd, 'a.yaml'), named);
    writeFileSync(join(cwd, 'b.yaml'), named);
    writeFileSync(
      join(cwd, 'namespace.yaml'),
      'apiVersion: v1\nkind: Namespace\nmetadata: {name: Agents}\n',
    );
    const { out } = await cli(['check', 'a.yaml', 'b.yaml', 'namespace.yaml'], { cwd });
    expect(out.match(/The namespace cannot be called/g)).toHaveLength(1);
  });
});
