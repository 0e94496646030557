import type { Verdict } from '../../agent/assess/assessment.ts';
import type { Effect } from '../../agent/rules/finding.ts';

/*
 * The page's words for what it counts, each in one place. A pod has a verdict, in participles: a
 * pod is rejected. A problem has an effect, in nouns: there is a rejection. So "1 rejection" may
 * stand beside "4 of 4 pods admitted", where what is refused is no pod.
 */

/** The verdict on a pod, wherever a pod is shown. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  rejected: 'rejected',
  unknown: 'unknown',
  fails: 'fails after start',
  admitted: 'admitted',
};

/** The same, where it stands alone. */
export function verdictTitle(verdict: Verdict): string {
  const words = verdictWords[verdict];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const effectNouns: Readonly<Record<Effect, readonly [string, string]>> = {
  rejected: ['rejection', 'rejections'],
  fails: ['failure after start', 'failures after start'],
  warned: ['warning', 'warnings'],
  advice: ['advice', 'advice'],
};

/** How many problems there are of an effect: "2 rejections". */
export function effectCount(effect: Effect, count: number): string {
  return `${count} ${effectNouns[effect][count === 1 ? 0 : 1]}`;
}

/** "1 problem", "3 problems" */
export function problemCount(count: number): string {
  return `${count} ${count === 1 ? 'problem' : 'problems'}`;
}

/** "1 pod", "3 pods" */
export function podCount(count: number): string {
  return `${count} ${count === 1 ? 'pod' : 'pods'}`;
}

/** How many lines people see in a text: a line break at the end begins no other line. */
export function lineCount(text: string): number {
  const lines = text.split(/\r\n|\r|\n/).length;
  return /[\r\n]$/.test(text) ? lines - 1 : lines;
}
