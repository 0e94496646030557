import type { Breach, Check } from '../check.ts';
import { containersAt, contextFields } from '../fields.ts';
import type { SecurityContext } from '../pod.ts';
import { indexesWhere, isSet, type Subject, textOf } from '../subject.ts';
import { joinQuote, sortedSet } from '../words.ts';
import { unlessUserNamespace } from './exempt.ts';

/**
 * The parts of /proc that the runtime hides must stay hidden. From v1.35 on, pods with a user
 * namespace of their own may show them.
 *
 * Fields: containers[*].securityContext.procMount. Allowed: unset, Default.
 */
export const procMount: Check = {
  id: 'procMount',
  level: 'baseline',
  versions: [
    { since: 0, check: requireDefaultProcMount },
    {
      since: 35,
      check: unlessUserNamespace(requireDefaultProcMount),
      change: {
        effect: 'looser',
        says: 'Pods with their own user namespace (hostUsers: false) may set procMount.',
      },
    },
  ],
};

/** The rule without the exemption, which the restricted level keeps. */
export function requireDefaultProcMount(subject: Subject): Breach | undefined {
  const bad = indexesWhere(subject.contexts, unmasks);
  if (bad.length === 0) return undefined;
  const values = sortedSet(
    subject.contexts.filter(unmasks).map((context) => textOf(context.procMount)),
  );
  return {
    reason: 'procMount',
    detail: `${containersAt(subject, bad)} must not set securityContext.procMount to ${joinQuote(values)}`,
    fields: contextFields(subject, bad, ['procMount']),
  };
}

function unmasks(context: SecurityContext): boolean {
  return isSet(context.procMount) && context.procMount !== 'Default';
}
