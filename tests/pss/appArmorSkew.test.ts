import { describe, expect, test } from 'vitest';
import { applyAppArmorVersionSkew } from '../../src/pss/appArmorSkew.ts';
import { evaluate } from '../../src/pss/evaluate.ts';
import { detailOf } from '../../src/pss/messages.ts';
import type { Pod, PodSpec } from '../../src/pss/pod.ts';

const key = (container: string) => `container.apparmor.security.beta.kubernetes.io/${container}`;

/** The profile that container `a` gets for an annotation. */
function profileFor(annotation: string | null, spec: PodSpec = {}): unknown {
  const pod: Pod = {
    metadata: { annotations: { [key('a')]: annotation } },
    spec: { containers: [{ name: 'a' }], ...spec },
  };
  return applyAppArmorVersionSkew(pod).spec?.containers?.[0]?.securityContext?.appArmorProfile;
}

describe('an AppArmor annotation', () => {
  test.each([
    ['unconfined', { type: 'Unconfined' }],
    ['runtime/default', { type: 'RuntimeDefault' }],
    ['localhost/x/y\nz', { type: 'Localhost', localhostProfile: 'x/y\nz' }],
    [`localhost/${'x'.repeat(4095)}`, { type: 'Localhost', localhostProfile: 'x'.repeat(4095) }],
    [`localhost/${'x'.repeat(4096)}`, undefined],
    ['localhost/', undefined],
    ['localhost/ x', undefined],
    ['localhost/x ', undefined],
    ['x localhost/x', undefined],
    ['', undefined],
    [null, undefined],
    ['other', undefined],
  ])('%j becomes the field it stands for', (annotation, profile) => {
    expect(profileFor(annotation)).toEqual(profile);
  });

  test('gives way to the field of the container', () => {
    const securityContext = { appArmorProfile: { type: 'RuntimeDefault' } };
    const containers = [{ name: 'a', securityContext }];
    expect(profileFor('unconfined', { containers })).toEqual({ type: 'RuntimeDefault' });
  });

  test('keeps the other fields of the security context', () => {
    const containers = [
      { name: 'a', securityContext: { privileged: false, appArmorProfile: null } },
    ];
    const pod = { metadata: { annotations: { [key('a')]: 'unconfined' } }, spec: { containers } };
    expect(applyAppArmorVersionSkew(pod).spec?.containers).toEqual([
      {
        name: 'a',
        securityContext: { privileged: false, appArmorProfile: { type: 'Unconfined' } },
      },
    ]);
  });

  test('is not copied when the pod says the same', () => {
    const of = (type: string, localhostProfile?: string) => ({
      securityContext: { appArmorProfile: { type, localhostProfile } },
    });
    expect(profileFor('unconfined', of('Unconfined'))).toBeUndefined();
    expect(profileFor('unconfined', of('RuntimeDefault'))).toEqual({ type: 'Unconfined' });
    expect(profileFor('localhost/x', of('Localhost', 'x'))).toBeUndefined();
    expect(profileFor('localhost/x', of('Localhost', 'y'))).toEqual({
      type: 'Localhost',
      localhostProfile: 'x',
    });
  });

  test('is not copied in pods for Windows', () => {
    expect(profileFor('unconfined', { os: { name: 'windows' } })).toBeUndefined();
    expect(profileFor('unconfined', { os: { name: 'linux' } })).toBeDefined();
  });

  test('of a container that is not there changes nothing', () => {
    const pod: Pod = {
      metadata: { annotations: { [key('b')]: 'unconfined' } },
      spec: { containers: [{ name: 'a' }] },
    };
    expect(applyAppArmorVersionSkew(pod)).toStrictEqual(pod);
  });
});

describe('a pod with containers of each kind', () => {
  const pod: Pod = {
    metadata: { annotations: { [key('a')]: 'unconfined', [key('')]: 'unconfined' } },
    spec: {
      initContainers: [{ name: 'a' }],
      containers: [{ name: 'a' }, {}, null],
      ephemeralContainers: [{ name: 'a' }],
    },
  };
  const securityContext = { appArmorProfile: { type: 'Unconfined' } };

  test('is changed in all of them, and not in place', () => {
    const original = structuredClone(pod);
    expect(applyAppArmorVersionSkew(pod).spec).toEqual({
      initContainers: [{ name: 'a', securityContext }],
      containers: [{ name: 'a', securityContext }, { securityContext }, null],
      ephemeralContainers: [{ name: 'a', securityContext }],
    });
    expect(pod).toEqual(original);
  });

  test('is reported as the server does', () => {
    const simple = {
      ...pod,
      spec: { containers: [{ name: 'a' }] },
      metadata: { annotations: { [key('a')]: 'unconfined' } },
    };
    const violations = evaluate(applyAppArmorVersionSkew(simple), {
      level: 'baseline',
      version: 'latest',
    });
    expect(detailOf(violations)).toBe(
      `forbidden AppArmor profiles (container "a" and annotation must not set AppArmor profile type to "Unconfined", "${key('a')}="unconfined"")`,
    );
  });
});

describe('what has the wrong type', () => {
  test.each(['text', 7, true, [], null])('stays as it is: %j', (odd) => {
    const pods = [
      odd,
      { metadata: odd, spec: odd },
      { metadata: { annotations: odd }, spec: { containers: odd, ephemeralContainers: odd } },
      {
        metadata: { annotations: { [key('')]: 'unconfined' } },
        spec: { securityContext: odd, os: odd, containers: [odd === null ? 'x' : odd] },
      },
    ].map((pod) => JSON.stringify(pod));
    for (const pod of pods) {
      expect(JSON.stringify(applyAppArmorVersionSkew(JSON.parse(pod)))).toBe(pod);
    }
  });

  test('is no security context to add to', () => {
    const pod = JSON.stringify({
      metadata: { annotations: { [key('a')]: 'unconfined' } },
      spec: { containers: [{ name: 'a', securityContext: 'text' }] },
    });
    expect(JSON.stringify(applyAppArmorVersionSkew(JSON.parse(pod)))).toBe(pod);
  });
});
