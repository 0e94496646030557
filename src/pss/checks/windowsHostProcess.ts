import type { Breach, Check } from '../check.ts';
import { nameSetters, setterFields, settersWhere } from '../setters.ts';
import type { SecurityFields, Subject } from '../subject.ts';
import { objectOf } from '../values.ts';

/**
 * Windows containers must not run as processes of the node.
 *
 * Fields: spec.securityContext.windowsOptions.hostProcess and that of every container.
 * Allowed: unset, false.
 */
export const windowsHostProcess: Check = {
  id: 'windowsHostProcess',
  level: 'baseline',
  about: ['windowsOptions'],
  versions: [{ since: 0, check: forbidHostProcess }],
};

function forbidHostProcess(subject: Subject): Breach | undefined {
  const bad = settersWhere(subject, isHostProcess);
  if (bad === undefined) return undefined;
  return {
    reason: 'hostProcess',
    detail: `${nameSetters(bad)} must not set securityContext.windowsOptions.hostProcess=true`,
    fields: setterFields(subject, bad, 'windowsOptions', 'hostProcess'),
  };
}

function isHostProcess({ windowsOptions }: SecurityFields): boolean {
  return objectOf(windowsOptions).hostProcess === true;
}
