import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../conformance/random.ts';
import { randomPod } from '../../conformance/random-pod.ts';
import { hardening } from '../../src/harden/hardening.ts';
import { evaluate, judge, NEWEST_MINOR, type Version } from '../../src/pss/index.ts';
import { changeText } from '../../src/yaml/change-text.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf, isObject } from '../../src/yaml/value.ts';

const versions: readonly Version[] = [
  ...Array.from({ length: NEWEST_MINOR - 21 }, (_, n) => n + 22),
  'latest',
];

function dataIn(text: string): unknown {
  const { root } = parseTree(text);
  return root && dataOf(root);
}

/** A manifest of a Pod after hardening. */
function hardened(text: string): string {
  const result = changeText(text, hardening(dataIn(text), []));
  expect(result.refused).toEqual([]);
  return result.text;
}

const tables: readonly (readonly [string, string, string])[] = [
  [
    'a bare pod',
    'spec:\n  containers:\n    - name: a  # mine\n      image: x\n',
    'spec:\n  containers:\n    - name: a  # mine\n      image: x\n      securityContext:\n        allowPrivilegeEscalation: false\n        capabilities:\n          drop:\n            - ALL\n  securityContext:\n    runAsNonRoot: true\n    seccompProfile:\n      type: RuntimeDefault\n',
  ],
  [
    'CRLF and no final newline',
    'spec:\r\n  containers:\r\n  - name: a\r\n    securityContext: {allowPrivilegeEscalation: true}\r\n  securityContext:\r\n    runAsNonRoot: true',
    'spec:\r\n  containers:\r\n  - name: a\r\n    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}\r\n  securityContext:\r\n    runAsNonRoot: true\r\n    seccompProfile:\r\n      type: RuntimeDefault',
  ],
  [
    'what is dropped by name',
    'spec:\n  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}\n  containers:\n    - securityContext:\n        allowPrivilegeEscalation: false\n        capabilities:\n          drop: [NET_RAW]\n',
    'spec:\n  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}\n  containers:\n    - securityContext:\n        allowPrivilegeEscalation: false\n        capabilities:\n          drop: [NET_RAW, ALL]\n',
  ],
  [
    'JSON',
    '{"spec": {"containers": [{"name": "a"}]}}',
    '{"spec": {"containers": [{"name": "a", "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}}], "securityContext": {"runAsNonRoot": true, "seccompProfile": {"type": "RuntimeDefault"}}}}',
  ],
];

test.each(tables)('%s', (_, before, after) => {
  expect(hardened(before)).toBe(after);
  expect(hardened(after)).toBe(after);
});

const sound = 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}';
const pod = 'securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}';

describe('leaves to a person', () => {
  test.each([
    ['root in a container', `spec: {${pod}, containers: [{${sound}, runAsUser: 0}}]}`],
    ['privileged', `spec: {${pod}, containers: [{securityContext: {privileged: true}}]}`],
    [
      'a capability that needs escalation',
      `spec: {${pod}, containers: [{securityContext: {capabilities: {add: [CAP_SYS_ADMIN], drop: [ALL]}}}]}`,
    ],
    [
      'an added capability',
      `spec: {${pod}, containers: [{securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [NET_ADMIN], drop: [ALL]}}}]}`,
    ],
    [
      'a host path',
      `spec: {${pod}, volumes: [{name: v, hostPath: {path: /}}], containers: [{${sound}}}]}`,
    ],
    ['a host port', `spec: {${pod}, containers: [{ports: [{hostPort: 80}], ${sound}}}]}`],
    ['the host’s network', `spec: {${pod}, hostNetwork: true, containers: [{${sound}}}]}`],
  ])('%s', (_, text) => {
    expect(parseTree(text).problems).toEqual([]);
    expect(hardening(dataIn(text), [])).toEqual([]);
    const { verdict } = judge(dataIn(text), { level: 'restricted', version: 'latest' });
    expect(verdict).toBe('rejected');
  });

  test('root, but not what is beside it', () => {
    const text = 'spec: {containers: [{name: a, securityContext: {runAsUser: 0}}, {name: b}]}';
    expect(dataIn(hardened(text))).toEqual({
      spec: {
        securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
        containers: [
          {
            name: 'a',
            securityContext: {
              runAsUser: 0,
              allowPrivilegeEscalation: false,
              capabilities: { drop: ['ALL'] },
            },
          },
          {
            name: 'b',
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          },
        ],
      },
    });
  });

  test.each([
    'spec: {containers: 1}',
    'spec: {containers: [1]}',
    'spec: {securityContext: yes, containers: [{name: a}]}',
    'spec: {containers: [{securityContext: []}]}',
    'spec: []',
    '[]',
    'null',
  ])('what has a wrong type: %s', (text) => {
    expect(hardening(dataIn(text), [])).toEqual([]);
  });
});

