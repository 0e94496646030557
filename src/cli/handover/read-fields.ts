import { type FieldId, type Fields, fieldIds } from '../../handover/field-id.ts';
import type { Outcome } from '../failure.ts';

/** Reads `--field releaseName=agents`. */
export function readFields(words: readonly string[]): Outcome<Fields> {
  const fields: Partial<Record<FieldId, string>> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    const name = at < 0 ? word : word.slice(0, at);
    const id = fieldIds.find((one) => one === name);
    if (id === undefined) {
      const problem = {
        message: `There is no field ${name}.`,
        remedy: `Write NAME=VALUE with one of ${fieldIds.join(', ')}.`,
      };
      return { ok: false, problem };
    }
    if (at < 0) {
      const problem = { message: `--field ${name} has no value.`, remedy: `Write ${name}=VALUE.` };
      return { ok: false, problem };
    }
    fields[id] = word.slice(at + 1);
  }
  return { ok: true, value: fields };
}
