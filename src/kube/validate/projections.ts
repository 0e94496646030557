import { type Fault, type Faults, forbidden, invalid, required } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, isPresent, optionalNumber, structAt, structsAt, textAt } from '../fields.ts';
import { clusterTrustBundle, podCertificate } from './certificates.ts';
import { fieldRef, resourceFieldRef } from './env.ts';
import { fileUser } from './file-user.ts';
import { localNonReservedPath } from './paths.ts';
import { TakenPaths } from './taken-paths.ts';

const FILE_FIELDS = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
];

/** The permissions of a file. */
export function fileMode(owner: Fields, name: string, path: FieldPath): readonly Fault[] {
  const mode = optionalNumber(owner, name);
  if (mode === undefined || (mode >= 0 && mode <= 0o777)) return [];
  const words = 'must be a number between 0 and 0777 (octal), both inclusive';
  return [invalid(path.child(name), String(mode), words)];
}

export function keyToPath(item: Fields, path: FieldPath): Faults {
  const file = textAt(item, 'path');
  return [
    ...(textAt(item, 'key') === '' ? [required(path.child('key'))] : []),
    ...(file === '' ? [required(path.child('path'))] : []),
    ...localNonReservedPath(file, path.child('path')),
    ...fileMode(item, 'mode', path),
    ...fileUser(item, 'user', path),
  ];
}

export function downwardApi(source: Fields, path: FieldPath): Faults {
  return [
    ...fileMode(source, 'defaultMode', path),
    ...fileUser(source, 'defaultUser', path),
    ...structsAt(source, 'items').flatMap((file, index) => downwardFile(file, index, path)),
  ];
}

/** Upstream names the list's owner in place of the item. */
function downwardFile(file: Fields, index: number, list: FieldPath): Faults {
  const path = list.within('items', index);
  const name = textAt(file, 'path');
  return [
    ...(name === '' ? [required(path.child('path'))] : []),
    ...localNonReservedPath(name, path.child('path')),
    ...fileSource(file, path),
    ...fileMode(file, 'mode', path),
    ...fileUser(file, 'user', path),
  ];
}

function fileSource(file: Fields, path: FieldPath): Faults {
  const field = structAt(file, 'fieldRef');
  const resource = structAt(file, 'resourceFieldRef');
  if (field === undefined && resource === undefined) {
    return [required(path, 'one of fieldRef and resourceFieldRef is required')];
  }
  if (field === undefined) {
    return resourceFieldRef(resource ?? {}, true, path.child('resourceFieldRef'));
  }
  const both = 'fieldRef and resourceFieldRef can not be specified simultaneously';
  return [
    ...fieldRef(field, FILE_FIELDS, path.child('fieldRef')),
    ...(resource === undefined ? [] : [invalid(path, '"resource"', both)]),
  ];
}

const SOURCES = [
  'secret',
  'configMap',
  'downwardAPI',
  'serviceAccountToken',
  'clusterTrustBundle',
  'podCertificate',
];

export function projected(volume: Fields, path: FieldPath): Faults {
  const taken = new TakenPaths();
  return [
    ...fileMode(volume, 'defaultMode', path),
    ...fileUser(volume, 'defaultUser', path),
    ...structsAt(volume, 'sources').flatMap((source, index) => {
      const place = path.child('sources').index(index);
      const names = SOURCES.filter((name) => isPresent(source, name));
      return [
        ...names.flatMap((name) =>
          projection(name, structAt(source, name) ?? {}, taken, path, place.child(name)),
        ),
        ...(names.length > 1
          ? [forbidden(place, 'may not specify more than 1 volume type per source')]
          : []),
      ];
    }),
  ];
}

function projection(
  kind: string,
  source: Fields,
  taken: TakenPaths,
  volume: FieldPath,
  path: FieldPath,
): Faults {
  const at = volume.at(path);
  switch (kind) {
    case 'downwardAPI':
      return structsAt(source, 'items').flatMap((file, index) => [
        ...downwardFile(file, index, path),
        ...claimIfNamed(taken, textAt(file, 'path'), textAt(file, 'path'), at),
      ]);
    case 'serviceAccountToken':
      return serviceAccountToken(source, at, path);
    case 'clusterTrustBundle':
      return clusterTrustBundle(source, taken, at, path);
    case 'podCertificate':
      return podCertificate(source, taken, at, path);
    default:
      return [
        ...(textAt(source, 'name') === '' ? [required(path.child('name'))] : []),
        ...structsAt(source, 'items').flatMap((item, index) => [
          ...keyToPath(item, path.child('items').index(index)),
          ...claimIfNamed(taken, textAt(item, 'path'), textAt(source, 'name'), at),
        ]),
      ];
  }
}

function claimIfNamed(
  taken: TakenPaths,
  path: string,
  shown: string,
  field: FieldPath,
): readonly Fault[] {
  return path === '' ? [] : taken.claim(path, shown, field);
}

const SHORTEST_TOKEN = 10 * 60;
const LONGEST_TOKEN = 2 ** 32;

function serviceAccountToken(source: Fields, volume: FieldPath, path: FieldPath): Faults {
  const seconds = optionalNumber(source, 'expirationSeconds') ?? 60 * 60;
  const file = textAt(source, 'path');
  const atSeconds = (words: string) =>
    invalid(path.child('expirationSeconds'), String(seconds), words);
  return [
    ...(seconds < SHORTEST_TOKEN
      ? [atSeconds('may not specify a duration less than 10 minutes')]
      : []),
    ...(seconds > LONGEST_TOKEN
      ? [atSeconds('may not specify a duration larger than 2^32 seconds')]
      : []),
    ...(file === ''
      ? [required(volume.child('path'))]
      : localNonReservedPath(file, volume.child('path'))),
    ...fileUser(source, 'user', path),
  ];
}
