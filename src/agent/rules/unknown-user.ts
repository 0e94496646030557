import type { Path } from '../../yaml/path.ts';
import { existsIn, isUnset, valueAt } from '../documents/plain.ts';
import { agentIndex, type ChartPod, effective } from '../judge/pods/chart-pod.ts';
import type { Finding, Fix } from './finding.ts';
import { podContextPath } from './fixes/pod-context.ts';
import { hasWrongType, type Model } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

/**
 * runAsNonRoot without any runAsUser: the kubelet then asks the image for its user, and does not
 * start the container if that is a name (CreateContainerConfigError), as `astro` is in the agent's
 * image. An explicit null leaves the user to the platform, as OpenShift wants it.
 * Source: the kubelet's verifyRunAsNonRoot.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const names = pod.containers.flatMap(({ name }, index) =>
      isUnknown(pod, index) ? [name] : [],
    );
    const agent = pod.containers[agentIndex(pod)];
    if (names.length === 0 || agent === undefined) return [];
    if (names.includes(agent.name)) {
      return found(model, pod, names, [...podContextPath(pod), 'runAsUser']);
    }
    return pod.containers.flatMap(({ name, path }) =>
      names.includes(name)
        ? found(model, pod, [name], [...path, 'securityContext', 'runAsUser'])
        : [],
    );
  });

export const unknownUser: Rule = {
  id: 'unknown-user',
  summary: 'runAsNonRoot is true and no runAsUser is set, so the image’s user has to be a number.',
  remedy: 'Set runAsUser to the image’s user.',
  help: pages.securityContext,
  effects: ['fails'],
  check,
};

function isUnknown(pod: ChartPod, container: number): boolean {
  return pod.variants.every((variant) => {
    const own = variant.containerContexts[container]?.value;
    return (
      effective(variant, container, 'runAsNonRoot') === true &&
      isUnset(effective(variant, container, 'runAsUser')) &&
      !existsIn(own, ['runAsUser']) &&
      !existsIn(variant.podContext.value, ['runAsUser'])
    );
  });
}

function found(
  model: Model,
  pod: ChartPod,
  names: readonly string[],
  path: Path,
): readonly Finding[] {
  if (hasWrongType(model, path)) return [];
  const list = names.map((name) => `"${name}"`).join(', ');
  return [
    finding({
      rule: 'unknown-user',
      effect: 'fails',
      message: `No runAsUser: container${names.length > 1 ? 's' : ''} ${list} may not start`,
      why: 'With runAsNonRoot the kubelet starts no image whose user is a name instead of a number (CreateContainerConfigError).',
      path,
      pod: pod.id,
      container: names[0],
      fix: fixOf(pod, path),
    }),
  ];
}

/** Of the agent's own images the user is known; of others nobody but their owner knows it. */
function fixOf({ facts, variants }: ChartPod, path: Path): Fix | undefined {
  if (!path.includes('podSecurityContext')) return undefined;
  const { uid } = facts;
  const group = [...path.slice(0, -1), 'fsGroup'];
  const hasGroup = variants.some(
    ({ podContext }) => valueAt(podContext.value, 'fsGroup') !== undefined,
  );
  return valuesFix(`Set runAsUser: ${uid}`, [
    { op: 'set', path, value: uid },
    ...(hasGroup ? [] : [{ op: 'set', path: group, value: uid } as const]),
  ]);
}
