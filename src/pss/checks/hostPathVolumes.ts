import type { Breach, Check } from '../check.ts';
import { podField } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { indexesWhere, isSet, objectOf } from '../values.ts';
import { nameVolumes } from './volumes.ts';

/**
 * Volumes must not be directories or files of the node.
 *
 * Fields: spec.volumes[*].hostPath. Allowed: unset.
 */
export const hostPathVolumes: Check = {
  id: 'hostPathVolumes',
  level: 'baseline',
  about: ['volumes'],
  versions: [{ since: 0, check: forbidHostPath }],
};

function forbidHostPath({ volumes }: Subject): Breach | undefined {
  const bad = indexesWhere(volumes, isHostPath);
  if (bad.length === 0) return undefined;
  return {
    reason: 'hostPath volumes',
    detail: nameVolumes(volumes, bad),
    fields: bad.map((index) =>
      podField(hostPathOf(volumes[index]), 'spec', 'volumes', index, 'hostPath'),
    ),
  };
}

function isHostPath(volume: unknown): boolean {
  return isSet(hostPathOf(volume));
}

function hostPathOf(volume: unknown): unknown {
  return objectOf(volume).hostPath;
}
