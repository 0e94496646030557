import { finding, type Rule } from './rule.ts';

/** A volume that no container of the pod mounts: a leftover, or a forgotten mount. */
export const volumeUnused: Rule = (model) =>
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
