import { type Faults, invalid, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { json } from '../go-text.ts';
import { qualifiedNameComplaints } from '../names.ts';

const CONTAINER_RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];
const STANDARD_RESOURCES = [
  ...CONTAINER_RESOURCES,
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'storage',
  'requests.storage',
  'services.nodeports',
  'services.loadbalancers',
];
const COUNTED_RESOURCES = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];
const HUGE_PAGES = 'hugepages-';

export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** The size of the pages that the resource is made of, as text. */
export function pageSizeOf(name: string): string {
  return name.slice(HUGE_PAGES.length);
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

function isExtended(name: string): boolean {
  return (
    !isNative(name) &&
    !name.startsWith('requests.') &&
    qualifiedNameComplaints(`requests.${name}`).length === 0
  );
}

/** Whether more may be promised than there is: not of huge pages and extended resources. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** Whether only whole amounts make sense. */
export function isCounted(name: string): boolean {
  return COUNTED_RESOURCES.includes(name) || isExtended(name);
}

function resourceName(name: string, path: FieldPath): Faults {
  const complaints = qualifiedNameComplaints(name);
  if (complaints.length > 0) {
    return complaints.map((complaint) => invalid(path, json(name), complaint));
  }
  const standard =
    STANDARD_RESOURCES.includes(name) ||
    isHugePages(name) ||
    name.startsWith('requests.hugepages-');
  return name.includes('/') || standard
    ? []
    : [invalid(path, json(name), 'must be a standard resource type or fully qualified')];
}

export function containerResourceName(name: string, path: FieldPath): Faults {
  const faults = resourceName(name, path);
  if (!name.includes('/')) {
    return CONTAINER_RESOURCES.includes(name) || isHugePages(name)
      ? faults
      : [...faults, invalid(path, json(name), 'must be a standard resource for containers')];
  }
  return isNative(name) || isExtended(name)
    ? faults
    : [...faults, invalid(path, json(name), "doesn't follow extended resource name standard")];
}

/** A resource that a pod as a whole may ask for. */
export function podResourceName(name: string, path: FieldPath): Faults {
  const faults = resourceName(name, path);
  if (faults.length > 0) return faults;
  return isPodLevel(name) ? [] : [unsupported(path, json(name), POD_RESOURCES)];
}

const POD_RESOURCES = ['cpu', 'hugepages-', 'memory'];

export function isPodLevel(name: string): boolean {
  return name === 'cpu' || name === 'memory' || isHugePages(name);
}
