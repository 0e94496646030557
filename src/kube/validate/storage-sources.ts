import { type Faults, invalid, invalidTexts, required, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  isPresent,
  isTrue,
  listAt,
  numberAt,
  optionalNumber,
  optionalText,
  structAt,
  textAt,
  textEntries,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { byteLength, labelComplaints } from '../names.ts';
import { type Check, needs } from './source-check.ts';

/* Volumes on storage of their own: disks, file systems and their networks. */

const LUN_RANGE = 'must be between 0 and 255, inclusive';
const ISCSI_FORMS = {
  iqn: /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

function namedSecret(source: Fields, path: FieldPath): Faults {
  const secret = structAt(source, 'secretRef');
  if (secret === undefined || textAt(secret, 'name') !== '') return [];
  return [required(path.below('secretRef', 'name'))];
}

export const nfs: Check = (source, path) => {
  const folder = textAt(source, 'path');
  return [
    ...needs('server', 'path')(source, path),
    ...(folder.startsWith('/')
      ? []
      : [invalid(path.child('path'), quoted(folder), 'must be an absolute path')]),
  ];
};

export const iscsi: Check = (source, path) => {
  const iqn = textAt(source, 'iqn');
  const lun = numberAt(source, 'lun');
  const initiator = optionalText(source, 'initiatorName');
  const authenticates = isTrue(source, 'chapAuthDiscovery') || isTrue(source, 'chapAuthSession');
  return [
    ...needs('targetPortal')(source, path),
    ...(iqn === '' ? [required(path.child('iqn'))] : iscsiName(iqn, path.child('iqn'))),
    ...(lun < 0 || lun > 255 ? [invalid(path.child('lun'), String(lun), LUN_RANGE)] : []),
    ...(authenticates && !isPresent(source, 'secretRef')
      ? [required(path.child('secretRef'))]
      : []),
    ...(initiator === undefined
      ? []
      : iscsiName(initiator, path.child('initiatorname', ['initiatorName']))),
  ];
};

function iscsiName(name: string, path: FieldPath): Faults {
  const form = Object.entries(ISCSI_FORMS).find(([prefix]) => name.startsWith(prefix));
  if (form === undefined) {
    return [invalid(path, quoted(name), 'must be valid format starting with iqn, eui, or naa')];
  }
  return form[1].test(name) ? [] : [invalid(path, quoted(name), 'must be valid format')];
}

export const flocker: Check = (source, path) => {
  const name = textAt(source, 'datasetName');
  const uuid = textAt(source, 'datasetUUID');
  return [
    ...(name === '' && uuid === ''
      ? [required(path, 'one of datasetName and datasetUUID is required')]
      : []),
    ...(name !== '' && uuid !== ''
      ? [
          invalid(
            path,
            '"resource"',
            'datasetName and datasetUUID can not be specified simultaneously',
          ),
        ]
      : []),
    ...(name.includes('/')
      ? [invalid(path.child('datasetName'), quoted(name), "must not contain '/'")]
      : []),
  ];
};

export const monitors: Check = (source, path) =>
  listAt(source, 'monitors').length === 0 ? [required(path.child('monitors'))] : [];

export const cinder: Check = (source, path) => [
  ...needs('volumeID')(source, path),
  ...namedSecret(source, path),
];

const QUOBYTE_REGISTRY = 'must be a host:port pair or multiple pairs separated by commas';

export const quobyte: Check = (source, path) => {
  const registry = textAt(source, 'registry');
  const place = path.child('registry');
  return [
    ...(registry === '' ? [required(place, QUOBYTE_REGISTRY)] : []),
    ...(registry !== '' && byteLength(textAt(source, 'tenant')) >= 65
      ? [
          required(
            path.child('tenant'),
            'must be a UUID and may not exceed a length of 64 characters',
          ),
        ]
      : []),
    ...(registry === '' || byteLength(textAt(source, 'tenant')) >= 65
      ? []
      : registry
          .split(',')
          .filter((pair) => !/^([^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(pair))
          .map(() => invalid(place, quoted(registry), QUOBYTE_REGISTRY))),
    ...needs('volume')(source, path),
  ];
};

export const fc: Check = (source, path) => {
  const names = listAt(source, 'targetWWNs');
  const ids = listAt(source, 'wwids');
  const lun = optionalNumber(source, 'lun');
  const place = path.child('targetWWNs');
  const number = path.child('lun');
  return [
    ...(names.length === 0 && ids.length === 0
      ? [required(place, 'must specify either targetWWNs or wwids, but not both')]
      : []),
    ...(names.length > 0 && ids.length > 0
      ? [invalid(place, json(names), 'targetWWNs and wwids can not be specified simultaneously')]
      : []),
    ...(names.length > 0 && lun === undefined
      ? [required(number, 'lun is required if targetWWNs is specified')]
      : []),
    ...(names.length > 0 && lun !== undefined && (lun < 0 || lun > 255)
      ? [invalid(number, String(lun), LUN_RANGE)]
      : []),
  ];
};

export const flexVolume: Check = (source, path) => [
  ...needs('driver')(source, path),
  ...textEntries(source, 'options').flatMap(([key]) => {
    const slash = key.indexOf('/');
    const owner = `.${(slash < 0 ? key : key.slice(0, slash)).toLowerCase()}`;
    return owner.endsWith('.kubernetes.io') || owner.endsWith('.k8s.io')
      ? [
          invalid(
            path.child('options').key(key),
            quoted(key),
            'kubernetes.io and k8s.io namespaces are reserved',
          ),
        ]
      : [];
  }),
];

const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const DISK_KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_DISK =
  '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_DISK = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

export const azureDisk: Check = (source, path) => {
  const mode = optionalText(source, 'cachingMode');
  const kind = optionalText(source, 'kind');
  const uri = textAt(source, 'diskURI');
  const managed = kind === 'Managed';
  const fits = uri.startsWith(managed ? '/subscriptions/' : 'https://');
  return [
    ...needs('diskName', 'diskURI')(source, path),
    ...(mode === undefined || CACHING_MODES.includes(mode)
      ? []
      : [unsupported(path.child('cachingMode'), json(mode), CACHING_MODES)]),
    ...(kind === undefined || DISK_KINDS.includes(kind)
      ? []
      : [unsupported(path.child('kind'), json(kind), DISK_KINDS)]),
    ...(kind === undefined || fits
      ? []
      : [unsupported(path.child('diskURI'), quoted(uri), [managed ? MANAGED_DISK : BLOB_DISK])]),
  ];
};

export const storageOs: Check = (source, path) => {
  const name = textAt(source, 'volumeName');
  const namespace = textAt(source, 'volumeNamespace');
  return [
    ...(name === ''
      ? [required(path.child('volumeName'))]
      : invalidTexts(path.child('volumeName'), name, labelComplaints(name))),
    ...(namespace === ''
      ? []
      : invalidTexts(path.child('volumeNamespace'), namespace, labelComplaints(namespace))),
    ...namedSecret(source, path),
  ];
};
