import { valueAt } from '../documents/plain.ts';
import { effective, originOf } from '../judge/pods/chart-pod.ts';
import type { Finding } from './finding.ts';
import { contextFix } from './fixes/contexts.ts';
import { hasWrongType } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * runAsNonRoot true with runAsUser 0 contradict each other: the kubelet does not start the
 * container (CreateContainerConfigError). Where the restricted standard is enforced, the API
 * server refuses the pod before that.
 * Source: the kubelet's verifyRunAsNonRoot.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const found = new Map<string, Finding>();
    for (const variant of pod.variants) {
      for (const [index, container] of pod.containers.entries()) {
        if (effective(variant, index, 'runAsNonRoot') !== true) continue;
        if (effective(variant, index, 'runAsUser') !== 0) continue;
        const own = valueAt(variant.containerContexts[index]?.value, 'runAsUser') === 0;
        const field = own
          ? ['spec', ...container.place, 'securityContext', 'runAsUser']
          : ['spec', 'securityContext', 'runAsUser'];
        const path = originOf(pod, variant, field);
        const key = JSON.stringify(path);
        if (found.has(key) || hasWrongType(model, path)) continue;
        found.set(
          key,
          finding({
            rule: 'root-despite-non-root',
            effect: 'fails',
            message: `runAsUser: 0 contradicts runAsNonRoot: container "${container.name}" does not start`,
            why: 'User 0 is root, and the kubelet refuses to start it (CreateContainerConfigError).',
            path,
            pod: pod.id,
            container: container.name,
            fix: contextFix(model, path, pod.id),
          }),
        );
      }
    }
    return [...found.values()];
  });

export const rootDespiteNonRoot: Rule = {
  id: 'root-despite-non-root',
  summary: 'runAsUser 0 contradicts runAsNonRoot: true, and the container does not start.',
  remedy: 'Set another runAsUser than 0.',
  help: pages.securityContext,
  effects: ['fails'],
  check,
};
