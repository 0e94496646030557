import { duplicate, type Fault, type Faults, invalid, required, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  isFields,
  isTrue,
  listAt,
  optionalNumber,
  optionalText,
  structAt,
  structsAt,
  textAt,
  textsAt,
} from '../fields.ts';
import { json, quoted } from '../go-text.ts';
import { byteLength } from '../names.ts';
import { idRange } from './ids.ts';
import { appArmorProfile, seccompProfile } from './profiles.ts';
import { windowsOptions } from './windows.ts';

const LONGEST_SYSCTL = 253;
const SYSCTL_SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SYSCTL_PATTERN = `^(${SYSCTL_SEGMENT}[\\./])*${SYSCTL_SEGMENT}$`;
const SYSCTL_PART = new RegExp(`^${SYSCTL_SEGMENT}$`);
const IPC_SYSCTLS = [
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.shm',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.msg',
];

/** The fields of a container's context in Go's order and names, as a message prints all of it. */
const CONTEXT_FIELDS = [
  ['Capabilities', 'capabilities'],
  ['Privileged', 'privileged'],
  ['SELinuxOptions', 'seLinuxOptions'],
  ['WindowsOptions', 'windowsOptions'],
  ['RunAsUser', 'runAsUser'],
  ['RunAsGroup', 'runAsGroup'],
  ['RunAsNonRoot', 'runAsNonRoot'],
  ['ReadOnlyRootFilesystem', 'readOnlyRootFilesystem'],
  ['AllowPrivilegeEscalation', 'allowPrivilegeEscalation'],
  ['ProcMount', 'procMount'],
  ['SeccompProfile', 'seccompProfile'],
  ['AppArmorProfile', 'appArmorProfile'],
] as const;

/** @param hostUsers whether the pod shares the node's users */
export function containerSecurityContext(
  container: Fields,
  hostUsers: boolean,
  within: FieldPath,
): Faults {
  const context = structAt(container, 'securityContext');
  if (context === undefined) return [];
  const path = within.child('securityContext');
  return [
    ...id(context, 'runAsUser', path),
    ...id(context, 'runAsGroup', path),
    ...procMount(context, hostUsers, path.child('procMount')),
    ...seccompProfile(context, path),
    ...escalation(context, path),
    ...windowsOptions(context, path),
    ...appArmorProfile(context, path),
  ];
}

function id(context: Fields, name: string, path: FieldPath): Faults {
  const value = optionalNumber(context, name);
  return value === undefined ? [] : idRange(value, path.child(name));
}

function procMount(context: Fields, hostUsers: boolean, path: FieldPath): readonly Fault[] {
  const mount = optionalText(context, 'procMount');
  if (mount === undefined) return [];
  if (!['Default', 'Unmasked'].includes(mount)) {
    return [unsupported(path, json(mount), ['Default', 'Unmasked'])];
  }
  return hostUsers && mount === 'Unmasked'
    ? [invalid(path, json(mount), '`hostUsers` must be false to use `Unmasked`')]
    : [];
}

function escalation(context: Fields, path: FieldPath): readonly Fault[] {
  if (context.allowPrivilegeEscalation !== false) return [];
  const excludes = (words: string) =>
    invalid(
      path,
      contextText(context),
      `cannot set \`allowPrivilegeEscalation\` to false and ${words}`,
    );
  const added = textsAt(structAt(context, 'capabilities') ?? {}, 'add');
  return [
    ...(isTrue(context, 'privileged') ? [excludes('`privileged` to true')] : []),
    ...added
      .filter((capability) => capability === 'CAP_SYS_ADMIN')
      .map(() => excludes('`capabilities.Add` CAP_SYS_ADMIN')),
  ];
}

function contextText(context: Fields): string {
  return json(
    Object.fromEntries(
      CONTEXT_FIELDS.map(([name, field]) => [name, printed(field, context[field])]),
    ),
  );
}

