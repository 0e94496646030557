import type { Change, PlainValue } from '../../../yaml/change.ts';
import { type Path, startsWith } from '../../../yaml/path.ts';
import { agentUid, fullContainerContext, sentinelUid } from '../../chart/chart.ts';
import {
  isMapping,
  isUnset,
  type Mapping,
  mappingOf,
  textOf,
  valueAt,
  valueIn,
} from '../../documents/plain.ts';
import { isEmptyContext } from '../../judge/pods/context.ts';
import type { Fix } from '../finding.ts';
import type { Model } from '../model.ts';
import { once } from '../once.ts';
import { rootCommand } from '../root-command.ts';
import { valuesFix } from '../rule.ts';
import { type ContextKind, repairs } from './context-fixes.ts';

/*
 * How a security context is put right. A global one is changed field by field, since each field
 * serves many pods. One that belongs to a single component is written in full, because nobody
 * outside the chart knows whether it replaces the global one or is merged with it. What is there
 * already stays, unless the standard forbids it.
 */

const contextKeys: ReadonlySet<unknown> = new Set([
  'podSecurityContext',
  'containerSecurityContext',
  'securityContext',
]);

/** The context that a field of the values file belongs to. */
export function contextPathOf(field: Path): Path | undefined {
  const index = field.findIndex((step) => contextKeys.has(step));
  return index < 0 ? undefined : field.slice(0, index + 1);
}

/** Whether a context is a component's own beside the global one. */
export function isOverride(context: Path): boolean {
  return (
    (context.length === 3 && context[0] === 'workers') ||
    (context.length === 2 && isAgent(context[0]))
  );
}

function isAgent(component: unknown): boolean {
  return component === 'dagProcessor' || component === 'triggerer';
}

/**
 * The fix for a field of a security context that the standard objects to.
 * @param podId names the pod in the title, where a fix concerns one pod
 */
export function contextFix(model: Model, field: Path, podId: string): Fix | undefined {
  const path = contextPathOf(field);
  if (path === undefined) return undefined;
  // Many pods share a global field, so its fix is asked for many times over.
  const key = (path.length === 1 ? field : path).join(' ');
  const fixes = fixesOf(model);
  if (!fixes.has(key)) fixes.set(key, makeFix(model, field, path, podId));
  return fixes.get(key);
}

const fixesOf = once(() => new Map<string, Fix | undefined>());

function makeFix(model: Model, field: Path, path: Path, podId: string): Fix | undefined {
  const value = valueIn(model.values, path);
  if (!isUnset(value) && !isMapping(value)) return undefined;
  const context = mappingOf(value);
  const kind = path.at(-1) === 'podSecurityContext' ? 'pod' : 'container';
  if (path.length === 1) return globalFix(context, path, kind, field);
  if (path[0] === 'sentinel' && path.length === 2) return sentinelFix(model, context, path, kind);
  if (path[0] === 'loggingSidecar') return sidecarFix(model, context, path);
  if (isOverride(path)) return overrideFix(model, context, path, kind, podId);
  return containerFix(model, context, path);
}

function globalFix(context: Mapping, path: Path, kind: ContextKind, field: Path): Fix | undefined {
  const below = field.slice(path.length);
  const repair = repairs(context, path, kind, agentUid).find(
    (one) => startsWith(below, one.field) || startsWith(one.field, below),
  );
  return repair && valuesFix(repair.title, repair.changes);
}

function sentinelFix(model: Model, context: Mapping, path: Path, kind: ContextKind) {
  const uid = platformAssigns(model, 'runAsUser') ? null : sentinelUid;
  const group = platformAssigns(model, 'fsGroup') ? null : sentinelUid;
  const full: PlainValue =
    kind === 'pod'
      ? {
          seccompProfile: { type: 'RuntimeDefault' },
          runAsUser: uid,
          fsGroup: group,
          runAsNonRoot: true,
        }
      : fullContainer(model);
  const extras = kind === 'pod' ? { runAsUser: uid, fsGroup: group } : readOnlyRoot(model);
  return written(`Sentinel’s ${path.at(-1)}`, context, path, full, [
    ...repairs(context, path, kind, sentinelUid).flatMap(({ changes }) => changes),
    ...missing(context, path, extras),
  ]);
}

/** Without readOnlyRootFilesystem where there is a context already: it would need a data folder. */
function sidecarFix(model: Model, context: Mapping, path: Path): Fix | undefined {
  const changes = repairs(context, path, 'container').flatMap((one) => one.changes);
  return written('the sidecar’s securityContext', context, path, fullContainer(model), changes);
}

function overrideFix(
  model: Model,
  context: Mapping,
  path: Path,
  kind: ContextKind,
  podId: string,
): Fix | undefined {
  const global = mappingOf(valueAt(model.values, String(path.at(-1))));
  const copied = kind === 'pod' ? ['runAsUser', 'runAsGroup', 'fsGroup'] : [];
  const extras: Record<string, PlainValue> = kind === 'pod' ? {} : { ...readOnlyRoot(model) };
  for (const key of copied) {
    const value = valueAt(global, key);
    if ((typeof value === 'number' && value !== 0) || value === null) extras[key] = value;
  }
  return valuesFix(`Complete ${podId}’s own ${path.at(-1)}`, [
    ...repairs(context, path, kind, agentUid).flatMap(({ changes }) => changes),
    ...missing(context, path, extras),
  ]);
}

/** An init or extra container's context, which the chart passes through as written. */
function containerFix(model: Model, context: Mapping, path: Path): Fix | undefined {
  const container = valueIn(model.values, path.slice(0, -1));
  if (!isMapping(container)) return undefined;
  // As another user it would be admitted and fail: needs-root leaves it to a person.
  if (rootCommand({ kind: 'init', spec: container }) !== undefined) return undefined;
  const name = textOf(valueAt(container, 'name'));
  const changes = isEmptyContext(context)
    ? [set(path, withoutReadOnlyRoot)]
    : repairs(context, path, 'container').flatMap((one) => one.changes);
  return valuesFix(`Harden container ${name}`, changes);
}

const { readOnlyRootFilesystem: _, ...withoutReadOnlyRoot } = fullContainerContext;

function fullContainer(model: Model): PlainValue {
  return hasReadOnlyRoot(model) ? fullContainerContext : withoutReadOnlyRoot;
}

/** Hardening beyond the standard is only written where the global context has it as well. */
function readOnlyRoot(model: Model): Readonly<Record<string, PlainValue>> {
  return hasReadOnlyRoot(model) ? { readOnlyRootFilesystem: true } : {};
}

function hasReadOnlyRoot({ values }: Model): boolean {
  return valueIn(values, ['containerSecurityContext', 'readOnlyRootFilesystem']) === true;
}

/** An explicit null in the global context leaves the ID to the platform, as OpenShift wants it. */
function platformAssigns({ values }: Model, key: string): boolean {
  return valueIn(values, ['podSecurityContext', key]) === null;
}

function written(
  what: string,
  context: Mapping,
  path: Path,
  full: PlainValue,
  completion: readonly Change[],
): Fix | undefined {
  return isEmptyContext(context)
    ? valuesFix(`Write ${what}`, [set(path, full)])
    : valuesFix(`Complete ${what}`, completion);
}

function missing(
  context: Mapping,
  path: Path,
  wanted: Readonly<Record<string, PlainValue>>,
): readonly Change[] {
  return Object.entries(wanted)
    .filter(([key]) => !Object.hasOwn(context, key))
    .map(([key, value]) => set([...path, key], value));
}

function set(path: Path, value: PlainValue): Change {
  return { op: 'set', path, value };
}
