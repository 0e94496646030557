import type { Breach, Check } from '../check.ts';
import { podField } from '../fields.ts';
import type { Subject } from '../subject.ts';
import { textOf } from '../values.ts';
import { compareBytes, goQuote, pluralize } from '../words.ts';
import { forbidOtherProfiles } from './seccompProfile.ts';

/**
 * Nothing may switch the seccomp filter off. Up to v1.18 the profile was an annotation, of the
 * pod or of a container that the pod has, and only the annotation is looked at; from v1.19 on
 * only the fields are.
 *
 * Annotations: seccomp.security.alpha.kubernetes.io/pod,
 * container.seccomp.security.alpha.kubernetes.io/NAME. Allowed: absent, runtime/default,
 * docker/default, localhost/*; not the empty string.
 * Fields: spec.securityContext.seccompProfile.type and that of every container.
 * Allowed: no profile, RuntimeDefault, Localhost.
 */
export const seccompProfileBaseline: Check = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  about: ['annotations', 'seccompProfile'],
  versions: [
    { since: 0, check: forbidOtherAnnotations },
    {
      since: 19,
      check: forbidOtherProfiles,
      change: {
        effect: 'stricter',
        says: 'A seccompProfile, where one is set, must be RuntimeDefault or Localhost; the old annotations no longer count.',
      },
    },
  ],
};

const POD_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_PREFIX = 'container.seccomp.security.alpha.kubernetes.io/';

function forbidOtherAnnotations(subject: Subject): Breach | undefined {
  const { annotations, containers } = subject;
  const keys = [POD_ANNOTATION, ...containers.map(({ name }) => `${CONTAINER_PREFIX}${name}`)];
  const bad = [...new Set(keys)].filter(
    (key) => Object.hasOwn(annotations, key) && !isAllowed(textOf(annotations[key])),
  );
  if (bad.length === 0) return undefined;
  const settings = bad.map((key) => `${key}=${goQuote(textOf(annotations[key]))}`);
  const noun = pluralize('annotation', 'annotations', bad.length);
  return {
    reason: 'seccompProfile',
    detail: `forbidden ${noun} ${settings.sort(compareBytes).join(', ')}`,
    fields: bad.map((key) => podField(annotations[key], 'metadata', 'annotations', key)),
  };
}

function isAllowed(profile: string): boolean {
  return (
    profile === 'runtime/default' ||
    profile === 'docker/default' ||
    profile.startsWith('localhost/')
  );
}
