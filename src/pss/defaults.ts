import {
  ALLOWED_VOLUME_SOURCES,
  type Container,
  type ContainerPort,
  type Pod,
  type PodSpec,
  RESTRICTED_VOLUME_SOURCES,
  type Volume,
} from './pod.ts';
import { isSet } from './values.ts';

/**
 * What the API server fills in before it judges. The checks see the result, so the verdict on a
 * manifest is the verdict on its defaulted form. Nothing is changed in place, and what has the
 * wrong type stays as it is, for shapeErrors to find.
 */

type Unset = null | undefined;

/**
 * The defaults for a Pod: those of a template, and on the node's network every port of a
 * container or init container is a port of the node as well.
 */
export function defaultPod(pod: Pod): Pod {
  return withSpec(defaultTemplate(pod), (spec) => {
    if (spec.hostNetwork !== true) return spec;
    return withContainers(withInitContainers(spec, withHostPorts), withHostPorts);
  });
}

/** The defaults for the template of a workload: a volume without a source is an empty directory. */
export function defaultTemplate(template: Pod): Pod {
  return withSpec(template, (spec) => {
    if (!isSet(spec.volumes)) return spec;
    return { ...spec, volumes: mapItems(spec.volumes, withSource) };
  });
}

type ContainerChange = (container: Container | Unset) => Container | Unset;

/** A copy of the pod with another spec; the pod itself if it has no spec to change. */
export function withSpec(pod: Pod, change: (spec: PodSpec) => PodSpec): Pod {
  const spec = pod?.spec;
  return isObject(spec) ? { ...pod, spec: change(spec) } : pod;
}

export function withContainers(spec: PodSpec, change: ContainerChange): PodSpec {
  if (!isSet(spec.containers)) return spec;
  return { ...spec, containers: mapItems(spec.containers, change) };
}

export function withInitContainers(spec: PodSpec, change: ContainerChange): PodSpec {
  if (!isSet(spec.initContainers)) return spec;
  return { ...spec, initContainers: mapItems(spec.initContainers, change) };
}

export function isObject<T extends object>(value: T | Unset): value is T {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function mapItems<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  return Array.isArray(items) ? items.map(change) : items;
}

const SOURCES = [...ALLOWED_VOLUME_SOURCES, ...RESTRICTED_VOLUME_SOURCES];

/** A null in the list of volumes is a volume without a name and a source. */
function withSource(volume: Volume | Unset): Volume | Unset {
  if (isSet(volume) && !isObject(volume)) return volume;
  if (SOURCES.some((source) => isSet(volume?.[source]))) return volume;
  return { ...volume, emptyDir: {} };
}

function withHostPorts(container: Container | Unset): Container | Unset {
  if (!isObject(container) || !isSet(container.ports)) return container;
  return { ...container, ports: mapItems(container.ports, withHostPort) };
}

function withHostPort(port: ContainerPort | Unset): ContainerPort | Unset {
  if (!isObject(port) || !isSet(port.containerPort)) return port;
  if (isSet(port.hostPort) && port.hostPort !== 0) return port;
  return { ...port, hostPort: port.containerPort };
}
