import { version } from '../../../package.json';
import type { Output } from '../io.ts';
import type { Diagnostic, ObjectVerdict, Reporter } from './report.ts';
import { jsonText, visible } from './visible.ts';

/**
 * For programs: `{ version, results: [...], summary }`, where a result is an object's verdict or a
 * finding (`type` says which), in the order of the input. Names of files, paths and replaced texts
 * are data as they are; what is meant for people is escaped once more, for those who print it.
 */
export function jsonReporter(output: Output): Reporter {
  let separator = `{"version":${JSON.stringify(version)},"results":[\n`;
  const item = async (value: object) => {
    await output.write(separator + jsonText(value));
    separator = ',\n';
  };
  return {
    object: (verdict) => item({ type: 'object', ...readableVerdict(verdict) }),
    diagnostic: (diagnostic) =>
      item({ type: 'finding', ...readable(diagnostic), fix: diagnostic.fix?.() }),
    end: async (summary) => {
      const skipped = Object.fromEntries(summary.skipped);
      const start = separator === ',\n' ? '' : separator;
      const whole = jsonText({ ...summary, skipped, notes: summary.notes.map(visible) });
      await output.write(`${start}\n],"summary":${whole}}\n`);
    },
  };
}

function readable(diagnostic: Diagnostic): Diagnostic {
  const { message, why, remedy, subjects, related, install } = diagnostic;
  return {
    ...diagnostic,
    message: visible(message),
    ...(why === undefined ? {} : { why: visible(why) }),
    ...(remedy === undefined ? {} : { remedy: visible(remedy) }),
    subjects: subjects.map(visible),
    ...(install === undefined ? {} : { install: visible(install) }),
    related: related.map((one) => ({ ...one, message: visible(one.message) })),
  };
}

function readableVerdict(verdict: ObjectVerdict): ObjectVerdict {
  const { subject, says, install } = verdict;
  return {
    ...verdict,
    subject: visible(subject),
    ...(install === undefined ? {} : { install: visible(install) }),
    says: says.map(visible),
  };
}
