import { finding, type Rule } from './rule.ts';

/**
 * A volume's name may occur once in a pod.
 * Source: Kubernetes' validation (`volumes[1].name: Duplicate value`).
 */
export const duplicateVolume: Rule = (model) =>
  model.pods.flatMap(({ pod }) => {
    const seen = new Set<string>();
    return pod.volumes.flatMap(({ name, path }) => {
      if (name === '' || !seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [
        finding({
          rule: 'duplicate-volume',
          effect: 'rejected',
          message: `${pod.id} declares volume "${name}" twice`,
          why: 'The API server refuses a pod with two volumes of one name.',
          path: [...path, 'name'],
          pod: pod.id,
        }),
      ];
    });
  });
