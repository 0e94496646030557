import type { Finding } from './finding.ts';
import { rules } from './rules/index.ts';
import type { Model } from './rules/model.ts';

/** All that is wrong, by every rule, as one list. */
export function findingsOf(model: Model): readonly Finding[] {
  return rules.flatMap((rule) => rule(model));
}
