import type { Change, PlainValue } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import {
  isList,
  isMapping,
  isUnset,
  type Mapping,
  valueAt,
  valueIn,
} from '../../documents/plain.ts';

/** One thing that a security context lacks or has wrong for the restricted standard. */
export interface ContextFix {
  /** The field below the context. */
  readonly field: Path;
  readonly title: string;
  readonly changes: readonly Change[];
}

export type ContextKind = 'pod' | 'container';

/**
 * What the restricted standard wants changed in one security context, field by field, keeping
 * whatever it does not object to. Fields of the wrong type are left alone: they are bad-type's.
 * What a pod may leave to its containers, and they to it, is asked of the pod.
 * @param uid the user to put in the place of root; without one the 0 is taken out
 */
export function repairs(
  context: Mapping,
  path: Path,
  kind: ContextKind,
  uid?: number,
): readonly ContextFix[] {
  const at = (field: Path) => [...path, ...field];
  const set = (field: Path, value: PlainValue): Change => ({ op: 'set', path: at(field), value });
  const remove = (field: Path): Change => ({ op: 'remove', path: at(field) });
  const repair = (field: Path, title: string, ...changes: Change[]) => ({ field, title, changes });
  const found: ContextFix[] = [];

  const seccomp = valueAt(context, 'seccompProfile');
  if (isUnset(seccomp) ? kind === 'pod' : isMapping(seccomp) && !isAllowedProfile(seccomp)) {
    const field = ['seccompProfile'];
    const title = `${isUnset(seccomp) ? 'Add' : 'Set'} seccompProfile: RuntimeDefault`;
    const fresh = isUnset(seccomp) || valueAt(seccomp, 'localhostProfile') !== undefined;
    found.push(
      fresh
        ? repair(field, title, set(field, { type: 'RuntimeDefault' }))
        : repair(field, title, set([...field, 'type'], 'RuntimeDefault')),
    );
  }
  if (valueAt(context, 'runAsUser') === 0) {
    found.push(
      uid === undefined
        ? repair(['runAsUser'], 'Remove runAsUser: 0', remove(['runAsUser']))
        : repair(['runAsUser'], `Set runAsUser: ${uid}`, set(['runAsUser'], uid)),
    );
  }
  const nonRoot = valueAt(context, 'runAsNonRoot');
  if (nonRoot === false || (kind === 'pod' && isUnset(nonRoot))) {
    const title = `${nonRoot === false ? 'Set' : 'Add'} runAsNonRoot: true`;
    const users = kind === 'pod' && uid !== undefined ? usersFor(context, uid) : [];
    found.push(
      repair(
        ['runAsNonRoot'],
        users.length === 0 ? title : `${title} and runAsUser: ${uid}`,
        ...users.map(([key, value]) => set([key], value)),
        set(['runAsNonRoot'], true),
      ),
    );
  }
  const appArmor = valueIn(context, ['appArmorProfile', 'type']);
  if (appArmor === 'Unconfined') {
    const field = ['appArmorProfile', 'type'];
    found.push(repair(field, 'Set appArmorProfile: RuntimeDefault', set(field, 'RuntimeDefault')));
  }
  if (kind === 'pod') return found;

  const escalation = valueAt(context, 'allowPrivilegeEscalation');
  if (isUnset(escalation) || escalation === true) {
    const title = `${escalation === true ? 'Set' : 'Add'} allowPrivilegeEscalation: false`;
    const field = ['allowPrivilegeEscalation'];
    found.push(repair(field, title, set(field, false)));
  }
  if (valueAt(context, 'privileged') === true) {
    found.push(repair(['privileged'], 'Set privileged: false', set(['privileged'], false)));
  }
  const procMount = valueAt(context, 'procMount');
  if (typeof procMount === 'string' && procMount !== 'Default') {
    found.push(repair(['procMount'], 'Remove procMount', remove(['procMount'])));
  }
  found.push(...dropAll(context, set, at), ...removeAdded(context, remove, repair));
  return found;
}

/** An image whose user is a name does not start with runAsNonRoot alone: the guide gives both. */
function usersFor(context: Mapping, uid: number): readonly (readonly [string, number])[] {
  if (Object.hasOwn(context, 'runAsUser')) return [];
  return ['runAsUser', 'fsGroup']
    .filter((key) => !Object.hasOwn(context, key))
    .map((key) => [key, uid] as const);
}

function isAllowedProfile(profile: Mapping): boolean {
  return profile.type === 'RuntimeDefault' || profile.type === 'Localhost';
}

function dropAll(
  context: Mapping,
  set: (field: Path, value: PlainValue) => Change,
  at: (field: Path) => Path,
): readonly ContextFix[] {
  const capabilities = valueAt(context, 'capabilities');
  const drop = valueAt(capabilities, 'drop');
  const field = ['capabilities', 'drop'];
  const title = 'Drop ALL capabilities';
  if (!isUnset(capabilities) && !isMapping(capabilities)) return [];
  if (isUnset(drop)) return [{ field, title, changes: [set(field, ['ALL'])] }];
  if (!isList(drop) || drop.includes('ALL')) return [];
  const change = { op: 'append', path: at(field), value: 'ALL' } as const;
  return [{ field, title, changes: [change] }];
}

function removeAdded(
  context: Mapping,
  remove: (field: Path) => Change,
  repair: (field: Path, title: string, ...changes: Change[]) => ContextFix,
): readonly ContextFix[] {
  const add = valueIn(context, ['capabilities', 'add']);
  if (!isList(add)) return [];
  const field = ['capabilities', 'add'];
  const bad = add.flatMap((name, index) =>
    typeof name === 'string' && name !== 'NET_BIND_SERVICE' ? [{ name, index }] : [],
  );
  if (bad.length === 0) return [];
  const title = `Remove ${bad.length === 1 ? 'capability' : 'capabilities'} ${bad.map(({ name }) => name).join(', ')}`;
  if (bad.length === add.length) return [repair(field, title, remove(field))];
  // From the end, so that no removal moves the place of another.
  return [repair(field, title, ...bad.reverse().map(({ index }) => remove([...field, index])))];
}
