import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Base, bases, type Setting, withSettings } from '../../conformance/kube/bases.ts';
import { type Fault, faultText } from '../../src/kube/faults.ts';
import type { Place } from '../../src/kube/field-path.ts';
import { judgeDeployment, judgePod, judgePodTemplate } from '../../src/kube/judge.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Line {
  readonly base: Base;
  readonly set: readonly Setting[];
}

const objects = readFileSync('tests/conformance/kube.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Line => JSON.parse(line))
  .map(({ base, set }) => ({ base, object: withSettings(base, set) }));

const judges = { pod: judgePod, deployment: judgeDeployment };

/** How many steps of a path lead to something. */
function reach(object: unknown, path: Place): number {
  let value = object;
  for (const [index, step] of path.entries()) {
    if (typeof value !== 'object' || value === null || !(step in value)) return index;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return path.length;
}

/** Whether a fault is that something is missing, or has the value that what is missing has. */
function isAboutNothing({ message }: Fault): boolean {
  return /^(Required value|\w+ value: (""|null|0|false)(:|$))/.test(message);
}

describe('places', () => {
  test('what cannot be decoded and what is unknown is there', () => {
    for (const { base, object } of objects) {
      const { undecodable, unknown } = judges[base](object);
      for (const { path, message } of [...undecodable, ...unknown]) {
        expect([message, reach(object, path)]).toEqual([message, path.length]);
      }
    }
  });

  test('a fault is in a field that is there, or whose owner is, but for what is missing', () => {
    for (const { base, object } of objects) {
      for (const fault of judges[base](object).faults) {
        if (isAboutNothing(fault)) continue;
        const missing = fault.path.length - reach(object, fault.path);
        expect([faultText(fault), missing <= 1]).toEqual([faultText(fault), true]);
      }
    }
  });

  test('a warning is about a field that is there, or whose owner is', () => {
    for (const { base, object } of objects) {
      for (const { text, path } of judges[base](object).warnings) {
        expect([text, path.length - reach(object, path) <= 1]).toEqual([text, true]);
      }
    }
  });
});

test('a template alone is judged as it is in its Deployment', () => {
  for (const { object } of objects.filter(({ base }) => base === 'deployment')) {
    const whole = judgeDeployment(object);
    const template = templateOf(object);
    if (whole.undecodable.length > 0 || template === undefined) continue;
    const alone = judgePodTemplate(template).faults.map(faultText);
    const texts = new Set(whole.faults.map(faultText));
    const looked = ![...texts].some((text) => text.endsWith('invalid label selector'));
    if (looked) expect(alone.filter((text) => !texts.has(text))).toEqual([]);
  }
});

function templateOf(object: unknown): unknown {
  return at(at(object, 'spec'), 'template');
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

describe('front doors', () => {
  test.each([
    ['pod', judgePod, bases.pod],
    ['deployment', judgeDeployment, bases.deployment],
    ['template', judgePodTemplate, templateOf(bases.deployment)],
  ] as const)('a good %s gives nothing', (_, judge, object) => {
    expect(judge(object)).toEqual({
      undecodable: [],
      unknown: [],
      faults: [],
      besides: [],
      ofPods: [],
      warnings: [],
    });
  });

  test('a template names fields as its Deployment has them', () => {
    const template = {
      spec: { containers: [{ name: 'a', image: 'i', ports: [{ containerPort: 70000 }] }] },
    };
    expect(judgePodTemplate(template).faults).toEqual([
      {
        kind: 'Invalid value',
        field: 'spec.template.spec.containers[0].ports[0].containerPort',
        path: ['spec', 'template', 'spec', 'containers', 0, 'ports', 0, 'containerPort'],
        message: 'Invalid value: 70000: must be between 1 and 65535, inclusive',
      },
    ]);
    expect(judgePodTemplate({ spec: { hostPID: 'yes', extra: 1 } }).undecodable).toEqual([
      {
        path: ['spec', 'template', 'spec', 'hostPID'],
        kind: 'bool',
        wanted: 'bool',
        message:
          'json: cannot unmarshal string into Go struct field PodSpec.spec.template.spec.hostPID of type bool',
      },
    ]);
    expect(judgePodTemplate({ spec: { hostPID: true, extra: 1 } }).unknown).toEqual([
      {
        path: ['spec', 'template', 'spec', 'extra'],
        message: 'unknown field "spec.template.spec.extra"',
      },
    ]);
  });

  test('what stops the decoder comes before what it passes over', () => {
    const { undecodable } = judgePod({
      spec: { hostPID: 1, containers: [{ resources: { limits: { cpu: 'x' } } }] },
    });
    expect(undecodable.map(({ wanted }) => wanted)).toEqual(['resource.Quantity', 'bool']);
  });

  test('no more than a hundred unknown fields are told', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x${index}`, 1]));
    expect(judgePod({ ...many, spec: {} }).unknown).toHaveLength(100);
  });

  test('a name that the server makes up is judged at its prefix', () => {
    const { faults } = judgePod({ metadata: { generateName: 'A-' }, spec: {} });
    expect(faults[0]).toMatchObject({ path: ['metadata', 'generateName'] });
  });

  test.each([[undefined], [null], [1], ['x'], [[]]])(
    '%j is no object, and nothing throws',
    (value) => {
      expect(judgePod(value).undecodable.length + judgePod(value).faults.length).toBeGreaterThan(0);
    },
  );

  test('any JSON at all is judged', () => {
    const keys = [
      'metadata',
      'spec',
      'containers',
      'volumes',
      'env',
      'name',
      'template',
      'selector',
    ];
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', 'x', '1Gi'),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        for (const judge of [judgePod, judgeDeployment, judgePodTemplate]) judge(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is wrong besides what cannot be decoded', () => {
  const container = { name: 'c', image: 'i' };
  const pod = (spec: object) => ({
    metadata: { name: 'p' },
    spec: { terminationGracePeriodSeconds: 'x', containers: [container], ...spec },
  });
  const mount = (name: string) => ({ ...container, volumeMounts: [{ name, mountPath: '/m' }] });
  const lost = 'spec.containers[0].volumeMounts[0].name: Not found: "v"';

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', pod({}), []],
    ['another field', pod({ dnsPolicy: 'x' }), ['spec.dnsPolicy']],
    ['a mount of no volume', pod({ containers: [mount('v')] }), [lost]],
    ['what cannot be decoded itself', pod({ containers: [{ ...container, name: 5 }] }), []],
    [
      'what holds it',
      pod({
        containers: [
          container,
          { name: 'd', image: 'i', env: [{ name: 'A', value: 1, valueFrom: {} }] },
        ],
      }),
      ['spec.containers[1].env[0].valueFrom'],
    ],
    ['what would be below it', pod({ containers: 'c' }), []],
    ['a whole that is none', 'x', []],
    ['a mount where no volumes can be read', pod({ containers: [mount('v')], volumes: 'v' }), []],
    [
      'a mount where a volume cannot be read',
      pod({ containers: [mount('v')], volumes: ['v'] }),
      [],
    ],
    [
      'a mount where a volume’s name cannot be read',
      pod({ containers: [mount('v')], volumes: [{ name: 5, emptyDir: {} }] }),
      [],
    ],
    [
      'a mount where a volume’s source cannot be read',
      pod({ containers: [mount('v')], volumes: [{ name: 'w', emptyDir: 5 }] }),
      [lost],
    ],
    [
      'a mount where a label is called volumes',
      { ...pod({ containers: [mount('v')] }), metadata: { name: 'p', labels: { myvolumes: 5 } } },
      [lost],
    ],
  ])('%s', (_name, object, expected) => {
    const { undecodable, besides, faults } = judgePod(object);
    expect(undecodable).not.toEqual([]);
    expect(faults).toEqual([]);
    expect(
      besides.map(faultText).map((text, index) => text.slice(0, expected[index]?.length)),
    ).toEqual(expected);
  });

  test('is said of a Deployment in its own places, and not of what can be decoded', () => {
    const spec = (replicas: unknown) => ({
      replicas,
      selector: { matchLabels: { a: 'b' } },
      template: { metadata: { labels: { a: 'b' } }, spec: { containers: [mount('v')] } },
    });
    const deployment = (replicas: unknown) =>
      judgeDeployment({ metadata: { name: 'd' }, spec: spec(replicas) });
    const place = ['spec', 'template', 'spec', 'containers', 0, 'volumeMounts', 0, 'name'];
    expect(deployment('x').besides.map(({ path }) => path)).toEqual([place]);
    expect(deployment(1).besides).toEqual([]);
    expect(deployment(1).faults.map(({ path }) => path)).toEqual([place]);
  });
});
