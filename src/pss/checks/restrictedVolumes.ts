import type { Breach, Check, FieldRef } from '../check.ts';
import { podField } from '../fields.ts';
import { ALLOWED_VOLUME_SOURCES, RESTRICTED_VOLUME_SOURCES } from '../pod.ts';
import type { Subject } from '../subject.ts';
import { type Fields, indexesWhere, isSet, objectOf } from '../values.ts';
import { joinQuote, pluralize, sortedSet } from '../words.ts';
import { nameVolumes } from './volumes.ts';

/**
 * Volumes must be of a type that neither reaches into the node nor needs node-wide rights to
 * mount. One allowed source is enough, whatever else the volume names (the API refuses two).
 * A volume without any source that we know is refused as unknown.
 *
 * Fields: spec.volumes[*]. Allowed: the sources of ALLOWED_VOLUME_SOURCES.
 */
export const restrictedVolumes: Check = {
  id: 'restrictedVolumes',
  level: 'restricted',
  about: ['volumes'],
  versions: [{ since: 0, check: requireAllowedSource, overrides: ['hostPathVolumes'] }],
};

const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_VOLUME_SOURCES);

function requireAllowedSource({ volumes }: Subject): Breach | undefined {
  const bad = indexesWhere(volumes, isRestricted);
  if (bad.length === 0) return undefined;
  const types: string[] = [];
  const fields: FieldRef[] = [];
  for (const index of bad) {
    const volume = objectOf(volumes[index]);
    const sources = restrictedSourcesOf(volume);
    types.push(sources[0] ?? 'unknown');
    for (const source of sources) {
      fields.push(podField(volume[source], 'spec', 'volumes', index, source));
    }
    if (sources.length === 0) fields.push(podField(volumes[index], 'spec', 'volumes', index));
  }
  const use = pluralize('uses', 'use', bad.length);
  const values = sortedSet(types);
  const noun = pluralize('restricted volume type', 'restricted volume types', values.length);
  return {
    reason: 'restricted volume types',
    detail: `${nameVolumes(volumes, bad)} ${use} ${noun} ${joinQuote(values)}`,
    fields,
  };
}

function isRestricted(volume: unknown): boolean {
  const sources = objectOf(volume);
  for (const key in sources) {
    if (ALLOWED.has(key) && isSet(sources[key])) return false;
  }
  return true;
}

/** The restricted sources that a volume names; the API refuses more than one. */
function restrictedSourcesOf(volume: Fields): readonly string[] {
  const named = Object.keys(volume).filter((key) => isSet(volume[key]));
  return RESTRICTED_VOLUME_SOURCES.filter((source) => named.includes(source));
}
