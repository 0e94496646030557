import { valueAt } from '../documents/plain.ts';
import { originOf } from '../judge/pods/chart-pod.ts';
import { readOnlyRootFix } from './fixes/read-only-root.ts';
import { hasWrongType } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A read-only root filesystem keeps an intruder from changing programs. The guide lists it, but
 * no level of the Pod Security Standards asks for it: hardening, with its own button. The fix
 * makes the folders writable that the containers then need. Init and extra containers are left
 * to those who know where they write.
 * Source: the guide, step 2.
 */
const check: Check = (model) => {
  const open = model.pods.flatMap(({ pod }) =>
    pod.containers.flatMap((container, index) => {
      if (container.kind === 'init' || container.kind === 'extra') return [];
      const variant = pod.variants.find(
        ({ containerContexts }) =>
          valueAt(containerContexts[index]?.value, 'readOnlyRootFilesystem') !== true,
      );
      if (variant === undefined) return [];
      const field = ['spec', ...container.place, 'securityContext', 'readOnlyRootFilesystem'];
      const path = originOf(pod, variant, field);
      return hasWrongType(model, path) ? [] : [{ pod, container, path }];
    }),
  );
  if (open.length === 0) return [];
  const fix = readOnlyRootFix(
    model,
    open.map(({ path }) => path),
  );
  return open.map(({ pod, container, path }) =>
    finding({
      rule: 'read-only-root',
      effect: 'advice',
      message: `Container "${container.name}" may write to its root filesystem`,
      why: 'Hardening beyond the standard: an intruder could change programs and settings in the container.',
      path,
      pod: pod.id,
      container: container.name,
      fix,
    }),
  );
};

export const readOnlyRoot: Rule = {
  id: 'read-only-root',
  summary:
    'A container may write to its root filesystem. Hardening: no level of the standard asks for it.',
  remedy: 'Set readOnlyRootFilesystem: true, with writable volumes where the container writes.',
  help: pages.securityContext,
  effects: ['advice'],
  check,
};
