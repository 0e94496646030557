import type { Paint } from './paint.ts';
import type { Summary } from './report.ts';
import { skipReasons, skipWords } from './skip-reason.ts';
import { visible } from './visible.ts';
import { counted, grouped } from './words.ts';

/** What the whole run came to, line by line. */
export function summaryLines(summary: Summary, paint: Paint): readonly string[] {
  const { effects, skipped, notes } = summary;
  const lines = [judged(summary, paint)];
  if (effects.unreadable > 0) {
    lines.push(paint.bad(`${counted(effects.unreadable, 'part')} of the input could not be read`));
  }
  if (skipped.size > 0) {
    const kinds = [...skipped].map(([kind, count]) => `${visible(kind)} ${grouped(count)}`);
    lines.push(`Skipped, as Pod Security does not look into them: ${kinds.join(', ')}`);
  }
  lines.push(...skippedFiles(summary));
  return [...lines, ...notes.map(visible)];
}

/** The files that were passed over, those of one reason in one line. */
function skippedFiles({ skippedFiles }: Summary): readonly string[] {
  return skipReasons.flatMap((reason) => {
    const count = skippedFiles[reason] ?? 0;
    return count === 0 ? [] : [`Skipped ${counted(count, 'file')} ${skipWords[reason]}`];
  });
}

function judged({ counts, policies }: Summary, paint: Paint): string {
  const all = counts.admitted + counts.fails + counts.rejected + counts.unknown;
  const by = policies.length > 0 ? ` by ${policies.join(', ')}` : '';
  if (all === 0) return 'No workload to judge';
  const bad: readonly (readonly [number, string])[] = [
    [counts.rejected, 'rejected'],
    [counts.unknown, 'cannot be judged'],
    [counts.fails, 'will not work'],
  ];
  const parts = bad
    .filter(([count]) => count > 0)
    .map(([count, words]) => paint.bad(`${grouped(count)} ${words}`));
  const good = paint.good(`${grouped(counts.admitted)} admitted`);
  return `${counted(all, 'workload')} judged${by}: ${[...parts, good].join(', ')}`;
}
