import { FieldPath } from '../field-path.ts';
import {
  type Fields,
  fieldsAt,
  isPresent,
  structAt,
  structsAt,
  textAt,
  textEntries,
} from '../fields.ts';
import { appArmorProfile, profileAnnotations } from './profiles.ts';
import { containersOf } from './visit.ts';

const LOCALHOST = 'localhost/';

/** The profile that an annotation stands for, if it stands for one. */
export function annotatedAppArmor(annotation: string): Fields | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (!annotation.startsWith(LOCALHOST)) return undefined;
  const localhostProfile = annotation.slice(LOCALHOST.length);
  return localhostProfile === '' ? undefined : { type: 'Localhost', localhostProfile };
}

export function sameProfile(a: Fields | undefined, b: Fields | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    textAt(a, 'type') === textAt(b, 'type') &&
    a.localhostProfile === b.localhostProfile
  );
}

/** Keys of annotations that the server warns of, since they say what a field should. */
export interface AppArmorSkew {
  readonly spec: Fields;
  readonly warned: readonly string[];
}

/** Makes the annotations of a pod into fields, as servers from v1.30 on do. */
export function applyAppArmorAnnotations(meta: Fields, spec: Fields): AppArmorSkew {
  const annotations = new Map(textEntries(meta, 'annotations'));
  if (textAt(fieldsAt(spec, 'os'), 'name') === 'windows') return { spec, warned: [] };
  const ofPod = structAt(fieldsAt(spec, 'securityContext'), 'appArmorProfile');
  const warned: string[] = [];
  const apply = (container: Fields): Fields => {
    const key = `${profileAnnotations.appArmorContainer}${textAt(container, 'name')}`;
    const annotation = annotations.get(key);
    const context = fieldsAt(container, 'securityContext');
    if (annotation === undefined || isPresent(context, 'appArmorProfile')) return container;
    const profile = soundProfile(annotation);
    if (sameProfile(profile, ofPod)) return container;
    warned.push(key);
    if (profile === undefined) return container;
    return { ...container, securityContext: { ...context, appArmorProfile: profile } };
  };
  if (containersOf(spec).length === 0) return { spec, warned };
  const lists = ['initContainers', 'containers', 'ephemeralContainers'].filter((list) =>
    Array.isArray(spec[list]),
  );
  const applied = lists.map((list) => [list, structsAt(spec, list).map(apply)]);
  return { spec: { ...spec, ...Object.fromEntries(applied) }, warned };
}

function soundProfile(annotation: string): Fields | undefined {
  const profile = annotatedAppArmor(annotation);
  if (profile === undefined) return undefined;
  const faults = appArmorProfile({ appArmorProfile: profile }, FieldPath.root);
  return faults.length === 0 ? profile : undefined;
}
