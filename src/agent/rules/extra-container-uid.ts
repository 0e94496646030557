import { isUnset, valueAt } from '../documents/plain.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * An init or extra container without a runAsUser of its own runs as the pod's user, whatever its
 * image was made for.
 * Source: Kubernetes' pod security context.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const [{ podContext, containerContexts }] = pod.variants;
    const user = valueAt(podContext.value, 'runAsUser');
    if (typeof user !== 'number' || user === 0) return [];
    return pod.containers.flatMap(({ kind, name, path }, index) => {
      if (kind !== 'init' && kind !== 'extra') return [];
      if (!isUnset(valueAt(containerContexts[index]?.value, 'runAsUser'))) return [];
      return [
        finding({
          rule: 'extra-container-uid',
          effect: 'advice',
          message: `Container "${name}" runs as the pod’s user ${user}`,
          why: 'Its image must be able to run as that user; otherwise give the container a runAsUser.',
          path: [...path, 'securityContext'],
          pod: pod.id,
          container: name,
        }),
      ];
    });
  });

export const extraContainerUid: Rule = {
  id: 'extra-container-uid',
  summary: 'An init or extra container runs as the pod’s user, whatever its image was made for.',
  remedy:
    'Give the container a runAsUser of its own, or make sure that its image can run as the pod’s.',
  help: pages.securityContext,
  effects: ['advice'],
  check,
};
