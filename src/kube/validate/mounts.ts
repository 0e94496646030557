import { type Faults, forbidden, invalid, notFound, required, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  fieldsAt,
  isPresent,
  isTrue,
  optionalText,
  structsAt,
  textAt,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { localPath, noBacksteps } from './paths.ts';

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIVE_READ_ONLY = ['Disabled', 'Enabled', 'IfPossible'];

/** The volumes of a pod that have no fault of their own, by name. */
export type Volumes = ReadonlyMap<string, Fields>;

export function volumeMounts(container: Fields, volumes: Volumes, path: FieldPath): Faults {
  const devices = structsAt(container, 'volumeDevices');
  const seen = new Set<string>();
  return structsAt(container, 'volumeMounts').flatMap((mount, index) => {
    const place = path.index(index);
    const name = textAt(mount, 'name');
    const mountPath = textAt(mount, 'mountPath');
    const repeated = seen.has(mountPath);
    seen.add(mountPath);
    return [
      ...(name === '' ? [required(place.child('name'))] : []),
      ...(volumes.has(name) ? [] : [notFound(place.child('name'), quoted(name))]),
      ...(mountPath === '' ? [required(place.child('mountPath'))] : []),
      ...(repeated ? [invalid(place.child('mountPath'), quoted(mountPath), 'must be unique')] : []),
      ...(devices.some((device) => textAt(device, 'name') === name)
        ? [invalid(place.child('name'), quoted(name), 'must not already exist in volumeDevices')]
        : []),
      ...(lastDevices(devices).includes(mountPath)
        ? [
            invalid(
              place.child('mountPath'),
              quoted(mountPath),
              'must not already exist as a path in volumeDevices',
            ),
          ]
        : []),
      ...subPaths(mount, path, index),
      ...propagation(mount, container, path.child('mountPropagation', [index, 'mountPropagation'])),
      ...recursiveReadOnly(mount, path.child('recursiveReadOnly', [index, 'recursiveReadOnly'])),
    ];
  });
}

/** The path of each device; of several devices with one name, the last one's. */
function lastDevices(devices: readonly Fields[], name = 'devicePath'): readonly string[] {
  return [...new Map(devices.map((one) => [textAt(one, 'name'), textAt(one, name)])).values()];
}

function subPaths(mount: Fields, path: FieldPath, index: number): Faults {
  const subPath = textAt(mount, 'subPath');
  const expression = textAt(mount, 'subPathExpr');
  return [
    ...(subPath === '' ? [] : localPath(subPath, path.child('subPath', [index, 'subPath']))),
    ...(expression !== '' && subPath !== ''
      ? [
          invalid(
            path.index(index).child('subPathExpr'),
            quoted(expression),
            'subPathExpr and subPath are mutually exclusive',
          ),
        ]
      : []),
    ...(expression === ''
      ? []
      : localPath(expression, path.child('subPathExpr', [index, 'subPathExpr']))),
  ];
}

function propagation(mount: Fields, container: Fields, path: FieldPath): Faults {
  const mode = optionalText(mount, 'mountPropagation');
  if (mode === undefined) return [];
  const privileged = isTrue(fieldsAt(container, 'securityContext'), 'privileged');
  return [
    ...(PROPAGATIONS.includes(mode) ? [] : [unsupported(path, json(mode), PROPAGATIONS)]),
    ...(mode === 'Bidirectional' && !privileged
      ? [
          forbidden(
            path,
            'Bidirectional mount propagation is available only to privileged containers',
          ),
        ]
      : []),
  ];
}

function recursiveReadOnly(mount: Fields, path: FieldPath): Faults {
  const mode = optionalText(mount, 'recursiveReadOnly');
  if (mode === undefined || mode === 'Disabled') return [];
  if (!RECURSIVE_READ_ONLY.includes(mode)) {
    return [unsupported(path, json(mode), RECURSIVE_READ_ONLY)];
  }
  const others = optionalText(mount, 'mountPropagation') ?? 'None';
  return [
    ...(isTrue(mount, 'readOnly')
      ? []
      : [forbidden(path, 'may only be specified when readOnly is true')]),
    ...(others === 'None'
      ? []
      : [forbidden(path, 'may only be specified when mountPropagation is None or not specified')]),
  ];
}

export function volumeDevices(container: Fields, volumes: Volumes, path: FieldPath): Faults {
  const mounts = structsAt(container, 'volumeMounts');
  const mountPaths = lastDevices(mounts, 'mountPath');
  const paths = new Set<string>();
  const names = new Set<string>();
  return structsAt(container, 'volumeDevices').flatMap((device, index) => {
    const place = path.index(index);
    const name = textAt(device, 'name');
    const devicePath = textAt(device, 'devicePath');
    const goesUp = noBacksteps(devicePath, path).length > 0;
    const atName = (words: string) => invalid(place.child('name'), quoted(name), words);
    const atPath = (words: string) => invalid(place.child('devicePath'), quoted(devicePath), words);
    const source = volumes.get(name);
    const faults = [
      ...(name === '' ? [required(place.child('name'))] : []),
      ...(names.has(name) ? [atName('must be unique')] : []),
      ...(source !== undefined && !isBlock(source)
        ? [
            atName(
              'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
            ),
          ]
        : []),
      ...(source === undefined ? [notFound(place.child('name'), quoted(name))] : []),
      ...(devicePath === '' ? [required(place.child('devicePath'))] : []),
      ...(paths.has(devicePath) ? [atPath('must be unique')] : []),
      ...(goesUp ? [atPath("can not contain backsteps ('..')")] : []),
      ...(mounts.some((mount) => textAt(mount, 'name') === name)
        ? [atName('must not already exist in volumeMounts')]
        : []),
      ...(mountPaths.includes(devicePath)
        ? [atPath('must not already exist as a path in volumeMounts')]
        : []),
    ];
    if (!goesUp) paths.add(devicePath);
    if (name !== '') names.add(name);
    return faults;
  });
}

function isBlock(volume: Fields): boolean {
  return isPresent(volume, 'persistentVolumeClaim') || isPresent(volume, 'ephemeral');
}
