import { defaultPod } from '../../../pss/index.ts';
import type { Path } from '../../../yaml/path.ts';
import { type ComponentFacts, componentFacts, deploymentName, podId } from '../../chart/chart.ts';
import { releaseOf } from '../../chart/release-of.ts';
import { readMounts, readVolumes } from '../../chart/volumes.ts';
import {
  isList,
  isMapping,
  isUnset,
  listOf,
  type Mapping,
  mappingOf,
  textOf,
  valueAt,
  valueIn,
} from '../../documents/plain.ts';
import type { ChartContainer, ChartPod, PodContainer, UnbuiltPod, Variant } from './chart-pod.ts';
import { type Context, ownContext } from './context.ts';
import { nameOf } from './place-name.ts';
import { type Contexts, readings, type SharedContexts, sharedContexts } from './readings.ts';

export interface ChartPods {
  /** Both kinds, in the chart's order. */
  readonly all: readonly (ChartPod | UnbuiltPod)[];
  readonly built: readonly ChartPod[];
}

/** The pods that the chart would create from a values file's data, in the chart's order. */
export function buildPods(values: Mapping): ChartPods {
  const shared = sharedContexts(values);
  const found: (ChartPod | UnbuiltPod)[] = [];
  for (const facts of componentFacts) {
    if (facts.component === 'worker') found.push(...workerPods(values, facts, shared));
    else if (exists(values, facts)) found.push(singlePod(values, facts, shared));
  }
  return {
    all: found,
    built: found.filter((pod) => 'variants' in pod),
  };
}

/** Sentinel's default is in dispute, so only an explicit false says that there is none. */
function exists(values: Mapping, { component }: ComponentFacts): boolean {
  if (component !== 'sentinel') return true;
  return valueIn(values, ['sentinel', 'enabled']) !== false && releaseOf(values).hasSentinel;
}

function workerPods(values: Mapping, facts: ComponentFacts, shared: SharedContexts) {
  const workers = valueAt(values, 'workers');
  const deployment = (name: string) => deploymentName(prefixOf(values), 'worker', name);
  if (!isList(workers)) {
    const reason = isUnset(workers)
      ? 'The file has no workers: what the chart makes without them is unknown.'
      : 'The chart wants a list of workers.';
    const path = ['workers'];
    return [
      { id: 'worker', component: facts.component, deployment: deployment(''), path, facts, reason },
    ];
  }
  const taken = new Set<string>();
  return workers.map((spec, index) => {
    const path = ['workers', index];
    const name = textOf(valueAt(spec, 'name'));
    const wanted = podId('worker', name === '' ? String(index) : name);
    // Two workers of one name are a mistake, but still two entries of the file.
    const id = taken.has(wanted) ? `${wanted}#${index}` : wanted;
    taken.add(id);
    const identity = { id, component: facts.component, index, deployment: deployment(name), path };
    return buildPod({ ...identity, facts }, spec, values, shared);
  });
}

function singlePod(values: Mapping, facts: ComponentFacts, shared: SharedContexts) {
  const identity = {
    id: facts.podId,
    component: facts.component,
    deployment: deploymentName(prefixOf(values), facts.component),
    path: facts.path,
    facts,
  };
  // An absent key leaves the chart's own values in force; an explicit null deletes them.
  const absent = !Object.hasOwn(values, facts.path[0]);
  return buildPod(identity, absent ? {} : valueAt(values, facts.path[0]), values, shared);
}

function prefixOf(values: Mapping): string {
  return textOf(valueAt(values, 'resourceNamePrefix'));
}

type Identity = Omit<UnbuiltPod, 'reason'>;

function buildPod(
  identity: Identity,
  spec: unknown,
  values: Mapping,
  shared: SharedContexts,
): ChartPod | UnbuiltPod {
  const { facts, path } = identity;
  if (!isMapping(spec)) {
    return { ...identity, reason: `The chart wants a mapping for ${nameOf(path)}.` };
  }
  const sidecar = facts.takesSidecar ? sidecarOf(values) : undefined;
  const parts = { own: spec, path, shared, sentinel: !facts.takesGlobalContexts };
  const [first, ...others] = readings({ ...parts, sidecar: sidecar !== undefined });
  const containers = containersOf(identity, spec, values, sidecar);
  const variantOf = (contexts: Contexts) => buildVariant(identity, spec, containers, contexts);
  return {
    ...identity,
    spec,
    containers,
    volumes: readVolumes(valueAt(spec, 'volumes'), [...path, 'volumes']),
    variants: [variantOf(first), ...others.map(variantOf)],
  };
}

