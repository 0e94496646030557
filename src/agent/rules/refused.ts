import type { Refusal } from '../judge/deployment/refusals.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { type RefusalRule, ruleOf } from './refusal-rule.ts';
import { finding } from './rule.ts';

/** What a rule has to say of a refusal, where the API server's own words are not enough. */
export type Wording = Partial<Pick<Finding, 'message' | 'why' | 'container' | 'fix'>>;

/**
 * What the API server refuses for one rule's reason, one finding for each pod and place: the
 * judgement is src/kube's, the rule has the words and the fix.
 */
export function refused(
  { refusals }: Model,
  rule: RefusalRule,
  wording: (refusal: Refusal) => Wording,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const refusal of refusals) {
    if (ruleOf(refusal) !== rule) continue;
    const { pod, path, message, isOfPods } = refusal;
    const one = finding({
      rule,
      effect: 'rejected',
      message,
      why: isOfPods
        ? 'The API server takes the Deployment, and refuses every pod that it asks for.'
        : 'The API server refuses the Deployment, and no pod is made.',
      path,
      pod: pod.id,
      ...wording(refusal),
    });
    // One word of a rule's own stands for all that the server says of a place.
    const key = JSON.stringify([pod.id, path, one.message]);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}
