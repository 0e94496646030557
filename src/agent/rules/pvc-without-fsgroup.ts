import { isMapping, valueAt } from '../documents/plain.ts';
import { podContextPath } from './fixes/pod-context.ts';
import { hasWrongType } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

const claims: ReadonlySet<string> = new Set(['persistentVolumeClaim', 'ephemeral']);

/**
 * A claim's filesystem belongs to root unless fsGroup hands it to the pod's group, so a process
 * of another user cannot write it. An explicit null leaves the group to the platform, as on
 * OpenShift, but only along with the user: a platform that gives the one gives the other.
 * Source: Kubernetes' fsGroup.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    if (!pod.variants.some(({ podContext }) => lacksGroup(podContext.value))) return [];
    const path = [...podContextPath(pod), 'fsGroup'];
    if (hasWrongType(model, path)) return [];
    const written = new Set(
      pod.containers.flatMap(({ mounts }) =>
        mounts.filter(({ readOnly }) => !readOnly).map(({ name }) => name),
      ),
    );
    return pod.volumes
      .filter(({ name, kind, source }) => {
        return claims.has(kind) && source.readOnly !== true && written.has(name);
      })
      .map((volume) =>
        finding({
          rule: 'pvc-without-fsgroup',
          effect: 'fails',
          message: `Volume "${volume.name}" cannot be written without fsGroup`,
          why: 'A claim’s files belong to root unless fsGroup hands them to the pod’s group.',
          path,
          pod: pod.id,
          fix: valuesFix(`Set fsGroup: ${pod.facts.uid}`, [
            { op: 'set', path, value: pod.facts.uid },
          ]),
        }),
      );
  });

export const pvcWithoutFsGroup: Rule = {
  id: 'pvc-without-fsgroup',
  summary: 'A persistent volume is mounted without fsGroup, so that only root can write it.',
  remedy: 'Set fsGroup in the pod’s security context.',
  help: pages.securityContext,
  effects: ['fails'],
  check,
};

function lacksGroup(context: unknown): boolean {
  if (!isMapping(context)) return false;
  const group = valueAt(context, 'fsGroup');
  return group === undefined || (group === null && valueAt(context, 'runAsUser') !== null);
}
