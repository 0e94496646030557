import type { Change, PlainValue } from '../../yaml/change.ts';
import type { Path } from '../../yaml/path.ts';
import {
  isList,
  isMapping,
  isUnset,
  type Mapping,
  textOf,
  valueAt,
  valueIn,
} from '../documents/plain.ts';

/** Something that is plainly meant and written in a form that Kubernetes does not take. */
export interface Slip {
  readonly path: Path;
  /** Places of which nothing else need be said. */
  readonly places: readonly Path[];
  readonly message: string;
  readonly title: string;
  readonly changes: readonly Change[];
  /** Whether the API server refuses it, or Pod Security what is missing for it. */
  readonly isRefused: boolean;
}

interface WrongPlace {
  readonly path: Path;
  /** In words: `a number`, `true or false`. */
  readonly expected: string;
}

/** Every slip in a values file, in its order; `wrong`: what has another type than its key takes. */
export function slipsIn(values: Mapping, wrong: readonly WrongPlace[]): readonly Slip[] {
  const found: Slip[] = wrong.flatMap((one) => quoted(values, one));
  visit(values, [], new Set(), found);
  return found;
}

/** A number or a switch in quotes. */
function quoted(values: Mapping, { path, expected }: WrongPlace): readonly Slip[] {
  const text = valueIn(values, path);
  if (typeof text !== 'string') return [];
  const isNumber = /number/.test(expected) && /^(0|[1-9]\d{0,14})$/.test(text);
  const isSwitch = expected === 'true or false' && /^(true|false)$/.test(text);
  if (!isNumber && !isSwitch) return [];
  const value = isNumber ? Number(text) : text === 'true';
  const key = path.at(-1);
  return [
    {
      path,
      places: [path],
      message: `${key} must be ${isNumber ? 'a number' : 'true or false'}: "${text}" is a text`,
      title: `Take the quotes off ${key}`,
      changes: [set(path, value)],
      isRefused: true,
    },
  ];
}

const contexts: ReadonlySet<string> = new Set([
  'podSecurityContext',
  'containerSecurityContext',
  'securityContext',
]);

function visit(value: unknown, path: Path, seen: Set<object>, found: Slip[]): void {
  if ((!isMapping(value) && !isList(value)) || seen.has(value)) return;
  seen.add(value);
  const entries = isList(value) ? value.entries() : Object.entries(value);
  for (const [key, item] of entries) {
    const place = [...path, key];
    if (typeof key === 'string' && contexts.has(key) && isMapping(item)) {
      found.push(...inContext(item, place), ...misplaced(value, key, item, place));
    } else if (key === 'volumes' && isList(item)) {
      for (const [index, volume] of item.entries())
        found.push(...inVolume(volume, [...place, index]));
    } else visit(item, place, seen, found);
  }
}

const profileTypes: Readonly<Record<string, string>> = {
  'runtime/default': 'RuntimeDefault',
  'docker/default': 'RuntimeDefault',
  runtimedefault: 'RuntimeDefault',
  'runtime-default': 'RuntimeDefault',
  runtime_default: 'RuntimeDefault',
  unconfined: 'Unconfined',
  localhost: 'Localhost',
};

function profileType(text: string): string | undefined {
  const meant = profileTypes[text.toLowerCase()];
  return meant === text ? undefined : meant;
}

function inContext(context: Mapping, path: Path): readonly Slip[] {
  const found: Slip[] = [];
  for (const key of ['seccompProfile', 'appArmorProfile']) {
    const place = [...path, key];
    const profile = valueAt(context, key);
    if (typeof profile === 'string') {
      const type =
        profileType(profile) ?? (profileTypes[profile.toLowerCase()] ? profile : undefined);
      if (type !== undefined) {
        found.push(
          slip(
            place,
            `${key} is a mapping with a type, not the text "${profile}"`,
            set(place, { type }),
          ),
        );
      }
      continue;
    }
    const type = profileType(textOf(valueAt(profile, 'type')));
    if (type !== undefined) {
      const at = [...place, 'type'];
      found.push(
        slip(at, `"${textOf(valueAt(profile, 'type'))}" is written ${type}`, set(at, type)),
      );
    }
  }
  return [...found, ...inCapabilities(valueAt(context, 'capabilities'), [...path, 'capabilities'])];
}

