import type { PodAssessment } from '../../agent/assess/assessment.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { type Tone, toneOfVerdict } from '../findings/effect.tsx';
import { problemCount, verdictTitle } from '../findings/state-words.ts';

interface CardState {
  readonly tone: Tone;
  readonly state: string;
}

/** How a pod stands, in words, with the number of problems that are to be seen in its card. */
export function cardStateOf(
  pod: PodAssessment | undefined,
  problems: readonly Problem[],
): CardState {
  const count = problems.filter(({ effect }) => effect !== 'advice').length;
  const verdict = pod?.verdict ?? 'admitted';
  const counted = count === 0 ? '' : `, ${problemCount(count)}`;
  return { tone: toneOfVerdict(verdict), state: `${verdictTitle(verdict)}${counted}` };
}
