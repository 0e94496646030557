import type { Place } from '../../kube/field-path.ts';
import type { Refusal } from '../judge/deployment/refusals.ts';

/** The rules that say, each of one kind of mistake, why the API server refuses a Deployment. */
export type RefusalRule =
  | 'bad-type'
  | 'bad-quantity'
  | 'bad-name'
  | 'env-not-string'
  | 'duplicate-volume'
  | 'duplicate-mount-path'
  | 'mount-without-volume'
  | 'seccomp-localhost'
  | 'invalid-field';

/** The one rule to which a refusal belongs. */
export function ruleOf({ wanted, kind, place, message }: Refusal): RefusalRule {
  if (wanted !== undefined) return ruleOfType(place, wanted.wanted);
  if (kind === 'Unsupported value') return 'bad-type';
  if (isItemOf(place, 'volumes', 'name')) {
    return kind === 'Duplicate value' ? 'duplicate-volume' : 'bad-name';
  }
  if (isItemOf(place, 'volumeMounts', 'name') && kind === 'Not found')
    return 'mount-without-volume';
  if (isItemOf(place, 'volumeMounts', 'mountPath') && message.endsWith('must be unique')) {
    return 'duplicate-mount-path';
  }
  const [last, before] = [place.at(-1), place.at(-2)];
  if (last === 'localhostProfile' && before === 'seccompProfile') return 'seccomp-localhost';
  const isContainer =
    isItemOf(place, 'containers', 'name') || isItemOf(place, 'initContainers', 'name');
  if (isContainer && kind !== 'Duplicate value') return 'bad-name';
  if (place.length === 2 && before === 'metadata' && last === 'name') return 'bad-name';
  if (last === 'sizeLimit' && kind === 'Forbidden') return 'bad-quantity';
  const isNegative = message.endsWith('must be greater than or equal to 0');
  return place.includes('resources') && isNegative ? 'bad-quantity' : 'invalid-field';
}

function ruleOfType(place: Place, wanted: string): RefusalRule {
  if (wanted === 'resource.Quantity') return 'bad-quantity';
  return isItemOf(place, 'env', 'value') && wanted === 'string' ? 'env-not-string' : 'bad-type';
}

/** Whether a place is a field of an item of a list. */
function isItemOf(place: Place, list: string, field: string): boolean {
  return place.at(-1) === field && typeof place.at(-2) === 'number' && place.at(-3) === list;
}
