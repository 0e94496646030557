import { quantityAmount } from '../../kube/quantity.ts';
import type { Change } from '../../yaml/change.ts';
import type { Volume } from '../chart/volumes.ts';
import { valueIn } from '../documents/plain.ts';
import { agentIndex, type ChartPod } from '../judge/pods/chart-pod.ts';
import type { Fix } from './finding.ts';
import { hasWrongType } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

const mebibyte = 2 ** 20;
/** What an emptyDir gets where there is room for it. */
const usualSize = 512 * mebibyte;
const smallestSize = 64 * mebibyte;

/**
 * What is written to a disk emptyDir counts as ephemeral storage. Without sizeLimit one folder
 * can use up the container's limit, and with limits above it in sum the pod is evicted before
 * any of them is reached.
 * Source: Kubernetes' local ephemeral storage.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const disks = pod.volumes.filter(isDisk);
    const [open] = disks.filter(({ source }) => source.sizeLimit === undefined);
    const limit = ephemeralLimit(pod);
    const sum = disks.reduce((all, { source }) => all + (quantityAmount(source.sizeLimit) ?? 0), 0);
    if (open !== undefined && !hasWrongType(model, open.path)) {
      return [
        finding({
          rule: 'size-limits',
          effect: 'advice',
          message: `Volume "${open.name}" of ${pod.id} has no sizeLimit`,
          why: 'What is written there counts as ephemeral storage, and a full one gets the pod evicted.',
          path: [...open.path, 'emptyDir'],
          pod: pod.id,
          fix: limitFix(pod, disks, limit),
        }),
      ];
    }
    if (limit === undefined || sum <= limit || disks[0] === undefined) return [];
    return [
      finding({
        rule: 'size-limits',
        effect: 'advice',
        message: `The size limits of ${pod.id}’s volumes exceed its ephemeral-storage limit`,
        why: 'The pod is evicted before its volumes are full.',
        path: [...disks[0].path, 'emptyDir', 'sizeLimit'],
        pod: pod.id,
      }),
    ];
  });

export const sizeLimits: Rule = {
  id: 'size-limits',
  summary:
    'An emptyDir has no size limit, or the limits exceed the ephemeral storage of the container.',
  remedy: 'Set sizeLimit, in sum below the limit for ephemeral-storage.',
  help: pages.ephemeralStorage,
  effects: ['advice'],
  check,
};

function isDisk({ kind, source }: Volume): boolean {
  return kind === 'emptyDir' && source.medium !== 'Memory';
}

function ephemeralLimit(pod: ChartPod): number | undefined {
  const agent = pod.containers[agentIndex(pod)];
  return quantityAmount(valueIn(agent?.spec, ['resources', 'limits', 'ephemeral-storage']));
}

/** Shares out what the volumes with a limit leave of the container's. */
function limitFix(
  pod: ChartPod,
  disks: readonly Volume[],
  limit: number | undefined,
): Fix | undefined {
  const open = disks.filter(({ source }) => source.sizeLimit === undefined);
  const used = disks.reduce((all, { source }) => all + (quantityAmount(source.sizeLimit) ?? 0), 0);
  const room = limit === undefined ? usualSize : Math.floor((limit - used) / open.length);
  const size = Math.floor(Math.min(usualSize, room) / mebibyte / 32) * 32;
  if (size * mebibyte < smallestSize) return undefined;
  const changes = open.map(
    ({ path }): Change => ({
      op: 'set',
      path: [...path, 'emptyDir', 'sizeLimit'],
      value: `${size}Mi`,
    }),
  );
  return valuesFix(`Set sizeLimit: ${size}Mi on ${pod.id}’s volumes`, changes);
}
