import { type Applied, applyChanges } from '../documents/apply-changes.ts';
import type { Documents } from '../documents/documents.ts';
import type { Fix } from '../rules/finding.ts';

/** Applies one fix, whole or not at all. */
export function applyFix(documents: Documents, fix: Fix): Applied {
  return applyChanges(documents, fix.changes);
}
