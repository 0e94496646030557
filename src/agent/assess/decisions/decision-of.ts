import type { Problem } from '../../rules/finding.ts';
import { isPressing } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import { rootRules } from '../decided-together.ts';
import { containerDecision } from './container-decision.ts';
import type { Decision, Given } from './decision.ts';
import { removalDecision } from './removal-decision.ts';
import { sentinelDecision } from './sentinel-decision.ts';
import { userDecision } from './user-decision.ts';
import { volumeDecision } from './volume-decision.ts';

/**
 * The ways out of a problem that only a person can decide, for the texts of the assessment.
 * @param given what was typed for the choices that want a name or a number
 * @returns undefined for a problem that has none: it has a fix, or has to be put right by hand
 */
export function decisionOf(
  assessment: Assessment,
  problem: Problem,
  given: Given = {},
): Decision | undefined {
  const sentinel = sentinelDecision(problem);
  if (sentinel !== undefined) return sentinel;
  if (problem.fix !== undefined || !isPressing(problem)) return undefined;
  return (
    volumeDecision(assessment, problem, given) ??
    removalDecision(assessment, problem) ??
    userDecision(problem, given) ??
    (rootRules.has(problem.rule) ? containerDecision(assessment, problem) : undefined)
  );
}

/**
 * What is left for a person: the problems that no fix repairs, worst first. Most have choices to
 * decide between; the others, such as a value of the wrong type, are put right by hand.
 */
export function leftToDecide({ problems }: Assessment): readonly Problem[] {
  return problems.filter((problem) => isPressing(problem) && problem.fix === undefined);
}