function inCapabilities(capabilities: unknown, path: Path): readonly Slip[] {
  return ['drop', 'add'].flatMap((key) => {
    const list = valueAt(capabilities, key);
    const place = [...path, key];
    if (typeof list === 'string' && /^[A-Za-z_]+$/.test(list)) {
      const value = capability(list);
      return [slip(place, `${key} is a list: write ["${value}"]`, set(place, [value]))];
    }
    if (!isList(list)) return [];
    return list.flatMap((item, index) => {
      // Of `all` Pod Security says itself that it is not ALL.
      if (typeof item !== 'string' || /^all$/i.test(item)) return [];
      const name = capability(item);
      if (name === item) return [];
      const at = [...place, index];
      const one = slip(at, `"${item}" is written ${name}`, set(at, name));
      return [{ ...one, isRefused: false }];
    });
  });
}

/** `all` is ALL, and `CAP_NET_RAW` is NET_RAW. */
function capability(name: string): string {
  return /^[A-Za-z_]+$/.test(name) ? name.toUpperCase().replace(/^CAP_/, '') : name;
}

const ofContainer = [
  'allowPrivilegeEscalation',
  'capabilities',
  'privileged',
  'procMount',
  'readOnlyRootFilesystem',
];
const ofPod = ['fsGroup', 'fsGroupChangePolicy', 'supplementalGroups', 'sysctls'];

/** A field of containers in the pod's context, or the other way round: it is moved to its own. */
function misplaced(parent: unknown, key: string, context: Mapping, path: Path): readonly Slip[] {
  const [fields, other] =
    key === 'podSecurityContext'
      ? [ofContainer, 'containerSecurityContext']
      : [key === 'containerSecurityContext' ? ofPod : [], 'podSecurityContext'];
  const sibling = valueAt(parent, other);
  if (!isUnset(sibling) && !isMapping(sibling)) return [];
  return fields.flatMap((field) => {
    const value = valueAt(context, field);
    if (!isPlain(value)) return [];
    const place = [...path, field];
    const target = [...path.slice(0, -1), other, field];
    const isFree = isUnset(valueAt(sibling, field));
    return [
      {
        path: place,
        places: [place],
        message: `${field} belongs into ${other}, not ${key}`,
        title: isFree ? `Move ${field} to ${other}` : `Remove ${field} from ${key}`,
        changes: [{ op: 'remove', path: place }, ...(isFree ? [set(target, value)] : [])],
        // Pod Security says itself what the right context lacks for it.
        isRefused: false,
      },
    ];
  });
}

/** By source: a key that another source has for the same thing, and its own. */
const renamed: readonly (readonly [source: string, wrong: string, right: string])[] = [
  ['secret', 'name', 'secretName'],
  ['configMap', 'configMapName', 'name'],
  ['persistentVolumeClaim', 'name', 'claimName'],
];

function inVolume(volume: unknown, path: Path): readonly Slip[] {
  return renamed.flatMap(([source, wrong, right]) => {
    const given = valueAt(volume, source);
    const name = valueAt(given, wrong);
    if (typeof name !== 'string' || !isUnset(valueAt(given, right))) return [];
    const place = [...path, source];
    const [from, to] = [
      [...place, wrong],
      [...place, right],
    ];
    return [
      {
        path: from,
        places: [place],
        message: `The ${wrong} of a ${source} volume is called ${right}`,
        title: `Rename it to ${right}`,
        changes: [{ op: 'remove', path: from }, set(to, name)],
        isRefused: true,
      },
    ];
  });
}

function slip(path: Path, message: string, change: Change): Slip {
  return {
    path,
    places: [path],
    message,
    title: titleOf(change),
    changes: [change],
    isRefused: true,
  };
}

function titleOf(change: Change): string {
  const key = change.path.findLast((step) => typeof step === 'string') ?? '';
  return change.op === 'remove' ? `Remove ${key}` : `Write ${key} as it was meant`;
}

function set(path: Path, value: PlainValue): Change {
  return { op: 'set', path, value };
}

function isPlain(value: unknown): value is PlainValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (isList(value)) return value.every(isPlain);
  return isMapping(value) && Object.values(value).every(isPlain);
}
