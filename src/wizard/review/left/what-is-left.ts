import { countPods, fixable, isPressing } from '../../../agent/assess/assess.ts';
import type { Assessment, DocumentProblem } from '../../../agent/assess/assessment.ts';
import type { Answers } from '../../../agent/assess/decisions/answers.ts';
import { type Obstacle, obstacleOf } from '../../../agent/assess/obstacle.ts';
import {
  type DocumentName,
  type Documents,
  fileNames,
} from '../../../agent/documents/documents.ts';
import type { Problem } from '../../../agent/rules/finding.ts';
import { missingValue } from '../../../agent/rules/missing-value.ts';
import { LineIndex } from '../../../yaml/line-index.ts';
import type { Tone } from '../../findings/effect.tsx';

/** Something that is left, decided or advised, with one thing to do about it. */
export interface LeftRow {
  readonly id: string;
  /** `done` is what somebody has decided. */
  readonly tone: Tone | 'done';
  readonly text: string;
  readonly says?: string;
  readonly action?: LeftAction;
}

export interface LeftAction {
  readonly label: string;
  readonly run: () => void;
}

/** What the buttons of the rows do. */
export interface LeftActs {
  readonly fixAll: () => void;
  readonly openLine: (document: DocumentName, line: number) => void;
}

interface HeadFacts {
  readonly assessment: Assessment;
  readonly unread: readonly DocumentProblem[];
  readonly answers: Answers;
  /** How many sources of values nobody read. */
  readonly open?: number;
  /** As the files are called. */
  readonly names?: Readonly<Record<DocumentName, string>>;
}

interface RowFacts {
  readonly assessment: Assessment;
  /** The texts as they are, also where one cannot be read. */
  readonly documents: Documents;
  /** Lines of a file in front of its document. */
  readonly above?: Readonly<Record<DocumentName, number>>;
  readonly unread: readonly DocumentProblem[];
  /** What others add: decisions, and values that only a person knows. */
  readonly more: readonly LeftRow[];
}

export interface LeftHead {
  readonly tone: Tone;
  readonly title: string;
  /** How much is admitted; the policy's name follows it. */
  readonly says: string;
}

/** The state of the whole in one sentence: its tone is that of the worst thing left. */
export function leftHead({
  assessment,
  unread,
  answers,
  open = 0,
  names = fileNames,
}: HeadFacts): LeftHead {
  const [first] = unread;
  if (first !== undefined) {
    return {
      tone: 'rejected',
      title: `${names[first.document]} cannot be read`,
      says: 'What follows is of the text as it last could be read.',
    };
  }
  const { pods, policy } = assessment;
  const counts = countPods(assessment);
  const admitted = counts.admitted + counts.fails;
  const says =
    pods.length === 0
      ? 'There are no pods in this file.'
      : `${admitted} of ${pods.length} ${pods.length === 1 ? 'pod is' : 'pods are'} admitted by ${policy.enforce.text}, whichever way the chart merges contexts.`;
  return { ...headOf(obstacleOf(assessment, answers, open)), says };
}

function headOf(obstacle: Obstacle | undefined): Omit<LeftHead, 'says'> {
  if (obstacle === undefined) return { tone: 'admitted', title: 'Ready. Nothing is left.' };
  const { kind, count } = obstacle;
  const counted = (one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  const standing = counted('problem stands in the way', 'problems stand in the way');
  switch (kind) {
    case 'pods rejected':
      return {
        tone: 'rejected',
        title: counted('pod is still rejected', 'pods are still rejected'),
      };
    case 'refused':
      return { tone: 'rejected', title: standing };
    case 'no pods':
      return { tone: 'fails', title: 'Nothing to judge' };
    case 'pods unknown':
      return { tone: 'fails', title: counted('pod cannot be judged', 'pods cannot be judged') };
    case 'pods fail':
      return {
        tone: 'fails',
        title: counted('pod fails after it starts', 'pods fail after they start'),
      };
    case 'failing':
      return { tone: 'fails', title: standing };
    case 'open':
      return {
        tone: 'fails',
        title: `Not all is known: ${counted('source of values is', 'sources of values are')} not read`,
      };
    case 'warned':
      return {
        tone: 'advice',
        title: `Almost ready: ${counted('warning is left', 'warnings are left')}`,
      };
    case 'values':
      return {
        tone: 'advice',
        title: `Almost ready: ${counted('value is left', 'values are left')}`,
      };
  }
}

/** Whether an output may be offered as it is: nothing is rejected, and every text can be read. */
export function isOfferable({ tone }: LeftHead): boolean {
  return tone !== 'rejected';
}

/** A row for each thing left: what cannot be read, else what has a fix and what others add. */
export function leftRows(
  { assessment, documents, above, unread, more }: RowFacts,
  acts: LeftActs,
): readonly LeftRow[] {
  if (unread.length === 0) return [...fixRows(assessment, acts), ...more];
  return unread.map(({ document, problem }, index) => {
    const { line: within } = new LineIndex(documents[document]).positionAt(problem.range.offset);
    const line = within + (above?.[document] ?? 0);
    return {
      id: `unread ${index}`,
      tone: 'rejected',
      text: problem.message,
      says: problem.remedy,
      action: { label: 'Show the line', run: () => acts.openLine(document, line) },
    };
  });
}

function fixRows(assessment: Assessment, { fixAll }: LeftActs): readonly LeftRow[] {
  const repairable = fixable(assessment);
  const [worst] = repairable;
  if (worst === undefined) return [];
  const count = repairable.length;
  return [
    {
      id: 'fix',
      tone: worst.effect === 'rejected' ? 'rejected' : 'fails',
      text: count === 1 ? '1 problem has a fix' : `${count} problems have a fix`,
      says: 'One undoable step repairs them; comments and everything else stay as they are.',
      action: { label: 'Fix everything', run: fixAll },
    },
  ];
}

/** What is advised, which nobody needs to do. Values that are missing have rows of their own. */
export function advised({ problems }: Assessment): readonly Problem[] {
  return problems.filter(({ effect, rule }) => effect === 'advice' && rule !== missingValue.id);
}

export interface Figures {
  readonly pods: { readonly before?: number; readonly now: number; readonly all: number };
  readonly problems: { readonly before?: number; readonly now: number };
}

/** How far it has come since the files were opened. */
export function figuresOf(now: Assessment, before: Assessment | undefined): Figures {
  const admitted = (assessment: Assessment) => {
    const counts = countPods(assessment);
    return counts.admitted + counts.fails;
  };
  const pressing = ({ problems }: Assessment) => problems.filter(isPressing).length;
  return {
    pods: {
      ...(before === undefined ? {} : { before: admitted(before) }),
      now: admitted(now),
      all: now.pods.length,
    },
    problems: {
      ...(before === undefined ? {} : { before: pressing(before) }),
      now: pressing(now),
    },
  };
}
