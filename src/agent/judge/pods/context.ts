import type { Path } from '../../../yaml/path.ts';
import {
  existsIn,
  isMapping,
  isUnset,
  type Mapping,
  mappingOf,
  valueAt,
} from '../../documents/plain.ts';

/** A mapping of the values file that a security context is made of. */
export interface Layer {
  readonly value: Mapping;
  readonly path: Path;
}

/**
 * A pod's or container's security context as the chart would render it, with the places its
 * fields come from: the first layer that has a field provides it.
 */
export interface Context {
  readonly value: unknown;
  /** Strongest first; never empty. What is missing would be written into the first. */
  readonly layers: readonly [Layer, ...Layer[]];
}

/** How a component's own context relates to the global one: nobody outside the chart knows. */
export type Overriding = 'replaces' | 'merges';

/** A context that nothing else has a part in. */
export function ownContext(value: unknown, path: Path): Context {
  return { value: isUnset(value) ? {} : value, layers: [{ value: mappingOf(value), path }] };
}

/** Whether a component leaves its context to the global one, as `~` and `{}` do. */
export function isEmptyContext(value: unknown): boolean {
  return isUnset(value) || (isMapping(value) && Object.keys(value).length === 0);
}

/**
 * The context in force where a component has its own (possibly empty) one beside the global one.
 * A value that is no mapping is kept: the API server would be given it, and refuse it.
 */
export function combine(own: Context, global: Context, overriding: Overriding): Context {
  if (isEmptyContext(own.value)) return global;
  if (overriding === 'replaces' || !isMapping(own.value) || !isMapping(global.value)) return own;
  return {
    value: mergeUnder(own.value, global.value),
    layers: [own.layers[0], global.layers[0]],
  };
}

/** Helm's `merge`: mappings are merged key by key, everything else is taken whole from `over`. */
function mergeUnder(over: Mapping, under: Mapping): Mapping {
  const merged: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = valueAt(under, key);
    const both = isMapping(value) && isMapping(below);
    Object.defineProperty(merged, key, {
      value: both ? mergeUnder(value, below) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return merged;
}

/** The place in the values file of a context's field, or where it would be if it were there. */
export function originInContext(context: Context, field: Path): Path {
  const layer = context.layers.find(({ value }) => existsIn(value, field)) ?? context.layers[0];
  return [...layer.path, ...field];
}
