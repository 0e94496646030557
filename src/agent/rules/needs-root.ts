import { valueAt } from '../documents/plain.ts';
import { type ChartPod, effective } from '../judge/pods/chart-pod.ts';
import { hasWrongType, type Model } from './model.ts';
import { pages } from './pages.ts';
import { rootCommand } from './root-command.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * An init or extra container whose command only works as root. Hardened, it is admitted and then
 * fails, and the pod never starts: whether it is still needed is for a person to decide, so there
 * is no fix, and the container is not hardened either.
 * Source: chown(2), capabilities(7).
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) =>
    pod.containers.flatMap((container, index) => {
      const need = rootCommand(container);
      if (need === undefined || isLeftRoot(model, pod, index)) return [];
      const path = [...container.path, need.key];
      if (hasWrongType(model, container.path)) return [];
      return [
        finding({
          rule: 'needs-root',
          effect: 'fails',
          message: `Container "${container.name}" runs ${need.program}, which only root may`,
          why: need.isOwnership ? ownership(pod, index) : decide,
          path,
          pod: pod.id,
          container: container.name,
        }),
      ];
    }),
  );

export const needsRoot: Rule = {
  id: 'needs-root',
  summary: 'An init or extra container runs a command that only root may run.',
  remedy: 'Take the container out if fsGroup does its work, or do it in the image.',
  help: pages.securityContext,
  effects: ['fails'],
  check,
};

/** Where less than the restricted standard is enforced, root stays root. */
function isLeftRoot({ namespace }: Model, pod: ChartPod, container: number): boolean {
  if (namespace.policy.enforce.level === 'restricted') return false;
  return pod.variants.every((variant) => {
    const user = effective(variant, container, 'runAsUser');
    const isOther = typeof user === 'number' && user !== 0;
    return !isOther && effective(variant, container, 'runAsNonRoot') !== true;
  });
}

const decide =
  'Hardened it would be admitted and fail: do its work in the image or on the node, and take it out.';

function ownership(pod: ChartPod, container: number): string {
  const hasGroup = pod.variants.every(
    (variant) => typeof valueAt(variant.podContext.value, 'fsGroup') === 'number',
  );
  const user = effective(pod.variants[0], container, 'runAsUser');
  const now = user === 0 ? 'Hardened it would be admitted and fail' : 'It fails as another user';
  return hasGroup
    ? `${now}: take it out, since fsGroup makes the pod’s volumes writable already.`
    : `${now}: set fsGroup, which makes the pod’s volumes writable, and take it out.`;
}
