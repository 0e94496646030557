import '../../../no-compiling.ts';
import { z } from 'zod';
import type { Path } from '../../../yaml/path.ts';
import { isMapping } from '../../documents/plain.ts';
import { nearest } from './nearest.ts';
import { valuesSchema } from './values.ts';

export { valuesSchema } from './values.ts';

/** A value of another kind than its key takes. */
export interface WrongType {
  readonly path: Path;
  /** In words: `a list`, `a number`, `one of Always, IfNotPresent, Never`. */
  readonly expected: string;
  /** In words: `a mapping`, `a string`. */
  readonly found: string;
}

/** A key that the chart's known schema lacks. */
export interface UnknownKey {
  /** The key's own place. */
  readonly path: Path;
  readonly key: string;
  /** The key of the same mapping that was probably meant. */
  readonly nearest?: string;
  /** Where a key of this very name belongs, when it is in the wrong mapping. */
  readonly belongsAt?: Path;
}

/** What people write for a key of the same mapping. */
const confusions: Readonly<Record<string, string>> = {
  securityContext: 'containerSecurityContext',
  extraVolumes: 'volumes',
  extraVolumeMounts: 'volumeMounts',
  extraInitContainers: 'initContainers',
  sidecars: 'extraContainers',
  extraEnv: 'env',
};

/** The two contexts of a component: a field of one is often written into the other. */
const siblings: Readonly<Record<string, string>> = {
  podSecurityContext: 'containerSecurityContext',
  containerSecurityContext: 'podSecurityContext',
};

/**
 * Every value of the wrong type, in the order of the schema. Null is fine everywhere but as an
 * item of a list, and unknown keys are not looked into. An env value that is no string is among
 * them: where quotes are all that it lacks, env-not-string says it better, so bad-type leaves it out.
 * @param value a values file's data, as `treeData` gives it
 */
export function typeErrors(value: unknown): WrongType[] {
  const result = valuesSchema.safeParse(value, { reportInput: true });
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    path: issue.path.filter((step) => typeof step !== 'symbol'),
    expected: expectation(issue),
    found: kindOf(issue.input),
  }));
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return issue.errors.flatMap((option) => option.slice(0, 1).map(expectation)).join(' or ');
    default:
      return issue.message;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string' && value.length <= 20) return `the string "${value}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return kinds[typeof value] ?? typeof value;
}

/**
 * Every key that the schema lacks, in the file's order, with what was probably meant. Keys that
 * start with `x-` are the user's own, and mappings whose keys are free are not looked into.
 * @param value a values file's data, as `treeData` gives it
 */
export function unknownKeys(value: unknown): UnknownKey[] {
  const found: UnknownKey[] = [];
  visit(valuesSchema, value, [], [], found);
  return found;
}

type Shape = Readonly<Record<string, unknown>>;

interface Place {
  readonly shape: Shape;
  /** How many steps of the visit's path lead to it. */
  readonly depth: number;
}

/** `path` and `ancestors` are one array each for the whole visit: most keys are known. */
function visit(
  schema: unknown,
  value: unknown,
  path: (string | number)[],
  ancestors: Place[],
  found: UnknownKey[],
): void {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      visit(bare.element, item, path, ancestors, found);
      path.pop();
    }
  }
  if (!(bare instanceof z.ZodObject) || !isMapping(value)) return;
  const shape: Shape = bare.shape;
  ancestors.push({ shape, depth: path.length });
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(shape, name)) {
      path.push(name);
      visit(shape[name], value[name], path, ancestors, found);
      path.pop();
    } else if (!name.startsWith('x-')) {
      const outer = ancestors.slice(0, -1);
      found.push({ path: [...path, name], key: name, ...meant(name, shape, path, outer) });
    }
  }
  ancestors.pop();
}

function meant(
  name: string,
  shape: Shape,
  path: Path,
  ancestors: readonly Place[],
): Pick<UnknownKey, 'nearest' | 'belongsAt'> {
  const usual = Object.hasOwn(confusions, name) ? confusions[name] : undefined;
  if (usual !== undefined && Object.hasOwn(shape, usual)) return { nearest: usual };
  const belongsAt = besides(name, path, ancestors) ?? above(name, path, ancestors);
  if (belongsAt !== undefined) return { belongsAt };
  const close = nearest(name, Object.keys(shape));
  return close === undefined ? {} : { nearest: close };
}

/** The same key in the component's other context. */
function besides(name: string, path: Path, ancestors: readonly Place[]): Path | undefined {
  const parent = ancestors.at(-1);
  const other = siblings[String(path.at(-1))];
  if (parent === undefined || other === undefined) return undefined;
  const context = unwrap(parent.shape[other]);
  const known = context instanceof z.ZodObject && Object.hasOwn(context.shape, name);
  return known ? [...path.slice(0, parent.depth), other, name] : undefined;
}

/** The same key in a mapping further out: written one level too deep. */
function above(name: string, path: Path, ancestors: readonly Place[]): Path | undefined {
  const place = ancestors.findLast(({ shape }) => Object.hasOwn(shape, name));
  return place === undefined ? undefined : [...path.slice(0, place.depth), name];
}

function unwrap(schema: unknown): unknown {
  let bare = schema;
  while (bare instanceof z.ZodOptional || bare instanceof z.ZodNullable) bare = bare.unwrap();
  return bare;
}

/**
 * The chart's values as JSON Schema (draft 7, which monaco-yaml reads): completion, hover texts
 * and type checks for an editor.
 */
export function valuesJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(valuesSchema, {
    target: 'draft-7',
    reused: 'ref',
    override: ({ jsonSchema }) => {
      // Zod bounds every integer by what a double holds; an editor need not say so.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
}
