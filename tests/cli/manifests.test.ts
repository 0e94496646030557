import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, ObjectVerdict } from '../../src/cli/report/report.ts';
import { applyAppArmorVersionSkew, defaultPod } from '../../src/pss/index.ts';
import { edgePods } from '../pss/conformance-data.ts';
import { cli, temporaryFolder } from './cli.ts';

type Result = (Diagnostic & { type: 'finding' }) | (ObjectVerdict & { type: 'object' });

/** What `check --format json` says of a stream. */
async function checked(stdin: string, ...options: readonly string[]) {
  const { code, out } = await cli(['check', '--format', 'json', ...options], { stdin });
  const { results, summary }: { results: readonly Result[]; summary: Record<string, unknown> } =
    JSON.parse(out);
  const findings = results.filter((one) => one.type === 'finding');
  const objects = results.filter((one) => one.type === 'object');
  return { code, findings, objects, summary };
}

const good = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [
    {
      name: 'web',
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    },
  ],
};
const bad = { ...good, hostNetwork: true };

function object(apiVersion: string, kind: string, more: object): string {
  return `---\n${JSON.stringify({ apiVersion, kind, metadata: { name: 'x' }, ...more })}\n`;
}

const pod = (spec: object) => object('v1', 'Pod', { spec });

function namespace(name: string, labels: object): string {
  const prefixed = Object.entries(labels).map(([mode, value]) => [
    `pod-security.kubernetes.io/${mode}`,
    value,
  ]);
  const metadata = { name, labels: Object.fromEntries(prefixed) };
  return `---\n${JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata })}\n`;
}

const inside = (name: string, spec: object) =>
  `---\n${JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: name }, spec })}\n`;

describe('kinds', () => {
  const template = (spec: object) => ({ spec: { template: { spec } } });
  const makers: readonly [string, (spec: object) => string][] = [
    ['Pod', pod],
    ['Deployment', (spec) => object('apps/v1', 'Deployment', template(spec))],
    ['StatefulSet', (spec) => object('apps/v1', 'StatefulSet', template(spec))],
    ['DaemonSet', (spec) => object('apps/v1', 'DaemonSet', template(spec))],
    ['ReplicaSet', (spec) => object('apps/v1', 'ReplicaSet', template(spec))],
    ['ReplicationController', (spec) => object('v1', 'ReplicationController', template(spec))],
    ['Job', (spec) => object('batch/v1', 'Job', template(spec))],
    ['CronJob', (spec) => object('batch/v1', 'CronJob', { spec: { jobTemplate: template(spec) } })],
    ['PodTemplate', (spec) => object('v1', 'PodTemplate', { template: { spec } })],
  ];

  test.each(makers)('%s', async (kind, make) => {
    expect(await checked(make(good))).toMatchObject({ code: 0, findings: [], objects: [] });
    const { code, objects, findings } = await checked(make(bad));
    expect(code).toBe(1);
    expect(objects).toMatchObject([
      { subject: `${kind} x`, verdict: 'rejected', isTemplate: kind !== 'Pod' },
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(['hostNamespaces']);
  });

  test('others are skipped and counted, also those that only share a name', async () => {
    const stdin = [
      object('v1', 'Service', {}),
      object('v1', 'Service', {}),
      object('batch.volcano.sh/v1alpha1', 'Job', template(bad)),
    ].join('');
    const { code, summary } = await checked(stdin);
    expect(code).toBe(0);
    expect(summary.skipped).toEqual({ Service: 2, Job: 1 });
  });

  test('Lists are opened, also those whose items have no kind', async () => {
    const item = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: bad };
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item] }, null, 1);
    const bare = { metadata: { name: 'b' }, spec: bad };
    const raw = JSON.stringify({ apiVersion: 'v1', kind: 'PodList', items: [bare, null] });
    const { code, objects, findings } = await checked(`${list}\n---\n${raw}`);
    expect(code).toBe(2);
    expect(objects.map(({ subject }) => subject)).toEqual(['Pod a', 'Pod b']);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'hostNamespaces',
      'hostNamespaces',
      'no-object',
    ]);
    expect(findings[0]?.path).toEqual(['items', 0, 'spec', 'hostNetwork']);
    expect(findings[0]?.place.region?.startLine).toBe(
      list.split('\n').findIndex((line) => line.includes('hostNetwork')) + 1,
    );
  });
});

