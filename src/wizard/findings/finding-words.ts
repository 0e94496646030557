import type { Effect, Problem } from '../../agent/rules/finding.ts';

/** What an effect means, in a word or two. */
export const effectWords: Readonly<Record<Effect, string>> = {
  rejected: 'Rejected',
  fails: 'Fails after start',
  warned: 'Warned',
  advice: 'Advice',
};

/** A problem's message, and one of each further rule that its fix repairs. */
export function messagesOf(problem: Problem): readonly string[] {
  const others = problem.findings.filter(
    (finding, index) =>
      finding.rule !== problem.rule &&
      problem.findings.findIndex(({ rule }) => rule === finding.rule) === index,
  );
  return [problem.message, ...others.map(({ message }) => message)];
}

const namedPods = 4;

/** The pods that a problem touches besides the one at hand: "Also dag-processor, triggerer". */
export function elsewhere({ pods, message }: Problem, pod: string | undefined): string {
  const saysWhich = pod !== undefined || /container/i.test(message);
  const others = saysWhich ? pods.filter((id) => id !== (pod ?? pods[0])) : pods;
  if (others.length === 0) return '';
  const named = others.slice(0, namedPods).join(', ');
  const more = others.length - namedPods;
  return `${saysWhich ? 'Also ' : ''}${named}${more > 0 ? ` and ${more} more` : ''}`;
}
