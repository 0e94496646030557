import type { FieldPath } from '../field-path.ts';
import {
  type Fields,
  fieldsAt,
  isPresent,
  numberAt,
  structAt,
  structsAt,
  textAt,
  textEntries,
  textsAt,
} from '../fields.ts';
import { quoted } from '../go-text.ts';
import { ipText, isMapped, parseIp } from '../ip.ts';
import { profileAnnotations } from '../validate/profiles.ts';
import { containersOf } from '../validate/visit.ts';
import { containerWarnings } from './container-warnings.ts';
import { fraction } from './fraction.ts';
import { overlappingPaths } from './overlaps.ts';
import { portNameWarnings, portWarnings } from './port-warnings.ts';
import { nodeLabelWarnings, noSelectorWarnings } from './scheduling-warnings.ts';
import { type Warning, type Warnings, warningAt } from './warning.ts';

const DEAD_ANNOTATIONS = [
  [
    'scheduler.alpha.kubernetes.io/critical-pod',
    'non-functional in v1.16+; use the "priorityClassName" field instead',
  ],
  [
    'security.alpha.kubernetes.io/sysctls',
    'non-functional in v1.11+; use the "sysctls" field instead',
  ],
  [
    'security.alpha.kubernetes.io/unsafe-sysctls',
    'non-functional in v1.11+; use the "sysctls" field instead',
  ],
] as const;

/** Kinds of volumes that go or are gone, and what upstream calls them. */
const DEAD_VOLUMES = [
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['gitRepo', 'deprecated in v1.11, and disabled by default in v1.33+'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['flocker', 'deprecated in v1.22, non-functional in v1.25+'],
  ['storageos', 'deprecated in v1.22, non-functional in v1.25+', 'storageOS'],
  ['quobyte', 'deprecated in v1.22, non-functional in v1.25+'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['ephemeral', ''],
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
] as const;

/**
 * The warnings about a valid pod or template, in upstream's order.
 * @param owner the pod, or the template at its path
 */
export function podWarnings(owner: Fields, path: FieldPath, isTemplate: boolean): Warnings {
  const meta = fieldsAt(owner, 'metadata');
  const spec = fieldsAt(owner, 'spec');
  const specPath = path.child('spec');
  const annotationPath = path.below('metadata', 'annotations');
  const annotations = new Map(textEntries(meta, 'annotations'));
  return [
    ...nodeLabelWarnings(spec, specPath),
    ...DEAD_ANNOTATIONS.filter(([key]) => annotations.has(key)).map(([key, words]) =>
      warningAt(annotationPath.key(key), words),
    ),
    ...structsAt(spec, 'volumes').flatMap((volume, index) =>
      volumeWarnings(volume, specPath.child('volumes').index(index)),
    ),
    ...overlappingPaths(spec, specPath),
    ...repeatedAliases(spec, specPath.child('hostAliases')),
    ...pullSecrets(spec, specPath.child('imagePullSecrets')),
    ...['memory', 'ephemeral-storage'].flatMap((name) =>
      fraction(fieldsAt(spec, 'overhead')[name], specPath.child('overhead').key(name)),
    ),
    ...podSeccomp(spec, annotations, annotationPath),
    ...containersOf(spec, specPath).flatMap(({ container, path: place }) =>
      containerWarnings(container, place, { annotations, annotationPath, spec, isTemplate }),
    ),
    ...portWarnings(spec, specPath),
    ...portNameWarnings(spec, specPath),
    ...gracePeriod(spec, specPath.child('terminationGracePeriodSeconds')),
    ...noSelectorWarnings(spec, specPath),
    ...textsAt(fieldsAt(spec, 'dnsConfig'), 'nameservers').flatMap((server, index) =>
      oddAddress(server, specPath.below('dnsConfig', 'nameservers').index(index)),
    ),
    ...structsAt(spec, 'hostAliases').flatMap((alias, index) =>
      oddAddress(textAt(alias, 'ip'), specPath.child('hostAliases').index(index).child('ip')),
    ),
  ];
}

function volumeWarnings(volume: Fields, path: FieldPath): Warnings {
  return DEAD_VOLUMES.flatMap(([name, words, label]) => {
    if (!isPresent(volume, name)) return [];
    if (name !== 'ephemeral') return [warningAt(path.child(label ?? name, [name]), words)];
    const template = structAt(fieldsAt(volume, name), 'volumeClaimTemplate');
    const resources = fieldsAt(fieldsAt(template ?? {}, 'spec'), 'resources');
    const place = path.below('ephemeral', 'volumeClaimTemplate', 'spec', 'resources');
    return ['requests', 'limits'].flatMap((list) =>
      fraction(fieldsAt(resources, list).storage, place.child(list).key('storage')),
    );
  });
}

function repeatedAliases(spec: Fields, path: FieldPath): Warnings {
  return repeated(structsAt(spec, 'hostAliases'), 'ip').map(({ index, value }) =>
    warningAt(path.index(index).child('ip'), `duplicate ip ${quoted(value)}`),
  );
}

function pullSecrets(spec: Fields, path: FieldPath): Warnings {
  const secrets = structsAt(spec, 'imagePullSecrets');
  const place = (index: number) => path.index(index).child('name');
  return [
    ...repeated(secrets, 'name').map(({ index, value }) =>
      warningAt(place(index), `duplicate name ${quoted(value)}`),
    ),
    ...secrets.flatMap((secret, index) =>
      textAt(secret, 'name') === '' ? [warningAt(place(index), 'invalid empty name ""')] : [],
    ),
  ];
}

function repeated(items: readonly Fields[], name: string) {
  const values = items.map((item) => textAt(item, name));
  return values
    .map((value, index) => ({ value, index }))
    .filter(({ value, index }) => values.indexOf(value) < index);
}

function podSeccomp(
  spec: Fields,
  annotations: ReadonlyMap<string, string>,
  path: FieldPath,
): readonly Warning[] {
  const key = profileAnnotations.seccompPod;
  const context = fieldsAt(spec, 'securityContext');
  return annotations.has(key) && !isPresent(context, 'seccompProfile')
    ? [warningAt(path.key(key), 'non-functional in v1.27+; use the "seccompProfile" field instead')]
    : [];
}

function gracePeriod(spec: Fields, path: FieldPath): readonly Warning[] {
  const words = 'must be >= 0; negative values are invalid and will be treated as 1';
  return numberAt(spec, 'terminationGracePeriodSeconds') < 0 ? [warningAt(path, words)] : [];
}

/** An IPv6 address that isn't written as RFC 5952 would. */
function oddAddress(text: string, path: FieldPath): readonly Warning[] {
  const address = parseIp(text);
  if (address === undefined || address.version === 4 || isMapped(address)) return [];
  const canonical = ipText(address);
  const form = `IPv6 address ${quoted(text)} should be in RFC 5952 canonical format (${quoted(canonical)})`;
  return canonical === text ? [] : [warningAt(path, form)];
}
