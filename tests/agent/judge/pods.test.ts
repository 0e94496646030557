import { describe, expect, it } from 'vitest';
import { isWithin, mountOver, readMounts, readVolumes } from '../../../src/agent/chart/volumes.ts';
import { buildPods } from '../../../src/agent/judge/pods/build.ts';
import { originOf } from '../../../src/agent/judge/pods/chart-pod.ts';
import { reaches } from '../../../src/agent/judge/pods/reach.ts';

const global = { podSecurityContext: { runAsUser: 1 }, containerSecurityContext: { a: 1 } };

function contextsOf(values: Record<string, unknown>, id: string) {
  const pod = buildPods(values).built.find((one) => one.id === id);
  return pod?.variants.map(({ podContext, containerContexts }) => [
    podContext.value,
    ...containerContexts.map(({ value }) => value),
  ]);
}

describe('buildPods', () => {
  it('reads a component without contexts in one way', () => {
    expect(contextsOf({ ...global, triggerer: { podSecurityContext: null } }, 'triggerer')).toEqual(
      [[{ runAsUser: 1 }, { a: 1 }]],
    );
  });

  it('reads an own context as replacing and as merged, where that differs', () => {
    const own = { podSecurityContext: { fsGroup: 2 }, containerSecurityContext: { a: 2 } };
    expect(contextsOf({ ...global, triggerer: own }, 'triggerer')).toEqual([
      [{ fsGroup: 2 }, { a: 2 }],
      [{ runAsUser: 1, fsGroup: 2 }, { a: 2 }],
    ]);
  });

  it('reads Sentinel with and without the global contexts, and the sidecar likewise', () => {
    expect(contextsOf(global, 'sentinel')).toEqual([
      [{}, {}],
      [{ runAsUser: 1 }, { a: 1 }],
    ]);
    const values = { ...global, loggingSidecar: { enabled: true }, triggerer: {} };
    expect(contextsOf(values, 'triggerer')).toEqual([
      [{ runAsUser: 1 }, { a: 1 }, {}],
      [{ runAsUser: 1 }, { a: 1 }, { a: 1 }],
    ]);
    expect(contextsOf(values, 'dag-processor')).toEqual([[{ runAsUser: 1 }, { a: 1 }]]);
  });

  it('has no Sentinel only where the file says so, or is older than it', () => {
    const ids = (values: Record<string, unknown>) => buildPods(values).all.map(({ id }) => id);
    expect(ids({ workers: [] })).toEqual(['dag-processor', 'triggerer', 'sentinel']);
    expect(ids({ workers: [], sentinel: { enabled: false } })).toEqual([
      'dag-processor',
      'triggerer',
    ]);
    expect(ids({ workers: [{ name: 'a', image: 'x' }] })).not.toContain('sentinel');
    expect(ids({ workers: [], sentinel: { enabled: 'no' } })).toContain('sentinel');
  });

  it('stands in for what it cannot build', () => {
    const { all } = buildPods({ workers: ['x', { name: 'a' }, { name: 'a' }], triggerer: 'on' });
    expect(all.map((pod) => [pod.id, 'reason' in pod ? pod.reason : ''])).toEqual([
      ['worker/0', 'The chart wants a mapping for item 1 of workers.'],
      ['worker/a', ''],
      ['worker/a#2', ''],
      ['dag-processor', ''],
      ['triggerer', 'The chart wants a mapping for triggerer.'],
      ['sentinel', ''],
    ]);
    expect(buildPods({}).all[0]).toMatchObject({ id: 'worker', path: ['workers'] });
  });

  it('knows where each field comes from', () => {
    const values = {
      ...global,
      workers: [
        {
          podSecurityContext: { fsGroup: 2 },
          volumes: [{ name: 'v', hostPath: {} }],
          initContainers: [{ name: 'i' }],
          extraContainers: [{ name: 'e' }],
        },
      ],
      loggingSidecar: { enabled: true, securityContext: { b: 1 } },
    };
    const pod = buildPods(values).built[0];
    const [replaces, merges] = pod?.variants ?? [];
    if (pod === undefined || replaces === undefined || merges === undefined) throw new Error('pod');
    const user = ['spec', 'securityContext', 'runAsUser'];
    expect(originOf(pod, replaces, user)).toEqual([
      'workers',
      0,
      'podSecurityContext',
      'runAsUser',
    ]);
    expect(originOf(pod, merges, user)).toEqual(['podSecurityContext', 'runAsUser']);
    const at = (...field: (string | number)[]) => originOf(pod, merges, ['spec', ...field]);
    expect(at('containers', 0, 'securityContext', 'x')).toEqual(['containerSecurityContext', 'x']);
    expect(at('containers', 1, 'securityContext')).toEqual(['loggingSidecar', 'securityContext']);
    expect(at('containers', 2, 'ports', 0)).toEqual([
      'workers',
      0,
      'extraContainers',
      0,
      'ports',
      0,
    ]);
    expect(at('initContainers', 0, 'securityContext', 'x')).toEqual([
      ...['workers', 0, 'initContainers', 0, 'securityContext', 'x'],
    ]);
    expect(at('volumes', 0, 'hostPath')).toEqual(['workers', 0, 'volumes', 0, 'hostPath']);
  });
});

describe('volumes', () => {
  it('takes a volume without a source for an emptyDir, and one it does not know for no such thing', () => {
    const list = [
      { name: 'a', emptyDir: null },
      { name: 'b', other: {} },
      'c',
      { name: 'd', nfs: {} },
    ];
    expect(readVolumes(list, []).map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'emptyDir'],
      ['b', 'unknown'],
      ['d', 'nfs'],
    ]);
  });

  it('finds the deepest mount over a folder', () => {
    const mounts = readMounts(
      [{ mountPath: '/usr' }, { mountPath: '/usr/local/' }, { mountPath: '/usr/loc' }, {}],
      [],
    );
    expect(mountOver(mounts, '/usr/local/airflow')?.mountPath).toBe('/usr/local');
    expect(mountOver(mounts, '/tmp')).toBeUndefined();
    expect(isWithin('/tmpx', '/tmp')).toBe(false);
    expect(isWithin('/tmp', '/')).toBe(true);
  });
});

it('lets a place reach every pod unless it is known to concern others alone', () => {
  const { all } = buildPods({ workers: [{ name: 'a' }, { name: 'b' }] });
  const reached = (...path: (string | number)[]) =>
    all.filter((pod) => reaches(path, pod)).map(({ id }) => id);
  expect(reached('workers', 1, 'volumes')).toEqual(['worker/b']);
  expect(reached('loggingSidecar', 'name')).toEqual(['worker/a', 'worker/b', 'triggerer']);
  expect(reached('commonEnv', 0)).not.toContain('sentinel');
  expect(reached('labels')).toHaveLength(5);
  expect(reached('x-notes', 'a')).toEqual([]);
});
