import { normalPath } from '../chart/mount-path.ts';
import { textOf, valueIn } from '../documents/plain.ts';
import type { ChartPod } from '../judge/pods/chart-pod.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { refused } from './refused.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A container may mount one volume at a path. The API server compares paths letter by letter, so
 * that a slash at the end makes another one; to the container it is the same, and the later mount
 * hides the other.
 */
const check: Check = (model) => [
  ...refused(model, 'duplicate-mount-path', ({ pod, path }) => {
    const container = pod.containers.find(({ mounts }) =>
      mounts.some((mount) => mount.path.join() === path.slice(0, -1).join()),
    );
    const folder = normalPath(textOf(valueIn(model.values, path)));
    return wordsFor(
      pod,
      container?.name ?? '',
      folder,
      'refuses a container with two mounts at one path',
    );
  }),
  ...hidden(model),
];

function wordsFor(pod: ChartPod, container: string, folder: string, what: string) {
  return {
    message: `Container "${container}" of ${pod.id} has two mounts at ${folder}`,
    why: `The API server ${what}.`,
    container,
  };
}

/** Two paths to the API server, and one to the container. */
function hidden({ pods, values }: Model): readonly Finding[] {
  return pods.flatMap(({ pod }) =>
    pod.containers.flatMap(({ name, mounts }) => {
      const seen = new Map<string, Set<unknown>>();
      return mounts.flatMap(({ mountPath, path }) => {
        const place = [...path, 'mountPath'];
        const text = valueIn(values, place);
        const texts = seen.get(mountPath) ?? new Set();
        const isOther = texts.size > 0 && !texts.has(text);
        seen.set(mountPath, texts.add(text));
        if (!isOther) return [];
        return [
          finding({
            rule: 'duplicate-mount-path',
            effect: 'advice',
            path: place,
            pod: pod.id,
            ...wordsFor(
              pod,
              name,
              mountPath,
              'takes them for two paths, and the later mount hides the other',
            ),
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
