import {
  duplicate,
  type Fault,
  type Faults,
  forbidden,
  invalid,
  invalidTexts,
  notFound,
  required,
  unsupported,
} from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, fieldsAt, isPresent, structsAt, textAt } from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { labelComplaints } from '../names.ts';
import { env, envFrom } from './env.ts';
import { type Volumes, volumeDevices, volumeMounts } from './mounts.ts';
import { hostPortConflicts, ports } from './ports.ts';
import { type GracePeriod, lifecycle, probes } from './probes.ts';
import { containerResources } from './resources.ts';
import { initRestartPolicy, onlyWithoutRestart, resizePolicy, restartPolicy } from './restart.ts';
import { containerSecurityContext } from './security-context.ts';

/** What containers need to know of their pod. */
export interface PodFacts {
  readonly volumes: Volumes;
  readonly claims: ReadonlySet<string>;
  readonly gracePeriod: GracePeriod;
  readonly hostUsers: boolean;
  readonly restartPolicy: string;
}

const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];
export const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

export function containers(spec: Fields, pod: PodFacts, path: FieldPath): Faults {
  const all = structsAt(spec, 'containers');
  if (all.length === 0) return [required(path)];
  const names = new Set<string>();
  return [
    ...all.flatMap((container, index) => {
      const place = path.index(index);
      const name = textAt(container, 'name');
      const repeated = names.has(name);
      names.add(name);
      return [
        ...common(container, pod, place),
        ...(repeated ? [duplicate(place.child('name'), quoted(name))] : []),
        ...lifecycle(container, pod.gracePeriod, place),
        ...probes(container, place),
        ...restartPolicy(container, place),
      ];
    }),
    ...hostPortConflicts(all.map((container, index) => [container, path.index(index)])),
  ];
}

export function initContainers(spec: Fields, pod: PodFacts, path: FieldPath): Faults {
  const names = new Set(structsAt(spec, 'containers').map((one) => textAt(one, 'name')));
  return structsAt(spec, 'initContainers').flatMap((container, index) => {
    const place = path.index(index);
    const name = textAt(container, 'name');
    const repeated = names.has(name);
    if (name !== '') names.add(name);
    const sidecar = textAt(container, 'restartPolicy') === 'Always';
    return [
      ...common(container, pod, place),
      ...initRestartPolicy(container, place),
      ...(repeated ? [duplicate(place.child('name'), quoted(name))] : []),
      // Upstream looks at each init container alone, and so names it as the first.
      ...hostPortConflicts([[container, path.index(0).at(place)]]),
      ...(sidecar
        ? [...lifecycle(container, pod.gracePeriod, place), ...probes(container, place)]
        : [...onlyForSidecars(container, place), ...onlyWithoutRestart(container, place)]),
    ];
  });
}

function onlyForSidecars(container: Fields, path: FieldPath): readonly Fault[] {
  return ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']
    .filter((name) => isPresent(container, name))
    .map((name) =>
      forbidden(
        path.child(name),
        'may not be set for init containers without restartPolicy=Always',
      ),
    );
}

const EPHEMERAL_FIELDS = [
  'name',
  'image',
  'command',
  'args',
  'workingDir',
  'env',
  'envFrom',
  'volumeMounts',
  'volumeDevices',
  'imagePullPolicy',
  'terminationMessagePath',
  'terminationMessagePolicy',
  'securityContext',
  'stdin',
  'stdinOnce',
  'tty',
  'targetContainerName',
];

export function ephemeralContainers(spec: Fields, pod: PodFacts, path: FieldPath): Faults {
  const others = [...structsAt(spec, 'containers'), ...structsAt(spec, 'initContainers')];
  const targets = new Set(others.map((one) => textAt(one, 'name')));
  const names = new Set(targets);
  return structsAt(spec, 'ephemeralContainers').flatMap((container, index) => {
    const place = path.index(index);
    const name = textAt(container, 'name');
    const target = textAt(container, 'targetContainerName');
    const repeated = names.has(name);
    names.add(name);
    return [
      ...common(container, pod, place),
      ...paddedImage(container, place),
      ...(repeated ? [duplicate(place.child('name'), quoted(name))] : []),
      ...(target === '' || targets.has(target)
        ? []
        : [notFound(place.child('targetContainerName'), quoted(target))]),
      ...Object.keys(container)
        .filter((field) => !EPHEMERAL_FIELDS.includes(field))
        .map((field) => forbidden(place.child(field), 'cannot be set for an Ephemeral Container')),
    ];
  });
}

/** What holds for every container, in upstream's order. */
function common(container: Fields, pod: PodFacts, path: FieldPath): Faults {
  const name = textAt(container, 'name');
  const policy = textAt(container, 'terminationMessagePolicy');
  return [
    ...(name === ''
      ? [required(path.child('name'))]
      : invalidTexts(path.child('name'), name, labelComplaints(name))),
    ...(textAt(container, 'image') === '' ? [required(path.child('image'))] : []),
    ...(MESSAGE_POLICIES.includes(policy)
      ? []
      : [unsupported(path.child('terminationMessagePolicy'), json(policy), MESSAGE_POLICIES)]),
    ...ports(container, path.child('ports')),
    ...env(container, path.child('env')),
    ...envFrom(container, path.child('envFrom')),
    ...volumeMounts(container, pod.volumes, path.child('volumeMounts')),
    ...volumeDevices(container, pod.volumes, path.child('volumeDevices')),
    ...pullPolicy(container, 'imagePullPolicy', path),
    ...containerResources(fieldsAt(container, 'resources'), pod.claims, path.child('resources')),
    ...resizePolicy(container, pod.restartPolicy, path.child('resizePolicy')),
    ...containerSecurityContext(container, pod.hostUsers, path),
  ];
}

export function pullPolicy(owner: Fields, name: string, path: FieldPath): readonly Fault[] {
  const policy = textAt(owner, name);
  if (PULL_POLICIES.includes(policy)) return [];
  return [unsupported(path.child(name), json(policy), PULL_POLICIES)];
}

/** A pod's own images, unlike a template's, may not be padded. */
export function paddedImage(container: Fields, path: FieldPath): readonly Fault[] {
  const image = textAt(container, 'image');
  return image.trim() === image
    ? []
    : [invalid(path.child('image'), quoted(image), 'must not have leading or trailing whitespace')];
}
