import { finding, type Rule } from './rule.ts';

/**
 * An emptyDir with `medium: Memory` is kept in memory, and what is written there counts against
 * the containers' memory limits.
 * Source: Kubernetes' emptyDir.
 */
export const memoryMedium: Rule = (model) =>
  model.pods.flatMap(({ pod }) =>
    pod.volumes
      .filter(({ kind, source }) => kind === 'emptyDir' && source.medium === 'Memory')
      .map(({ name, path }) =>
        finding({
          rule: 'memory-medium',
          effect: 'advice',
          message: `Volume "${name}" is kept in memory`,
          why: 'What is written there counts against the memory limit of the container that writes it.',
          path: [...path, 'emptyDir', 'medium'],
          pod: pod.id,
        }),
      ),
  );
