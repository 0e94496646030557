import { checkFacts } from './check-facts.ts';
import { rules } from './index.ts';
import { podSecurity } from './pod-security.ts';
import type { RuleFacts } from './rule.ts';

/** The agent's own rules, by their ids. */
export const agentRules: readonly RuleFacts[] = rules
  .filter((rule) => rule !== podSecurity)
  .toSorted((a, b) => (a.id < b.id ? -1 : 1));

const byId: ReadonlyMap<string, RuleFacts> = new Map(
  [...checkFacts, ...agentRules].map((facts) => [facts.id, facts]),
);

/** What there is to say of the rule or check that a finding names. */
export function factsOf(id: string): RuleFacts | undefined {
  return byId.get(id);
}
