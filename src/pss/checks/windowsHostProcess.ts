import type { Breach, Check } from '../check.ts';
import { setterFields, setters } from '../fields.ts';
import type { CommonSecurityContext } from '../pod.ts';
import { indexesWhere, type Subject } from '../subject.ts';

/**
 * Windows containers must not run as processes of the node.
 *
 * Fields: spec.securityContext.windowsOptions.hostProcess and that of every container.
 * Allowed: unset, false.
 */
export const windowsHostProcess: Check = {
  id: 'windowsHostProcess',
  level: 'baseline',
  versions: [{ since: 0, check: forbidHostProcess }],
};

function forbidHostProcess(subject: Subject): Breach | undefined {
  const pod = isHostProcess(subject.security);
  const containers = indexesWhere(subject.contexts, isHostProcess);
  if (!pod && containers.length === 0) return undefined;
  return {
    reason: 'hostProcess',
    detail: `${setters(subject, pod, containers)} must not set securityContext.windowsOptions.hostProcess=true`,
    fields: setterFields(subject, pod, containers, ['windowsOptions', 'hostProcess']),
  };
}

function isHostProcess(context: CommonSecurityContext): boolean {
  return context.windowsOptions?.hostProcess === true;
}
