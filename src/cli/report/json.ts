import { version } from '../../../package.json';
import type { Output } from '../io.ts';
import type { Reporter } from './report.ts';

/**
 * For programs: `{ version, results: [...], summary }`, where a result is an object's verdict or a
 * finding (`type` says which), in the order of the input.
 */
export function jsonReporter(output: Output): Reporter {
  let separator = `{"version":${JSON.stringify(version)},"results":[\n`;
  const item = async (value: object) => {
    await output.write(separator + JSON.stringify(value));
    separator = ',\n';
  };
  return {
    object: (verdict) => item({ type: 'object', ...verdict }),
    diagnostic: (diagnostic) => item({ type: 'finding', ...diagnostic, fix: diagnostic.fix?.() }),
    end: async (summary) => {
      const skipped = Object.fromEntries(summary.skipped);
      const start = separator === ',\n' ? '' : separator;
      const whole = JSON.stringify({ ...summary, skipped });
      await output.write(`${start}\n],"summary":${whole}}\n`);
    },
  };
}
