import type { Breach, Check } from '../check.ts';
import { nameContainers, setterFields } from '../setters.ts';
import type { Subject } from '../subject.ts';
import { isSet } from '../values.ts';
import { unlessWindows } from './exempt.ts';
import { forbidOtherProfiles } from './seccompProfile.ts';

/**
 * Every container must run under a seccomp filter: each names a profile, or the pod does for
 * those that don't. A bad value fails wherever it stands, even where every container overrides
 * it. Windows pods are exempt from v1.25 on.
 *
 * Fields: spec.securityContext.seccompProfile.type and that of every container.
 * Allowed: RuntimeDefault, Localhost; unset in containers if the pod has a profile; unset in
 * the pod if they all have one.
 */
export const seccompProfileRestricted: Check = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  versions: [
    {
      since: 19,
      check: requireProfile,
      overrides: ['seccompProfile_baseline'],
      change: {
        effect: 'stricter',
        says: 'The pod or every container must set seccompProfile to RuntimeDefault or Localhost; the old annotations no longer count.',
      },
    },
    {
      since: 25,
      check: unlessWindows(requireProfile),
      overrides: ['seccompProfile_baseline'],
      change: {
        effect: 'looser',
        says: 'Windows pods no longer have to set a seccompProfile.',
      },
    },
  ],
};

function requireProfile(subject: Subject): Breach | undefined {
  return forbidOtherProfiles(subject) ?? requireOne(subject);
}

/** Asked only of pods without a bad profile, so one that is set is a good one. */
function requireOne(subject: Subject): Breach | undefined {
  if (isSet(subject.security.seccompProfile)) return undefined;
  const containers = subject.containers.filter(({ security }) => !isSet(security.seccompProfile));
  if (containers.length === 0) return undefined;
  return {
    reason: 'seccompProfile',
    detail: `pod or ${nameContainers(containers)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
    fields: setterFields(subject, { pod: true, containers }, 'seccompProfile', 'type'),
  };
}
