import type { Path } from '../../yaml/path.ts';
import { type SettingStep, settingSteps } from './settings.ts';

const podKeys: ReadonlySet<unknown> = new Set([
  'runAsNonRoot',
  'runAsUser',
  'runAsGroup',
  'fsGroup',
  'seccompProfile',
]);
const containerKeys: ReadonlySet<unknown> = new Set([
  'allowPrivilegeEscalation',
  'capabilities',
  'readOnlyRootFilesystem',
]);

/** The form field that shows a place of the values file; `start.file` for what has none. */
export function fieldOf(path: Path): string {
  const [first, second, ...rest] = path;
  switch (first) {
    case 'namespace':
      return 'namespace.name';
    case 'createNamespace':
      return 'namespace.createNamespace';
    case 'podSecurityContext':
    case 'containerSecurityContext':
      return contextField('security', first, second);
    case 'sentinel':
      return sentinelField(second, rest);
    case 'workers':
      return typeof second === 'number'
        ? componentField(`components.workers.${second}`, rest)
        : 'components.workers';
    case 'dagProcessor':
    case 'triggerer':
      return componentField(`components.${first}`, path.slice(1));
    case 'loggingSidecar':
      return sidecarField(second, rest);
    default:
      return 'start.file';
  }
}

/** The step that a field is on: its first segment. */
export function stepOf(field: string): SettingStep | 'start' {
  const [first] = field.split('.', 1);
  return settingSteps.find((step) => step === first) ?? 'start';
}

function contextField(prefix: string, context: string, key: unknown): string {
  const isPod = context === 'podSecurityContext';
  const known = (isPod ? podKeys : containerKeys).has(key);
  return `${prefix}.${isPod ? 'pod' : 'container'}${known ? `.${key}` : ''}`;
}

function sentinelField(key: unknown, rest: Path): string {
  if (key === 'podSecurityContext' || key === 'containerSecurityContext') {
    return contextField('security.sentinel', key, rest[0]);
  }
  return key === 'enabled' ? 'security.sentinel.enabled' : 'security.sentinel';
}

function componentField(prefix: string, path: Path): string {
  const [key, index] = path;
  switch (key) {
    case 'podSecurityContext':
    case 'containerSecurityContext':
      return `${prefix}.override`;
    case 'volumes':
    case 'volumeMounts':
      return `${prefix}.volumes`;
    case 'initContainers':
    case 'extraContainers':
      return typeof index === 'number' ? `${prefix}.${key}.${index}` : `${prefix}.${key}`;
    case 'name':
    case 'queues':
    case 'replicas':
      return prefix.startsWith('components.workers.') ? `${prefix}.${key}` : prefix;
    default:
      return prefix;
  }
}

function sidecarField(key: unknown, rest: Path): string {
  switch (key) {
    case 'securityContext':
      return containerKeys.has(rest[0]) ? `sidecar.container.${rest[0]}` : 'sidecar.container';
    case 'volumeMounts':
      return 'sidecar.logsPath';
    case 'enabled':
    case 'name':
    case 'image':
    case 'config':
      return `sidecar.${key}`;
    default:
      return 'sidecar';
  }
}
