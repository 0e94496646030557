import type { Breach, Check } from '../check.ts';
import { podField } from '../fields.ts';
import {
  nameContainers,
  type Setters,
  setterFields,
  settersWhere,
  settingsOf,
} from '../setters.ts';
import type { SecurityFields, Subject } from '../subject.ts';
import { type Fields, isSet, objectOf, textOf } from '../values.ts';
import { compareBytes, goQuote, joinQuote, pluralize, sortedSet } from '../words.ts';

/**
 * Nothing may turn AppArmor off or choose a profile that is neither the runtime's nor a local
 * one. The annotations that the fields replaced count as well, even those for containers that
 * the pod doesn't have.
 *
 * Fields: spec.securityContext.appArmorProfile.type and that of every container; annotations
 * container.apparmor.security.beta.kubernetes.io/*. Allowed: unset, RuntimeDefault, Localhost;
 * in annotations: empty, runtime/default, localhost/*.
 */
export const appArmorProfile: Check = {
  id: 'appArmorProfile',
  level: 'baseline',
  about: ['annotations', 'appArmorProfile'],
  versions: [{ since: 0, check: forbidOtherProfiles }],
};

const NONE: readonly string[] = [];
const NOBODY: Setters = { pod: false, containers: [] };
const ANNOTATION_PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

function forbidOtherProfiles(subject: Subject): Breach | undefined {
  const setters = settersWhere(subject, hasBadProfile);
  const annotations = badAnnotations(subject.annotations);
  if (setters === undefined && annotations.length === 0) return undefined;

  const { pod, containers } = setters ?? NOBODY;
  const settings = settingsOf(subject, { pod, containers });
  const values = [
    ...sortedSet(settings.map(({ appArmorProfile }) => textOf(objectOf(appArmorProfile).type))),
    ...annotations
      .map((key) => `${key}=${goQuote(textOf(subject.annotations[key]))}`)
      .sort(compareBytes),
  ];
  const culprits: string[] = [];
  if (pod) culprits.push('pod');
  if (containers.length > 0) culprits.push(nameContainers(containers));
  if (annotations.length > 0) {
    culprits.push(pluralize('annotation', 'annotations', annotations.length));
  }
  return {
    reason: pluralize('forbidden AppArmor profile', 'forbidden AppArmor profiles', values.length),
    detail: `${culprits.join(' and ')} must not set AppArmor profile type to ${joinQuote(values)}`,
    fields: [
      ...setterFields(subject, { pod, containers }, 'appArmorProfile', 'type'),
      ...annotations.map((key) =>
        podField(subject.annotations[key], 'metadata', 'annotations', key),
      ),
    ],
  };
}

function hasBadProfile({ appArmorProfile }: SecurityFields): boolean {
  if (!isSet(appArmorProfile)) return false;
  const { type } = objectOf(appArmorProfile);
  return type !== 'RuntimeDefault' && type !== 'Localhost';
}

function badAnnotations(annotations: Fields): readonly string[] {
  let bad = NONE;
  for (const key in annotations) {
    if (key.startsWith(ANNOTATION_PREFIX) && !isAllowed(textOf(annotations[key]))) {
      bad = [...bad, key];
    }
  }
  return bad;
}

function isAllowed(profile: string): boolean {
  return profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
}
