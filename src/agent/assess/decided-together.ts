import type { Path } from '../../yaml/path.ts';
import type { Finding } from '../rules/finding.ts';

const items: ReadonlySet<unknown> = new Set(['volumes', 'ports', 'sysctls']);
const containers: ReadonlySet<unknown> = new Set(['initContainers', 'extraContainers']);

/**
 * The key of what a person decides about at once, for a finding that no fix repairs: a volume, a
 * port, a sysctl is each a decision of its own, and a container with all that makes it root is one.
 * @returns undefined for what is nobody's decision, such as a value of the wrong type
 */
export function decidedTogether({ rule, path, document }: Finding): string | undefined {
  if (itemRules.has(rule)) {
    const item = itemOf(path, items);
    return item && `${rule} ${document} ${JSON.stringify(item)}`;
  }
  const container = rootRules.has(rule) ? itemOf(path, containers) : undefined;
  return container && `root ${document} ${JSON.stringify(container)}`;
}

/** The innermost item of one of these lists that a path leads into. */
function itemOf(path: Path, lists: ReadonlySet<unknown>): Path | undefined {
  for (let end = path.length; end > 1; end -= 1) {
    if (typeof path[end - 1] === 'number' && lists.has(path[end - 2])) return path.slice(0, end);
  }
  return undefined;
}

/** What is wrong with one item of a list. */
const itemRules: ReadonlySet<string> = new Set([
  'hostPathVolumes',
  'restrictedVolumes',
  'hostPorts',
  'sysctls',
]);

/** What makes a container root, or gives it rights of root. */
export const rootRules: ReadonlySet<string> = new Set([
  'needs-root',
  'allowPrivilegeEscalation',
  'capabilities_baseline',
  'capabilities_restricted',
  'privileged',
  'runAsNonRoot',
  'runAsUser',
  'root-despite-non-root',
]);
