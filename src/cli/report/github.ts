import type { Output } from '../io.ts';
import { noPaint } from './paint.ts';
import type { Diagnostic, Reporter } from './report.ts';
import { summaryLines } from './summary.ts';
import { visible } from './visible.ts';
import { effectWord, verdictWords } from './words.ts';

const commands: Readonly<Record<Diagnostic['effect'], 'error' | 'warning' | 'notice'>> = {
  unreadable: 'error',
  unknown: 'error',
  rejected: 'error',
  fails: 'error',
  warned: 'warning',
  advice: 'notice',
};

/**
 * GitHub's workflow commands, which show as annotations on the lines of a pull request.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReporter(output: Output, quiet: boolean): Reporter {
  return {
    object: async (verdict) => {
      if (verdict.says.length === 0) return;
      // A plain line of the log: the findings annotate the lines.
      const { subject, install, says } = verdict;
      const whose = install === undefined ? '' : `${install}: `;
      const lines = [`${whose}${subject} ${verdictWords(verdict)}`, ...says];
      await output.write(`${lines.map(harmless).join('\n')}\n`);
    },
    diagnostic: async (diagnostic) => {
      const { effect } = diagnostic;
      if (quiet && (effect === 'warned' || effect === 'advice')) return;
      await output.write(`${annotation(diagnostic)}\n`);
    },
    end: async (summary) => {
      if (quiet) return;
      await output.write(`${summaryLines(summary, noPaint).map(harmless).join('\n')}\n`);
    },
  };
}

function annotation(diagnostic: Diagnostic): string {
  const { effect, rule, message, remedy, place, install } = diagnostic;
  const { file, region } = place;
  const properties: [string, string | number][] = [['file', visible(file)]];
  if (region !== undefined) {
    properties.push(['line', region.startLine], ['endLine', region.endLine]);
    properties.push(['col', region.startColumn]);
    if (region.endLine === region.startLine) properties.push(['endColumn', region.endColumn]);
  }
  properties.push(['title', `${effectWord(diagnostic)}: ${rule}`]);
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const text = [install === undefined ? message : `${install}: ${message}`, remedy]
    .filter((one) => one !== undefined)
    .map(visible)
    .join('\n');
  return `::${commands[effect]} ${list.join(',')}::${escapeData(text)}`;
}

/** A line with `::` or `##[` would be a command: names in the input must not become one. */
function harmless(line: string): string {
  return visible(line).replaceAll('::', ': :').replaceAll('##[', '## [');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
