import { nameReason } from './commands/name-reason.ts';
import type { FieldId } from './field-id.ts';
import { wrongField } from './fields.ts';
import { type HandoverInput, namespaceOf, type ReadInput } from './input.ts';
import { type Made, refused } from './output.ts';

/**
 * Makes an output of texts that can be read, with fields that are right and a namespace that
 * Kubernetes takes; or says which of these is not so.
 */
export function madeOf(
  input: HandoverInput,
  fields: readonly FieldId[],
  make: (input: ReadInput) => Made,
): Made {
  const read = readInput(input);
  if (!('assessment' in read)) return read;
  const wrong = wrongField(input, fields);
  if (wrong !== undefined) return refused(wrong.reason, wrong.id);
  const reason = nameReason('namespace', namespaceOf(read));
  return reason === undefined ? make(read) : refused(reason);
}

/** The input with what derives from its texts, or why there is no such thing. */
export function readInput(input: HandoverInput): ReadInput | (Made & { readonly ok: false }) {
  const { now, files } = input;
  if (now.ok) return { ...input, assessment: now.assessment };
  const [first] = now.problems;
  const name = files.find(({ document }) => document === first?.document)?.name;
  const what = name ?? first?.document ?? 'A text';
  const why = first === undefined ? '' : ` ${first.problem.message} ${first.problem.remedy}`;
  return { ok: false, reason: `${what} cannot be read as it is now.${why}` };
}

/** `412 lines` of a text that ends in a line break. */
export function countedLines(text: string): string {
  const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return `${count} ${count === 1 ? 'line' : 'lines'}`;
}
