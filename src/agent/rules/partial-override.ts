import type { Path } from '../../yaml/path.ts';
import { valueAt } from '../documents/plain.ts';
import type { ModeJudgement } from '../judge/judged-pod.ts';
import { isEmptyContext } from '../judge/pods/context.ts';
import { contextFix, isOverride } from './fixes/contexts.ts';
import { hasWrongType } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * Nobody outside the chart knows whether a component's own security context replaces the global
 * one or is merged with it. A partial one is right under one reading and wrong under the other,
 * so a component that has its own needs it in full.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod, modes }) => {
    if (!dependsOnReading(modes.enforce)) return [];
    return ['podSecurityContext', 'containerSecurityContext'].flatMap((key) => {
      const path: Path = [...pod.path, key];
      const own = valueAt(pod.spec, key);
      if (!isOverride(path) || isEmptyContext(own) || hasWrongType(model, path)) return [];
      const fix = contextFix(model, path, pod.id);
      if (fix === undefined) return [];
      return [
        finding({
          rule: 'partial-override',
          effect: 'fails',
          message: `${key} of ${pod.id} is partial: it may replace the global one or be merged with it`,
          why: 'The chart does not say which, and the pod is only right under one of the two.',
          path,
          pod: pod.id,
          fix,
        }),
      ];
    });
  });

export const partialOverride: Rule = {
  id: 'partial-override',
  summary:
    'A component has part of a security context, and the chart does not say what becomes of the rest.',
  remedy: 'Write the component’s own context in full, or take it out.',
  help: pages.guide,
  effects: ['fails'],
  check,
};

function dependsOnReading({ readings }: ModeJudgement): boolean {
  const details = new Set(
    readings.map(({ violations }) => JSON.stringify(violations.map(({ detail }) => detail))),
  );
  return details.size > 1;
}
