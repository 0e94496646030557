import type { Breach, Check } from '../check.ts';
import { contextField } from '../fields.ts';
import { nameContainers } from '../setters.ts';
import type { Subject, SubjectContainer } from '../subject.ts';
import { isSet, textOf } from '../values.ts';
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
  about: ['procMount'],
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
export function requireDefaultProcMount({ containers }: Subject): Breach | undefined {
  const bad = containers.filter(unmasks);
  if (bad.length === 0) return undefined;
  const values = sortedSet(bad.map(({ security }) => textOf(security.procMount)));
  return {
    reason: 'procMount',
    detail: `${nameContainers(bad)} must not set securityContext.procMount to ${joinQuote(values)}`,
    fields: bad.map((container) => contextField(container, 'procMount')),
  };
}

function unmasks({ security }: SubjectContainer): boolean {
  return isSet(security.procMount) && security.procMount !== 'Default';
}
