import type { Evaluate } from '../check.ts';
import type { Subject } from '../subject.ts';

/** The rule, except for pods that say they run on Windows. */
export function unlessWindows(rule: Evaluate): Evaluate {
  return (subject) => (subject.os.name === 'windows' ? undefined : rule(subject));
}

/** The rule, except for pods with a user namespace of their own. */
export function unlessUserNamespace(rule: Evaluate): Evaluate {
  return (subject) => (hasUserNamespace(subject) ? undefined : rule(subject));
}

function hasUserNamespace({ hostUsers }: Subject): boolean {
  return hostUsers === false;
}
