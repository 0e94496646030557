import type { Path } from '../../yaml/path.ts';
import { isUnset, listOf, type Mapping, valueAt, valueIn } from '../documents/plain.ts';

/** What differs between releases of the chart, as far as a values file has a part in it. */
export interface Release {
  /** As people call it: `1.x`. */
  readonly series: string;
  /** The place by which a file shows that it was written for it; nothing: it was not. */
  readonly mark: (values: Mapping) => Path | undefined;
  /** Whether the chart makes Sentinel's Deployment at all. */
  readonly hasSentinel: boolean;
  /** Whether one `image` at the top is that of all components without one of their own. */
  readonly hasSharedImage: boolean;
  /** What to mind before an upgrade to the next, as a sentence; the newest has none. */
  readonly upgrade?: string;
}

const fromFirst =
  'Chart 2.0.0 needs action before an upgrade from 1.x: read its release notes, hardening alone is not enough.';

/**
 * Oldest first; the last one takes every file that shows nothing else. A new release is a row
 * here, and its keys in schema/.
 * Source: the chart's release notes and real values files.
 */
export const releases: readonly [Release, ...Release[]] = [
  {
    series: '1.x',
    mark: imageOfComponents,
    hasSentinel: false,
    hasSharedImage: false,
    upgrade: fromFirst,
  },
  {
    // From 1.2 on there is Sentinel, and still the first spelling of a metric's target.
    series: '1.x',
    mark: capitalTarget,
    hasSentinel: true,
    hasSharedImage: true,
    upgrade: fromFirst,
  },
  { series: '2.x', mark: () => [], hasSentinel: true, hasSharedImage: true },
];

/** An image for each component, none for all, and Sentinel unheard of. */
function imageOfComponents(values: Mapping): Path | undefined {
  if (Object.hasOwn(values, 'sentinel') || Object.hasOwn(values, 'image')) return undefined;
  const places = [
    ...listOf(valueAt(values, 'workers')).map((_, index) => ['workers', index]),
    ['dagProcessor'],
    ['triggerer'],
  ].map((path): Path => [...path, 'image']);
  return places.find((place) => typeof valueIn(values, place) === 'string');
}

/** `Value` with a capital letter in the target of a worker's metric. */
function capitalTarget(values: Mapping): Path | undefined {
  const below = ['hpa', 'metric', 'target', 'Value'];
  const worker = listOf(valueAt(values, 'workers')).findIndex(
    (one) => !isUnset(valueIn(one, below)),
  );
  return worker < 0 ? undefined : ['workers', worker, ...below];
}
