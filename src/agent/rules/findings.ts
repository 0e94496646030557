import type { Finding } from './finding.ts';
import { throughAnchors } from './fixes/through-anchors.ts';
import { rules } from './index.ts';
import type { Model } from './model.ts';

/**
 * All that is wrong, by every rule, as one list.
 * @param settle keeps of the fixes those that can be made in the text or texts of the values
 */
export function findingsOf(
  model: Model,
  settle = (findings: readonly Finding[]) => throughAnchors(model.trees.values, findings),
): readonly Finding[] {
  const findings = rules.flatMap(({ check, help }) =>
    check(model).map((finding) => (finding.help === undefined ? { ...finding, help } : finding)),
  );
  return settle(findings);
}