function printed(field: string, value: unknown): unknown {
  if (!isFields(value)) return value ?? null;
  const optional = (name: string) => value[name] ?? null;
  switch (field) {
    case 'capabilities':
      return { Add: optional('add'), Drop: optional('drop') };
    case 'seLinuxOptions':
      return {
        User: textAt(value, 'user'),
        Role: textAt(value, 'role'),
        Type: textAt(value, 'type'),
        Level: textAt(value, 'level'),
      };
    case 'windowsOptions':
      return {
        GMSACredentialSpecName: optional('gmsaCredentialSpecName'),
        GMSACredentialSpec: optional('gmsaCredentialSpec'),
        RunAsUserName: optional('runAsUserName'),
        HostProcess: optional('hostProcess'),
      };
    default:
      return { Type: textAt(value, 'type'), LocalhostProfile: optional('localhostProfile') };
  }
}

export function podSecurityContext(spec: Fields, within: FieldPath): Faults {
  const context = structAt(spec, 'securityContext');
  if (context === undefined) return [];
  const path = within.child('securityContext');
  return [
    ...id(context, 'fsGroup', path),
    ...id(context, 'runAsUser', path),
    ...id(context, 'runAsGroup', path),
    ...listAt(context, 'supplementalGroups').flatMap((group, index) =>
      idRange(Number(group), path.child('supplementalGroups').index(index)),
    ),
    ...sysctls(context, spec, path.child('sysctls')),
    ...oneOf(context, 'fsGroupChangePolicy', ['Always', 'OnRootMismatch'], path),
    ...seccompProfile(context, path),
    ...windowsOptions(context, path),
    ...appArmorProfile(context, path),
    ...oneOf(context, 'supplementalGroupsPolicy', ['Merge', 'Strict'], path),
    ...oneOf(context, 'seLinuxChangePolicy', ['MountOption', 'Recursive'], path),
  ];
}

/** A field that is absent or has one of the values. */
function oneOf(fields: Fields, name: string, values: readonly string[], path: FieldPath): Faults {
  const value = optionalText(fields, name);
  if (value === undefined || values.includes(value)) return [];
  return [unsupported(path.child(name), json(value), values)];
}

function sysctls(context: Fields, spec: Fields, path: FieldPath): Faults {
  const names = new Set<string>();
  return structsAt(context, 'sysctls').flatMap((sysctl, index) => {
    const name = textAt(sysctl, 'name');
    const place = path.index(index).child('name');
    const repeated = names.has(name);
    names.add(name);
    return [...sysctlName(name, repeated, place), ...hostSysctl(name, spec, place)];
  });
}

function sysctlName(name: string, repeated: boolean, path: FieldPath): readonly Fault[] {
  if (name === '') return [required(path)];
  const parts = name.split(/[./]/);
  if (byteLength(name) > LONGEST_SYSCTL || !parts.every((part) => SYSCTL_PART.test(part))) {
    const words = `must have at most ${LONGEST_SYSCTL} characters and match regex ${SYSCTL_PATTERN}`;
    return [invalid(path, quoted(name), words)];
  }
  return repeated ? [duplicate(path, quoted(name))] : [];
}

/** What a pod shares with its node it may not set. */
function hostSysctl(name: string, spec: Fields, path: FieldPath): readonly Fault[] {
  const [dotted = ''] = dottedName(name).split('*');
  const shared = [
    ['hostNetwork', dotted.startsWith('net.')],
    ['hostIPC', dotted.startsWith('fs.mqueue.') || IPC_SYSCTLS.includes(dotted)],
  ] as const;
  return shared
    .filter(([field, concerned]) => concerned && isTrue(spec, field))
    .map(([field]) => invalid(path, quoted(name), `may not be specified when '${field}' is true`));
}

/** A sysctl may be written with slashes, and then dots stand for slashes. */
function dottedName(name: string): string {
  if (name[name.search(/[./]/)] !== '/') return name;
  return name.replace(/[./]/g, (separator) => (separator === '/' ? '.' : '/'));
}
