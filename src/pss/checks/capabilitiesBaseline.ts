import type { Breach, Check } from '../check.ts';
import { nameContainers } from '../setters.ts';
import type { Subject } from '../subject.ts';
import { joinQuote } from '../words.ts';
import { addedBeyond, addedFields, addsBeyond } from './capabilities.ts';

/**
 * Containers may add only capabilities that container runtimes grant anyway. Names are compared
 * exactly: neither lower case nor a CAP_ prefix is understood.
 *
 * Fields: containers[*].securityContext.capabilities.add. Allowed: unset, the names below.
 */
export const capabilitiesBaseline: Check = {
  id: 'capabilities_baseline',
  level: 'baseline',
  about: ['capabilities'],
  versions: [{ since: 0, check: forbidOthers }],
};

const DEFAULT_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

const addsOthers = addsBeyond(DEFAULT_CAPABILITIES);

function forbidOthers({ containers }: Subject): Breach | undefined {
  const bad = containers.filter(addsOthers);
  if (bad.length === 0) return undefined;
  const names = joinQuote(addedBeyond(bad, DEFAULT_CAPABILITIES));
  return {
    reason: 'non-default capabilities',
    detail: `${nameContainers(bad)} must not include ${names} in securityContext.capabilities.add`,
    fields: addedFields(bad, DEFAULT_CAPABILITIES),
  };
}
