import type { Breach, Check, FieldRef } from '../check.ts';
import { contextField } from '../fields.ts';
import { nameContainers } from '../setters.ts';
import type { Subject, SubjectContainer } from '../subject.ts';
import { listOf, objectOf } from '../values.ts';
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

function requireDropAll({ containers }: Subject): Breach | undefined {
  const keeping = containers.filter(keepsSome);
  const adding = containers.filter(addsOthers);
  if (keeping.length === 0 && adding.length === 0) return undefined;
  let detail = '';
  const fields: FieldRef[] = [];
  if (keeping.length > 0) {
    detail = `${nameContainers(keeping)} must set securityContext.capabilities.drop=["ALL"]`;
    for (const container of keeping) fields.push(contextField(container, 'capabilities', 'drop'));
  }
  if (adding.length > 0) {
    if (keeping.length > 0) detail += '; ';
    const names = joinQuote(addedBeyond(adding, ADDABLE));
    detail += `${nameContainers(adding)} must not include ${names} in securityContext.capabilities.add`;
    fields.push(...addedFields(adding, ADDABLE));
  }
  return { reason: 'unrestricted capabilities', detail, fields };
}

function keepsSome({ security }: SubjectContainer): boolean {
  for (const name of listOf(objectOf(security.capabilities).drop)) {
    if (name === 'ALL') return false;
  }
  return true;
}
