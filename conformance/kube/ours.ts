import { faultText } from '../../src/kube/faults.ts';
import { judgeDeployment, judgePod } from '../../src/kube/judge.ts';
import type { Base } from './bases.ts';

/** What the API server says of an object, in short: each text once. */
export interface Answer {
  readonly decode?: string;
  readonly unknown?: readonly string[];
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
}

/** Our judgement in the oracle's terms. */
export function ourAnswer(base: Base, object: unknown): Answer {
  const judge = base === 'pod' ? judgePod : judgeDeployment;
  const { undecodable, unknown, faults, warnings } = judge(object);
  const [first] = undecodable;
  if (first !== undefined) return { decode: first.message };
  return shortAnswer(
    unknown.map(({ message }) => message),
    faults.map(faultText),
    warnings.map(({ text }) => text),
  );
}

interface OracleAnswer {
  readonly decode?: string;
  readonly unknown?: readonly string[];
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
  readonly warnings?: readonly string[];
}

/** The oracle's answer to one object. */
export function theirAnswer(line: string): Answer {
  const { decode, unknown = [], errors = [], warnings = [] }: OracleAnswer = JSON.parse(line);
  if (decode !== undefined) return { decode };
  const texts = errors.map(({ field, detail }) => `${field}: ${detail}`);
  return shortAnswer(unknown, texts, warnings);
}

/** Without what there is nothing of. */
function shortAnswer(
  unknown: readonly string[],
  errors: readonly string[],
  warnings: readonly string[],
): Answer {
  const once = (texts: readonly string[]) => [...new Set(texts)];
  return {
    ...(unknown.length > 0 ? { unknown: once(unknown) } : {}),
    ...(errors.length > 0 ? { errors: once(errors) } : {}),
    ...(warnings.length > 0 ? { warnings: once(warnings) } : {}),
  };
}

/** Whether two answers say the same, in any order: that of Go's maps changes from run to run. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted({ decode, unknown = [], errors = [], warnings = [] }: Answer): unknown {
  return [decode, [...unknown].sort(), [...errors].sort(), [...warnings].sort()];
}
