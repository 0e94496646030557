import type { Breach, Check } from '../check.ts';
import { podField } from '../fields.ts';
import type { Volume } from '../pod.ts';
import { indexesWhere, isSet, listOf, type Subject } from '../subject.ts';
import { volumesAt } from './volumes.ts';

/**
 * Volumes must not be directories or files of the node.
 *
 * Fields: spec.volumes[*].hostPath. Allowed: unset.
 */
export const hostPathVolumes: Check = {
  id: 'hostPathVolumes',
  level: 'baseline',
  versions: [{ since: 0, check: forbidHostPath }],
};

function forbidHostPath(subject: Subject): Breach | undefined {
  const bad = indexesWhere(listOf(subject.spec.volumes), isHostPath);
  if (bad.length === 0) return undefined;
  return {
    reason: 'hostPath volumes',
    detail: volumesAt(subject, bad),
    fields: bad.map((index) => podField(subject, ['spec', 'volumes', index, 'hostPath'])),
  };
}

function isHostPath(volume: Volume | null | undefined): boolean {
  return isSet(volume?.hostPath);
}
