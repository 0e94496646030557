import type { Assessment } from '../../../agent/assess/assessment.ts';
import {
  type Answers,
  type Decided,
  keptProblems,
  undecided,
} from '../../../agent/assess/decisions/answers.ts';
import { decisionOf } from '../../../agent/assess/decisions/decision-of.ts';
import { stillMissing } from '../../../agent/assess/missing.ts';
import type { Problem } from '../../../agent/rules/finding.ts';
import { missingWords } from '../../../agent/rules/missing-value.ts';
import { toneOfEffect } from '../../findings/effect.tsx';
import { messagesOf } from '../../findings/finding-words.ts';
import type { LeftRow } from './what-is-left.ts';

/** What the buttons of the rows do. */
export interface OtherActs {
  readonly decide: (problem: Problem) => void;
  /** Goes to the field where something was decided. */
  readonly change: (field: string) => void;
  readonly fillIn: (id: string) => void;
}

/** What only a person can do, worst first: to decide, to fill in; then what is decided already. */
export function otherRows(
  assessment: Assessment,
  answers: Answers,
  acts: OtherActs,
): readonly LeftRow[] {
  return [
    ...undecided(assessment, answers).map((problem) => openRow(assessment, problem, acts)),
    ...stillMissing(assessment, answers).map(
      (value): LeftRow => ({
        id: `value ${value.id}`,
        tone: 'advice',
        text: missingWords(value),
        says: `Only you know it. ${value.where}`,
        action: { label: 'Fill in', run: () => acts.fillIn(value.id) },
      }),
    ),
    ...decidedRows(assessment, answers, acts),
  ];
}

/** A problem that has choices asks for a decision; another one is put right by hand. */
function openRow(assessment: Assessment, problem: Problem, { decide }: OtherActs): LeftRow {
  const decision = decisionOf(assessment, problem);
  return {
    id: problem.id,
    tone: toneOfEffect(problem.effect),
    text: messagesOf(problem).join('; '),
    says: `${placeWords(problem)}${decision?.question ?? problem.why}`,
    action: { label: decision ? 'Decide' : 'Go to the field', run: () => decide(problem) },
  };
}

/** How many pods are named where a problem touches several. */
const namedPods = 3;

function placeWords({ pods }: Problem): string {
  if (pods.length === 0) return '';
  return pods.length <= namedPods ? `In ${pods.join(', ')}. ` : `In ${pods.length} pods. `;
}

/** A problem that is kept is still one, and says so; one that came back is asked again instead. */
function decidedRows(
  assessment: Assessment,
  answers: Answers,
  { change }: OtherActs,
): readonly LeftRow[] {
  const kept = keptProblems(assessment, answers);
  return answers.decided.flatMap((one): readonly LeftRow[] => {
    const { problem: id, field } = one;
    const standing = assessment.problems.find((problem) => problem.id === id);
    const stays = kept.find((problem) => problem.id === id);
    if (standing !== undefined && stays === undefined) return [];
    if (one.keeps && stays === undefined) return [];
    return [
      {
        id: `decided ${id}`,
        tone: stays === undefined ? 'done' : toneOfEffect(stays.effect),
        text: decidedWords(one),
        ...(stays === undefined
          ? {}
          : { says: `${placeWords(stays)}${messagesOf(stays).join('; ')}` }),
        action: { label: 'Change', run: () => change(field) },
      },
    ];
  });
}

function decidedWords({ title }: Decided): string {
  return `You decided: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
