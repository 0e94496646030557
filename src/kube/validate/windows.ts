import { type Fault, type Faults, forbidden, invalid, required, unsupported } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  fieldsAt,
  isPresent,
  isTrue,
  listAt,
  optionalText,
  structAt,
  textAt,
} from '../fields.ts';
import { json } from '../go-text.ts';
import { byteLength, subdomainComplaints } from '../names.ts';
import { containersOf } from './visit.ts';

const LONGEST_CREDENTIAL_SPEC = 64 * 1024;
const LONGEST_DOMAIN = 256;
const LONGEST_USER = 104;
const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const DNS_PART = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;

/** The options for Windows of a pod's or a container's context. */
export function windowsOptions(context: Fields, within: FieldPath): Faults {
  const options = structAt(context, 'windowsOptions');
  if (options === undefined) return [];
  const path = within.child('windowsOptions');
  const name = optionalText(options, 'gmsaCredentialSpecName');
  const user = optionalText(options, 'runAsUserName');
  const at = path.child('runAsUserName');
  return [
    ...(name === undefined ? [] : subdomainComplaints(name)).map((complaint) =>
      invalid(path.child('gmsaCredentialSpecName'), json(name), complaint),
    ),
    ...credentialSpec(optionalText(options, 'gmsaCredentialSpec'), path),
    ...(user === undefined ? [] : userComplaints(user)).map((complaint) =>
      invalid(at, json(user), complaint),
    ),
  ];
}

function credentialSpec(spec: string | undefined, within: FieldPath): readonly Fault[] {
  const path = within.child('gmsaCredentialSpec');
  if (spec === '')
    return [invalid(path, json(spec), 'gmsaCredentialSpec cannot be an empty string')];
  return spec !== undefined && byteLength(spec) > LONGEST_CREDENTIAL_SPEC
    ? [invalid(path, json(spec), 'gmsaCredentialSpec size must be under 64 KiB')]
    : [];
}

function userComplaints(name: string): readonly string[] {
  if (name === '') return ['runAsUserName cannot be an empty string'];
  if (hasControlCharacter(name)) return ['runAsUserName cannot contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash'];
  const user = parts.at(-1) ?? '';
  return [...(parts.length === 2 ? domainComplaints(parts[0] ?? '') : []), ...bareUser(user)];
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\x7f');
}

function domainComplaints(domain: string): readonly string[] {
  const dns = domain.split('.').every((part) => DNS_PART.test(part));
  return [
    ...(byteLength(domain) >= LONGEST_DOMAIN
      ? [`runAsUserName's Domain length must be under ${LONGEST_DOMAIN} characters`]
      : []),
    ...(NET_BIOS.test(domain) || dns
      ? []
      : ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"]),
  ];
}

function bareUser(user: string): readonly string[] {
  return [
    ...(user === '' ? ["runAsUserName's User cannot be empty"] : []),
    ...(byteLength(user) > LONGEST_USER
      ? [`runAsUserName's User length must not be longer than ${LONGEST_USER} characters`]
      : []),
    ...(/^[. ]+$/.test(user) ? ["runAsUserName's User cannot contain only periods or spaces"] : []),
    ...(/["/\\:;|=,+*?<>@[\]]/.test(user)
      ? ['runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]']
      : []),
  ];
}

/** Containers that run as processes of the node: all of a pod or none. */
export function hostProcess(spec: Fields, path: FieldPath): Faults {
  const setting = (owner: Fields) =>
    fieldsAt(fieldsAt(owner, 'securityContext'), 'windowsOptions').hostProcess;
  const ofPod = setting(spec);
  const containers = containersOf(spec, path);
  const differing = containers.flatMap(({ container, path: place }) => {
    const own = setting(container);
    if (ofPod === undefined || own === undefined || ofPod === own) return [];
    const words = `pod hostProcess value must be identical if both are specified, was ${ofPod}`;
    const at = place.below('securityContext', 'windowsOptions', 'hostProcess');
    return [invalid(at, String(own), words)];
  });
  const count = containers.filter(({ container }) => (setting(container) ?? ofPod) === true).length;
  if (count === 0) return differing;
  const all =
    'If pod contains any hostProcess containers then all containers must be HostProcess containers';
  const network = 'hostNetwork must be true if pod contains any hostProcess containers';
  return [
    ...differing,
    ...(count === containers.length ? [] : [invalid(path, '""', all)]),
    ...(isTrue(spec, 'hostNetwork') ? [] : [invalid(path.child('hostNetwork'), 'false', network)]),
  ];
}

const NOT_ON_WINDOWS_POD = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
];
const NOT_ON_WINDOWS_CONTAINER = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

/** What the pod's operating system excludes. */
export function operatingSystem(spec: Fields, path: FieldPath): Faults {
  const os = structAt(spec, 'os');
  if (os === undefined) return [];
  const name = textAt(os, 'name');
  switch (name) {
    case '':
      return [required(path.child('os').child('name'))];
    case 'linux':
      return excluded(
        spec,
        path,
        ['windowsOptions'],
        ['windowsOptions'],
        'windows options cannot be set for a linux pod',
      );
    case 'windows':
      return windowsPod(spec, path);
    default:
      return [unsupported(path.child('os'), json(name), ['linux', 'windows'])];
  }
}

const NOT_FOR_WINDOWS = 'cannot be set for a windows pod';

function windowsPod(spec: Fields, path: FieldPath): Faults {
  const flags = ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'].filter((name) =>
    name === 'hostPID' || name === 'hostIPC' ? isTrue(spec, name) : isPresent(spec, name),
  );
  const inContexts = excluded(
    spec,
    path,
    NOT_ON_WINDOWS_POD,
    NOT_ON_WINDOWS_CONTAINER,
    NOT_FOR_WINDOWS,
  );
  const ofPod = inContexts.filter(({ path: place }) => place.length === path.place.length + 2);
  const ofContainers = inContexts.filter((one) => !ofPod.includes(one));
  return [
    ...ofPod,
    ...flags.map((name) => forbidden(path.child(name), NOT_FOR_WINDOWS)),
    ...ofContainers,
  ];
}

function excluded(
  spec: Fields,
  path: FieldPath,
  ofPod: readonly string[],
  ofContainers: readonly string[],
  words: string,
): Faults {
  const within = (owner: Fields, place: FieldPath, names: readonly string[]) => {
    const context = fieldsAt(owner, 'securityContext');
    return names
      .filter((name) =>
        name === 'sysctls' ? listAt(context, name).length > 0 : isPresent(context, name),
      )
      .map((name) => forbidden(place.child('securityContext').child(name), words));
  };
  return [
    ...within(spec, path, ofPod),
    ...containersOf(spec, path).flatMap(({ container, path: place }) =>
      within(container, place, ofContainers),
    ),
  ];
}
