import type { Breach, Check } from '../check.ts';
import { containersAt, podField, setterFields } from '../fields.ts';
import type { Annotations, CommonSecurityContext } from '../pod.ts';
import { indexesWhere, isSet, objectOf, type Subject, textOf } from '../subject.ts';
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
  versions: [{ since: 0, check: forbidOtherProfiles }],
};

const NONE: readonly string[] = [];
const ANNOTATION_PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

function forbidOtherProfiles(subject: Subject): Breach | undefined {
  const pod = hasBadProfile(subject.security);
  const containers = indexesWhere(subject.contexts, hasBadProfile);
  const annotations = badAnnotations(subject.annotations);
  if (!pod && containers.length === 0 && annotations.length === 0) return undefined;

  const settings = [subject.security, ...subject.contexts].filter(hasBadProfile);
  const values = [
    ...sortedSet(settings.map(({ appArmorProfile: profile }) => textOf(objectOf(profile).type))),
    ...annotations
      .map((key) => `${key}=${goQuote(textOf(subject.annotations[key]))}`)
      .sort(compareBytes),
  ];
  const culprits: string[] = [];
  if (pod) culprits.push('pod');
  if (containers.length > 0) culprits.push(containersAt(subject, containers));
  if (annotations.length > 0) {
    culprits.push(pluralize('annotation', 'annotations', annotations.length));
  }
  return {
    reason: pluralize('forbidden AppArmor profile', 'forbidden AppArmor profiles', values.length),
    detail: `${culprits.join(' and ')} must not set AppArmor profile type to ${joinQuote(values)}`,
    fields: [
      ...setterFields(subject, pod, containers, ['appArmorProfile', 'type']),
      ...annotations.map((key) => podField(subject, ['metadata', 'annotations', key])),
    ],
  };
}

function hasBadProfile({ appArmorProfile: profile }: CommonSecurityContext): boolean {
  return isSet(profile) && profile.type !== 'RuntimeDefault' && profile.type !== 'Localhost';
}

function badAnnotations(annotations: Annotations): readonly string[] {
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