const context = fc.record(
  {
    runAsNonRoot: fc.constantFrom(true, false, null),
    runAsUser: fc.constantFrom(1, 50000, null),
    allowPrivilegeEscalation: fc.constantFrom(true, false, null),
    privileged: fc.constantFrom(false, null),
    seccompProfile: fc.constantFrom(
      { type: 'RuntimeDefault' },
      { type: 'Localhost', localhostProfile: 'p' },
      { type: 'Unconfined' },
      {},
      null,
    ),
    capabilities: fc.constantFrom(
      { drop: ['ALL'] },
      { drop: ['NET_RAW'], add: ['NET_BIND_SERVICE'] },
      { add: [], drop: [] },
      { drop: null },
      {},
      null,
    ),
  },
  { requiredKeys: [] },
);
const container = fc.record(
  { name: fc.constant('a'), securityContext: fc.option(context) },
  { requiredKeys: ['name'] },
);
const list = fc.array(container, { maxLength: 3 });
const mendable = fc.record({
  spec: fc.record(
    {
      containers: fc.array(container, { minLength: 1, maxLength: 3 }),
      initContainers: list,
      ephemeralContainers: list,
      securityContext: fc.option(
        context.map(({ runAsNonRoot, runAsUser, seccompProfile }) => ({
          ...(runAsNonRoot === undefined ? {} : { runAsNonRoot }),
          ...(runAsUser === undefined ? {} : { runAsUser }),
          ...(seccompProfile === undefined ? {} : { seccompProfile }),
        })),
      ),
      volumes: fc.constant([{ name: 'v', emptyDir: {} }]),
    },
    { requiredKeys: ['containers'] },
  ),
});

test('every pod that needs no person is admitted, by every version', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(mendable, (given) => {
      const after = hardened(JSON.stringify(given));
      const data = dataIn(after);
      for (const version of versions) {
        expect(judge(data, { level: 'restricted', version })).toEqual({
          verdict: 'admitted',
          violations: [],
          shapeErrors: [],
        });
      }
      expect(hardened(after)).toBe(after);
    }),
  );
});

/** The checks that only a person can satisfy. */
const personal: ReadonlySet<string> = new Set([
  'appArmorProfile',
  'hostNamespaces',
  'hostPathVolumes',
  'hostPorts',
  'hostProbesAndHostLifecycle',
  'privileged',
  'procMount',
  'procMount_restricted',
  'restrictedVolumes',
  'runAsUser',
  'seLinuxOptions',
  'sysctls',
  'windowsHostProcess',
]);

test('of any pod only what needs a person is left', { timeout: 60_000 }, () => {
  let touched = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const given: unknown = JSON.parse(JSON.stringify(randomPod(seeded(seed))));
      const before = JSON.stringify(given);
      const after = hardened(before);
      if (after !== before) touched++;
      expect(hardened(after)).toBe(after);
      const data = dataIn(after);
      const text = JSON.stringify(data);
      const { shapeErrors } = judge(data, { level: 'restricted', version: 'latest' });
      if (shapeErrors.length > 0) return;
      const isWindows = isObject(data) && isObject(data.spec) && isObject(data.spec.os);
      for (const version of versions) {
        for (const { check } of evaluate(isObject(data) ? data : {}, {
          level: 'restricted',
          version,
        })) {
          if (personal.has(check)) continue;
          const reasons: Readonly<Record<string, boolean>> = {
            runAsNonRoot: text.includes('"runAsUser":0'),
            allowPrivilegeEscalation: /"privileged":true|CAP_SYS_ADMIN/.test(text) || isWindows,
            capabilities_restricted: /"privileged":true|"add":\[/.test(text) || isWindows,
            seccompProfile_restricted: isWindows,
          };
          expect(reasons, `${check} in ${text}`).toMatchObject({ [check]: true });
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(touched).toBeGreaterThan(0);
});
