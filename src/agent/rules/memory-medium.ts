import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * An emptyDir with `medium: Memory` is kept in memory, and what is written there counts against
 * the containers' memory limits.
 * Source: Kubernetes' emptyDir.
 */
const check: Check = (model) =>
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

export const memoryMedium: Rule = {
  id: 'memory-medium',
  summary: 'A volume is kept in memory and counts against the memory limit.',
  remedy: 'Leave medium out, or give it a sizeLimit that the memory limit has room for.',
  help: pages.emptyDir,
  effects: ['advice'],
  check,
};
