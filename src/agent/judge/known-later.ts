import { substitutionsIn } from '../../sources/substitution.ts';
import type { Path } from '../../yaml/path.ts';
import { isObject, put } from '../../yaml/value.ts';
import { typeErrors } from '../chart/schema/chart-schema.ts';
import { isList, isMapping, type Mapping } from '../documents/plain.ts';
import { nameOf } from './pods/place-name.ts';

/** A value of the file that another program or person fills in before it counts. */
export interface LaterValue {
  readonly path: Path;
  /** What is filled in, as it is written; `ENC[...]` for what SOPS encrypted. */
  readonly names: readonly string[];
  /** Why nobody can say what becomes of the pods that it reaches; undefined where only its form matters. */
  readonly reason?: string;
}

/** Values with stand-ins for what is known later. */
export interface FilledIn {
  /** The same object where there is nothing to fill in. */
  readonly values: Mapping;
  readonly later: readonly LaterValue[];
  /** Text about the values with what is written in place of the stand-ins. */
  readonly restored: <T>(about: T) => T;
}

/** Texts of their own languages, in which these signs mean something else. */
const opaque: ReadonlySet<string> = new Set(['args', 'command', 'config']);

const known = new WeakMap<Mapping, FilledIn>();

/**
 * Puts a stand-in for everything that is filled in later: one that is right wherever a right value
 * is, so that nothing is said of a form that nobody knows yet. What the stand-in decides is
 * `reason`'s to say. Values in angle brackets are not filled in: a rule names them.
 */
export function filledIn(values: Mapping): FilledIn {
  const before = known.get(values);
  if (before !== undefined) return before;
  const found = fill(values);
  known.set(values, found);
  return found;
}

function fill(values: Mapping): FilledIn {
  const texts = new Map<string, string>();
  const places: Place[] = [];
  const filled = walk(withoutSops(values), [], places, texts);
  if (places.length === 0 || !isMapping(filled)) {
    return { values: withoutSops(values), later: [], restored: (about) => about };
  }
  // What is no text by the schema needs another stand-in; where that is decides what hangs on it.
  const wrong = new Map(
    typeErrors(filled).map(({ path, expected }) => [JSON.stringify(path), expected]),
  );
  let standing: unknown = filled;
  const later = places.map(({ path, names, isWhole }): LaterValue => {
    const expected = wrong.get(JSON.stringify(path));
    const standIn = standInFor(path, expected, isWhole);
    if (standIn !== undefined) standing = withValue(standing, path, standIn.value);
    const doubt = `What ${nameOf(path)} is to be is known only once ${names.join(', ')} is filled in.`;
    return { path, names, ...(standIn?.decides === true ? { reason: doubt } : {}) };
  });
  const original = new Map(
    [...texts].map(([text, standIn]) => [standIn, text.startsWith('ENC[') ? secret : text]),
  );
  return {
    values: isMapping(standing) ? standing : values,
    later,
    restored: (about) => restoredIn(about, original, new Map()),
  };
}

/** What is said of a value that SOPS encrypted. */
const secret = 'ENC[...]';

interface Place {
  readonly path: Path;
  readonly names: readonly string[];
  /** Whether nothing else is in the text. */
  readonly isWhole: boolean;
}

/** SOPS takes its own key out again before Helm reads the file. */
function withoutSops(values: Mapping): Mapping {
  if (!isMapping(values.sops) || !Object.hasOwn(values.sops, 'mac')) return values;
  const { sops: _, ...rest } = values;
  return rest;
}

function walk(value: unknown, path: Path, places: Place[], texts: Map<string, string>): unknown {
  if (typeof value === 'string') return standInText(value, path, places, texts);
  if (isList(value)) {
    const items = value.map((item, index) => walk(item, [...path, index], places, texts));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isObject(value)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const [key, item] of Object.entries(value)) {
    if (opaque.has(key)) continue;
    const now = walk(item, [...path, key], places, texts);
    if (now === item) continue;
    copy ??= { ...value };
    put(copy, key, now);
  }
  return copy ?? value;
}

