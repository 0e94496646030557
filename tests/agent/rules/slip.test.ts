import { expect, test } from 'vitest';
import { standingOf } from '../../../src/agent/assess/assess.ts';
import { applyFix } from '../../../src/agent/assess/fix.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { parseTree } from '../../../src/yaml/parse-tree.ts';
import { dataOf } from '../../../src/yaml/value.ts';
import { append, assessed, changed, remove, set } from './base.ts';

const pod = ['podSecurityContext'] as const;
const own = ['containerSecurityContext'] as const;
const worker = ['workers', 0] as const;

interface Case {
  readonly name: string;
  /** Writes what is meant in a wrong way into a file that is right. */
  readonly slip: readonly Change[];
  /** `effect rule path` of every finding. */
  readonly found: readonly string[];
  /** What the file is after its fix; without: as it was before the slip. */
  readonly fixed?: readonly Change[];
}

const rejected = (path: string) => [
  ...['worker/w', 'dag-processor', 'triggerer', 'sentinel'].map(() => `rejected slip ${path}`),
];
const advice = (path: string) => rejected(path).map((line) => line.replace('rejected', 'advice'));
const secret = { name: 'tmp', secret: { secretName: 'files' } };
const secretMount = [
  append([...worker, 'volumes'], { ...secret, name: 'files' }),
  append([...worker, 'volumeMounts'], { name: 'files', mountPath: '/files' }),
];

const cases: readonly Case[] = [
  {
    name: 'a profile as a text',
    slip: [set([...pod, 'seccompProfile'], 'RuntimeDefault')],
    found: rejected('podSecurityContext.seccompProfile'),
  },
  {
    name: 'a profile by its old name',
    slip: [set([...pod, 'seccompProfile', 'type'], 'runtime/default')],
    found: rejected('podSecurityContext.seccompProfile.type'),
  },
  {
    name: 'a capability as a text',
    slip: [set([...own, 'capabilities', 'drop'], 'ALL')],
    found: rejected('containerSecurityContext.capabilities.drop'),
  },
  {
    name: 'a capability in lower case',
    slip: [set([...own, 'capabilities', 'drop', 0], 'all')],
    found: ['worker/w', 'dag-processor', 'triggerer'].map(
      () => 'rejected capabilities_restricted containerSecurityContext.capabilities.drop',
    ),
  },
  {
    name: 'a capability with its prefix',
    slip: [append([...own, 'capabilities', 'drop'], 'CAP_NET_RAW')],
    found: advice('containerSecurityContext.capabilities.drop.1'),
    fixed: [append([...own, 'capabilities', 'drop'], 'NET_RAW')],
  },
  {
    name: 'a user in quotes',
    slip: [set([...pod, 'runAsUser'], '50000')],
    found: rejected('podSecurityContext.runAsUser'),
  },
  {
    name: 'a switch in quotes',
    slip: [set([...pod, 'runAsNonRoot'], 'true')],
    found: [
      ...rejected('podSecurityContext.runAsNonRoot'),
      // As it is written, no container is told either.
      ...Array.from(
        { length: 3 },
        () => 'rejected runAsNonRoot containerSecurityContext.runAsNonRoot',
      ),
    ],
  },
  {
    name: 'a number of pods in quotes',
    slip: [set(['triggerer', 'replicas'], '2')],
    found: ['rejected slip triggerer.replicas'],
    fixed: [set(['triggerer', 'replicas'], 2)],
  },
  {
    name: 'a pod’s field in the container’s context',
    slip: [remove([...pod, 'fsGroup']), set([...own, 'fsGroup'], 50000)],
    found: advice('containerSecurityContext.fsGroup'),
  },
  {
    name: 'a container’s field in the pod’s context as well',
    slip: [set([...pod, 'allowPrivilegeEscalation'], false)],
    found: advice('podSecurityContext.allowPrivilegeEscalation'),
  },
  {
    name: 'a secret by its name',
    slip: [
      ...secretMount,
      set([...worker, 'volumes', 2], { name: 'files', secret: { name: 'files' } }),
    ],
    found: ['rejected slip workers.0.volumes.2.secret.name'],
    fixed: secretMount,
  },
];

function dataIn(text: string): unknown {
  const { root } = parseTree(text);
  return root && dataOf(root);
}

test.each(cases)('$name is found, and means after its fix what was meant', (one) => {
  const given = changed(...one.slip);
  const assessment = assessed(given);
  expect(
    assessment.findings.map(({ effect, rule, path }) => `${effect} ${rule} ${path.join('.')}`),
  ).toEqual(one.found);
  const fixes = assessment.problems.flatMap((problem) => problem.fix ?? []);
  expect(fixes).toHaveLength(1);
  const [fix] = fixes;
  if (fix === undefined) throw new Error('No fix');
  const { documents, refused } = applyFix(given, fix);
  expect(refused).toEqual([]);
  expect(dataIn(documents.values)).toEqual(dataIn(changed(...(one.fixed ?? [])).values));
  expect(assessed(documents).findings).toEqual([]);
});

test.each([
  ['words that are no switch', set([...pod, 'runAsNonRoot'], 'yes, please')],
  ['a number that is none', set([...pod, 'runAsUser'], '5e4')],
  ['an unknown profile', set([...pod, 'seccompProfile', 'type'], 'Default')],
  ['several capabilities as a text', set([...own, 'capabilities', 'drop'], 'ALL, NET_RAW')],
])('%s are not guessed at', (_, change) => {
  const given = changed(change);
  expect(assessed(given).findings.map(({ rule }) => rule)).not.toContain('slip');
  expect(standingOf(assessed(fixEverything(given).documents))).toBe('rejected');
});
