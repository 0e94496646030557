import { isObject, mapItems, withContainers, withInitContainers, withSpec } from './defaults.ts';
import type { Container, Pod, ProfileField } from './pod.ts';
import { isSet, objectOf, textOf } from './values.ts';

/**
 * What servers from v1.30 on do with the AppArmor annotations of a new Pod (not of a template)
 * before they judge it: a container without the field that replaced its annotation gets the
 * field, unless the pod's own field already says the same. So an `unconfined` annotation is
 * reported twice: as the container's and as the annotation's.
 */
export function applyAppArmorVersionSkew(pod: Pod): Pod {
  const annotations = objectOf(objectOf(objectOf(pod).metadata).annotations);
  const prefix = 'container.apparmor.security.beta.kubernetes.io/';
  return withSpec(pod, (spec) => {
    if (spec.os?.name === 'windows') return spec;
    const podProfile = spec.securityContext?.appArmorProfile;

    const withField = (container: Container | null | undefined) => {
      if (!isObject(container)) return container;
      const context = container.securityContext;
      if (isSet(context) && (!isObject(context) || isSet(context.appArmorProfile)))
        return container;
      const profile = profileOf(textOf(annotations[`${prefix}${textOf(container.name)}`]));
      if (profile === undefined || isSame(profile, podProfile)) return container;
      return { ...container, securityContext: { ...context, appArmorProfile: profile } };
    };

    const changed = withContainers(withInitContainers(spec, withField), withField);
    if (!isSet(spec.ephemeralContainers)) return changed;
    return { ...changed, ephemeralContainers: mapItems(spec.ephemeralContainers, withField) };
  });
}

const LOCALHOST = 'localhost/';

/** The longest profile name that the API takes: the longest path of a file on Linux. */
const LONGEST_NAME = 4095;

/** The field that an annotation stands for; undefined if it stands for none that is valid. */
function profileOf(annotation: string): ProfileField | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (!annotation.startsWith(LOCALHOST)) return undefined;
  const name = annotation.slice(LOCALHOST.length);
  if (name === '' || name !== name.trim() || name.length > LONGEST_NAME) return undefined;
  return { type: 'Localhost', localhostProfile: name };
}

function isSame(profile: ProfileField, other: ProfileField | null | undefined): boolean {
  return (
    isSet(other) &&
    other.type === profile.type &&
    textOf(other.localhostProfile) === textOf(profile.localhostProfile)
  );
}
