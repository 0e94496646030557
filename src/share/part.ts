import { isList, isMapping, textOf, valueAt } from '../agent/documents/plain.ts';
import { formNames, isOfForm, isPlainUnder } from './harmless-forms.ts';
import { type LeftOut, leftOutId, leftOutName } from './left-out.ts';

/** The part of some settings that may leave. */
export interface Part {
  /** Plain data in the settings' shape, with the differing fields alone; undefined if none differ. */
  readonly data: unknown;
  /** What may not go without being asked for. */
  readonly leftOut: readonly LeftOut[];
}

interface Walk {
  readonly path: readonly string[];
  /** The mappings around the value, the outermost first: they name it. */
  readonly around: readonly unknown[];
  readonly included: ReadonlySet<string>;
  readonly leftOut: LeftOut[];
}

/** In the place of a value that is kept back. */
const withheld = Symbol('withheld');

/**
 * The difference between settings and a base, as far as the policy lets it go. A list that
 * differs goes as a whole, but without those items of which a text may not go: half of an item
 * means something else.
 * @param included the ids of what goes all the same
 */
export function partOf(
  value: unknown,
  base: unknown,
  policy: unknown,
  included: ReadonlySet<string>,
): Part {
  const leftOut: LeftOut[] = [];
  const data = difference(value, base, policy, { path: [], around: [], included, leftOut });
  return { data: data === withheld ? undefined : data, leftOut };
}

function difference(value: unknown, base: unknown, policy: unknown, walk: Walk): unknown {
  if (isList(value)) return items(value, base, policy, walk);
  if (isMapping(value)) return fields(value, base, policy, walk);
  if (value === base || value === undefined) return undefined;
  if (value === null || mayGo(value, policy, walk)) return value;
  const id = leftOutId(walk.path);
  if (!walk.leftOut.some((known) => known.id === id)) {
    walk.leftOut.push({ id, what: leftOutName(walk.path, walk.around) });
  }
  // A worker without its queues is still that worker.
  return walk.path.at(-1) === 'queues' ? '' : withheld;
}

function items(value: readonly unknown[], base: unknown, policy: unknown, walk: Walk): unknown {
  if (JSON.stringify(value) === JSON.stringify(base)) return undefined;
  return value.flatMap((item, index) => {
    const path = [...walk.path, String(index)];
    const whole = difference(item, undefined, policy, { ...walk, path });
    return whole === withheld ? [] : [whole];
  });
}

function fields(
  value: Readonly<Record<string, unknown>>,
  base: unknown,
  policy: unknown,
  walk: Walk,
): unknown {
  const around = [...walk.around, value];
  const parts = Object.entries(value).map(([key, child]): [string, unknown] => {
    const below = { ...walk, around, path: [...walk.path, key] };
    return [key, difference(child, valueAt(base, key), valueAt(policy, key), below)];
  });
  // Something in an item of a list: all of it stays.
  if (base === undefined && parts.some(([, part]) => part === withheld)) return withheld;
  const kept = parts.filter(([, part]) => part !== undefined && part !== withheld);
  return kept.length === 0 && base !== undefined ? undefined : Object.fromEntries(kept);
}

/** Without a policy nothing may go. */
function mayGo(value: unknown, policy: unknown, walk: Walk): boolean {
  if (policy === 'always' || walk.included.has(leftOutId(walk.path))) return true;
  const form = formNames.find((known) => known === policy);
  if (form === undefined || typeof value !== 'string') return false;
  if (form !== 'value') return isOfForm(form, value);
  const key = textOf(valueAt(walk.around.at(-1), 'key'));
  return isPlainUnder(key, value);
}
