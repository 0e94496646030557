import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seeded } from '../../conformance/random.ts';
import { randomPod } from '../../conformance/random-pod.ts';
import { applyAppArmorVersionSkew } from '../../src/pss/appArmorSkew.ts';
import type { FieldRef, Policy } from '../../src/pss/check.ts';
import { defaultPod, defaultTemplate } from '../../src/pss/defaults.ts';
import { evaluate } from '../../src/pss/evaluate.ts';
import { judge } from '../../src/pss/judge.ts';
import type { Pod } from '../../src/pss/pod.ts';
import { checksOf } from '../../src/pss/registry.ts';
import { subjectOf } from '../../src/pss/subject.ts';
import { edgePods } from './conformance-data.ts';

const pods = fc.oneof(
  fc.constantFrom(...edgePods().map(({ pod }) => pod)),
  fc.nat().map((seed): Pod => randomPod(seeded(seed))),
);
const policies: fc.Arbitrary<Policy> = fc.record({
  level: fc.constantFrom('privileged', 'baseline', 'restricted'),
  version: fc.oneof(fc.nat({ max: 40 }), fc.constant('latest' as const)),
});

/** Any JSON, with the keys of a pod often enough to get deep into one. */
const keys = [
  'metadata annotations spec containers initContainers ephemeralContainers securityContext volumes',
  'name ports hostPort containerPort livenessProbe lifecycle preStop httpGet host sysctls length',
  'seccompProfile appArmorProfile type seLinuxOptions user capabilities add drop privileged os',
  'hostUsers hostNetwork runAsUser runAsNonRoot procMount windowsOptions toString __proto__',
  'seccomp.security.alpha.kubernetes.io/pod container.apparmor.security.beta.kubernetes.io/a',
].flatMap((line) => line.split(' '));
const { json } = fc.letrec<{ json: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(null, true, false, 0, 1, 1e9, 'ALL', 'windows', 'RuntimeDefault', ''),
    fc.string(),
    fc.double(),
  ),
  json: fc.oneof(
    { maxDepth: 9, depthSize: 'medium' },
    tie('leaf'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 6 }),
  ),
}));
const podLike = fc.oneof(json, fc.record({ metadata: json, spec: json }));

describe('evaluate', () => {
  test('never throws, whatever JSON it gets, and defaulting neither', () => {
    fc.assert(
      fc.property(podLike, policies, (value, policy) => {
        const pod: Pod = JSON.parse(JSON.stringify(value));
        const before = JSON.stringify(pod);
        for (const prepare of [defaultPod, defaultTemplate, applyAppArmorVersionSkew]) {
          evaluate(prepare(pod), policy);
        }
        const { verdict, violations, shapeErrors } = judge(pod, policy);
        expect(violations).toEqual(evaluate(pod, policy));
        expect(verdict === 'admitted').toBe(violations.length + shapeErrors.length === 0);
        expect(JSON.stringify(pod)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    null,
    [],
    'text',
    { spec: { containers: { length: 1e9 } } },
    { spec: { containers: [{ securityContext: { procMount: { toString: 1 } } }] } },
    { spec: { containers: [{ name: { toString: 1 }, ports: [{ hostPort: {} }] }] } },
    { spec: { securityContext: { sysctls: [[], 7, { name: [] }] } } },
  ])('never throws at %j', (value) => {
    const pod: Pod = JSON.parse(JSON.stringify(value));
    for (let version = 0; version <= 37; version += 1) {
      expect(() => evaluate(pod, { level: 'restricted', version })).not.toThrow();
    }
  });

  test('never throws at values nested deeper than the stack', () => {
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    const spec = `{"hostPID":${deep},"containers":[{"name":${deep},"ports":[{"hostPort":${deep}}]}]}`;
    const pod: Pod = JSON.parse(`{"spec":${spec}}`);
    expect(judge(pod, { level: 'restricted', version: 'latest' }).verdict).toBe('rejected');
  });

  test('says of wrong types in a message what they are', () => {
    const text =
      '{"spec":{"containers":[{"name":{"a":1},"securityContext":{"privileged":true,"procMount":7}}]}}';
    const pod: Pod = JSON.parse(text);
    const details = evaluate(pod, { level: 'baseline', version: 'latest' }).map(
      ({ detail }) => detail,
    );
    expect(details).toEqual([
      'container "(object)" must not set securityContext.privileged=true',
      'container "(object)" must not set securityContext.procMount to "7"',
    ]);
  });

  test('does not care for fields that no check reads', () => {
    fc.assert(
      fc.property(pods, policies, fc.jsonValue(), (pod, policy, value) => {
        const added = { ...pod, status: value, spec: { ...pod.spec, madeUp: value } };
        expect(evaluate(added, policy)).toEqual(evaluate(pod, policy));
      }),
    );
  });

  test('takes null for a field that is not there', () => {
    fc.assert(
      fc.property(pods, policies, (pod, policy) => {
        const nulled = { ...pod, spec: { hostIPC: null, os: null, volumes: null, ...pod.spec } };
        expect(evaluate(nulled, policy)).toEqual(evaluate(pod, policy));
      }),
    );
  });

  test('runs every check that has something to say', () => {
    fc.assert(
      fc.property(fc.oneof(pods, podLike), policies, (value, policy) => {
        const pod: Pod = JSON.parse(JSON.stringify(value));
        const objecting = checksOf(policy).filter(({ rule }) => rule(subjectOf(pod)) !== undefined);
        expect(evaluate(pod, policy).map(({ check }) => check)).toEqual(
          objecting.map(({ id }) => id),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('blames fields: those that exist, or those that should', () => {
    fc.assert(
      fc.property(pods, policies, (pod, policy) => {
        for (const { fields } of evaluate(pod, policy)) {
          expect(fields.length).toBeGreaterThan(0);
          for (const field of fields) {
            expect(isUnset(valueAt(pod, field.path))).toBe(field.missing);
            expect(field.container ?? '').toBe(containerOf(pod, field));
          }
        }
      }),
    );
  });
});

function valueAt(pod: unknown, path: FieldRef['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    pod,
  );
}

function containerOf(pod: unknown, { path }: FieldRef): string {
  if (!String(path[1]).endsWith('ontainers')) return '';
  const name = valueAt(pod, [...path.slice(0, 3), 'name']);
  if (typeof name === 'string') return name;
  return isUnset(name) ? '' : typeof name === 'object' ? '(object)' : String(name);
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null;
}
