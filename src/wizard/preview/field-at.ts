import type { DocumentName } from '../../agent/documents/documents.ts';
import {
  podSecurityPrefix,
  type SettingStep,
  type Settings,
} from '../../agent/settings/settings.ts';
import type { Path } from '../../yaml/path.ts';

/** The field of the form that asks for what stands at a place in the files. */
export interface FieldAt {
  readonly step: SettingStep;
  readonly field: string;
  /** What it is, as a short name. */
  readonly words: string;
}

/** The inverse of `fieldPath`. Undefined for what the form does not ask for. */
export function fieldAt(
  document: DocumentName,
  path: Path,
  settings: Settings,
): FieldAt | undefined {
  return document === 'namespace' ? namespaceAt(path, settings) : valuesAt(path, settings);
}

function namespaceAt([part, name, key]: Path, { namespace }: Settings): FieldAt | undefined {
  const at = (field: string, words: string): FieldAt => ({
    step: 'namespace',
    field: `namespace.${field}`,
    words,
  });
  if (part !== 'metadata') return undefined;
  if (name === 'name') return at('name', 'name');
  if (name !== 'labels' && name !== 'annotations') return undefined;
  const label = typeof key === 'string' ? key : '';
  const mode = (['enforce', 'audit', 'warn'] as const).find((known) =>
    [podSecurityPrefix + known, `${podSecurityPrefix}${known}-version`].includes(label),
  );
  if (name === 'labels' && mode) {
    const isVersion = label.endsWith('-version');
    return isVersion
      ? at(`${mode}.version`, `${mode} version`)
      : at(`${mode}.level`, `${mode} level`);
  }
  const row = namespace[name].findIndex((one) => one.key === label);
  return at(row === -1 ? name : `${name}.${row}.value`, row === -1 ? name : label);
}

function valuesAt(path: Path, settings: Settings): FieldAt | undefined {
  const [name, ...rest] = path;
  switch (name) {
    case 'namespace':
    case 'createNamespace':
      return { step: 'namespace', field: 'namespace.name', words: 'name' };
    case 'podSecurityContext':
    case 'containerSecurityContext':
      return at('security', contextAt('security', path));
    case 'sentinel':
      return at('security', sentinelAt(rest));
    case 'workers': {
      const [index, ...inside] = rest;
      const worker = settings.components.workers[Number(index)];
      if (!worker) return { step: 'components', field: 'components', words: 'workers' };
      const base = `components.workers.${index}`;
      return at('components', componentAt(base, `worker ${worker.name}`, inside));
    }
    case 'dagProcessor':
      return at('components', componentAt('components.dagProcessor', 'DAG processor', rest));
    case 'triggerer':
      return at('components', componentAt('components.triggerer', 'triggerer', rest));
    case 'loggingSidecar':
      return at('sidecar', sidecarAt(rest));
    default:
      return undefined;
  }
}

/** A field's id and its name. */
type Named = readonly [field: string, words: string];

function at(step: SettingStep, named: Named | undefined): FieldAt | undefined {
  return named && { step, field: named[0], words: named[1] };
}

function sentinelAt(path: Path): Named {
  if (path[0] === 'enabled') return ['security.sentinel.enabled', 'run Sentinel'];
  const [field, words] = contextAt('security.sentinel', path) ?? ['security.sentinel', ''];
  return [field, words === '' ? 'Sentinel' : `Sentinel, ${words}`];
}

const podFields: Readonly<Record<string, string>> = {
  runAsNonRoot: 'run as non-root',
  runAsUser: 'user',
  runAsGroup: 'group',
  fsGroup: 'volume group',
  seccompProfile: 'seccomp profile',
};

const containerFields: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: 'privilege escalation',
  capabilities: 'capabilities',
  readOnlyRootFilesystem: 'read-only root filesystem',
};

/** A place within a pair of contexts; of a context itself, its first field. */
function contextAt(base: string, [context, ...rest]: Path): Named | undefined {
  if (context === 'podSecurityContext') return podAt(`${base}.pod`, rest);
  if (context === 'containerSecurityContext') return containerAt(`${base}.container`, rest);
  return undefined;
}

function podAt(base: string, [name, part]: Path): Named | undefined {
  if (name === undefined) return [`${base}.runAsNonRoot`, 'pod context'];
  const words = Object.hasOwn(podFields, name) ? podFields[name] : undefined;
  if (words === undefined) return undefined;
  if (part === 'localhostProfile') return [`${base}.${name}.${part}`, 'profile on the node'];
  return [name === 'seccompProfile' ? `${base}.${name}.type` : `${base}.${name}`, words];
}

function containerAt(base: string, [name, part]: Path): Named | undefined {
  if (name === undefined) return [`${base}.allowPrivilegeEscalation`, 'container context'];
  const words = Object.hasOwn(containerFields, name) ? containerFields[name] : undefined;
  if (words === undefined) return undefined;
  if (name !== 'capabilities') return [`${base}.${name}`, words];
  const setting = part === 'add' ? 'addNetBindService' : 'dropAll';
  return [`${base}.capabilities.${setting}`, words];
}

function componentAt(base: string, who: string, [name, ...rest]: Path): Named {
  const of = (field: string, words: string): Named => [`${base}.${field}`, `${who}, ${words}`];
  switch (name) {
    case 'name':
    case 'queues':
    case 'replicas':
      return base.includes('workers') ? of(name, name) : [base, who];
    case 'volumes':
    case 'volumeMounts':
      return of('folders', name === 'volumes' ? 'volumes' : 'folders');
    case 'initContainers':
    case 'extraContainers': {
      const words = name === 'initContainers' ? 'init containers' : 'extra containers';
      return of([name, ...rest.slice(0, 1)].join('.'), words);
    }
    case 'podSecurityContext':
    case 'containerSecurityContext': {
      const named = contextAt(`${base}.override`, [name, ...rest]);
      return named ? [named[0], `${who}, ${named[1]}`] : of('override', 'own contexts');
    }
    default:
      return [base, who];
  }
}

function sidecarAt([name, ...rest]: Path): Named {
  switch (name) {
    case 'name':
    case 'image':
      return [`sidecar.${name}`, name];
    case 'config':
      return ['sidecar.config', 'configuration'];
    case 'securityContext':
      return containerAt('sidecar.container', rest) ?? ['sidecar.container', 'container context'];
    case 'volumeMounts':
      return ['sidecar.logsPath', 'logs'];
    default:
      return ['sidecar.enabled', 'run the sidecar'];
  }
}
