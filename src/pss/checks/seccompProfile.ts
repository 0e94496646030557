import type { Breach } from '../check.ts';
import { setterFields, setters } from '../fields.ts';
import type { CommonSecurityContext } from '../pod.ts';
import { indexesWhere, isSet, objectOf, type Subject, textOf } from '../subject.ts';
import { joinQuote, sortedSet } from '../words.ts';

/** What both levels forbid from v1.19 on: a profile, where one is set, that confines nothing. */
export function forbidOtherProfiles(subject: Subject): Breach | undefined {
  const pod = isBad(subject.security);
  const containers = indexesWhere(subject.contexts, isBad);
  if (!pod && containers.length === 0) return undefined;
  const values = sortedSet(
    [subject.security, ...subject.contexts]
      .filter(isBad)
      .map(({ seccompProfile }) => textOf(objectOf(seccompProfile).type)),
  );
  return {
    reason: 'seccompProfile',
    detail: `${setters(subject, pod, containers)} must not set securityContext.seccompProfile.type to ${joinQuote(values)}`,
    fields: setterFields(subject, pod, containers, ['seccompProfile', 'type']),
  };
}

export function isProfileUnset({ seccompProfile }: CommonSecurityContext): boolean {
  return !isSet(seccompProfile);
}

function isBad({ seccompProfile }: CommonSecurityContext): boolean {
  return (
    isSet(seccompProfile) &&
    seccompProfile.type !== 'RuntimeDefault' &&
    seccompProfile.type !== 'Localhost'
  );
}
