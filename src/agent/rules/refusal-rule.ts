import type { DecodeError } from '../../kube/decode/decode.ts';
import type { Fault } from '../../kube/faults.ts';
import type { Place } from '../../kube/field-path.ts';

/** The rules that say in words of their own why the API server refuses a Deployment. */
export type RefusalRule =
  | 'bad-type'
  | 'bad-quantity'
  | 'bad-name'
  | 'env-not-string'
  | 'duplicate-volume'
  | 'duplicate-mount-path'
  | 'mount-without-volume'
  | 'seccomp-localhost';

/** The rule to which something belongs that the API server cannot decode. */
export function ruleOfError({ path, wanted }: DecodeError): RefusalRule {
  if (wanted === 'resource.Quantity') return 'bad-quantity';
  return isItemOf(path, 'env', 'value') && wanted === 'string' ? 'env-not-string' : 'bad-type';
}

/** The rule to which a fault of a Deployment belongs; undefined for what has none of its own. */
export function ruleOfFault({ kind, path, message }: Fault): RefusalRule | undefined {
  if (isItemOf(path, 'volumes', 'name')) {
    return kind === 'Duplicate value' ? 'duplicate-volume' : 'bad-name';
  }
  if (isItemOf(path, 'volumeMounts', 'name')) {
    return kind === 'Not found' ? 'mount-without-volume' : undefined;
  }
  if (isItemOf(path, 'volumeMounts', 'mountPath')) {
    return message.endsWith('must be unique') ? 'duplicate-mount-path' : undefined;
  }
  const [last, before] = [path.at(-1), path.at(-2)];
  if (last === 'localhostProfile' && before === 'seccompProfile') return 'seccomp-localhost';
  if (isItemOf(path, 'containers', 'name') || isItemOf(path, 'initContainers', 'name')) {
    return kind === 'Duplicate value' ? undefined : 'bad-name';
  }
  if (path.length === 2 && before === 'metadata' && last === 'name') return 'bad-name';
  const isAmount = path.includes('resources') || last === 'sizeLimit';
  const isNegative = message.endsWith('must be greater than or equal to 0');
  return isAmount && isNegative ? 'bad-quantity' : undefined;
}

/** Whether a place is a field of an item of a list. */
function isItemOf(path: Place, list: string, field: string): boolean {
  return path.at(-1) === field && typeof path.at(-2) === 'number' && path.at(-3) === list;
}
