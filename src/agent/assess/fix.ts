import { type Applied, applyChanges } from '../documents/apply-changes.ts';
import type { DocumentRefusal, Documents } from '../documents/documents.ts';
import type { Fix } from '../rules/finding.ts';
import { assess } from './assess.ts';

/** What became of a fix that was asked for by its problem's id. */
export type FixOutcome =
  | { readonly state: 'made'; readonly title: string; readonly documents: Documents }
  | {
      readonly state: 'refused';
      readonly title: string;
      readonly refused: readonly DocumentRefusal[];
    }
  /** No problem of that id has a fix in these texts: it was repaired, moved or can no longer be. */
  | { readonly state: 'gone' }
  /** A text cannot be read, so nobody can say what its problems are. */
  | { readonly state: 'unreadable' };

/** Applies one fix, whole or not at all. The fix is one for these very documents. */
export function applyFix(documents: Documents, fix: Fix): Applied {
  return applyChanges(documents, fix.changes);
}

/**
 * Applies the fixes of several problems together, each whole or not at all.
 * @param ids those that are gone, or have no fix, are left out
 */
export function fixByIds(documents: Documents, ids: ReadonlySet<string>): Applied {
  const result = assess(documents);
  const problems = result.ok ? result.assessment.problems : [];
  const fixes = problems.flatMap(({ id, fix }) => (fix && ids.has(id) ? [fix] : []));
  return applyChanges(
    documents,
    fixes.flatMap(({ changes }) => changes),
  );
}

/**
 * Repairs the problem of an id, if the documents still have it: its fix is worked out anew, since
 * the paths of one that was shown may lead elsewhere in a text that changed meanwhile.
 */
export function fixById(documents: Documents, id: string): FixOutcome {
  const result = assess(documents);
  if (!result.ok) return { state: 'unreadable' };
  const fix = result.assessment.problems.find((problem) => problem.id === id)?.fix;
  if (fix === undefined) return { state: 'gone' };
  const { title } = fix;
  const { documents: after, refused } = applyFix(documents, fix);
  return refused.length > 0
    ? { state: 'refused', title, refused }
    : { state: 'made', title, documents: after };
}
