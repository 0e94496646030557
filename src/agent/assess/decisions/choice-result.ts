import type { Documents } from '../../documents/documents.ts';
import type { Problem } from '../../rules/finding.ts';
import { assess } from '../assess.ts';
import type { Assessment, Verdict } from '../assessment.ts';
import { applyChoice } from './choose.ts';
import type { Choice } from './decision.ts';

/** What becomes of the pods of a problem by a choice: the judgement of the text after it. */
export interface ChoiceResult {
  /** The worst of them; `none` where no such pod is made any more. */
  readonly verdict: Verdict | 'none';
  /** Whether the problem itself is gone, whatever else is wrong with its pods. */
  readonly isSolved: boolean;
  /** In words: "pod admitted", "stays rejected", "fails after start". */
  readonly words: string;
}

const worstFirst = ['rejected', 'unknown', 'fails', 'admitted'] as const;

/**
 * Judges the text that a choice would make.
 * @returns undefined for a choice that cannot be made in this text, as behind some anchors
 */
export function choiceResult(
  before: Assessment,
  problem: Problem,
  choice: Choice,
): ChoiceResult | undefined {
  const { documents, refused } = applyChoice(before.documents, choice);
  return refused.length > 0 ? undefined : judged(before, problem, documents);
}

function judged(
  before: Assessment,
  problem: Problem,
  documents: Documents,
): ChoiceResult | undefined {
  const isSame =
    documents.values === before.documents.values &&
    documents.namespace === before.documents.namespace;
  const result = isSame ? ({ ok: true, assessment: before } as const) : assess(documents);
  if (!result.ok) return undefined;
  const { assessment } = result;
  const pods = problem.pods.length > 0 ? problem.pods : podsAt(before, problem);
  const verdicts = assessment.pods.flatMap(({ id, verdict }) =>
    pods.includes(id) ? [verdict] : [],
  );
  const verdict = worstFirst.find((one) => verdicts.includes(one)) ?? 'none';
  const isSolved = countOf(assessment, problem, pods) < countOf(before, problem, pods);
  const noun = pods.length > 1 ? 'pods' : 'pod';
  return { verdict, isSolved, words: wordsOf(verdict, isSolved, noun) };
}

/** Of what concerns a component as a whole, its own pods. */
function podsAt({ pods }: Assessment, { path }: Problem): readonly string[] {
  return pods.flatMap(({ id, component }) => (component === path[0] ? [id] : []));
}

function countOf({ findings }: Assessment, { rule }: Problem, pods: readonly string[]): number {
  return findings.filter(
    (one) => one.rule === rule && (one.pod === undefined || pods.includes(one.pod)),
  ).length;
}

function wordsOf(verdict: ChoiceResult['verdict'], isSolved: boolean, noun: string): string {
  switch (verdict) {
    case 'none':
      return 'no pod';
    case 'admitted':
      return `${noun} admitted`;
    case 'fails':
      return noun === 'pods' ? 'fail after start' : 'fails after start';
    case 'unknown':
      return 'cannot be judged';
    case 'rejected':
      if (isSolved) return 'still rejected for other reasons';
      return noun === 'pods' ? 'stay rejected' : 'stays rejected';
  }
}
