import type { PlainValue } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import { sameValue } from '../../../yaml/value.ts';
import { isList, isMapping, listOf, valueAt, valueIn } from '../../documents/plain.ts';
import {
  type ContainerContextSettings,
  type PodContextSettings,
  platformAssigned,
} from '../settings.ts';
import type { ChangingData } from './changing-data.ts';
import { asText, present } from './plain.ts';

const ids = ['runAsUser', 'runAsGroup', 'fsGroup'] as const;

/** Reads a pod's context; what is absent or of the wrong type counts as not set. */
export function readPodContext(value: unknown): PodContextSettings {
  const seccomp = valueAt(value, 'seccompProfile');
  const type = asText(valueAt(seccomp, 'type'));
  return {
    runAsNonRoot: valueAt(value, 'runAsNonRoot') === true,
    runAsUser: readId(valueAt(value, 'runAsUser')),
    runAsGroup: readId(valueAt(value, 'runAsGroup')),
    fsGroup: readId(valueAt(value, 'fsGroup')),
    seccompProfile: {
      type,
      localhostProfile: type === 'Localhost' ? asText(valueAt(seccomp, 'localhostProfile')) : '',
    },
  };
}

function readId(value: unknown): string {
  return value === null ? platformAssigned : asText(value);
}

/** Reads a container's context; what is absent or of the wrong type counts as not set. */
export function readContainerContext(value: unknown): ContainerContextSettings {
  return {
    allowPrivilegeEscalation: valueAt(value, 'allowPrivilegeEscalation') !== false,
    capabilities: {
      dropAll: listOf(valueIn(value, ['capabilities', 'drop'])).includes('ALL'),
      addNetBindService: listOf(valueIn(value, ['capabilities', 'add'])).includes(
        'NET_BIND_SERVICE',
      ),
    },
    readOnlyRootFilesystem: valueAt(value, 'readOnlyRootFilesystem') === true,
  };
}

/** Whether there is a context at all: null and `{}` say nothing. */
export function isContext(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length > 0;
}

/**
 * How a context is written. `changes`: only what differs from what was read. `full`: every
 * switch is spelt out, as an override needs that holds whether the chart replaces or merges.
 */
export type Completeness = 'changes' | 'full';

/** Changes a pod's context to what the settings say. */
export function writePodContext(
  changing: ChangingData,
  path: Path,
  next: PodContextSettings,
  completeness: Completeness = 'changes',
): void {
  const value = changing.at(path);
  const was = readPodContext(value);
  if (!isContext(value)) {
    const written = podContextValue(next, completeness);
    if (completeness === 'full' || !sameValue(was, next)) changing.set(path, written);
    return;
  }
  if (sameValue(was, next)) return;
  if (!sameValue(was.seccompProfile, next.seccompProfile)) writeSeccomp(changing, path, next);
  for (const id of ids) {
    if (was[id] !== next[id] && next[id] !== '') changing.set([...path, id], idValue(next[id]));
  }
  writeSwitch(
    changing,
    [...path, 'runAsNonRoot'],
    was.runAsNonRoot,
    next.runAsNonRoot,
    completeness,
  );
  for (const id of ids) {
    if (was[id] !== next[id] && next[id] === '') changing.remove([...path, id]);
  }
  if (next.seccompProfile.type === '' && was.seccompProfile.type !== '') {
    changing.remove([...path, 'seccompProfile']);
  }
}

/** Changes a container's context to what the settings say. */
export function writeContainerContext(
  changing: ChangingData,
  path: Path,
  next: ContainerContextSettings,
  completeness: Completeness = 'changes',
): void {
  const value = changing.at(path);
  const was = readContainerContext(value);
  if (!isContext(value)) {
    const written = containerContextValue(next, completeness);
    if (completeness === 'full' || !sameValue(was, next)) changing.set(path, written);
    return;
  }
  if (sameValue(was, next)) return;
  for (const key of ['allowPrivilegeEscalation', 'readOnlyRootFilesystem'] as const) {
    writeSwitch(changing, [...path, key], was[key], next[key], completeness);
  }
  const { dropAll, addNetBindService } = next.capabilities;
  const gone = [
    ...writeListed(changing, path, 'drop', 'ALL', was.capabilities.dropAll, dropAll),
    ...writeListed(
      changing,
      path,
      'add',
      'NET_BIND_SERVICE',
      was.capabilities.addNetBindService,
      addNetBindService,
    ),
  ];
  const left = Object.keys(Object(changing.at([...path, 'capabilities'])));
  if (left.length > 0 && left.every((key) => gone.includes(key))) {
    changing.remove([...path, 'capabilities']);
  } else {
    for (const key of gone) changing.remove([...path, 'capabilities', key]);
  }
}

