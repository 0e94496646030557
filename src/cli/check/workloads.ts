import type { Path } from '../../yaml/path.ts';
import { isObject, type PlainObject } from '../../yaml/value.ts';

/** An object of Kubernetes, as far as it has been looked at. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Empty for one that does not say. */
  readonly namespace: string;
  readonly data: PlainObject;
  /** Where it is in its document: empty, or the item of a List. */
  readonly path: Path;
}

interface Kind {
  readonly group: string;
  /** Where the pod or its template is. */
  readonly template: Path;
}

const inSpec = (group: string): Kind => ({ group, template: ['spec', 'template'] });

/** What makes pods, as Pod Security admission has it (policy/visitor and podspec_extractor.go). */
const kinds: Readonly<Record<string, Kind>> = {
  Pod: { group: '', template: [] },
  PodTemplate: { group: '', template: ['template'] },
  ReplicationController: inSpec(''),
  ReplicaSet: inSpec('apps'),
  Deployment: inSpec('apps'),
  StatefulSet: inSpec('apps'),
  DaemonSet: inSpec('apps'),
  Job: inSpec('batch'),
  CronJob: { group: 'batch', template: ['spec', 'jobTemplate', 'spec', 'template'] },
};

/** Where the pod template of an object is; undefined if the object makes no pods. */
export function templateOf({ apiVersion, kind }: KubernetesObject): Path | undefined {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (known === undefined) return undefined;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  // Before 1.16 some of apps were in extensions.
  const isOld = known.group === 'apps' && group === 'extensions';
  return group === known.group || isOld ? known.template : undefined;
}

/**
 * The objects of a document: itself, or the items of a List.
 * @returns undefined if it is no object: it has no kind or no apiVersion
 */
export function objectsIn(data: unknown): readonly KubernetesObject[] | undefined {
  return collect(data, '', '', []);
}

/** The objects of one item of a List that has been cut into its items. */
export function objectsInItem(
  item: unknown,
  list: PlainObject,
): readonly KubernetesObject[] | undefined {
  return collect(item, ...itemDefaults(textAt(list, 'apiVersion'), textAt(list, 'kind')), []);
}

/** `PodList` says what its items are, a plain `List` does not. */
function itemDefaults(apiVersion: string, kind: string): [apiVersion: string, kind: string] {
  return kind === 'List' ? ['', ''] : [apiVersion, kind.replace(/List$/, '')];
}

/** The lists of `kubectl get --raw` give the kind of their items once, in their own name. */
function collect(
  data: unknown,
  ofVersion: string,
  ofKind: string,
  path: Path,
): readonly KubernetesObject[] | undefined {
  if (!isObject(data)) return undefined;
  const apiVersion = textAt(data, 'apiVersion') || ofVersion;
  const kind = textAt(data, 'kind') || ofKind;
  if (kind === '' || apiVersion === '') return undefined;
  if (kind.endsWith('List') && Array.isArray(data.items)) {
    const defaults = itemDefaults(apiVersion, kind);
    return data.items.flatMap((item, index) => {
      const place = [...path, 'items', index];
      return collect(item, ...defaults, place) ?? [unnamedObject(item, place)];
    });
  }
  const metadata = isObject(data.metadata) ? data.metadata : {};
  const name = textAt(metadata, 'name') || textAt(metadata, 'generateName');
  return [{ apiVersion, kind, name, namespace: textAt(metadata, 'namespace'), data, path }];
}

/** An item of a List that is no object. */
function unnamedObject(item: unknown, path: Path): KubernetesObject {
  const data = isObject(item) ? item : {};
  return { apiVersion: '', kind: '', name: '', namespace: '', data, path };
}

/** `Deployment web`, or `Deployment default/web` if it says in which namespace. */
export function subjectOf({ kind, name, namespace }: KubernetesObject): string {
  const full = namespace === '' ? name : `${namespace}/${name}`;
  return full === '' ? `${kind} without a name` : `${kind} ${full}`;
}

function textAt(data: PlainObject, key: string): string {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' ? value : '';
}
