import type { Finding } from './finding.ts';
import { throughAnchors } from './fixes/through-anchors.ts';
import { rules } from './index.ts';
import type { Model } from './model.ts';
import { withoutSlips } from './slip.ts';

/** All that is wrong, by every rule, as one list; every fix in it can be made. */
export function findingsOf(model: Model): readonly Finding[] {
  const findings = rules.flatMap(({ check, help }) =>
    check(model).map((finding) => (finding.help === undefined ? { ...finding, help } : finding)),
  );
  return throughAnchors(model.trees.values, withoutSlips(model, findings));
}
