import { samePath } from '../../yaml/path.ts';
import { unknownKeys } from '../chart/schema/chart-schema.ts';
import { deploymentOrigin } from '../judge/deployment/deployment-origin.ts';
import type { JudgedPod } from '../judge/judged-pod.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * What the API server finds odd in a Deployment that it takes, in its own words: fields that it
 * leaves out, variables that hide others, fractions of a byte. A key that unknown-key names is
 * left to that.
 * Source: k8s.io/kubernetes, GetWarningsForPodTemplate and the strict decoder.
 */
const check: Check = (model) =>
  model.pods.flatMap((judged) =>
    judged.api.warnings.length === 0 ? [] : warningsOf(judged, model),
  );

export const apiWarning: Rule = {
  id: 'api-warning',
  summary: 'The API server takes the Deployment and warns of the value of a field.',
  remedy: 'Write what the message asks for, so that nothing is left out or hidden.',
  help: pages.deployment,
  effects: ['advice'],
  check,
};

function warningsOf({ pod, api }: JudgedPod, { values }: Model): readonly Finding[] {
  const found = new Map<string, Finding>();
  const add = (path: Finding['path'], message: string, why: string) => {
    const key = JSON.stringify([path, message]);
    if (found.has(key)) return;
    const one = { rule: 'api-warning', effect: 'advice', message, why, path, pod: pod.id } as const;
    found.set(key, finding(one));
  };
  for (const [index, variant] of pod.variants.entries()) {
    const { unknown = [], warnings = [] } = api.readings[index] ?? {};
    const named = unknown.length === 0 ? [] : unknownKeys(values);
    for (const { path, message } of unknown) {
      const origin = deploymentOrigin(pod, variant, values, path);
      if (named.some((one) => samePath(one.path, origin))) continue;
      add(origin, message, 'The API server does not know the field, and leaves it out.');
    }
    for (const { path, text } of warnings) {
      const origin = deploymentOrigin(pod, variant, values, path);
      add(
        origin,
        text,
        'The API server takes the Deployment all the same, and kubectl shows this.',
      );
    }
  }
  return [...found.values()];
}
