import { applyChanges } from '../documents/apply-changes.ts';
import type { DocumentChange, DocumentRefusal, Documents } from '../documents/documents.ts';
import type { Problem } from '../rules/finding.ts';
import { assess, isPressing } from './assess.ts';

export interface FixOutcome {
  readonly documents: Documents;
  /** How many problems were repaired. */
  readonly applied: number;
  /** Those problems, in the order in which they were repaired. */
  readonly repaired: readonly Problem[];
  /** What is still rejected, fails or is warned of: for a person to decide. */
  readonly left: readonly Problem[];
  /** Changes that could not be made, with the place in the way. */
  readonly refused: readonly DocumentRefusal[];
}

/** A fix may bring up what it hid, so repairing goes on in rounds; more than a few mean a circle. */
const maxRounds = 12;

/**
 * Applies the fixes of all problems but advice, and of those that show up once these are gone,
 * until none is left that can be applied. A fix that was refused is not tried again. Documents
 * that cannot be read come back as they are, and so do those with nothing to repair.
 */
export function fixEverything(documents: Documents): FixOutcome {
  const refused: DocumentRefusal[] = [];
  const hopeless = new Set<string>();
  let current = documents;
  const repaired: Problem[] = [];
  for (let round = 0; ; round += 1) {
    const result = assess(current);
    if (!result.ok) return outcomeOf(current, repaired, [], refused);
    const pressing = result.assessment.problems.filter(isPressing);
    const tried = pressing.filter((problem) => isTried(problem, hopeless));
    const changes = round < maxRounds ? inOrder(tried) : [];
    if (changes.length === 0) return outcomeOf(current, repaired, pressing, refused);
    const outcome = applyChanges(current, changes);
    if (outcome.refused.length > 0) {
      // A fix is applied whole or not at all: the next round goes without those in question.
      for (const { document, refusal } of outcome.refused) {
        hopeless.add(keyOf({ document, change: refusal.change }));
      }
      refused.push(...outcome.refused);
      continue;
    }
    repaired.push(...tried);
    current = outcome.documents;
  }
}

function outcomeOf(
  documents: Documents,
  repaired: readonly Problem[],
  left: readonly Problem[],
  refused: readonly DocumentRefusal[],
): FixOutcome {
  return { documents, applied: repaired.length, repaired, left, refused };
}

/** A component's pod context is written before its container context, as people order them. */
function inOrder(problems: readonly Problem[]): readonly DocumentChange[] {
  const changes = problems.flatMap(({ fix }) => fix?.changes ?? []);
  const isPod = ({ change }: DocumentChange) => change.path.at(-1) === 'podSecurityContext';
  return [...changes.filter(isPod), ...changes.filter((one) => !isPod(one))];
}

/** Whether a problem has a fix none of whose changes has been refused. */
function isTried({ fix }: Problem, hopeless: ReadonlySet<string>): boolean {
  return fix !== undefined && !fix.changes.some((one) => hopeless.has(keyOf(one)));
}

function keyOf(change: DocumentChange): string {
  return JSON.stringify([change.document, change.change]);
}
