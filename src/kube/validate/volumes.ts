import { duplicate, type Faults, forbidden, invalid, invalidTexts, required } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, structAt, structsAt, textAt } from '../fields.ts';
import { quoted } from '../go-text.ts';
import { labelComplaints, subdomainComplaints } from '../names.ts';
import type { Volumes } from './mounts.ts';
import type { SourceCheck } from './source-check.ts';
import { volumeSources } from './volume-sources.ts';

/**
 * The volumes of a pod. Those that have a fault of their own are not there for the containers.
 * @param podName the pod's name, if it is known: claims that are made for it bear it
 */
export function volumes(
  spec: Fields,
  podName: string,
  path: FieldPath,
): { readonly faults: Faults; readonly sound: Volumes } {
  const sound = new Map<string, Fields>();
  const all = structsAt(spec, 'volumes');
  const made = podName === '' ? [] : all.filter(isEphemeral).map((one) => claimName(podName, one));
  const faults = all.flatMap((volume, index) => {
    const place = path.index(index);
    const name = textAt(volume, 'name');
    const own = [
      ...source(volume, podName, place),
      ...(name === ''
        ? [required(place.child('name'))]
        : invalidTexts(place.child('name'), name, labelComplaints(name))),
      ...(sound.has(name) ? [duplicate(place.child('name'), quoted(name))] : []),
    ];
    if (own.length === 0) sound.set(name, volume);
    return [...own, ...foreignClaim(volume, made, place)];
  });
  return { faults, sound };
}

function isEphemeral(volume: Fields): boolean {
  return volume.ephemeral !== undefined;
}

function claimName(podName: string, volume: Fields): string {
  return `${podName}-${textAt(volume, 'name')}`;
}

/** The first source is what the volume is; any other is one too many. */
function source(volume: Fields, podName: string, path: FieldPath): Faults {
  let found = false;
  const faults = volumeSources.flatMap((kind) => {
    const fields = structAt(volume, kind.name);
    if (fields === undefined) return [];
    if (found) return oneTooMany(kind, volume, fields, path);
    found = true;
    return [
      ...kind.check(fields, path.child(kind.label ?? kind.name, [kind.name])),
      ...besides(kind.name, volume, fields, podName, path),
    ];
  });
  return found ? faults : [required(path, 'must specify a volume type')];
}

function oneTooMany(kind: SourceCheck, volume: Fields, fields: Fields, path: FieldPath): Faults {
  const place = path.child(kind.second ?? kind.name, [kind.name]);
  const faults = [forbidden(place, 'may not specify more than 1 volume type')];
  return kind.name === 'iscsi'
    ? [...faults, ...besides('iscsi', volume, fields, '', path)]
    : faults;
}

/** What a source asks of its volume's name. */
function besides(
  kind: string,
  volume: Fields,
  fields: Fields,
  podName: string,
  path: FieldPath,
): Faults {
  const name = textAt(volume, 'name');
  const place = path.child('name');
  if (kind === 'iscsi') {
    const portal = textAt(fields, 'targetPortal');
    const words =
      'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
    const long = `${name}:${portal}`.length > 64 && fields.initiatorName !== undefined;
    return long ? [invalid(place, quoted(name), words)] : [];
  }
  if (kind !== 'ephemeral' || podName === '' || name === '') return [];
  const claim = claimName(podName, volume);
  return subdomainComplaints(claim).map((complaint) =>
    invalid(place, quoted(name), `PVC name ${quoted(claim)}: ${complaint}`),
  );
}

function foreignClaim(volume: Fields, made: readonly string[], path: FieldPath): Faults {
  const claim = textAt(structAt(volume, 'persistentVolumeClaim') ?? {}, 'claimName');
  if (!made.includes(claim) || volume.persistentVolumeClaim === undefined) return [];
  const words = 'must not reference a PVC that gets created for an ephemeral volume';
  return [invalid(path.below('persistentVolumeClaim', 'claimName'), quoted(claim), words)];
}
