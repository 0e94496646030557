import type { FieldPath } from '../field-path.ts';
import { type Fields, fieldsAt, isPresent, structAt, structsAt, textAt } from '../fields.ts';
import { quoted } from '../go-text.ts';
import { annotatedAppArmor, sameProfile } from '../validate/apparmor-annotation.ts';
import { profileAnnotations } from '../validate/profiles.ts';
import { fraction } from './fraction.ts';
import { type Warning, type Warnings, warningAt } from './warning.ts';

/** What a container's warnings depend on besides it. */
export interface Surroundings {
  readonly annotations: ReadonlyMap<string, string>;
  readonly annotationPath: FieldPath;
  readonly spec: Fields;
  readonly isTemplate: boolean;
}

export function containerWarnings(container: Fields, path: FieldPath, pod: Surroundings): Warnings {
  const resources = fieldsAt(container, 'resources');
  const place = path.child('resources');
  return [
    ...seccomp(container, pod),
    ...(pod.isTemplate ? appArmor(container, pod) : []),
    ...['memory', 'ephemeral-storage'].flatMap((name) =>
      ['limits', 'requests'].flatMap((list) =>
        fraction(fieldsAt(resources, list)[name], place.child(list).key(name)),
      ),
    ),
    ...hiddenVariables(container, path.child('env')),
  ];
}

function seccomp(container: Fields, pod: Surroundings): readonly Warning[] {
  const key = `${profileAnnotations.seccompContainer}${textAt(container, 'name')}`;
  const words = 'non-functional in v1.27+; use the "seccompProfile" field instead';
  return pod.annotations.has(key) &&
    !isPresent(fieldsAt(container, 'securityContext'), 'seccompProfile')
    ? [warningAt(pod.annotationPath.key(key), words)]
    : [];
}

function appArmor(container: Fields, pod: Surroundings): readonly Warning[] {
  const key = `${profileAnnotations.appArmorContainer}${textAt(container, 'name')}`;
  const annotation = pod.annotations.get(key);
  const own = isPresent(fieldsAt(container, 'securityContext'), 'appArmorProfile');
  const ofPod = structAt(fieldsAt(pod.spec, 'securityContext'), 'appArmorProfile');
  if (annotation === undefined || own) return [];
  return ofPod !== undefined && sameProfile(ofPod, annotatedAppArmor(annotation))
    ? []
    : [warningAt(pod.annotationPath.key(key), APPARMOR_DEPRECATED)];
}

export const APPARMOR_DEPRECATED =
  'deprecated since v1.30; use the "appArmorProfile" field instead';

/** A later variable of the same name hides an earlier one, unless it is made of it. */
function hiddenVariables(container: Fields, path: FieldPath): Warnings {
  const names = new Set<string>();
  return structsAt(container, 'env').flatMap((variable, index) => {
    const name = textAt(variable, 'name');
    const known = names.has(name);
    names.add(name);
    if (!known || extendsItself(variable, `$(${name})`)) return [];
    const words = `hides previous definition of ${quoted(name)}, which may be dropped when using apply`;
    return [warningAt(path.index(index), words)];
  });
}

function extendsItself(variable: Fields, reference: string): boolean {
  const value = textAt(variable, 'value');
  return !isPresent(variable, 'valueFrom') && value !== reference && value.includes(reference);
}
