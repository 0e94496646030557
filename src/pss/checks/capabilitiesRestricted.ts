import type { Breach, Check } from '../check.ts';
import { containersAt, contextFields } from '../fields.ts';
import type { SecurityContext } from '../pod.ts';
import { indexesWhere, listOf, type Subject } from '../subject.ts';
import { joinQuote } from '../words.ts';
import { addedBeyond, addedFields, addsBeyond } from './capabilities.ts';
import { unlessWindows } from './exempt.ts';

/**
 * Every container must drop all capabilities and may add back only the one for binding to low
 * ports. ALL has to be spelled so. Windows pods are exempt from v1.25 on.
 *
 * Fields: containers[*].securityContext.capabilities.drop and .add.
 * Allowed: drop with ALL among its items; add unset or NET_BIND_SERVICE.
 */
export const capabilitiesRestricted: Check = {
  id: 'capabilities_restricted',
  level: 'restricted',
  versions: [
    {
      since: 22,
      check: requireDropAll,
      overrides: ['capabilities_baseline'],
      change: {
        effect: 'stricter',
        says: 'Every container must drop ALL capabilities and may add only NET_BIND_SERVICE.',
      },
    },
    {
      since: 25,
      check: unlessWindows(requireDropAll),
      overrides: ['capabilities_baseline'],
      change: {
        effect: 'looser',
        says: 'The capabilities of Windows pods are no longer looked at.',
      },
    },
  ],
};

const ADDABLE: ReadonlySet<string> = new Set(['NET_BIND_SERVICE']);

const addsOthers = addsBeyond(ADDABLE);

function requireDropAll(subject: Subject): Breach | undefined {
  const keeping = indexesWhere(subject.contexts, keepsSome);
  const adding = indexesWhere(subject.contexts, addsOthers);
  const details: string[] = [];
  if (keeping.length > 0) {
    details.push(
      `${containersAt(subject, keeping)} must set securityContext.capabilities.drop=["ALL"]`,
    );
  }
  if (adding.length > 0) {
    const names = joinQuote(addedBeyond(subject, ADDABLE));
    details.push(
      `${containersAt(subject, adding)} must not include ${names} in securityContext.capabilities.add`,
    );
  }
  if (details.length === 0) return undefined;
  return {
    reason: 'unrestricted capabilities',
    detail: details.join('; '),
    fields: [
      ...contextFields(subject, keeping, ['capabilities', 'drop']),
      ...addedFields(subject, adding, ADDABLE),
    ],
  };
}

function keepsSome(context: SecurityContext): boolean {
  return !listOf(context.capabilities?.drop).includes('ALL');
}