describe('words', () => {
  test('a Deployment is admitted with a warning, its pods are refused', async () => {
    const stdin = object('apps/v1', 'Deployment', {
      spec: {
        template: {
          spec: { ...bad, containers: [{ ...good.containers[0], ports: [{ containerPort: 80 }] }] },
        },
      },
    });
    const { out, code } = await cli(['check'], { stdin });
    expect(code).toBe(1);
    expect(out).toContain('Deployment x is admitted, but its pods would be rejected');
    // The API server copies the port of a pod alone: kubernetes#125507.
    expect(out).toContain(
      'Warning: would violate PodSecurity "restricted:latest": host namespaces (hostNetwork=true)\n',
    );
    expect(out).toContain(
      'pods "x-7c9d8b6f5-x2x7k" is forbidden: violates PodSecurity "restricted:latest": host namespaces (hostNetwork=true), hostPort (container "web" uses hostPort 80)\n',
    );
  });

  test('what warn alone objects to exits 0', async () => {
    const stdin =
      namespace('n', { enforce: 'baseline', warn: 'restricted' }) +
      inside('n', { containers: [{ name: 'a' }] });
    const { code, findings, objects } = await checked(stdin);
    expect(code).toBe(0);
    expect(new Set(findings.map(({ effect }) => effect))).toEqual(new Set(['warned']));
    expect(objects[0]?.says[0]).toMatch(/^Warning: would violate PodSecurity "restricted:latest"/);
  });

  test('are upstream’s own, for every pod of its data that the API server takes as it is', async () => {
    const pods = edgePods().filter(
      ({ pod: one }) =>
        isDeepStrictEqual(applyAppArmorVersionSkew(defaultPod(one)), one) &&
        (one.spec?.containers?.length ?? 0) > 0,
    );
    const stdin = pods.map(({ id, pod: one }) => {
      const metadata = { ...one.metadata, name: id };
      return `---\n${JSON.stringify({ apiVersion: 'v1', kind: 'Pod', ...one, metadata })}\n`;
    });
    const { objects } = await checked(stdin.join(''), '--enforce', 'restricted:v1.34');
    const said = objects.flatMap(({ says }) => says);
    const expected = pods.flatMap(({ id, verdicts }) => {
      const detail = verdicts.restricted.find(([from, to]) => from <= 34 && 34 <= to)?.[2];
      if (!detail) return [];
      return [
        `pods ${JSON.stringify(id)} is forbidden: violates PodSecurity "restricted:v1.34": ${detail}`,
      ];
    });
    expect(pods.length).toBeGreaterThan(150);
    expect(said).toEqual(expected);
  });
});