/** A text in which each substitution has a name of its own, fit for an object of Kubernetes. */
function standInText(
  text: string,
  path: Path,
  places: Place[],
  texts: Map<string, string>,
): string {
  const found = substitutionsIn(text).filter(({ kind }) => kind !== 'placeholder');
  if (found.length === 0) return text;
  const names = found.map((one) => (one.kind === 'encrypted' ? secret : one.text));
  const [first] = found;
  places.push({ path, names, isWhole: first?.text.length === text.length });
  let at = 0;
  let result = '';
  for (const one of found) {
    const standIn = texts.get(one.text) ?? `known-later-${texts.size + 1}`;
    texts.set(one.text, standIn);
    result += text.slice(at, one.offset) + standIn;
    at = one.offset + one.text.length;
  }
  return result + text.slice(at);
}

interface StandIn {
  /** Undefined for none: the key counts as not set. */
  readonly value: unknown;
  /** Whether the verdict hangs on it. */
  readonly decides: boolean;
}

const decides = (value: unknown): StandIn => ({ value, decides: true });
const form = (value: unknown): StandIn => ({ value, decides: false });

/** What Pod Security, or whether a pod runs, may hang on, with what it would have to be. */
const needed: Readonly<Record<string, unknown>> = {
  runAsNonRoot: true,
  runAsUser: 50000,
  runAsGroup: 50000,
  fsGroup: 50000,
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  hostNetwork: false,
  hostPID: false,
  hostIPC: false,
  enabled: true,
  procMount: 'Default',
  mountPath: '/known-later',
};

const contexts: ReadonlySet<unknown> = new Set([
  'podSecurityContext',
  'containerSecurityContext',
  'securityContext',
]);

/** @returns undefined where the text that stands in is as good as any */
function standInFor(
  path: Path,
  expected: string | undefined,
  isWhole: boolean,
): StandIn | undefined {
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  if (Object.hasOwn(needed, key)) return decides(needed[key]);
  if (key === 'drop') return decides(path.at(-1) === key ? ['ALL'] : 'ALL');
  if (path.some((step) => contexts.has(step))) {
    return decides(key === 'type' ? 'RuntimeDefault' : undefined);
  }
  if (key === 'hostPort' || key === 'host') return decides(undefined);
  const isQuantity = path.includes('limits') || path.includes('requests') || key === 'sizeLimit';
  if (isQuantity) return form(1);
  if (expected === undefined) return isNumeric(key) && isWhole ? form(8080) : undefined;
  return /number/.test(expected) ? form(1) : decides(undefined);
}

/** Numbers of Kubernetes that the chart's schema leaves to it. */
function isNumeric(key: string): boolean {
  return /(?:[pP]ort|Seconds|Threshold)$/.test(key);
}

function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    return isList(data)
      ? data.flatMap((item, index) => {
          if (index !== step) return [item];
          const now = withValue(item, rest, value);
          return now === undefined ? [] : [now];
        })
      : data;
  }
  if (!isObject(data)) return data;
  const copy = { ...data };
  const now = withValue(data[step], rest, value);
  if (now === undefined) delete copy[step];
  else put(copy, step, now);
  return copy;
}

/** The same data with other texts; what is shared stays so. */
function restoredIn<T>(
  about: T,
  original: ReadonlyMap<string, string>,
  seen: Map<object, object>,
): T;
function restoredIn(
  about: unknown,
  original: ReadonlyMap<string, string>,
  seen: Map<object, object>,
): unknown {
  if (typeof about === 'string') {
    return about.replace(/known-later-\d+/g, (one) => original.get(one) ?? one);
  }
  if (typeof about !== 'object' || about === null || !isPlain(about)) return about;
  const before = seen.get(about);
  if (before !== undefined) return before;
  if (isList(about)) {
    const items: unknown[] = [];
    seen.set(about, items);
    for (const item of about) items.push(restoredIn(item, original, seen));
    return items;
  }
  const copy: Record<string, unknown> = {};
  seen.set(about, copy);
  for (const [key, value] of Object.entries(about))
    put(copy, key, restoredIn(value, original, seen));
  return copy;
}

/** Whether an object is data, and not a Map or the like. */
function isPlain(about: object): boolean {
  const made = Object.getPrototypeOf(about);
  return made === Object.prototype || made === Array.prototype || made === null;
}
