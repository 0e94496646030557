import {
  type Faults,
  forbidden,
  invalid,
  invalidTexts,
  required,
  tooLong,
  unsupported,
} from '../faults.ts';
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
  structsAt,
  textAt,
  textEntries,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { byteLength, labelComplaints, subdomainComplaints } from '../names.ts';
import { isQuantity, signOf } from '../quantity.ts';
import { pullPolicy } from './containers.ts';
import { fileUser } from './file-user.ts';
import { localPath, noBacksteps } from './paths.ts';
import { downwardApi, fileMode, keyToPath, projected } from './projections.ts';
import { claimTemplate } from './volume-claim.ts';

type Check = (source: Fields, path: FieldPath) => Faults;

/** A kind of volume. */
export interface SourceCheck {
  readonly name: string;
  /** What upstream calls it in paths, where that is something else. */
  readonly label?: string;
  /** What upstream calls it when it is one source too many, where that is something else. */
  readonly second?: string;
  readonly check: Check;
}

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];
const PARTITION_RANGE = 'must be between 1 and 255, inclusive';
const LUN_RANGE = 'must be between 0 and 255, inclusive';
const ISCSI_FORMS = {
  iqn: /iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

/** Fields that must not be empty. */
function needs(...names: readonly string[]): Check {
  return (source, path) =>
    names.filter((name) => textAt(source, name) === '').map((name) => required(path.child(name)));
}

const emptyDir: Check = (source, path) =>
  isQuantity(source.sizeLimit) && signOf(source.sizeLimit) < 0
    ? [forbidden(path.child('sizeLimit'), 'SizeLimit field must be a valid resource quantity')]
    : [];

const hostPath: Check = (source, path) => {
  const folder = textAt(source, 'path');
  const type = textAt(source, 'type');
  if (folder === '') return [required(path.child('path'))];
  return [
    ...noBacksteps(folder, path.child('path')),
    ...(HOST_PATH_TYPES.includes(type)
      ? []
      : [unsupported(path.child('type'), json(type), HOST_PATH_TYPES)]),
  ];
};

const gitRepo: Check = (source, path) => [
  ...needs('repository')(source, path),
  ...localPath(textAt(source, 'directory'), path.child('directory')),
];

function disk(name: string): Check {
  return (source, path) => {
    const partition = numberAt(source, 'partition');
    return [
      ...needs(name)(source, path),
      ...(partition < 0 || partition > 255
        ? [invalid(path.child('partition'), String(partition), PARTITION_RANGE)]
        : []),
    ];
  };
}

/** A Secret or a ConfigMap whose keys become files. */
function keys(name: string): Check {
  return (source, path) => [
    ...needs(name)(source, path),
    ...fileMode(source, 'defaultMode', path),
    ...fileUser(source, 'defaultUser', path),
    ...structsAt(source, 'items').flatMap((item, index) =>
      keyToPath(item, path.child('items').index(index)),
    ),
  ];
}

const nfs: Check = (source, path) => {
  const folder = textAt(source, 'path');
  return [
    ...needs('server', 'path')(source, path),
    ...(folder.startsWith('/')
      ? []
      : [invalid(path.child('path'), quoted(folder), 'must be an absolute path')]),
  ];
};

const iscsi: Check = (source, path) => {
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

const flocker: Check = (source, path) => {
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

const monitors: Check = (source, path) =>
  listAt(source, 'monitors').length === 0 ? [required(path.child('monitors'))] : [];

const cinder: Check = (source, path) => [
  ...needs('volumeID')(source, path),
  ...namedSecret(source, path),
];

function namedSecret(source: Fields, path: FieldPath): Faults {
  const secret = structAt(source, 'secretRef');
  if (secret === undefined || textAt(secret, 'name') !== '') return [];
  return [required(path.below('secretRef', 'name'))];
}

const QUOBYTE_REGISTRY = 'must be a host:port pair or multiple pairs separated by commas';

const quobyte: Check = (source, path) => {
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

const fc: Check = (source, path) => {
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

const flexVolume: Check = (source, path) => [
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

const azureDisk: Check = (source, path) => {
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

const storageOs: Check = (source, path) => {
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

const csi: Check = (source, path) => {
  const driver = textAt(source, 'driver');
  const secret = structAt(source, 'nodePublishSecretRef');
  const name = textAt(secret ?? {}, 'name');
  const place = path.child('nodePublishSecretRef');
  return [
    ...(driver === ''
      ? [required(path.child('driver'))]
      : driverName(driver, path.child('driver'))),
    ...(secret !== undefined && name === '' ? [required(place.child('name'))] : []),
    ...(name === ''
      ? []
      : invalidTexts(
          path.child('name', ['nodePublishSecretRef', 'name']),
          name,
          subdomainComplaints(name),
        )),
  ];
};

const LONGEST_DRIVER = 63;

function driverName(name: string, path: FieldPath): Faults {
  return [
    ...(byteLength(name) > LONGEST_DRIVER ? [tooLong(path, LONGEST_DRIVER)] : []),
    ...invalidTexts(path, name, subdomainComplaints(name.toLowerCase())),
  ];
}

const image: Check = (source, path) => [
  ...needs('reference')(source, path),
  ...pullPolicy(source, 'pullPolicy', path),
];

/** Every kind of volume, in the order in which upstream looks for them. */
export const volumeSources: readonly SourceCheck[] = [
  { name: 'emptyDir', check: emptyDir },
  { name: 'hostPath', check: hostPath },
  { name: 'gitRepo', check: gitRepo },
  { name: 'gcePersistentDisk', label: 'persistentDisk', check: disk('pdName') },
  { name: 'awsElasticBlockStore', check: disk('volumeID') },
  { name: 'secret', check: keys('secretName') },
  { name: 'nfs', check: nfs },
  { name: 'iscsi', check: iscsi },
  { name: 'glusterfs', check: needs('endpoints', 'path') },
  { name: 'flocker', check: flocker },
  { name: 'persistentVolumeClaim', check: needs('claimName') },
  {
    name: 'rbd',
    check: (source, path) => [...monitors(source, path), ...needs('image')(source, path)],
  },
  { name: 'cinder', check: cinder },
  { name: 'cephfs', second: 'cephFS', check: monitors },
  { name: 'quobyte', check: quobyte },
  { name: 'downwardAPI', second: 'downwarAPI', check: downwardApi },
  { name: 'fc', check: fc },
  { name: 'flexVolume', check: flexVolume },
  { name: 'configMap', check: keys('name') },
  { name: 'azureFile', check: needs('secretName', 'shareName') },
  { name: 'vsphereVolume', check: needs('volumePath') },
  { name: 'photonPersistentDisk', check: needs('pdID') },
  { name: 'portworxVolume', check: needs('volumeID') },
  { name: 'azureDisk', check: azureDisk },
  { name: 'storageos', check: storageOs },
  { name: 'projected', check: projected },
  { name: 'scaleIO', check: needs('gateway', 'system', 'volumeName') },
  { name: 'csi', check: csi },
  { name: 'ephemeral', check: claimTemplate },
  { name: 'image', check: image },
];
