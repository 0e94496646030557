import {
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
import {
  type Fields,
  isPresent,
  isTrue,
  optionalNumber,
  optionalText,
  structAt,
  structsAt,
  textAt,
  textEntries,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { labelComplaints, subdomainComplaints } from '../names.ts';
import { affinity } from './affinity.ts';
import { containers, ephemeralContainers, initContainers, type PodFacts } from './containers.ts';
import { dnsConfig, hostAliases, hostnameOverride } from './host.ts';
import { labels } from './labels.ts';
import { hostNetworkPorts } from './ports.ts';
import { resourceClaims } from './resource-claims.ts';
import { containerResources, podResources } from './resources.ts';
import { readinessGates, schedulingGates, tolerations, topologySpread } from './scheduling.ts';
import { podSecurityContext } from './security-context.ts';
import { containersOf } from './visit.ts';
import { volumes } from './volumes.ts';
import { hostProcess, operatingSystem } from './windows.ts';

const LARGEST_DEADLINE = 2 ** 31 - 1;
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];

/** Whose spec it is: a pod's, with its name if it has one, or a template's. */
export type Owner = { readonly kind: 'pod'; readonly name: string } | { readonly kind: 'template' };

/** The spec of a pod or of a template after decoding and defaulting, in upstream's order. */
export function podSpec(spec: Fields, owner: Owner, path: FieldPath): Faults {
  const podName = owner.kind === 'pod' ? owner.name : '';
  const { faults, sound } = volumes(spec, podName, path.child('volumes'));
  const pod = factsOf(spec, sound);
  return [
    ...faults,
    ...resourceClaims(spec, path.child('resourceClaims')),
    ...containers(spec, pod, path.child('containers')),
    ...initContainers(spec, pod, path.child('initContainers')),
    ...ephemeralContainers(spec, pod, path.child('ephemeralContainers')),
    ...podResources(spec, path),
    ...hostNetworkPorts(spec, path, owner.kind === 'pod'),
    ...oneOf(spec, 'restartPolicy', RESTART_POLICIES, path),
    ...oneOf(spec, 'dnsPolicy', DNS_POLICIES, path),
    ...labels(spec, 'nodeSelector', path.child('nodeSelector')),
    ...podSecurityContext(spec, path),
    ...sharedProcesses(spec, path),
    ...affinity(spec, path),
    ...dnsConfig(spec, path),
    ...readinessGates(spec, path),
    ...schedulingGates(spec, path),
    ...topologySpread(spec, path),
    ...hostProcess(spec, path),
    ...hostUsers(spec, path),
    ...hostnameOverride(spec, path),
    ...subdomain(spec, 'serviceAccountName', path),
    ...subdomain(spec, 'nodeName', path),
    ...deadline(spec, path.child('activeDeadlineSeconds')),
    ...label(spec, 'hostname', path),
    ...label(spec, 'subdomain', path),
    ...tolerations(spec, path),
    ...hostAliases(spec, path),
    ...subdomain(spec, 'priorityClassName', path),
    ...runtimeClass(spec, path.child('runtimeClassName')),
    ...preemption(spec, path),
    ...overhead(spec, path.child('overhead')),
    ...operatingSystem(spec, path),
    ...fileKeyVolumes(spec, path),
  ];
}

function factsOf(spec: Fields, sound: PodFacts['volumes']): PodFacts {
  const claims = structsAt(spec, 'resourceClaims').map((claim) => textAt(claim, 'name'));
  return {
    volumes: sound,
    claims: new Set(claims.filter((name) => name !== '')),
    gracePeriod: optionalNumber(spec, 'terminationGracePeriodSeconds'),
    hostUsers: spec.hostUsers !== false,
    restartPolicy: textAt(spec, 'restartPolicy'),
  };
}

function oneOf(
  spec: Fields,
  name: string,
  values: readonly string[],
  path: FieldPath,
): readonly Fault[] {
  const value = textAt(spec, name);
  return values.includes(value) ? [] : [unsupported(path.child(name), json(value), values)];
}

function subdomain(spec: Fields, name: string, path: FieldPath): Faults {
  const value = textAt(spec, name);
  return value === '' ? [] : invalidTexts(path.child(name), value, subdomainComplaints(value));
}

function label(spec: Fields, name: string, path: FieldPath): Faults {
  const value = textAt(spec, name);
  return value === '' ? [] : invalidTexts(path.child(name), value, labelComplaints(value));
}

function runtimeClass(spec: Fields, path: FieldPath): Faults {
  const name = optionalText(spec, 'runtimeClassName');
  return name === undefined ? [] : invalidTexts(path, name, subdomainComplaints(name));
}

function preemption(spec: Fields, path: FieldPath): readonly Fault[] {
  const policy = optionalText(spec, 'preemptionPolicy');
  if (policy === undefined) return [];
  if (policy === '') return [required(path.child('preemptionPolicy'))];
  return oneOf(spec, 'preemptionPolicy', PREEMPTION_POLICIES, path);
}

function deadline(spec: Fields, path: FieldPath): readonly Fault[] {
  const value = optionalNumber(spec, 'activeDeadlineSeconds');
  return value === undefined || (value >= 1 && value <= LARGEST_DEADLINE)
    ? []
    : [invalid(path, String(value), `must be between 1 and ${LARGEST_DEADLINE}, inclusive`)];
}

function overhead(spec: Fields, path: FieldPath): Faults {
  if (!isPresent(spec, 'overhead')) return [];
  const length = path.place.length;
  return containerResources({ limits: spec.overhead }, new Set(), path).map((fault) => ({
    ...fault,
    path: [...path.place, ...fault.path.slice(length + 1)],
  }));
}

function sharedProcesses(spec: Fields, path: FieldPath): readonly Fault[] {
  const words = 'ShareProcessNamespace and HostPID cannot both be enabled';
  return isTrue(spec, 'shareProcessNamespace') && isTrue(spec, 'hostPID')
    ? [invalid(path.child('shareProcessNamespace'), 'true', words)]
    : [];
}

/** Users of its own exclude what else a pod would share with its node. */
function hostUsers(spec: Fields, path: FieldPath): Faults {
  if (spec.hostUsers !== false) return [];
  const words = 'when `hostUsers` is false';
  const shared = [
    ['hostNetwork', 'hostNetwork'],
    ['hostPID', 'HostPID'],
    ['hostIPC', 'HostIPC'],
  ] as const;
  return [
    ...shared
      .filter(([name]) => isTrue(spec, name))
      .map(([name, text]) => forbidden(path.child(text, [name]), words)),
    ...containersOf(spec, path)
      .filter(({ container }) => structsAt(container, 'volumeDevices').length > 0)
      .map(({ path: place }) => forbidden(place.child('volumeDevices'), words)),
  ];
}

/** A file that holds variables must lie on an emptyDir of the pod. */
function fileKeyVolumes(spec: Fields, path: FieldPath): Faults {
  const all = new Map(structsAt(spec, 'volumes').map((one) => [textAt(one, 'name'), one]));
  return containersOf(spec, path).flatMap(({ container, path: place }) =>
    structsAt(container, 'env').flatMap((variable, index): readonly Fault[] => {
      const reference = structAt(structAt(variable, 'valueFrom') ?? {}, 'fileKeyRef');
      if (reference === undefined) return [];
      const name = textAt(reference, 'volumeName');
      const volume = all.get(name);
      const at = place.child('env').index(index).below('valueFrom', 'fileKeyRef', 'volumeName');
      if (volume === undefined) return [notFound(at, quoted(name))];
      return volume.emptyDir === undefined
        ? [invalid(at, quoted(name), 'referenced volume must be of type emptyDir')]
        : [];
    }),
  );
}

/** What annotations of a pod or its template must be. */
export function specialAnnotations(meta: Fields, spec: Fields, path: FieldPath): Faults {
  const values = new Map(textEntries(meta, 'annotations'));
  const mirror = values.get(MIRROR);
  const cost = values.get(DELETION_COST);
  return [
    ...(mirror !== undefined && textAt(spec, 'nodeName') === ''
      ? [
          invalid(
            path.key(MIRROR),
            quoted(mirror),
            'must set spec.nodeName if mirror pod annotation is set',
          ),
        ]
      : []),
    ...(cost === undefined || isInt32(cost)
      ? []
      : [invalid(path.key(DELETION_COST), quoted(cost), 'must be a 32bit integer')]),
  ];
}

const MIRROR = 'kubernetes.io/config.mirror';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

function isInt32(text: string): boolean {
  if (!/^(0|-\d+|[1-9]\d*)$/.test(text)) return false;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31;
}
