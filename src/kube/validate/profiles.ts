import {
  type Fault,
  type Faults,
  forbidden,
  invalid,
  required,
  tooLong,
  unsupported,
} from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, optionalText, structAt, textAt, textEntries } from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { byteLength } from '../names.ts';
import { localPath } from './paths.ts';
import { containersOf } from './visit.ts';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
/** The longest path that Linux takes, without the byte at its end. */
const LONGEST_PROFILE = 4095;

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APPARMOR_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';

export const profileAnnotations = {
  seccompPod: SECCOMP_POD,
  seccompContainer: SECCOMP_CONTAINER,
  appArmorContainer: APPARMOR_CONTAINER,
} as const;

export function seccompProfile(context: Fields, within: FieldPath): Faults {
  const profile = structAt(context, 'seccompProfile');
  if (profile === undefined) return [];
  const path = within.child('seccompProfile');
  const type = textAt(profile, 'type');
  const file = optionalText(profile, 'localhostProfile');
  const place = path.child('localhostProfile');
  return [
    ...profileType(type, 'type is required when seccompProfile is set', path.child('type')),
    ...(type === 'Localhost' && file === undefined
      ? [required(place, 'must be set when seccomp type is Localhost')]
      : []),
    ...(type === 'Localhost' && file !== undefined ? localPath(file, place) : []),
    ...(type !== 'Localhost' && file !== undefined
      ? [
          invalid(
            place,
            json({ Type: type, LocalhostProfile: file }),
            'can only be set when seccomp type is Localhost',
          ),
        ]
      : []),
  ];
}

function profileType(type: string, missing: string, path: FieldPath): Faults {
  if (type === '') return [required(path, missing)];
  return TYPES.includes(type) ? [] : [unsupported(path, json(type), TYPES)];
}

export function appArmorProfile(context: Fields, within: FieldPath): Faults {
  const profile = structAt(context, 'appArmorProfile');
  if (profile === undefined) return [];
  const path = within.child('appArmorProfile');
  const type = textAt(profile, 'type');
  const file = optionalText(profile, 'localhostProfile');
  const place = path.child('localhostProfile');
  if (type === 'Localhost') return localAppArmor(file, place);
  if (type !== 'RuntimeDefault' && type !== 'Unconfined') {
    return profileType(type, 'type is required when appArmorProfile is set', path.child('type'));
  }
  return file === undefined
    ? []
    : [invalid(place, json(file), 'can only be set when AppArmor type is Localhost')];
}

function localAppArmor(file: string | undefined, path: FieldPath): Faults {
  const missing = required(path, 'must be set when AppArmor type is Localhost');
  if (file === undefined) return [missing];
  const padded = file.trim() !== file;
  return [
    ...(padded ? [invalid(path, quoted(file), 'must not be padded with whitespace')] : []),
    ...(file === '' ? [missing] : []),
    ...(byteLength(file) > LONGEST_PROFILE ? [tooLong(path, LONGEST_PROFILE)] : []),
  ];
}

/** The annotations that once were profiles. */
export function seccompAnnotations(meta: Fields, path: FieldPath): Faults {
  const entries = textEntries(meta, 'annotations');
  const pod = entries.filter(([key]) => key === SECCOMP_POD);
  const containers = entries.filter(([key]) => key.startsWith(SECCOMP_CONTAINER));
  return [...pod, ...containers].flatMap(([key, profile]) =>
    seccompAnnotation(profile, path.child(key)),
  );
}

function seccompAnnotation(profile: string, path: FieldPath): Faults {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return [];
  return profile.startsWith('localhost/')
    ? localPath(profile.slice('localhost/'.length), path)
    : [invalid(path, quoted(profile), 'must be a valid seccomp profile')];
}

export function appArmorAnnotations(meta: Fields, spec: Fields, path: FieldPath): Faults {
  const names = new Set(containersOf(spec).map(({ container }) => textAt(container, 'name')));
  return textEntries(meta, 'annotations').flatMap(([key, profile]): Faults => {
    if (!key.startsWith(APPARMOR_CONTAINER)) return [];
    const name = key.slice(APPARMOR_CONTAINER.length);
    const known =
      ['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith('localhost/');
    return [
      ...(names.has(name) ? [] : [invalid(path.key(key), quoted(name), 'container not found')]),
      ...(known
        ? []
        : [
            invalid(
              path.key(key),
              quoted(profile),
              `invalid AppArmor profile name: ${quoted(profile)}`,
            ),
          ]),
    ];
  });
}

/** Where both an annotation and a field say what the profile is, they must say the same. */
export function profilesAgree(meta: Fields, spec: Fields, path: FieldPath): Faults {
  const annotations = new Map(textEntries(meta, 'annotations'));
  const podContext = structAt(spec, 'securityContext') ?? {};
  const seccompPlaces = containersOf(spec, path).map(({ container, path: place }) => ({
    key: `${SECCOMP_CONTAINER}${textAt(container, 'name')}`,
    context: structAt(container, 'securityContext') ?? {},
    place,
  }));
  return [
    ...agree(annotations.get(SECCOMP_POD), podContext, 'seccomp', path),
    ...seccompPlaces.flatMap(({ key, context, place }) =>
      agree(annotations.get(key), context, 'seccomp', place),
    ),
    ...(textAt(structAt(spec, 'os') ?? {}, 'name') === 'windows'
      ? []
      : appArmorAgrees(annotations, podContext, spec, path)),
  ];
}

function appArmorAgrees(
  annotations: ReadonlyMap<string, string>,
  podContext: Fields,
  spec: Fields,
  path: FieldPath,
): Faults {
  return containersOf(spec, path).flatMap(({ container, path: place }) => {
    const own = structAt(container, 'securityContext') ?? {};
    const context = structAt(own, 'appArmorProfile') === undefined ? podContext : own;
    const key = `${APPARMOR_CONTAINER}${textAt(container, 'name')}`;
    return agree(annotations.get(key), context, 'apparmor', place);
  });
}

function agree(
  annotation: string | undefined,
  context: Fields,
  kind: 'seccomp' | 'apparmor',
  within: FieldPath,
): readonly Fault[] {
  const name = kind === 'seccomp' ? 'seccompProfile' : 'appArmorProfile';
  const profile = structAt(context, name);
  if (annotation === undefined || profile === undefined) return [];
  const path = within.child('securityContext').child(name);
  const typeDiffers = [
    forbidden(path.child('type'), `${kind} type in annotation and field must match`),
  ];
  const prefix = 'localhost/';
  switch (textAt(profile, 'type')) {
    case 'Unconfined':
      return annotation === 'unconfined' ? [] : typeDiffers;
    case 'RuntimeDefault': {
      const docker = kind === 'seccomp' && annotation === 'docker/default';
      return annotation === 'runtime/default' || docker ? [] : typeDiffers;
    }
    case 'Localhost':
      if (!annotation.startsWith(prefix)) return typeDiffers;
      return annotation.slice(prefix.length) === optionalText(profile, 'localhostProfile')
        ? []
        : [
            forbidden(
              path.child('localhostProfile'),
              `${kind} profile in annotation and field must match`,
            ),
          ];
    default:
      return [];
  }
}
