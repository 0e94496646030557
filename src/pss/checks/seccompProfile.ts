import type { Breach } from '../check.ts';
import { nameSetters, setterFields, settersWhere, settingsOf } from '../setters.ts';
import type { SecurityFields, Subject } from '../subject.ts';
import { isSet, objectOf, textOf } from '../values.ts';
import { joinQuote, sortedSet } from '../words.ts';

/** What both levels forbid from v1.19 on: a profile, where one is set, that confines nothing. */
export function forbidOtherProfiles(subject: Subject): Breach | undefined {
  const bad = settersWhere(subject, isBad);
  if (bad === undefined) return undefined;
  const types = settingsOf(subject, bad).map((setting) =>
    textOf(objectOf(setting.seccompProfile).type),
  );
  return {
    reason: 'seccompProfile',
    detail: `${nameSetters(bad)} must not set securityContext.seccompProfile.type to ${joinQuote(sortedSet(types))}`,
    fields: setterFields(subject, bad, 'seccompProfile', 'type'),
  };
}

function isBad({ seccompProfile }: SecurityFields): boolean {
  if (!isSet(seccompProfile)) return false;
  const { type } = objectOf(seccompProfile);
  return type !== 'RuntimeDefault' && type !== 'Localhost';
}