describe('policies', () => {
  const weak = namespace('n', { enforce: 'baseline' });
  const rootless = { containers: [{ name: 'a' }] };

  test('the Namespace of the object decides', async () => {
    const stdin = weak + namespace('m', { enforce: 'restricted' });
    const { objects, summary, code } = await checked(
      stdin + inside('n', rootless) + inside('m', rootless),
    );
    expect(summary).toMatchObject({ counts: { admitted: 1, rejected: 1 } });
    expect(code).toBe(1);
    expect(objects.map(({ verdict, policy }) => [verdict, policy])).toEqual([
      ['rejected', 'restricted:latest'],
    ]);
  });

  test('--enforce stands above it', async () => {
    const { objects } = await checked(
      weak + inside('n', rootless),
      '--enforce',
      'restricted:v1.20',
    );
    expect(objects.map(({ policy }) => policy)).toEqual(['restricted:v1.20']);
  });

  test('each mode has its own option and its own words', async () => {
    const { code, objects, findings } = await checked(
      weak + inside('n', { ...rootless, hostNetwork: true }) + pod(rootless),
      '--audit=restricted',
      '--warn',
      'restricted:v1.18',
    );
    expect(code).toBe(1);
    // A pod that is refused is not warned of, but the audit log has it.
    expect(objects.map(({ says }) => says.map((line) => line.split(': ')[0]))).toEqual([
      ['Audit log', 'pods "p" is forbidden'],
      ['Audit log', 'Warning'],
    ]);
    expect(objects[1]?.says[1]).toContain('violate PodSecurity "restricted:v1.18"');
    expect(findings.map(({ mode, rule }) => `${mode} ${rule}`)).toEqual([
      'enforce hostNamespaces',
      'audit allowPrivilegeEscalation',
      'audit capabilities_restricted',
      'audit runAsNonRoot',
      'audit seccompProfile_restricted',
      'warn allowPrivilegeEscalation',
      'warn runAsNonRoot',
      'audit capabilities_restricted',
      'audit seccompProfile_restricted',
    ]);
  });

  test('what kubectl warns of stays restricted where only --warn is said', async () => {
    const { code, objects } = await checked(
      'namespace: n\nresourceNamePrefix: a\ntriggerer: {}\n',
      '--warn=baseline',
    );
    expect(code).toBe(1);
    expect(new Set(objects.map(({ policy }) => policy))).toEqual(new Set(['restricted:latest']));
  });

  test('without either it is restricted:latest, and says so', async () => {
    const { out, code } = await cli(['check'], { stdin: inside('n', rootless) });
    expect(code).toBe(1);
    expect(out).toContain(
      'The input has no Namespace n: objects in there were judged by restricted:latest;',
    );
  });

  test('an object without a namespace is in the only one there is', async () => {
    expect((await checked(weak + pod(rootless))).code).toBe(0);
    expect((await checked(weak + namespace('m', {}) + pod(rootless))).code).toBe(1);
  });

  test('a Namespace may come after its pods in files', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.yaml'), inside('n', rootless));
    writeFileSync(join(cwd, 'b.yaml'), weak);
    expect((await cli(['check', 'a.yaml', 'b.yaml'], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, 'c.yaml'), inside('n', rootless) + weak);
    expect((await cli(['check', 'c.yaml'], { cwd })).code).toBe(0);
  });

  test('on standard input it comes first, or the verdict is withdrawn', async () => {
    const late = await checked(inside('n', rootless) + weak);
    expect(late.code).toBe(2);
    expect(late.findings.at(-1)).toMatchObject({ rule: 'late-namespace', effect: 'unreadable' });
    const same = await checked(inside('n', rootless) + namespace('n', { enforce: 'restricted' }));
    expect(same.findings.some(({ rule }) => rule === 'late-namespace')).toBe(false);
    expect((await checked(pod(rootless) + weak)).code).toBe(2);
    expect((await checked(inside('n', rootless) + weak, '--enforce', 'baseline')).code).toBe(0);
  });

  test('a label that cannot be read counts as restricted, and is refused itself', async () => {
    const { code, findings } = await checked(
      namespace('n', { enforce: 'restrictd' }) + inside('n', rootless),
    );
    expect(code).toBe(1);
    expect(findings[0]).toMatchObject({
      rule: 'namespace-labels',
      message:
        'metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "restrictd": must be one of privileged, baseline, restricted',
    });
    expect(findings.length).toBeGreaterThan(1);
  });

  test.each(['strict', 'restricted:1.34', 'restricted:v1.34:x', ''])('%j is none', async (word) => {
    const { code, err } = await cli(['check', `--enforce=${word}`, '-'], { stdin: pod(good) });
    expect(code).toBe(2);
    expect(err).toContain('is no policy');
  });
});

