import { finding, type Rule } from './rule.ts';

/**
 * A container may mount one volume at a path. A trailing slash makes no other path.
 * Source: Kubernetes' validation (`volumeMounts[1].mountPath: Invalid value: must be unique`).
 */
export const duplicateMountPath: Rule = (model) =>
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
