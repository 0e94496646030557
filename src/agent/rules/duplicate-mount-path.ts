import { valueIn } from '../documents/plain.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { borneOut } from './refusals.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A container may mount one volume at a path. The API server compares paths letter by letter, so
 * that a slash at the end makes another one; to the container it is the same, and the later mount
 * hides the other.
 * Source: Kubernetes' validation (`volumeMounts[1].mountPath: Invalid value: must be unique`).
 */
const check: Check = once((model) => borneOut(model, 'duplicate-mount-path', repeated(model)));

function repeated({ pods, values }: Model): readonly Finding[] {
  return pods.flatMap(({ pod }) =>
    pod.containers.flatMap(({ name, mounts }) => {
      const seen = new Set<string>();
      const written = new Set<unknown>();
      return mounts.flatMap(({ mountPath, path }) => {
        const place = [...path, 'mountPath'];
        const text = valueIn(values, place);
        const isSame = written.has(text);
        const isAgain = seen.has(mountPath);
        written.add(text);
        seen.add(mountPath);
        if (!isAgain) return [];
        return [
          finding({
            rule: 'duplicate-mount-path',
            effect: isSame ? 'rejected' : 'advice',
            message: `Container "${name}" of ${pod.id} has two mounts at ${mountPath}`,
            why: isSame
              ? 'The API server refuses a container with two mounts at one path.'
              : 'The API server takes them for two paths, and the later mount hides the other.',
            path: place,
            pod: pod.id,
            container: name,
          }),
        ];
      });
    }),
  );
}

export const duplicateMountPath: Rule = {
  id: 'duplicate-mount-path',
  summary: 'A container has two mounts at one path.',
  remedy: 'Take one of the two out, or give it another path.',
  help: pages.volumes,
  effects: ['rejected', 'advice'],
  check,
};