/** A pod context in the guide's key order. */
export function podContextValue(
  { seccompProfile, runAsUser, runAsGroup, fsGroup, runAsNonRoot }: PodContextSettings,
  completeness: Completeness,
): PlainValue {
  return present({
    seccompProfile: seccompProfile.type === '' ? undefined : seccompValue(seccompProfile),
    runAsUser: runAsUser === '' ? undefined : idValue(runAsUser),
    runAsGroup: runAsGroup === '' ? undefined : idValue(runAsGroup),
    fsGroup: fsGroup === '' ? undefined : idValue(fsGroup),
    runAsNonRoot: runAsNonRoot || completeness === 'full' ? runAsNonRoot : undefined,
  });
}

/** A container context in the guide's key order. */
export function containerContextValue(
  { allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities }: ContainerContextSettings,
  completeness: Completeness,
): PlainValue {
  const full = completeness === 'full';
  const { dropAll, addNetBindService } = capabilities;
  const listed = present({
    drop: dropAll ? ['ALL'] : undefined,
    add: addNetBindService ? ['NET_BIND_SERVICE'] : undefined,
  });
  return present({
    allowPrivilegeEscalation:
      !allowPrivilegeEscalation || full ? allowPrivilegeEscalation : undefined,
    readOnlyRootFilesystem: readOnlyRootFilesystem || full ? readOnlyRootFilesystem : undefined,
    capabilities: dropAll || addNetBindService ? listed : undefined,
  });
}

function idValue(id: string): PlainValue {
  if (id === platformAssigned) return null;
  return /^\d+$/.test(id) ? Number(id) : id;
}

function seccompValue({
  type,
  localhostProfile,
}: PodContextSettings['seccompProfile']): PlainValue {
  return type === 'Localhost' ? { type, localhostProfile } : { type };
}

function writeSeccomp(
  changing: ChangingData,
  context: Path,
  { seccompProfile }: PodContextSettings,
): void {
  const { type, localhostProfile } = seccompProfile;
  const path = [...context, 'seccompProfile'];
  if (type === '') return;
  if (!isMapping(changing.at(path))) {
    changing.set(path, seccompValue(seccompProfile));
    return;
  }
  if (changing.at([...path, 'type']) !== type) changing.set([...path, 'type'], type);
  if (type !== 'Localhost') changing.remove([...path, 'localhostProfile']);
  else if (changing.at([...path, 'localhostProfile']) !== localhostProfile) {
    changing.set([...path, 'localhostProfile'], localhostProfile);
  }
}

function writeSwitch(
  changing: ChangingData,
  path: Path,
  was: boolean,
  next: boolean,
  completeness: Completeness,
): void {
  const missing = completeness === 'full' && changing.at(path) === undefined;
  if (was !== next || missing) changing.set(path, next);
}

/**
 * Adds a name to a list of capabilities or takes it out, leaving the others.
 * @returns the list's key, if nothing is left in it
 */
function writeListed(
  changing: ChangingData,
  context: Path,
  key: 'add' | 'drop',
  name: string,
  was: boolean,
  next: boolean,
): string[] {
  if (was === next) return [];
  const capabilities = [...context, 'capabilities'];
  const path = [...capabilities, key];
  const list = changing.at(path);
  if (!next) {
    const indexes = listOf(list).flatMap((item, index) => (item === name ? [index] : []));
    if (indexes.length === listOf(list).length) return [key];
    changing.removeItems(path, indexes);
  } else if (isList(list) && list.length > 0) changing.append(path, name);
  else if (isMapping(changing.at(capabilities))) changing.set(path, [name]);
  else changing.set(capabilities, { [key]: [name] });
  return [];
}
