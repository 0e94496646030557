import type { Breach, Check, FieldRef } from '../check.ts';
import { podField } from '../fields.ts';
import { ALLOWED_VOLUME_SOURCES, RESTRICTED_VOLUME_SOURCES, type Volume } from '../pod.ts';
import { indexesWhere, isSet, listOf, objectOf, type Subject } from '../subject.ts';
import { joinQuote, pluralize, sortedSet } from '../words.ts';
import { volumesAt } from './volumes.ts';

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
  versions: [{ since: 0, check: requireAllowedSource, overrides: ['hostPathVolumes'] }],
};

type MaybeVolume = Volume | null | undefined;

function requireAllowedSource(subject: Subject): Breach | undefined {
  const volumes = listOf(subject.spec.volumes);
  const bad = indexesWhere(volumes, isRestricted);
  if (bad.length === 0) return undefined;
  const types = sortedSet(volumes.filter(isRestricted).map(typeOf));
  const use = pluralize('uses', 'use', bad.length);
  const noun = pluralize('restricted volume type', 'restricted volume types', types.length);
  return {
    reason: 'restricted volume types',
    detail: `${volumesAt(subject, bad)} ${use} ${noun} ${joinQuote(types)}`,
    fields: bad.flatMap((index) => sourceFields(subject, volumes[index], index)),
  };
}

function isRestricted(volume: MaybeVolume): boolean {
  const sources = objectOf(volume);
  for (const key in sources) {
    if (isAllowed(key) && isSet(sources[key])) return false;
  }
  return true;
}

const ALLOWED: ReadonlySet<string> = new Set(ALLOWED_VOLUME_SOURCES);

function isAllowed(key: string): key is (typeof ALLOWED_VOLUME_SOURCES)[number] {
  return ALLOWED.has(key);
}

function sourcesOf(volume: MaybeVolume) {
  return RESTRICTED_VOLUME_SOURCES.filter((source) => isSet(volume?.[source]));
}

function typeOf(volume: MaybeVolume): string {
  return sourcesOf(volume)[0] ?? 'unknown';
}

/** The sources at fault, or the volume itself if it has none that we know. */
function sourceFields(subject: Subject, volume: MaybeVolume, index: number): readonly FieldRef[] {
  const sources = sourcesOf(volume);
  if (sources.length === 0) return [podField(subject, ['spec', 'volumes', index])];
  return sources.map((source) => podField(subject, ['spec', 'volumes', index, source]));
}
