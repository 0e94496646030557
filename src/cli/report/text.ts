import { program } from '../help.ts';
import type { Output } from '../io.ts';
import type { Paint } from './paint.ts';
import type { Diagnostic, ObjectVerdict, Place, Reporter } from './report.ts';
import { summaryLines } from './summary.ts';
import { visible, visibleLine } from './visible.ts';
import { effectWord, grouped, placeWords, verdictWords, whereWords } from './words.ts';

/** For people: what Kubernetes would say, then each place with its line and what to do. */
export function textReporter(output: Output, paint: Paint, quiet: boolean): Reporter {
  let fixable = 0;
  return {
    object: async (verdict) => {
      if (verdict.verdict === 'admitted' && quiet) return;
      await output.write(objectText(verdict, paint));
    },
    diagnostic: async (diagnostic) => {
      const { effect, fix } = diagnostic;
      if (effect !== 'advice' && fix !== undefined) fixable += 1;
      if (quiet && (effect === 'warned' || effect === 'advice')) return;
      await output.write(diagnosticText(diagnostic, paint));
    },
    end: async (summary) => {
      if (quiet) return;
      const lines = [...summaryLines(summary, paint)];
      if (fixable > 0)
        lines.push(`${program} fix can repair ${grouped(fixable)} of these problems`);
      await output.write(`${lines.join('\n')}\n`);
    },
  };
}

function objectText(verdict: ObjectVerdict, paint: Paint): string {
  const { subject, says } = verdict;
  const tone = verdict.verdict === 'admitted' ? paint.warn : paint.bad;
  const first = `${paint.strong(whereWords(verdict))}: ${visible(subject)} ${tone(verdictWords(verdict))}`;
  return [first, ...withoutEchoes(says).map((line) => `  ${visible(line)}`), '', ''].join('\n');
}

const podSecurity = ' PodSecurity "';

/** Where a refusal says the same as a warning, or that the same as the audit log, it is enough. */
function withoutEchoes(says: readonly string[]): readonly string[] {
  const violations = (line: string) => {
    const at = line.indexOf(podSecurity);
    return at < 0 ? undefined : line.slice(at);
  };
  return says.filter((line, index) => {
    const own = violations(line);
    return own === undefined || !says.slice(index + 1).some((later) => violations(later) === own);
  });
}

function diagnosticText(diagnostic: Diagnostic, paint: Paint): string {
  const { effect, rule, message, why, remedy, place, subjects, related } = diagnostic;
  const tone = effect === 'advice' ? paint.faint : effect === 'warned' ? paint.warn : paint.bad;
  const lines = [
    `${paint.strong(whereWords(diagnostic))}: ${tone(effectWord(diagnostic))}: ${visible(message)} ${paint.faint(`[${rule}]`)}`,
    ...excerpt(place, tone),
  ];
  if (why !== undefined) lines.push(`  ${visible(why)}`);
  if (remedy !== undefined) lines.push(`  ${paint.good('Fix')}: ${visible(remedy)}`);
  if (subjects.length > 1) lines.push(`  Pods: ${visible(subjects.join(', '))}`);
  const places = related.map((one) => placeWords(one.place));
  if (places.length > 0) lines.push(`  See also: ${places.join(', ')}`);
  return [...lines, '', ''].join('\n');
}

/** How much of a line is shown. */
const width = 100;

/** The line, and below it a mark at the place. */
function excerpt({ region, excerpt: line }: Place, tone: (text: string) => string): string[] {
  if (region === undefined || line === undefined || line.trim() === '') return [];
  const start = region.startColumn - 1;
  const cut = Math.max(0, start - width / 2);
  const shown = visibleLine(line.slice(cut, cut + width));
  const isSameLine = region.endLine === region.startLine;
  const end = isSameLine ? region.endColumn - 1 : line.length;
  const marked = visibleLine(line.slice(start, Math.min(end, cut + width)));
  const mark = '^'.repeat(Math.max(1, marked.length));
  const number = String(region.startLine).padStart(5);
  const margin = ' '.repeat(number.length);
  // Tabs stay tabs, so that the mark is below its text.
  const lead = visibleLine(line.slice(cut, start)).replace(/[^\t]/g, ' ');
  return [`${number} | ${shown}`, `${margin} | ${lead}${tone(mark)}`];
}
