import type { DocumentName } from '../../documents/documents.ts';
import type { FieldTemplate } from '../setting-id.ts';
import { podSecurityPrefix } from '../settings.ts';

/**
 * A step of a place: a key, or what an index of the field's id means there. `#`: the index itself;
 * `#key`: the key of that row; `#mount`, `#volume`: the folder's own; `#logs`, `#data`: the
 * sidecar's mount of the logs, of Vector's data.
 */
export type PlaceStep = string;

export const lookups = ['#', '#key', '#mount', '#volume', '#logs', '#data'] as const;
export type Lookup = (typeof lookups)[number];

/** Which way a row is read. A field may have several rows: the first that can be found counts. */
type Directions = 'both' | 'to-place' | 'to-field';

/** Where one setting stands in the files. */
export interface PlaceRow {
  readonly id: FieldTemplate;
  readonly document: DocumentName;
  readonly path: readonly PlaceStep[];
  /** What it is, as a short name; of a component's setting, without the component's name. */
  readonly label: string;
  readonly directions: Directions;
}

type Row = readonly [
  id: FieldTemplate,
  path: readonly PlaceStep[],
  label: string,
  directions?: Directions,
];

function rowsIn(document: DocumentName, rows: readonly Row[]): readonly PlaceRow[] {
  return rows.map(([id, path, label, directions = 'both']) => ({
    id,
    document,
    path,
    label,
    directions,
  }));
}

const metadata = ['metadata'] as const;
const labels = [...metadata, 'labels'] as const;
const annotations = [...metadata, 'annotations'] as const;

const manifestRows = rowsIn('namespace', [
  ['namespace.name', [...metadata, 'name'], 'name'],
  ...(['enforce', 'audit', 'warn'] as const).flatMap((mode): Row[] => [
    [`namespace.${mode}.level`, [...labels, podSecurityPrefix + mode], `${mode} level`],
    [
      `namespace.${mode}.version`,
      [...labels, `${podSecurityPrefix}${mode}-version`],
      `${mode} version`,
    ],
    [`namespace.${mode}`, [...labels, podSecurityPrefix + mode], `${mode} level`, 'to-place'],
  ]),
  ['namespace.labels.#.value', [...labels, '#key'], ''],
  ['namespace.labels.#.key', [...labels, '#key'], '', 'to-place'],
  ['namespace.labels.#', [...labels, '#key'], '', 'to-place'],
  ['namespace.labels', labels, 'labels'],
  ['namespace.annotations.#.value', [...annotations, '#key'], ''],
  ['namespace.annotations.#.key', [...annotations, '#key'], '', 'to-place'],
  ['namespace.annotations.#', [...annotations, '#key'], '', 'to-place'],
  ['namespace.annotations', annotations, 'annotations'],
]);

type Pair = 'security' | 'security.sentinel' | `${Component}.override`;
type Component = 'components.workers.#' | 'components.dagProcessor' | 'components.triggerer';
type Path = readonly PlaceStep[];

function pairRows(id: Pair, path: Path): readonly Row[] {
  return [
    ...podRows(`${id}.pod`, [...path, 'podSecurityContext']),
    ...containerRows(`${id}.container`, [...path, 'containerSecurityContext']),
  ];
}

function podRows(id: `${Pair}.pod`, path: Path): readonly Row[] {
  const seccomp = [...path, 'seccompProfile'];
  return [
    [id, path, 'pod context'],
    [`${id}.runAsNonRoot`, [...path, 'runAsNonRoot'], 'run as non-root'],
    [`${id}.runAsUser`, [...path, 'runAsUser'], 'user'],
    [`${id}.runAsGroup`, [...path, 'runAsGroup'], 'group'],
    [`${id}.fsGroup`, [...path, 'fsGroup'], 'volume group'],
    [`${id}.seccompProfile`, seccomp, 'seccomp profile'],
    [`${id}.seccompProfile.type`, [...seccomp, 'type'], 'seccomp profile'],
    [
      `${id}.seccompProfile.localhostProfile`,
      [...seccomp, 'localhostProfile'],
      'profile on the node',
    ],
  ];
}

