import type { Path } from '../../../yaml/path.ts';
import { type Mapping, sameValue, valueAt } from '../../documents/plain.ts';
import { type Context, combine, isEmptyContext, type Overriding, ownContext } from './context.ts';

/** The contexts of a pod's parts under one way of reading the chart. */
export interface Contexts {
  readonly pod: Context;
  readonly agent: Context;
  /** Undefined where the pod has no logging sidecar. */
  readonly sidecar?: Context;
}

/** The contexts that are written for more than one component. */
export interface SharedContexts {
  readonly pod: Context;
  readonly container: Context;
  readonly sidecar: Context;
}

export function sharedContexts(values: Mapping): SharedContexts {
  return {
    pod: ownContext(valueAt(values, 'podSecurityContext'), ['podSecurityContext']),
    container: ownContext(valueAt(values, 'containerSecurityContext'), [
      'containerSecurityContext',
    ]),
    sidecar: ownContext(valueAt(valueAt(values, 'loggingSidecar'), 'securityContext'), [
      'loggingSidecar',
      'securityContext',
    ]),
  };
}

interface Reader {
  readonly own: Mapping;
  readonly path: Path;
  readonly shared: SharedContexts;
  readonly sentinel: boolean;
  readonly sidecar: boolean;
}

/**
 * The contexts under every way of reading the chart, whose templates are not public. Unknown are:
 * whether a component's own context replaces the global one or is merged with it, whether the
 * global ones reach Sentinel at all, and whether an empty sidecar context falls back to the
 * global container context. Readings that come to the same are listed once.
 */
export function readings(reader: Reader): readonly [Contexts, ...Contexts[]] {
  const { own, path, shared, sentinel, sidecar } = reader;
  const pod = ownContext(valueAt(own, 'podSecurityContext'), [...path, 'podSecurityContext']);
  const agent = ownContext(valueAt(own, 'containerSecurityContext'), [
    ...path,
    'containerSecurityContext',
  ]);
  const sidecars = sidecar ? sidecarContexts(shared) : [undefined];
  const found: Contexts[] = [];
  for (const overriding of ['replaces', 'merges'] as const) {
    const inForce = sentinel ? fallBack : combine;
    const contexts = {
      pod: inForce(pod, shared.pod, overriding),
      agent: inForce(agent, shared.container, overriding),
    };
    for (const context of sidecars) {
      found.push(context === undefined ? contexts : { ...contexts, sidecar: context });
    }
  }
  // The reading that depends on nothing global comes first: it is the one that is shown.
  const plain = { pod, agent };
  const first = sentinel ? plain : (found[0] ?? plain);
  return [first, ...distinct([first, ...found]).slice(1)];
}

function sidecarContexts({ sidecar, container }: SharedContexts): readonly Context[] {
  if (!isEmptyContext(sidecar.value)) return [sidecar];
  return [sidecar, fallBack(sidecar, container, 'replaces')];
}

/** As `combine`, but what is missing is the component's own to write, not the global context's. */
function fallBack(own: Context, global: Context, overriding: Overriding): Context {
  const context = combine(own, global, overriding);
  return context === global ? { ...global, layers: [own.layers[0], ...global.layers] } : context;
}

function distinct(all: readonly Contexts[]): Contexts[] {
  return all.filter((one, index) => !all.slice(0, index).some((other) => same(one, other)));
}

function same(a: Contexts, b: Contexts): boolean {
  return (
    sameValue(a.pod.value, b.pod.value) &&
    sameValue(a.agent.value, b.agent.value) &&
    sameValue(a.sidecar?.value, b.sidecar?.value)
  );
}
