import type { Path } from '../../yaml/path.ts';
import type { Diagnostic, ObjectVerdict } from '../report/report.ts';
import { hint, lengthOf } from './discretion.ts';
import { isPlainKey } from './harmless.ts';

/** Says a message without what may not be printed. */
export type Discreet = (message: string) => string;

/** A finding, with every text in it that may quote the input said discreetly. */
export function discreetFinding(diagnostic: Diagnostic, say: Discreet): Diagnostic {
  const { message, why, remedy, path, subjects, related } = diagnostic;
  return {
    ...diagnostic,
    message: say(message),
    ...(why === undefined ? {} : { why: say(why) }),
    ...(remedy === undefined ? {} : { remedy: say(remedy) }),
    ...(path === undefined ? {} : { path: discreetPath(path) }),
    subjects: subjects.map(say),
    related: related.map((one) => ({ ...one, message: say(one.message) })),
  };
}

/** Likewise, what becomes of an object. */
export function discreetVerdict(verdict: ObjectVerdict, say: Discreet): ObjectVerdict {
  return { ...verdict, subject: say(verdict.subject), says: verdict.says.map(say) };
}

function discreetPath(path: Path): Path {
  return path.map((step) =>
    typeof step === 'number' || isPlainKey(step) ? step : `${hint(step)} (${lengthOf(step)})`,
  );
}
