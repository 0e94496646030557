import { type Faults, invalid, invalidTexts, required, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, isPresent, structAt, structsAt, textAt } from '../fields.ts';
import { quoted } from '../go-text.ts';
import {
  configMapKeyComplaints,
  envNameComplaints,
  generatedNameComplaints,
  labelComplaints,
  qualifiedNameComplaints,
  subdomainComplaints,
} from '../names.ts';
import { isQuantity, signOf } from '../quantity.ts';
import { quantityText } from '../quantity-text.ts';
import { noBacksteps } from './paths.ts';

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

const ENV_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** The fields of a pod that either an environment variable or a file may be made of. */
const POD_FIELDS = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
  'spec.host',
];

const RESOURCES = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const HUGE_PAGES = ['limits.hugepages-', 'requests.hugepages-'];
const BYTE_DIVISORS = [
  '1',
  '1k',
  '1M',
  '1G',
  '1T',
  '1P',
  '1E',
  '1Ki',
  '1Mi',
  '1Gi',
  '1Ti',
  '1Pi',
  '1Ei',
];

export function env(container: Fields, path: FieldPath): Faults {
  return structsAt(container, 'env').flatMap((variable, index) => {
    const place = path.index(index);
    const name = textAt(variable, 'name');
    return [
      ...(name === ''
        ? [required(place.child('name'))]
        : invalidTexts(place.child('name'), name, envNameComplaints(name))),
      ...valueFrom(variable, place.child('valueFrom')),
    ];
  });
}

function valueFrom(variable: Fields, path: FieldPath): Faults {
  const source = structAt(variable, 'valueFrom');
  if (source === undefined) return [];
  const count = SOURCES.filter((name) => isPresent(source, name)).length;
  const faults = SOURCES.flatMap((name) => {
    const reference = structAt(source, name);
    return reference === undefined ? [] : checkSource(name, reference, path.child(name));
  });
  if (count === 0) {
    const words =
      'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`';
    return [...faults, invalid(path, '""', words)];
  }
  if (textAt(variable, 'value') !== '') {
    return [...faults, invalid(path, '""', 'may not be specified when `value` is not empty')];
  }
  return count === 1
    ? faults
    : [...faults, invalid(path, '""', 'may not have more than one field specified at a time')];
}

function checkSource(name: string, reference: Fields, path: FieldPath): Faults {
  switch (name) {
    case 'fieldRef':
      return fieldRef(reference, ENV_FIELDS, path);
    case 'resourceFieldRef':
      return resourceFieldRef(reference, false, path);
    case 'fileKeyRef':
      return fileKeyRef(reference, path);
    default:
      return keyRef(reference, path);
  }
}

/** @param allowed the fields that may be named here, sorted */
export function fieldRef(reference: Fields, allowed: readonly string[], path: FieldPath): Faults {
  const version = textAt(reference, 'apiVersion');
  const field = textAt(reference, 'fieldPath');
  const place = path.child('fieldPath');
  const cannotConvert = (reason: string) => [
    invalid(place, quoted(field), `error converting fieldPath: ${reason}`),
  ];
  if (field === '') return [required(place)];
  if (version !== 'v1') return cannotConvert(`unsupported pod version: ${version}`);
  const bracket = field.endsWith("']") ? field.slice(0, -2).indexOf("['") : -1;
  if (bracket > 0) {
    const owner = field.slice(0, bracket);
    const key = field.slice(bracket + 2, -2);
    if (owner === 'metadata.annotations') return qualifiedName(key.toLowerCase(), path);
    if (owner === 'metadata.labels') return qualifiedName(key, path);
    return cannotConvert(`field label does not support subscript: ${field}`);
  }
  if (!POD_FIELDS.includes(field)) return cannotConvert(`field label not supported: ${field}`);
  const internal = field === 'spec.host' ? 'spec.nodeName' : field;
  return allowed.includes(internal) ? [] : [unsupported(place, quoted(internal), allowed)];
}

function qualifiedName(name: string, path: FieldPath): Faults {
  return invalidTexts(path, name, qualifiedNameComplaints(name));
}

