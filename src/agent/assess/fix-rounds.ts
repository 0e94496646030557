import type { DocumentChange } from '../documents/documents.ts';
import type { Problem } from '../rules/finding.ts';
import { type AssessmentResult, isPressing } from './assess.ts';

/** Documents of any kind: how they are judged, and how they are changed, all or none. */
export interface Workspace<D, R> {
  readonly assess: (documents: D) => AssessmentResult;
  readonly apply: (
    documents: D,
    changes: readonly DocumentChange[],
  ) => { readonly documents: D; readonly refused: readonly R[] };
}

/** A change that was not made. */
interface RefusedChange {
  readonly document: DocumentChange['document'];
  readonly refusal: Pick<DocumentChange, 'change'>;
}

export interface FixOutcome<D, R> {
  readonly documents: D;
  /** How many problems were repaired. */
  readonly applied: number;
  /** Those problems, in the order in which they were repaired. */
  readonly repaired: readonly Problem[];
  /** What is still rejected, fails or is warned of: for a person to decide. */
  readonly left: readonly Problem[];
  /** Changes that could not be made, with the place in the way. */
  readonly refused: readonly R[];
}

export interface RepairOptions {
  /** Also the guide's hardening, which no level asks for: a root that nobody writes to. */
  readonly harden?: boolean;
}

/**
 * The rules of the guide's hardening, in the order of their fixes: the folders that a read-only
 * root takes come with it, and get their size limits then.
 */
const hardeningRules = ['read-only-root', 'size-limits'];

/** A fix may bring up what it hid, so repairing goes on in rounds; more than a few mean a circle. */
const maxRounds = 12;

/** Repairs in rounds, as `fixEverything` says. */
export function fixInRounds<D, R extends RefusedChange>(
  { assess, apply }: Workspace<D, R>,
  documents: D,
  { harden }: RepairOptions = {},
): FixOutcome<D, R> {
  const refused: R[] = [];
  const hopeless = new Set<string>();
  let current = documents;
  const repaired: Problem[] = [];
  const ended = (left: readonly Problem[]) => ({
    documents: current,
    applied: repaired.length,
    repaired,
    left,
    refused,
  });
  for (let round = 0; ; round += 1) {
    const result = assess(current);
    if (!result.ok) return ended([]);
    const pressing = result.assessment.problems.filter(isPressing);
    const isOpen = (problem: Problem) => isTried(problem, hopeless);
    const urgent = pressing.filter(isOpen);
    const hardened = harden === true ? hardeningOf(result.assessment.problems.filter(isOpen)) : [];
    const tried = urgent.length > 0 ? urgent : hardened;
    const changes = round < maxRounds ? inOrder(tried) : [];
    if (changes.length === 0) return ended(pressing);
    const outcome = apply(current, changes);
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

/** The problems of the first rule of hardening that has any. */
function hardeningOf(problems: readonly Problem[]): readonly Problem[] {
  const [first] = hardeningRules.flatMap((rule) => {
    const own = problems.filter((problem) => problem.rule === rule);
    return own.length === 0 ? [] : [own];
  });
  return first ?? [];
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
