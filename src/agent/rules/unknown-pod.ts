import { hasWrongType } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A component without values: `workers` missing, or a component set to null, which deletes the
 * chart's own settings for it. What the chart then makes is unknown, so nothing is claimed of it.
 * Source: Helm's handling of null.
 */
const check: Check = (model) =>
  model.all.flatMap((pod) => {
    if (!('reason' in pod) || hasWrongType(model, pod.path)) return [];
    return [
      finding({
        rule: 'unknown-pod',
        effect: 'advice',
        message: pod.reason,
        why: 'Without values nobody outside the chart knows what it makes, so this pod is not judged.',
        path: pod.path,
        pod: pod.id,
      }),
    ];
  });

export const unknownPod: Rule = {
  id: 'unknown-pod',
  summary:
    'What the chart makes of a component without values is unknown, so its pod is not judged.',
  remedy: 'Write the component’s values.',
  help: pages.helmValues,
  effects: ['advice'],
  check,
};
