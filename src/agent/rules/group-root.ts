import { listOf, valueAt } from '../documents/plain.ts';
import { type Context, originInContext } from '../judge/pods/context.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * Group 0 is root's group. The standard does not look at groups, but files of the image and of
 * volumes that root's group may write are then open to the process.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const found = new Map<string, Finding>();
    for (const { podContext, containerContexts } of pod.variants) {
      for (const context of [podContext, ...containerContexts]) {
        for (const key of rootGroups(context)) {
          const path = originInContext(context, [key]);
          found.set(
            JSON.stringify(path),
            finding({
              rule: 'group-root',
              effect: 'advice',
              message: `${key} 0 is root’s group`,
              why: 'What root’s group may write in the image or on volumes is open to the process.',
              path,
              pod: pod.id,
            }),
          );
        }
      }
    }
    return [...found.values()];
  });

export const groupRoot: Rule = {
  id: 'group-root',
  summary: 'A security context uses group 0, which is root’s.',
  remedy: 'Use another group, or leave it out.',
  help: pages.securityContext,
  effects: ['advice'],
  check,
};

function rootGroups({ value }: Context): readonly string[] {
  return ['runAsGroup', 'fsGroup', 'supplementalGroups'].filter((key) => {
    const group = valueAt(value, key);
    return group === 0 || listOf(group).includes(0);
  });
}
