import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { borneOut } from './refusals.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A volume's name may occur once in a pod.
 * Source: Kubernetes' validation (`volumes[1].name: Duplicate value`).
 */
const check: Check = once((model) => borneOut(model, 'duplicate-volume', repeated(model)));

function repeated({ pods }: Model): readonly Finding[] {
  return pods.flatMap(({ pod }) => {
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
}

export const duplicateVolume: Rule = {
  id: 'duplicate-volume',
  summary: 'A pod declares two volumes of one name.',
  remedy: 'Take one of the two out, or rename it along with its mounts.',
  help: pages.volumes,
  effects: ['rejected'],
  check,
};