describe('nothing fails open', () => {
  const rejected: readonly (readonly [string, object])[] = [
    ['a field of another type', { ...good, securityContext: { runAsNonRoot: 'true' } }],
    ['containers that are no list', { ...good, containers: { web: {} } }],
    ['no containers', { ...good, containers: [] }],
  ];
  test.each(rejected)('%s', async (_, spec) => {
    expect((await checked(pod(spec))).code).toBe(1);
  });

  test('a Deployment without a template', async () => {
    expect((await checked(object('apps/v1', 'Deployment', { spec: {} }))).code).toBe(1);
  });

  test.each(['', '# nothing\n', '---\n---\n', 'null\n', '[]\n', 'text\n', '\u0000'])(
    'the input %j',
    async (stdin) => {
      expect((await cli(['check'], { stdin })).code).toBe(2);
    },
  );

  test('what is no object, beside some that are', async () => {
    const { code, findings } = await checked(`${pod(good)}---\nfoo: 1\n---\n[1]\n`);
    expect(code).toBe(2);
    expect(findings.map(({ rule, place }) => [rule, place.region?.startLine])).toEqual([
      ['no-object', 4],
      ['no-object', 6],
    ]);
  });
});

describe('a broken document', () => {
  test('is reported at its line, and the rest is judged', async () => {
    const stdin = `${pod(good)}---\na: 1\n\tb: 2\n${pod(bad)}`;
    const { code, findings, objects } = await checked(stdin);
    expect(code).toBe(2);
    expect(findings.map(({ rule, place }) => [rule, place.region?.startLine])).toEqual([
      ['tab-indentation', 5],
      ['hostNamespaces', 7],
    ]);
    expect(objects).toHaveLength(1);
  });

  test('may be one that is no UTF-8', async () => {
    const bytes = [
      Buffer.from(pod(good)),
      Buffer.from('---\na: 1\nb: "'),
      Buffer.from([0xff, 0x22]),
    ];
    const { code, out } = await cli(['check'], {
      stdin: Buffer.concat([...bytes, Buffer.from(`\n${pod(bad)}`)]),
    });
    expect(code).toBe(2);
    expect(out).toContain('<stdin>:5:1: cannot be read: The text is not valid UTF-8');
    expect(out).toContain('<stdin>:7:');
  });

  test('is named for what it is: UTF-16, or too large', async () => {
    const rule = async (bytes: Buffer) => {
      const { out } = await cli(['check', '--format', 'json'], { stdin: bytes });
      const { results } = JSON.parse(out);
      return results.map((one: Diagnostic) => one.rule);
    };
    expect(await rule(Buffer.from(`\uFEFF${pod(good)}`, 'utf16le'))).toEqual(['utf-16']);
    expect(await rule(Buffer.from(pod(good), 'utf16le'))).toEqual(['utf-16']);
    const large = Buffer.from(`a: ${'b'.repeat(9 * 1024 * 1024)}\n`);
    expect(await rule(large)).toEqual(['too-large']);
    expect(await rule(Buffer.concat([Buffer.from(pod(good)), large]))).toEqual(['too-large']);
  });
});

describe('files', () => {
  test('folders are searched; what is neither manifest nor values file is skipped there', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'deploy/deeper'), { recursive: true });
    writeFileSync(join(cwd, 'deploy/Chart.yaml'), 'name: chart\n');
    writeFileSync(join(cwd, 'deploy/notes.txt'), 'not yaml: [');
    writeFileSync(
      join(cwd, 'deploy/deeper/pod.json'),
      JSON.stringify({ apiVersion: 'v1', kind: 'Pod', spec: bad }),
    );
    const { code, out } = await cli(['check', 'deploy'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('deploy/deeper/pod.json:1:');
    expect(out).toContain('Skipped 1 file with neither manifests nor values of this chart');
  });

  test('many of them have a progress line, on a terminal that is not told to be quiet', async () => {
    const cwd = temporaryFolder();
    for (let n = 0; n < 60; n++) writeFileSync(join(cwd, `${n}.yaml`), pod(good));
    const loud = await cli(['check', '.'], { cwd, isTerminal: true });
    expect(loud.err.startsWith('\r0 of 60 files')).toBe(true);
    expect(loud.err.endsWith('\r\u001b[K')).toBe(true);
    expect((await cli(['check', '-q', '.'], { cwd, isTerminal: true })).err).toBe('');
    expect((await cli(['check', '.'], { cwd })).err).toBe('');
  });

  test('a folder without any is no verdict', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'deploy'));
    const { code, out } = await cli(['check', 'deploy'], { cwd });
    expect(code).toBe(2);
    expect(out).toContain('deploy: cannot be read: The folder holds no .yaml, .yml or .json file.');
    expect(out).toContain('1 part of the input could not be read');
  });

  test('one that cannot be read is named, and the others are judged', async () => {
    const { code, out } = await cli(['check', 'nowhere.yaml', 'tests/samples/crlf.yaml']);
    expect(code).toBe(2);
    expect(out).toContain('nowhere.yaml: cannot be read: There is no such file');
    expect(out).toContain('tests/samples/crlf.yaml:29:1: rejected');
  });

  test('values.yaml is judged by the namespace.yaml beside it', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'v.yaml'), 'namespace: n\nresourceNamePrefix: a\ntriggerer: {}\n');
    writeFileSync(join(cwd, 'n.yaml'), namespace('n', { enforce: 'privileged' }));
    expect((await cli(['check', 'v.yaml'], { cwd })).out).toContain('restricted:latest');
    const both = await cli(['check', 'v.yaml', 'n.yaml'], { cwd });
    expect(both.out).toContain('privileged:latest');
    const above = await cli(['check', '--enforce', 'restricted', 'v.yaml', 'n.yaml'], { cwd });
    expect(above.code).toBe(1);
    expect(above.out).toContain('restricted:latest');
  });
});

