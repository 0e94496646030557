import { describe, expect, it } from 'vitest';
import { columnsOf, matrixColumns, matrixRows } from '../../../src/agent/judge/check-matrix.ts';
import { CHECKS } from '../../../src/pss/registry.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { append, assessed, changed, namespaceText, remove, set } from '../rules/base.ts';

describe('the columns', () => {
  it('hold every check of the registry, each once', () => {
    const listed = matrixColumns.flatMap(({ checks }) => checks);
    expect(listed.toSorted()).toEqual(CHECKS.map(({ id }) => id).toSorted());
  });

  it('are the restricted checks by their short names, then the rest', () => {
    expect(matrixColumns.map(({ name, checks }) => `${name}: ${checks.join(' ')}`)).toEqual([
      'allowPrivilegeEscalation: allowPrivilegeEscalation',
      'capabilities: capabilities_restricted capabilities_baseline',
      'procMount: procMount_restricted procMount',
      'volumes: restrictedVolumes hostPathVolumes',
      'runAsNonRoot: runAsNonRoot',
      'runAsUser: runAsUser',
      'seccompProfile: seccompProfile_restricted seccompProfile_baseline',
      '8 baseline checks: appArmorProfile hostNamespaces hostPorts hostProbesAndHostLifecycle privileged seLinuxOptions sysctls windowsHostProcess',
    ]);
  });

  it('follow the list they are made from', () => {
    const check = (id: (typeof CHECKS)[number]['id'], level: 'baseline' | 'restricted') => ({
      id,
      level,
      versions: [{}],
    });
    expect(columnsOf([check('sysctls', 'restricted'), check('privileged', 'baseline')])).toEqual([
      { name: 'sysctls', checks: ['sysctls'] },
      { name: '1 baseline checks', checks: ['privileged'] },
    ]);
  });
});

/** `container: states` of a pod, one letter a column. */
function cells(
  changes: readonly Change[],
  levels: Readonly<Record<string, string>> = {},
  id = 'worker/w',
) {
  const labels = Object.fromEntries(
    Object.entries(levels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]),
  );
  const assessment = assessed({
    ...changed(...changes),
    namespace: namespaceText('agents', labels),
  });
  const pod = assessment.pods.find((one) => one.id === id);
  if (pod === undefined) throw new Error(`No pod ${id}`);
  const letters = { passes: '.', rejected: 'X', unknown: '?', unchecked: '-' };
  return matrixRows(pod).map(
    (row) => `${row.container.name}: ${row.cells.map((cell) => letters[cell]).join('')}`,
  );
}

const safe = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const helper = (name: string, context: Readonly<Record<string, boolean | number>> = {}) => ({
  name,
  image: 'registry.example.com/helper:1',
  securityContext: { ...safe, ...context },
});

describe('the cells', () => {
  it.each([
    { name: 'all in order', changes: [], expected: ['worker: ........'] },
    {
      name: 'an override that is right only if it is merged, and one only if it replaces',
      changes: [
        set(['podSecurityContext', 'runAsUser'], 0),
        set(['workers', 0, 'podSecurityContext'], { runAsNonRoot: true }),
      ],
      // Replacing it lacks the profile; merged it takes over the user 0.
      expected: ['worker: .....XX.'],
    },
    {
      name: 'a field of one container',
      changes: [
        set(['workers', 0, 'extraContainers'], [helper('a'), helper('b', { runAsUser: 0 })]),
      ],
      expected: ['worker: ........', 'a: ........', 'b: .....X..'],
    },
    {
      name: 'a field that the pod has is all its containers’, whoever else has it',
      changes: [
        set(['podSecurityContext', 'runAsUser'], 0),
        set(['workers', 0, 'extraContainers'], [helper('a', { runAsUser: 0 })]),
      ],
      expected: ['worker: .....X..', 'a: .....X..'],
    },
    {
      name: 'containers of one name are told apart by their places',
      changes: [
        set(
          ['workers', 0, 'extraContainers'],
          [helper('worker'), helper('worker', { privileged: true })],
        ),
      ],
      expected: ['worker: ........', 'worker: ........', 'worker: .......X'],
    },
    {
      name: 'a volume is every container’s',
      changes: [append(['workers', 0, 'volumes'], { name: 'x', hostPath: { path: '/' } })],
      expected: ['worker: ...X....'],
    },
    {
      name: 'a wrong type leaves nothing to pass',
      changes: [
        set(['podSecurityContext', 'runAsUser'], 'root'),
        remove(['containerSecurityContext', 'capabilities']),
      ],
      expected: ['worker: ?X??????'],
    },
    {
      name: 'a level that leaves checks out',
      changes: [remove(['podSecurityContext', 'seccompProfile'])],
      levels: { enforce: 'baseline' },
      expected: ['worker: -...--..'],
    },
    {
      name: 'no level at all',
      changes: [remove(['podSecurityContext', 'seccompProfile'])],
      levels: { enforce: 'privileged' },
      expected: ['worker: --------'],
    },
  ])('$name', ({ changes, levels, expected }) => {
    expect(cells(changes, levels)).toEqual(expected);
  });

  it('has no row for a pod that nobody knows', () => {
    expect(cells([set(['triggerer'], null)], {}, 'triggerer')).toEqual([]);
  });
});
