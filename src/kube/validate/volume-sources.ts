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
import { numberAt, structAt, structsAt, textAt } from '../fields.ts';
import { json } from '../go-text.ts';
import { byteLength, subdomainComplaints } from '../names.ts';
import { isQuantity, signOf } from '../quantity.ts';
import { pullPolicy } from './containers.ts';
import { fileUser } from './file-user.ts';
import { localPath, noBacksteps } from './paths.ts';
import { downwardApi, fileMode, keyToPath, projected } from './projections.ts';
import { type Check, needs, type SourceCheck } from './source-check.ts';
import {
  azureDisk,
  cinder,
  fc,
  flexVolume,
  flocker,
  iscsi,
  monitors,
  nfs,
  quobyte,
  storageOs,
} from './storage-sources.ts';
import { claimTemplate } from './volume-claim.ts';

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
