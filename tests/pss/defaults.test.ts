import { describe, expect, test } from 'vitest';
import { defaultPod, defaultTemplate } from '../../src/pss/defaults.ts';
import { evaluate } from '../../src/pss/evaluate.ts';
import { detailOf } from '../../src/pss/messages.ts';
import { ALLOWED_VOLUME_SOURCES, type Pod, RESTRICTED_VOLUME_SOURCES } from '../../src/pss/pod.ts';

describe.each([
  ['a Pod', defaultPod],
  ['a template', defaultTemplate],
])('the volumes of %s', (_, applyDefaults) => {
  const sources = (volumes: NonNullable<Pod['spec']>['volumes']) =>
    applyDefaults({ spec: { volumes } }).spec?.volumes;

  test('without a source are empty directories', () => {
    expect(sources([{ name: 'v' }, { name: 'w', hostPath: null }, null])).toEqual([
      { name: 'v', emptyDir: {} },
      { name: 'w', hostPath: null, emptyDir: {} },
      { emptyDir: {} },
    ]);
  });

  test('with a source stay as they are', () => {
    const volumes = [...ALLOWED_VOLUME_SOURCES, ...RESTRICTED_VOLUME_SOURCES].map((source) => ({
      name: source,
      [source]: {},
    }));
    expect(sources(volumes)).toEqual(volumes);
  });

  test('that are none stay none', () => {
    expect(applyDefaults({ spec: {} })).toStrictEqual({ spec: {} });
    expect(sources(null)).toBeNull();
  });
});

describe('the ports of a Pod on the network of the node', () => {
  const ports = [
    { containerPort: 80 },
    { containerPort: 81, hostPort: null },
    { containerPort: 82, hostPort: 0 },
    { containerPort: 83, hostPort: 8083 },
    { hostPort: 0 },
    null,
  ];
  const pod: Pod = {
    metadata: { name: 'p' },
    spec: {
      hostNetwork: true,
      containers: [{ name: 'a', ports }, { name: 'b' }, null],
      initContainers: [{ name: 'i', ports }],
      ephemeralContainers: [{ name: 'e', ports }],
    },
  };
  const copied = [
    { containerPort: 80, hostPort: 80 },
    { containerPort: 81, hostPort: 81 },
    { containerPort: 82, hostPort: 82 },
    { containerPort: 83, hostPort: 8083 },
    { hostPort: 0 },
    null,
  ];

  test('are ports of the node too, but for ephemeral containers', () => {
    const original = structuredClone(pod);
    expect(defaultPod(pod)).toStrictEqual({
      metadata: { name: 'p' },
      spec: {
        hostNetwork: true,
        containers: [{ name: 'a', ports: copied }, { name: 'b' }, null],
        initContainers: [{ name: 'i', ports: copied }],
        ephemeralContainers: [{ name: 'e', ports }],
      },
    });
    expect(pod).toEqual(original);
  });

  test('are left alone in a template', () => {
    expect(defaultTemplate(pod)).toEqual(pod);
  });

  test('are left alone on a network of its own', () => {
    const own = { ...pod, spec: { ...pod.spec, hostNetwork: false } };
    expect(defaultPod(own)).toEqual(own);
  });

  test('need no containers', () => {
    expect(defaultPod({ spec: { hostNetwork: true } })).toStrictEqual({
      spec: { hostNetwork: true },
    });
  });

  test('show in the verdict on the Pod and not in that on the template', () => {
    const policy = { level: 'baseline', version: 'latest' } as const;
    const simple: Pod = {
      spec: { hostNetwork: true, containers: [{ name: 'a', ports: [{ containerPort: 80 }] }] },
    };
    expect(detailOf(evaluate(defaultPod(simple), policy))).toBe(
      'host namespaces (hostNetwork=true), hostPort (container "a" uses hostPort 80)',
    );
    expect(detailOf(evaluate(defaultTemplate(simple), policy))).toBe(
      'host namespaces (hostNetwork=true)',
    );
  });
});

describe('what has the wrong type', () => {
  test.each(['text', 7, true, [], null])('stays as it is: %j', (odd) => {
    const pods = [
      odd,
      { spec: odd },
      { spec: { volumes: odd, hostNetwork: true, containers: odd, initContainers: odd } },
      { spec: { hostNetwork: true, containers: [{ ports: odd }, { ports: [odd] }] } },
    ].map((pod) => JSON.stringify(pod));
    for (const pod of pods) {
      expect(JSON.stringify(defaultPod(JSON.parse(pod)))).toBe(pod);
    }
    const listed = JSON.stringify({ spec: { volumes: [odd], containers: [odd] } });
    const changed = odd === null ? listed.replace('null', '{"emptyDir":{}}') : listed;
    expect(JSON.stringify(defaultPod(JSON.parse(listed)))).toBe(changed);
  });
});
