import { componentPath, workerPath } from '../../agent/chart/chart.ts';
import type { DocumentName } from '../../agent/documents/documents.ts';
import type { Path } from '../../yaml/path.ts';

/** The place in the files that a field of the form is about. */
export interface FieldPlace {
  readonly document: DocumentName;
  readonly path: Path;
}

type Names = readonly string[];

/**
 * Where a field's answer is written: `security.pod.seccompProfile.type` is
 * `podSecurityContext.seccompProfile.type` of values.yaml. Undefined for what has no one place.
 */
export function fieldPath(field: string): FieldPlace | undefined {
  const [step, ...names] = field.split('.');
  if (step === 'namespace') return at('namespace', namespacePath(names));
  if (step === 'security') return at('values', securityPath(names));
  if (step === 'components') return at('values', componentsPath(names));
  if (step === 'sidecar') return at('values', sidecarPath(names));
  return undefined;
}

function at(document: DocumentName, path: Path | undefined): FieldPlace | undefined {
  return path && { document, path };
}

function namespacePath([name = '', part]: Names): Path | undefined {
  switch (name) {
    case 'name':
      return ['metadata', 'name'];
    case 'enforce':
    case 'audit':
    case 'warn': {
      const label = `pod-security.kubernetes.io/${name}`;
      return ['metadata', 'labels', part === 'version' ? `${label}-version` : label];
    }
    case 'labels':
    case 'annotations':
      return ['metadata', name];
    default:
      return undefined;
  }
}

function securityPath([name, ...rest]: Names): Path | undefined {
  if (name !== 'sentinel') return contextPath([name ?? '', ...rest]);
  const [part] = rest;
  if (part === undefined) return componentPath('sentinel');
  if (part === 'enabled') return [...componentPath('sentinel'), 'enabled'];
  return below(componentPath('sentinel'), contextPath(rest));
}

function below(parent: Path, path: Path | undefined): Path | undefined {
  return path && [...parent, ...path];
}

/** A place within a pair of contexts, by the names of the settings. */
function contextPath([half, ...rest]: Names): Path | undefined {
  if (half === 'pod') return ['podSecurityContext', ...rest];
  if (half === 'container') return ['containerSecurityContext', ...containerPath(rest)];
  return undefined;
}

function containerPath([name, part, ...rest]: Names): Path {
  if (name === undefined) return [];
  if (part === 'dropAll') return [name, 'drop'];
  if (part === 'addNetBindService') return [name, 'add'];
  return part === undefined ? [name] : [name, part, ...rest];
}

function componentsPath([name, ...rest]: Names): Path | undefined {
  if (name === 'workers') {
    const [index, ...inside] = rest;
    if (index === undefined) return ['workers'];
    return componentPart(workerPath(Number(index)), inside);
  }
  if (name === 'dagProcessor' || name === 'triggerer') {
    return componentPart(componentPath(name), rest);
  }
  return undefined;
}

function componentPart(component: Path, [name, ...rest]: Names): Path | undefined {
  switch (name) {
    case undefined:
      return component;
    // A folder is a volume and its mount; the mount has the path that people look for.
    case 'folders':
      return [...component, 'volumeMounts'];
    case 'override':
      return rest.length === 0 ? component : below(component, contextPath(rest));
    default:
      return [...component, ...[name, ...rest].map(step)];
  }
}

/** A segment of a field's id as a step of a path: `2` is an index. */
function step(segment: string): string | number {
  return /^\d+$/.test(segment) ? Number(segment) : segment;
}

function sidecarPath([name, ...rest]: Names): Path | undefined {
  const sidecar = ['loggingSidecar'];
  switch (name) {
    case undefined:
      return sidecar;
    case 'container':
      return [...sidecar, 'securityContext', ...containerPath(rest)];
    case 'logsPath':
    case 'dataVolume':
      return [...sidecar, 'volumeMounts'];
    default:
      return [...sidecar, name];
  }
}
