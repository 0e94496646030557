import type { Change, PlainValue } from '../yaml/change.ts';
import type { Path } from '../yaml/path.ts';
import { isObject, type PlainObject } from '../yaml/value.ts';

/*
 * What a pod has to say so that the restricted level admits it, as changes of its manifest. Only
 * what is right whatever the pod does: that it runs as no root, under a seccomp profile, without
 * capabilities and without gaining rights. What it may really need stays, for a person to decide:
 * root, privileged containers, added capabilities, the node's folders, ports and namespaces.
 */

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** A securityContext with its place; `fields` is empty where there is none. */
interface Context {
  readonly path: Path;
  readonly isSet: boolean;
  readonly fields: PlainObject;
}

/**
 * The changes that make a pod fit for the restricted level, of every version from v1.22 on, as far
 * as that needs no person. What has a wrong type is left alone: it is not ours to guess.
 * @param pod a Pod, or the template of what makes pods
 * @param at where it is in its document
 */
export function hardening(pod: unknown, at: Path): readonly Change[] {
  const spec = isObject(pod) ? pod.spec : undefined;
  if (!isObject(spec)) return [];
  const path = [...at, 'spec'];
  const own = contextOf(spec, path);
  const containers = containerLists.flatMap((list) => contextsIn(spec[list], [...path, list]));
  if (own === undefined || containers.includes(undefined)) return [];
  const known = containers.filter((context) => context !== undefined);
  const isWindows = isObject(spec.os) && spec.os.name === 'windows';
  return [
    ...written(own, ofPod(own, known, isWindows)),
    ...known.flatMap((context) => written(context, ofContainer(context, known, own, isWindows))),
  ];
}

/** The context of a pod or a container; undefined if it is no mapping. */
function contextOf(holder: PlainObject, at: Path): Context | undefined {
  const { securityContext } = holder;
  const path = [...at, 'securityContext'];
  if (isUnset(securityContext)) return { path, isSet: false, fields: {} };
  return isObject(securityContext) ? { path, isSet: true, fields: securityContext } : undefined;
}

function contextsIn(list: unknown, path: Path): readonly (Context | undefined)[] {
  if (isUnset(list)) return [];
  if (!Array.isArray(list)) return [undefined];
  return list.map((container: unknown, index) =>
    isObject(container) ? contextOf(container, [...path, index]) : undefined,
  );
}

/** What to set in a context, by the steps from it. */
type Settings = readonly (readonly [path: readonly string[], value: PlainValue])[];

function ofPod({ fields }: Context, containers: readonly Context[], isWindows: boolean): Settings {
  const lacks = (key: string) => containers.some((container) => isUnset(container.fields[key]));
  const { runAsNonRoot, seccompProfile } = fields;
  const mayBeRoot = runAsNonRoot === false || (isUnset(runAsNonRoot) && lacks('runAsNonRoot'));
  const isOpen = isUnset(seccompProfile) ? lacks('seccompProfile') : isOtherProfile(seccompProfile);
  return [
    ...(mayBeRoot && !isRoot(fields, containers) ? [nonRoot] : []),
    ...(isOpen && !isWindows ? [runtimeDefault] : []),
  ];
}

function ofContainer(
  { fields }: Context,
  all: readonly Context[],
  pod: Context,
  isWindows: boolean,
): Settings {
  const { runAsNonRoot, seccompProfile, privileged } = fields;
  const ofUser = runAsNonRoot === false && !isRoot(pod.fields, all) ? [nonRoot] : [];
  if (isWindows) return ofUser;
  return [
    ...ofUser,
    ...(isUnset(seccompProfile) || !isOtherProfile(seccompProfile) ? [] : [runtimeDefault]),
    ...(privileged === true ? [] : [...noEscalation(fields), ...dropAll(fields)]),
  ];
}

const nonRoot: Settings[number] = [['runAsNonRoot'], true];
const runtimeDefault: Settings[number] = [['seccompProfile'], { type: 'RuntimeDefault' }];

/** Whether somebody has chosen root by its number: that is for a person to take back. */
function isRoot(pod: PlainObject, containers: readonly Context[]): boolean {
  return pod.runAsUser === 0 || containers.some(({ fields }) => fields.runAsUser === 0);
}

function isOtherProfile(profile: unknown): boolean {
  if (!isObject(profile)) return false;
  return profile.type !== 'RuntimeDefault' && profile.type !== 'Localhost';
}

/** The API server takes no such context of a container with all rights, or with this capability. */
function noEscalation({ allowPrivilegeEscalation, capabilities }: PlainObject): Settings {
  const added: unknown = isObject(capabilities) ? capabilities.add : undefined;
  const isAdmin = Array.isArray(added) && added.includes('CAP_SYS_ADMIN');
  return allowPrivilegeEscalation === false || isAdmin
    ? []
    : [[['allowPrivilegeEscalation'], false]];
}

function dropAll({ capabilities }: PlainObject): Settings {
  if (isUnset(capabilities)) return [[['capabilities'], { drop: ['ALL'] }]];
  if (!isObject(capabilities)) return [];
  const { drop } = capabilities;
  if (isUnset(drop)) return [[['capabilities', 'drop'], ['ALL']]];
  const isOpen = Array.isArray(drop) && !drop.includes('ALL');
  return isOpen ? [[['capabilities', 'drop'], ['ALL']]] : [];
}

/** A context that is not there yet is written as one mapping. */
function written({ path, isSet, fields }: Context, settings: Settings): readonly Change[] {
  if (settings.length === 0) return [];
  if (!isSet) {
    const value = Object.fromEntries(settings.map(([[key = ''], item]) => [key, item]));
    return [{ op: 'set', path, value }];
  }
  return settings.map(([steps, value]): Change => {
    const list = steps.length > 1 && isObject(fields.capabilities) && fields.capabilities.drop;
    const place = [...path, ...steps];
    // What is dropped by name stays in the list.
    return Array.isArray(list) && list.length > 0
      ? { op: 'append', path: place, value: 'ALL' }
      : { op: 'set', path: place, value };
  });
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null;
}
