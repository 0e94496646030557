import type { Assessment } from '../../agent/assess/assessment.ts';
import type { FixOutcome } from '../../agent/assess/fix-rounds.ts';
import type { DocumentName, Documents } from '../../agent/documents/documents.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import type { Path } from '../../yaml/path.ts';
import { changedLines } from '../../yaml/text-diff.ts';
import { assessmentOf } from '../assessment-of.ts';
import { groupAlike, likenessOf } from '../findings/alike.ts';
import type { StepId } from '../route.ts';

/** One kind of thing that *Fix everything* did. */
export interface RepairedKind {
  /** "Added allowPrivilegeEscalation: false" */
  readonly words: string;
  /** The ids of the pods that it is about; none for the file or the namespace. */
  readonly pods: readonly string[];
  /** Where it was done, each place once. */
  readonly places: readonly { readonly document: DocumentName; readonly path: Path }[];
}

/** What *Fix everything* did, for the page to say. */
export interface FixSummary {
  /** The step on which it was asked for. */
  readonly step: StepId;
  /** How many problems it repaired. */
  readonly repaired: number;
  readonly kinds: readonly RepairedKind[];
  readonly pods: number;
  readonly admittedBefore: number;
  readonly admittedAfter: number;
  readonly linesChanged: number;
}

/** @param before the documents that it was asked for */
export function summaryOf(
  step: StepId,
  before: Documents,
  { documents, repaired }: Pick<FixOutcome<Documents, unknown>, 'documents' | 'repaired'>,
): FixSummary {
  const after = assessmentIn(documents);
  return {
    step,
    repaired: repaired.length,
    kinds: kindsOf(repaired),
    pods: after?.pods.length ?? 0,
    admittedBefore: admittedIn(assessmentIn(before)),
    admittedAfter: admittedIn(after),
    linesChanged:
      changedLines(before.values, documents.values).count +
      changedLines(before.namespace, documents.namespace).count,
  };
}

function assessmentIn(documents: Documents): Assessment | undefined {
  const result = assessmentOf(documents);
  return result.ok ? result.assessment : undefined;
}

function admittedIn(assessment: Assessment | undefined): number {
  const pods = assessment?.pods ?? [];
  return pods.filter(({ verdict }) => verdict === 'admitted' || verdict === 'fails').length;
}

/** Problems by what was done about them: the same to many pods is one kind. */
export function kindsOf(problems: readonly Problem[]): readonly RepairedKind[] {
  return groupAlike(problems, likenessOf).map((group) => {
    const [first] = group;
    const others = group.length - 1;
    const words = pastTense(first.fix?.title ?? '');
    return {
      words: others === 0 ? words : `${words}, and ${others} more like it`,
      pods: [...new Set(group.flatMap(({ pods }) => pods))],
      places: group.map(({ document, path }) => ({ document, path })),
    };
  });
}

const irregular: Readonly<Record<string, string>> = {
  Drop: 'Dropped',
  Give: 'Gave',
  Let: 'Let',
  Make: 'Made',
  Put: 'Put',
  Set: 'Set',
  Take: 'Took',
  Write: 'Wrote',
};

/** What a fix does as what it did: "Add a mount" is "Added a mount". */
export function pastTense(title: string): string {
  return title.replace(
    /^\w+/,
    (verb) => irregular[verb] ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`),
  );
}
