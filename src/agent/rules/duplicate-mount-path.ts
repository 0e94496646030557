import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A container may mount one volume at a path. A trailing slash makes no other path.
 * Source: Kubernetes' validation (`volumeMounts[1].mountPath: Invalid value: must be unique`).
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) =>
    pod.containers.flatMap(({ name, mounts }) => {
      const seen = new Set<string>();
      return mounts.flatMap(({ mountPath, path }) => {
        if (!seen.has(mountPath)) {
          seen.add(mountPath);
          return [];
        }
        return [
          finding({
            rule: 'duplicate-mount-path',
            effect: 'rejected',
            message: `Container "${name}" of ${pod.id} has two mounts at ${mountPath}`,
            why: 'The API server refuses a container with two mounts at one path.',
            path: [...path, 'mountPath'],
            pod: pod.id,
            container: name,
          }),
        ];
      });
    }),
  );

export const duplicateMountPath: Rule = {
  id: 'duplicate-mount-path',
  summary: 'A container has two mounts at one path.',
  remedy: 'Take one of the two out, or give it another path.',
  help: pages.volumes,
  effects: ['rejected'],
  check,
};