function containerRows(id: `${Pair}.container` | 'sidecar.container', path: Path): readonly Row[] {
  const capabilities = [...path, 'capabilities'];
  return [
    [id, path, 'container context'],
    [
      `${id}.allowPrivilegeEscalation`,
      [...path, 'allowPrivilegeEscalation'],
      'privilege escalation',
    ],
    [`${id}.capabilities`, capabilities, 'capabilities'],
    [`${id}.capabilities.dropAll`, [...capabilities, 'drop'], 'capabilities'],
    [`${id}.capabilities.addNetBindService`, [...capabilities, 'add'], 'capabilities'],
    [
      `${id}.readOnlyRootFilesystem`,
      [...path, 'readOnlyRootFilesystem'],
      'read-only root filesystem',
    ],
  ];
}

function componentRows(id: Component, path: Path): readonly Row[] {
  const mount = [...path, 'volumeMounts', '#mount'];
  const emptyDir = [...path, 'volumes', '#volume', 'emptyDir'];
  return [
    [id, path, ''],
    [`${id}.folders.#.path`, [...mount, 'mountPath'], 'folders'],
    [`${id}.folders.#.volume`, [...mount, 'name'], 'folders'],
    [`${id}.folders.#.sizeLimit`, [...emptyDir, 'sizeLimit'], 'folders'],
    [`${id}.folders.#.medium`, [...emptyDir, 'medium'], 'folders'],
    [`${id}.folders.#`, mount, 'folders'],
    [`${id}.folders`, [...path, 'volumeMounts'], 'folders'],
    [`${id}.volumes`, [...path, 'volumes'], 'volumes'],
    ...(['initContainers', 'extraContainers'] as const).flatMap((key): Row[] => {
      const words = key === 'initContainers' ? 'init containers' : 'extra containers';
      return [
        [`${id}.${key}`, [...path, key], words],
        [`${id}.${key}.#`, [...path, key, '#'], words],
      ];
    }),
    [`${id}.override`, path, 'own contexts', 'to-place'],
    ...pairRows(`${id}.override`, path),
  ];
}

const worker = ['workers', '#'] as const;
const sidecar = ['loggingSidecar'] as const;
const sidecarMounts = [...sidecar, 'volumeMounts'] as const;

const valuesRows = rowsIn('values', [
  ['namespace.name', ['namespace'], 'name', 'to-field'],
  ['namespace.createNamespace', ['createNamespace'], 'made by the chart'],
  ...pairRows('security', []),
  ['security.sentinel', ['sentinel'], ''],
  ['security.sentinel.enabled', ['sentinel', 'enabled'], 'run Sentinel'],
  ...pairRows('security.sentinel', ['sentinel']),
  ['components.workers', ['workers'], 'workers'],
  ['components.workers.#.name', [...worker, 'name'], 'name'],
  ['components.workers.#.queues', [...worker, 'queues'], 'queues'],
  ['components.workers.#.replicas', [...worker, 'replicas'], 'replicas'],
  ...componentRows('components.workers.#', worker),
  ...componentRows('components.dagProcessor', ['dagProcessor']),
  ...componentRows('components.triggerer', ['triggerer']),
  ['sidecar', sidecar, 'run the sidecar'],
  ['sidecar.enabled', [...sidecar, 'enabled'], 'run the sidecar'],
  ['sidecar.name', [...sidecar, 'name'], 'name'],
  ['sidecar.image', [...sidecar, 'image'], 'image'],
  ['sidecar.config', [...sidecar, 'config'], 'configuration'],
  ...containerRows('sidecar.container', [...sidecar, 'securityContext']),
  ['sidecar.dataVolume', [...sidecarMounts, '#data', 'name'], 'Vector’s data'],
  ['sidecar.dataVolume', [...sidecarMounts, '#data'], 'Vector’s data', 'to-field'],
  ['sidecar.logsPath', [...sidecarMounts, '#logs', 'mountPath'], 'logs'],
  ['sidecar.logsPath', sidecarMounts, 'logs'],
]);

/** Every setting, and what else the form shows, with its place in the files. */
export const placeRows: readonly PlaceRow[] = [...manifestRows, ...valuesRows];
