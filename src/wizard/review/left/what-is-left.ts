import { countPods, fixable, isPressing } from '../../../agent/assess/assess.ts';
import type { Assessment, DocumentProblem } from '../../../agent/assess/assessment.ts';
import {
  type DocumentName,
  type Documents,
  fileNames,
} from '../../../agent/documents/documents.ts';
import type { Problem } from '../../../agent/rules/finding.ts';
import { LineIndex } from '../../../yaml/line-index.ts';
import type { Tone } from '../../findings/effect.tsx';
import { messagesOf } from '../../findings/finding-words.ts';

/** Something that is left, decided or advised, with one thing to do about it. */
export interface LeftRow {
  readonly id: string;
  /** `done` is what somebody has decided. */
  readonly tone: Tone | 'done';
  readonly text: string;
  readonly says?: string;
  /** Whether it is a value that keeps the whole from being ready. */
  readonly isValue?: boolean;
  /** Whether it leaves open what Helm makes of the whole. */
  readonly isOpen?: boolean;
  readonly action?: LeftAction;
}

export interface LeftAction {
  readonly label: string;
  readonly run: () => void;
}

/** What the buttons of the rows do. */
export interface LeftActs {
  readonly fixAll: () => void;
  readonly goTo: (problem: Problem) => void;
  readonly openLine: (document: DocumentName, line: number) => void;
}

interface Facts {
  readonly assessment: Assessment;
  /** The texts as they are, also where one cannot be read. */
  readonly documents: Documents;
  /** Lines of a file in front of its document. */
  readonly above?: Readonly<Record<DocumentName, number>>;
  readonly unread: readonly DocumentProblem[];
  readonly names?: Readonly<Record<DocumentName, string>>;
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
  more,
  names = fileNames,
}: Omit<Facts, 'documents' | 'above'>): LeftHead {
  const { pods, problems, policy } = assessment;
  const counts = countPods(assessment);
  const admitted = counts.admitted + counts.fails;
  const by = `by ${policy.enforce.text}`;
  const says =
    pods.length === 0
      ? 'There are no pods in this file.'
      : `${admitted} of ${pods.length} ${pods.length === 1 ? 'pod is' : 'pods are'} admitted ${by}, whichever way the chart merges contexts.`;
  const head = (tone: Tone, title: string): LeftHead => ({ tone, title, says });
  const [first] = unread;
  if (first !== undefined) {
    const title = `${names[first.document]} cannot be read`;
    return {
      tone: 'rejected',
      title,
      says: 'What follows is of the text as it last could be read.',
    };
  }
  const podsAre = (count: number, one: string, many: string) =>
    `${count} ${count === 1 ? `pod ${one}` : `pods ${many}`}`;
  if (counts.rejected > 0) {
    return head('rejected', podsAre(counts.rejected, 'is still rejected', 'are still rejected'));
  }
  const apart = problems.filter(({ pods: touched }) => touched.length === 0);
  const refused = apart.filter(({ effect }) => effect === 'rejected').length;
  if (refused > 0) return head('rejected', standing(refused));
  if (pods.length === 0) return head('fails', 'Nothing to judge');
  if (counts.unknown > 0) {
    return head('fails', podsAre(counts.unknown, 'cannot be judged', 'cannot be judged'));
  }
  if (counts.fails > 0) {
    return head('fails', podsAre(counts.fails, 'fails after it starts', 'fail after they start'));
  }
  const failing = apart.filter(({ effect }) => effect === 'fails').length;
  if (failing > 0) return head('fails', standing(failing));
  const open = more.filter(({ isOpen }) => isOpen).length;
  if (open > 0) {
    const words = open === 1 ? '1 source of values is' : `${open} sources of values are`;
    return head('fails', `Not all is known: ${words} not read`);
  }
  const values = more.filter(({ isValue }) => isValue).length;
  if (values > 0) {
    const words = values === 1 ? '1 value is left' : `${values} values are left`;
    return head('advice', `Almost ready: ${words}`);
  }
  return head('admitted', 'Ready. Nothing is left.');
}

function standing(count: number): string {
  return count === 1 ? '1 problem stands in the way' : `${count} problems stand in the way`;
}

/** Whether an output may be offered as it is: nothing is rejected, and every text can be read. */
export function isOfferable({ tone }: LeftHead): boolean {
  return tone !== 'rejected';
}

/** A row for each thing left: what cannot be read, what has a fix, what has none, what others add. */
export function leftRows(
  { assessment, documents, above, unread, more }: Facts,
  acts: LeftActs,
): readonly LeftRow[] {
  const rows: LeftRow[] = unread.map(({ document, problem }, index) => {
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
  if (unread.length === 0) {
    const repairable = fixable(assessment);
    const [worst] = repairable;
    if (worst !== undefined) {
      const count = repairable.length;
      rows.push({
        id: 'fix',
        tone: worst.effect === 'rejected' ? 'rejected' : 'fails',
        text: count === 1 ? '1 problem has a fix' : `${count} problems have a fix`,
        says: 'One undoable step repairs them; comments and everything else stay as they are.',
        action: { label: 'Fix everything', run: acts.fixAll },
      });
    }
    for (const problem of assessment.problems) {
      if (isPressing(problem) && problem.fix === undefined) rows.push(problemRow(problem, acts));
    }
  }
  return [...rows, ...more];
}

function problemRow(problem: Problem, acts: LeftActs): LeftRow {
  const { pods } = problem;
  const where =
    pods.length === 0
      ? ''
      : pods.length <= 3
        ? `In ${pods.join(', ')}. `
        : `In ${pods.length} pods. `;
  return {
    id: problem.id,
    tone: problem.effect === 'rejected' ? 'rejected' : 'fails',
    text: messagesOf(problem).join('; '),
    says: `${where}${problem.why}`,
    action: { label: 'Go to the field', run: () => acts.goTo(problem) },
  };
}

/** What is advised, which nobody needs to do. */
export function advised({ problems }: Assessment): readonly Problem[] {
  return problems.filter(({ effect }) => effect === 'advice');
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
