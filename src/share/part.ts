import { looksLikeCredential } from './secrets.ts';

/**
 * Whether a setting may go somewhere. `unless-credential`: yes, but a text that looks like a
 * credential is left out.
 */
export type Permission = 'yes' | 'unless-credential' | 'no';

/** Where settings may go: into a share link, into the browser's storage, into a file of settings. */
export interface Policy {
  readonly link: Permission;
  readonly storage: Permission;
  readonly file: Permission;
}

export type Destination = keyof Policy;

/** The part of some settings that may go somewhere. */
export interface Part {
  /** Plain data in the settings' shape, with the differing fields alone; undefined if none differ. */
  readonly data: unknown;
  /** What may not go, for people: `the label token`. */
  readonly omitted: readonly string[];
}

interface Walk {
  readonly destination: Destination;
  readonly path: readonly string[];
  readonly omitted: Set<string>;
  /** In a row of a key and a value: the key, which says what the value is. */
  readonly name: string;
}

/**
 * The difference between settings and a base, as far as the policy lets it go. A list that
 * differs goes as a whole, but without those items of which a field may not.
 */
export function partOf(
  value: unknown,
  base: unknown,
  policy: unknown,
  destination: Destination,
): Part {
  const omitted = new Set<string>();
  const data = difference(value, base, policy, { destination, path: [], omitted, name: '' });
  return { data, omitted: [...omitted] };
}

function difference(value: unknown, base: unknown, policy: unknown, walk: Walk): unknown {
  if (Array.isArray(value)) {
    if (JSON.stringify(value) === JSON.stringify(base)) return undefined;
    return value.flatMap((item) => {
      const omitted = new Set<string>();
      const whole = difference(item, undefined, policy, { ...walk, omitted });
      for (const what of omitted) walk.omitted.add(what);
      return omitted.size > 0 ? [] : [whole];
    });
  }
  if (!isMapping(value)) {
    if (value === base || value === undefined) return undefined;
    return value === null || mayGo(value, policy, walk) ? value : undefined;
  }
  const name = typeof value.key === 'string' ? value.key : '';
  const fields = Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
    const below = { ...walk, name, path: [...walk.path, key] };
    const part = difference(child, field(base, key), field(policy, key), below);
    return part === undefined ? [] : [[key, part]];
  });
  return fields.length === 0 && base !== undefined ? undefined : Object.fromEntries(fields);
}

/** Without a policy nothing may go. */
function mayGo(value: unknown, policy: unknown, walk: Walk): boolean {
  const permission: Permission | undefined = permissions.find(
    (known) => known === field(policy, walk.destination),
  );
  const { path, name } = walk;
  const key = path.at(-1) ?? '';
  const under = key === 'value' && name !== '' ? name : key;
  const goes =
    permission === 'yes' ||
    (permission === 'unless-credential' &&
      !(typeof value === 'string' && looksLikeCredential(under, value)));
  if (!goes) walk.omitted.add(nameOf(path, name));
  return goes;
}

const permissions: readonly Permission[] = ['yes', 'unless-credential', 'no'];

function nameOf(path: readonly string[], name: string): string {
  const place = path.join('.');
  if (place === 'sidecar.config') return 'the logging sidecar’s configuration';
  if (place.startsWith('namespace.labels')) return `the label ${name}`;
  if (place.startsWith('namespace.annotations')) return `the annotation ${name}`;
  return place;
}

function field(value: unknown, key: string): unknown {
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
