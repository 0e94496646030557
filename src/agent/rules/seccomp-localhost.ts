import { isMapping, textOf, valueAt } from '../documents/plain.ts';
import { originInContext } from '../judge/pods/context.ts';
import type { Finding } from './finding.ts';
import { hasWrongType, type Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { borneOut } from './refusals.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * `type: Localhost` needs a localhostProfile, and no other type may have one.
 * Source: Kubernetes' validation of seccompProfile.
 */
const check: Check = once((model) => borneOut(model, 'seccomp-localhost', mismatched(model)));

function mismatched(model: Model): readonly Finding[] {
  return model.pods.flatMap(({ pod }) => {
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
}

export const seccompLocalhost: Rule = {
  id: 'seccomp-localhost',
  summary: 'A seccomp profile of type Localhost has no localhostProfile, or another type has one.',
  remedy: 'Use RuntimeDefault without localhostProfile, or Localhost with one.',
  help: pages.seccomp,
  effects: ['rejected'],
  check,
};