describe('a long List in JSON', () => {
  const filler = { metadata: { annotations: { a: 'x'.repeat(1500) } } };
  const item = (number: number, spec: object) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `p${number}`, ...filler.metadata },
    spec,
  });
  const items = Array.from({ length: 2000 }, (_, n) => item(n, n === 1500 ? bad : good));
  const list = { apiVersion: 'v1', kind: 'List', items, metadata: { resourceVersion: '' } };

  test.each([4, 0])('indented by %i is read item by item', async (indent) => {
    const stdin = JSON.stringify(list, null, indent);
    expect(stdin.length).toBeGreaterThan(2 * 1024 * 1024);
    const { code, findings, summary } = await checked(stdin);
    expect(code).toBe(1);
    expect(summary.counts).toEqual({ admitted: 1999, rejected: 1, fails: 0, unknown: 0 });
    const region = findings[0]?.place.region;
    expect(findings[0]?.subjects).toEqual(['Pod p1500']);
    const offset = stdin.indexOf('true', stdin.indexOf('hostNetwork'));
    const before = stdin.slice(0, offset).split('\n');
    expect(region).toMatchObject({
      startLine: before.length,
      startColumn: (before.at(-1)?.length ?? 0) + 1,
      byteOffset: Buffer.byteLength(stdin.slice(0, offset)),
    });
  });

  test('gives its kind to items without one, and names what is broken', async () => {
    const bare = items.map(({ apiVersion: _, kind: __, ...rest }) => rest);
    const text = JSON.stringify({ apiVersion: 'v1', kind: 'PodList', items: bare }, null, 1);
    const stdin = text.replace('"hostNetwork": true', '"hostNetwork": "a" "b"');
    const { code, findings, summary } = await checked(stdin);
    expect(code).toBe(2);
    expect(summary.counts).toMatchObject({ admitted: 1999 });
    expect(findings.map(({ effect }) => effect)).toEqual(['unreadable']);
    const line = stdin.slice(0, stdin.indexOf('"a" "b"')).split('\n').length;
    expect(Math.abs((findings[0]?.place.region?.startLine ?? 0) - line)).toBeLessThan(2);
  });

  test('may hold the Namespace of its pods', async () => {
    const own = JSON.parse(namespace('n', { enforce: 'privileged' }).slice(4));
    const inN = items.map((one) => ({ ...one, metadata: { ...one.metadata, namespace: 'n' } }));
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'all.json'), JSON.stringify({ ...list, items: [...inN, own] }));
    expect((await cli(['check', 'all.json'], { cwd })).code).toBe(0);
  });

  test('in YAML is refused with advice', async () => {
    const stdin = `apiVersion: v1\nkind: List\nitems:\n${'- a: b\n'.repeat(400_000)}`;
    const { code, findings } = await checked(stdin);
    expect(code).toBe(2);
    expect(findings[0]?.rule).toBe('too-large');
  });
});
