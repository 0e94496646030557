import { isMapping, textOf, valueAt } from '../documents/plain.ts';
import { originInContext } from '../judge/pods/context.ts';
import type { Finding } from './finding.ts';
import { hasWrongType } from './model.ts';
import { finding, type Rule } from './rule.ts';

/**
 * `type: Localhost` needs a localhostProfile, and no other type may have one.
 * Source: Kubernetes' validation of seccompProfile.
 */
export const seccompLocalhost: Rule = (model) =>
  model.pods.flatMap(({ pod }) => {
    const found = new Map<string, Finding>();
    for (const { podContext, containerContexts } of pod.variants) {
      for (const context of [podContext, ...containerContexts]) {
        const profile = valueAt(context.value, 'seccompProfile');
        if (!isMapping(profile)) continue;
        const isLocalhost = profile.type === 'Localhost';
        const isNamed = textOf(valueAt(profile, 'localhostProfile')) !== '';
        if (isLocalhost === isNamed) continue;
        const path = originInContext(context, ['seccompProfile', 'localhostProfile']);
        const key = JSON.stringify(path);
        if (found.has(key) || hasWrongType(model, path)) continue;
        found.set(
          key,
          finding({
            rule: 'seccomp-localhost',
            effect: 'rejected',
            message: isLocalhost
              ? 'seccompProfile Localhost needs a localhostProfile'
              : 'localhostProfile is only for seccompProfile Localhost',
            why: 'The API server refuses a pod with one and without the other.',
            path,
            pod: pod.id,
          }),
        );
      }
    }
    return [...found.values()];
  });