/** The sidecar's values if the chart would add it. Templates take every non-empty value for true. */
function sidecarOf(values: Mapping): Mapping | undefined {
  const sidecar = mappingOf(valueAt(values, 'loggingSidecar'));
  const enabled = valueAt(sidecar, 'enabled');
  return enabled === false || isUnset(enabled) || enabled === '' || enabled === 0
    ? undefined
    : sidecar;
}

function containersOf(
  { facts, path }: Identity,
  spec: Mapping,
  values: Mapping,
  sidecar: Mapping | undefined,
): readonly ChartContainer[] {
  const image = textOf(valueAt(spec, 'image'));
  const shared = facts.component === 'sentinel' ? '' : textOf(valueAt(values, 'image'));
  const agent = { name: facts.container, image: image || shared || facts.defaultImage };
  const main: ChartContainer[] = [container('agent', spec, path, ['containers', 0], agent)];
  if (sidecar !== undefined) {
    main.push(container('sidecar', sidecar, ['loggingSidecar'], ['containers', 1]));
  }
  const passed = (list: 'initContainers' | 'extraContainers') =>
    listOf(valueAt(spec, list)).map((item, index) => ({ item, path: [...path, list, index] }));
  return [
    ...passed('initContainers').map(({ item, path: place }, index) =>
      container('init', mappingOf(item), place, ['initContainers', index]),
    ),
    ...main,
    ...passed('extraContainers').map(({ item, path: place }, index) =>
      container('extra', mappingOf(item), place, ['containers', main.length + index]),
    ),
  ];
}

function container(
  kind: PodContainer['kind'],
  spec: Mapping,
  path: Path,
  place: ChartContainer['place'],
  known?: { readonly name: string; readonly image: string },
): ChartContainer {
  return {
    kind,
    spec,
    path,
    place,
    name: known?.name ?? textOf(valueAt(spec, 'name')),
    image: known?.image ?? textOf(valueAt(spec, 'image')),
    mounts: readMounts(valueAt(spec, 'volumeMounts'), [...path, 'volumeMounts']),
  };
}

function buildVariant(
  { deployment }: Identity,
  spec: Mapping,
  containers: readonly ChartContainer[],
  contexts: Contexts,
): Variant {
  const containerContexts = containers.map((one) => contextOf(one, contexts));
  const lists: Record<ChartContainer['place'][0], Mapping[]> = {
    initContainers: [],
    containers: [],
  };
  for (const [index, one] of containers.entries()) {
    lists[one.place[0]].push({
      ...(passedThrough(one) ? one.spec : probesOf(one.spec)),
      name: one.name,
      image: one.image,
      securityContext: containerContexts[index]?.value,
    });
  }
  // Every field of a Pod is optional, and one of the wrong type is left to the checks.
  const pod: object = {
    metadata: { name: deployment },
    spec: { ...lists, securityContext: contexts.pod.value, volumes: valueAt(spec, 'volumes') },
  };
  return { pod: defaultPod(pod), podContext: contexts.pod, containerContexts };
}

function contextOf(one: ChartContainer, contexts: Contexts): Context {
  if (one.kind === 'agent') return contexts.agent;
  if (one.kind === 'sidecar' && contexts.sidecar) return contexts.sidecar;
  return ownContext(valueAt(one.spec, 'securityContext'), [...one.path, 'securityContext']);
}

function passedThrough({ kind }: ChartContainer): boolean {
  return kind === 'init' || kind === 'extra';
}

/** All that the chart is known to hand to the containers that it makes itself. */
function probesOf(spec: Mapping): Mapping {
  return {
    livenessProbe: valueAt(spec, 'livenessProbe'),
    readinessProbe: valueAt(spec, 'readinessProbe'),
  };
}
