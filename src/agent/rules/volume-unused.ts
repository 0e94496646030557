import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/** A volume that no container of the pod mounts: a leftover, or a forgotten mount. */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const mounted = new Set(pod.containers.flatMap(({ mounts }) => mounts.map(({ name }) => name)));
    return pod.volumes
      .filter(({ name }) => name !== '' && !mounted.has(name))
      .map(({ name, path }) =>
        finding({
          rule: 'volume-unused',
          effect: 'advice',
          message: `No container of ${pod.id} mounts volume "${name}"`,
          why: 'It is a leftover, or its mount was forgotten.',
          path,
          pod: pod.id,
        }),
      );
  });

export const volumeUnused: Rule = {
  id: 'volume-unused',
  summary: 'A volume is mounted by no container of its pod.',
  remedy: 'Mount it, or take it out.',
  help: pages.volumes,
  effects: ['advice'],
  check,
};
