import type { Breach, Check } from '../check.ts';
import { podField } from '../fields.ts';
import type { Subject } from '../subject.ts';

/**
 * Pods must not share the node's network, processes or IPC. Sharing processes among the
 * containers of one pod is another matter and allowed.
 *
 * Fields: spec.hostNetwork, spec.hostPID, spec.hostIPC. Allowed: unset, false.
 */
export const hostNamespaces: Check = {
  id: 'hostNamespaces',
  level: 'baseline',
  about: ['hostIPC', 'hostNetwork', 'hostPID'],
  versions: [{ since: 0, check: forbidSharing }],
};

const NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

function forbidSharing(subject: Subject): Breach | undefined {
  const shared = NAMESPACES.filter((namespace) => subject[namespace] === true);
  if (shared.length === 0) return undefined;
  return {
    reason: 'host namespaces',
    detail: shared.map((namespace) => `${namespace}=true`).join(', '),
    fields: shared.map((namespace) => podField(subject[namespace], 'spec', namespace)),
  };
}
