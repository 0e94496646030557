import { dataOf } from '../../yaml/value.ts';
import { applyChanges } from '../documents/apply-changes.ts';
import type { DocumentRefusal, Documents } from '../documents/documents.ts';
import { isMapping } from '../documents/plain.ts';
import {
  isMissing,
  type RequiredValue,
  requiredValues,
} from '../rules/required/required-values.ts';
import { assess, isPressing, standingOf } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Answers } from './decisions/answers.ts';

const found = new WeakMap<Assessment, readonly RequiredValue[]>();

/** Every value that an install needs and only its owner knows, with what the file has of it. */
export function requiredIn(assessment: Assessment): readonly RequiredValue[] {
  const known = found.get(assessment);
  if (known !== undefined) return known;
  const { values: tree } = assessment.trees;
  const data = tree.root && dataOf(tree.root);
  const values = isMapping(data) ? requiredValues(data, tree) : [];
  found.set(assessment, values);
  return values;
}

/** Those that are not there yet, or cannot work as they are. */
export function missingIn(assessment: Assessment): readonly RequiredValue[] {
  return requiredIn(assessment).filter((one) => isMissing(one) || one.fault !== undefined);
}

/** Those of which nobody said that they come by `--set` or a later file. */
export function stillMissing(assessment: Assessment, { later }: Answers): readonly RequiredValue[] {
  return missingIn(assessment).filter(({ id }) => !later.includes(id));
}

/** Whether nothing at all is left to do: every pod runs, and every value is there or comes later. */
export function isReady(assessment: Assessment, answers: Answers): boolean {
  return (
    standingOf(assessment) === 'admitted' &&
    !assessment.problems.some(isPressing) &&
    stillMissing(assessment, answers).length === 0
  );
}

/** What became of a value that was to be written. */
export type FilledOutcome =
  | { readonly state: 'made'; readonly documents: Documents }
  /** It cannot be such a value, with the reason in a sentence. */
  | { readonly state: 'unfit'; readonly message: string }
  | { readonly state: 'refused'; readonly refused: readonly DocumentRefusal[] }
  | { readonly state: 'unreadable' };

/** Writes a required value into the present text. Nothing that looks like a credential is written. */
export function fillIn(documents: Documents, id: string, text: string): FilledOutcome {
  const result = assess(documents);
  if (!result.ok) return { state: 'unreadable' };
  const value = requiredIn(result.assessment).find((one) => one.id === id);
  if (value === undefined) throw new RangeError(`${id} is no required value`);
  const message = value.check(text);
  if (message !== undefined) return { state: 'unfit', message };
  const changes = value.write(text).map((change) => ({ document: 'values', change }) as const);
  const { documents: after, refused } = applyChanges(documents, changes);
  return refused.length > 0 ? { state: 'refused', refused } : { state: 'made', documents: after };
}