/** @param inVolume a file must name the container whose resources it tells */
export function resourceFieldRef(reference: Fields, inVolume: boolean, path: FieldPath): Faults {
  const resource = textAt(reference, 'resource');
  return [
    ...resourceName(resource, inVolume && textAt(reference, 'containerName') === '', path),
    ...divisor(resource, reference.divisor, path.child('divisor')),
  ];
}

function resourceName(resource: string, lacksContainer: boolean, path: FieldPath): Faults {
  if (lacksContainer) return [required(path.child('containerName'))];
  if (resource === '') return [required(path.child('resource'))];
  if (RESOURCES.includes(resource) || isHugePages(resource)) return [];
  return [unsupported(path.child('resource'), quoted(resource), RESOURCES)];
}

function isHugePages(resource: string): boolean {
  return HUGE_PAGES.some((prefix) => resource.startsWith(prefix));
}

function divisor(resource: string, value: unknown, path: FieldPath): Faults {
  if (!isQuantity(value) || signOf(value) === 0) return [];
  const kind = resource.slice(resource.indexOf('.') + 1);
  const words = divisorWords(resource, kind, quantityText(value));
  return words === undefined ? [] : [invalid(path, quoted(resource), words)];
}

function divisorWords(resource: string, kind: string, text: string): string | undefined {
  const bytes = (what: string) =>
    BYTE_DIVISORS.includes(text)
      ? undefined
      : `only divisor's values ${BYTE_DIVISORS.join(', ')} are supported with the ${what} resource`;
  if (isHugePages(resource)) return bytes('hugepages');
  if (!RESOURCES.includes(resource)) return undefined;
  if (kind === 'memory') return bytes('memory');
  if (kind === 'ephemeral-storage') return bytes('local ephemeral storage');
  return ['1m', '1'].includes(text)
    ? undefined
    : "only divisor's values 1m and 1 are supported with the cpu resource";
}

function keyRef(reference: Fields, path: FieldPath): Faults {
  const name = textAt(reference, 'name');
  const key = textAt(reference, 'key');
  return [
    ...invalidTexts(path.child('name'), name, subdomainComplaints(name)),
    ...(key === ''
      ? [required(path.child('key'))]
      : invalidTexts(path.child('key'), key, configMapKeyComplaints(key))),
  ];
}

function fileKeyRef(reference: Fields, path: FieldPath): Faults {
  const key = textAt(reference, 'key');
  const volume = textAt(reference, 'volumeName');
  const file = textAt(reference, 'path');
  return [
    ...(key === ''
      ? [required(path.child('key'))]
      : invalidTexts(path.child('key'), key, envNameComplaints(key))),
    ...(volume === ''
      ? [required(path.child('volumeName'))]
      : invalidTexts(path.child('volumeName'), volume, labelComplaints(volume))),
    ...(file === '' ? [required(path.child('path'))] : noBacksteps(file, path.child('path'))),
  ];
}

export function envFrom(container: Fields, path: FieldPath): Faults {
  return structsAt(container, 'envFrom').flatMap((source, index) => {
    const place = path.index(index);
    const prefix = textAt(source, 'prefix');
    const names = ['configMapRef', 'secretRef'].filter((name) => isPresent(source, name));
    const at = path.at(place);
    return [
      ...(prefix === ''
        ? []
        : invalidTexts(place.child('prefix'), prefix, envNameComplaints(prefix))),
      ...names.flatMap((name) => envSource(source, name, place)),
      ...(names.length === 0
        ? [invalid(at, '""', 'must specify one of: `configMapRef` or `secretRef`')]
        : []),
      ...(names.length > 1
        ? [invalid(at, '""', 'may not have more than one field specified at a time')]
        : []),
    ];
  });
}

function envSource(source: Fields, name: string, path: FieldPath): Faults {
  const place = path.child(name).child('name');
  const object = textAt(structAt(source, name) ?? {}, 'name');
  if (object === '') return [required(place)];
  return invalidTexts(place, object, generatedNameComplaints(object));
}
