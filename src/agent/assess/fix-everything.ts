import { applyChanges } from '../documents/apply-changes.ts';
import type { DocumentRefusal, Documents } from '../documents/documents.ts';
import { assess } from './assess.ts';
import { type FixOutcome, fixInRounds, type RepairOptions } from './fix-rounds.ts';

/**
 * Applies the fixes of all problems but advice, and of those that show up once these are gone,
 * until none is left that can be applied. A fix that was refused is not tried again. Documents
 * that cannot be read come back as they are, and so do those with nothing to repair.
 */
export function fixEverything(
  documents: Documents,
  options: RepairOptions = {},
): FixOutcome<Documents, DocumentRefusal> {
  return fixInRounds({ assess, apply: applyChanges }, documents, options);
}
