import type { FieldPath, Place } from '../field-path.ts';
import { type Fields, isFields } from '../fields.ts';
import { quoted } from '../go-text.ts';
import { readQuantity } from '../quantity.ts';
import { parseTime } from './time.ts';
import { fieldsOf, type GoType } from './types.ts';

/** A value that the API server cannot decode. */
export interface DecodeError {
  readonly path: Place;
  /** The type it should have, in Go's words: `string`, `[]v1.EnvVar`, `resource.Quantity`. */
  readonly wanted: string;
  /** What kind of type that is; `custom` for one that reads itself. */
  readonly kind: GoType['kind'];
  /** In upstream's words. */
  readonly message: string;
}

/** A field that no type knows: the server leaves it out, and warns. */
export interface UnknownField {
  readonly path: Place;
  readonly message: string;
}

/** An object as the API server has it after decoding, and what it said meanwhile. */
export interface Decoded {
  /** Only known fields, without nulls; quantities are read. Of no use if there are errors. */
  readonly object: Fields;
  /** Every error; upstream says only the first. */
  readonly errors: readonly DecodeError[];
  readonly unknown: readonly UnknownField[];
}

/** Where the decoder is: upstream names the struct and the fields, without indexes and keys. */
interface Context {
  readonly struct: string;
  readonly fields: readonly string[];
  readonly path: Place;
  readonly strict: string;
}

/** What stops decoding at once stands before what is noticed and passed over. */
interface Errors {
  readonly stopping: DecodeError[];
  readonly noticed: DecodeError[];
  readonly unknown: UnknownField[];
}

/** So many unknown fields are told, and no more. */
const MOST_UNKNOWN = 100;

/**
 * Decodes as the API server does: names case-sensitively, null as absent.
 * @param type a struct's name in API_TYPES: `v1.Pod`, `v1.Deployment`, `v1.PodTemplateSpec`
 * @param at where the object stands, if it is part of another
 */
export function decode(value: unknown, type: string, at?: FieldPath): Decoded {
  const errors: Errors = { stopping: [], noticed: [], unknown: [] };
  const text = at?.text ?? '';
  const context: Context = {
    struct: '',
    fields: text === '' ? [] : text.split('.'),
    path: at?.place ?? [],
    strict: text,
  };
  const object = visit(value, { kind: 'struct', name: type }, context, errors);
  return {
    object: isFields(object) ? object : {},
    errors: [...errors.stopping, ...errors.noticed],
    unknown: errors.unknown,
  };
}

function visit(value: unknown, type: GoType, context: Context, errors: Errors): unknown {
  if (value === null || value === undefined) return undefined;
  switch (type.kind) {
    case 'custom':
      return visitCustom(value, type.name, context, errors);
    case 'list':
      if (!Array.isArray(value)) break;
      return value.map((item, index) => {
        const within = below(context, index, `${context.strict}[${index}]`);
        return visit(item, type.items, within, errors) ?? zero(type.items);
      });
    case 'map':
      if (!isFields(value)) break;
      return visitMap(value, type.values, context, errors);
    case 'struct':
      if (!isFields(value)) break;
      return visitStruct(value, type.name, context, errors);
    default:
      if (fits(value, type.kind)) return value;
  }
  const wanted = nameOf(type);
  const found = describe(value, type);
  const message = mismatch(found, context, wanted);
  errors.noticed.push({ path: context.path, wanted, kind: type.kind, message });
  return undefined;
}

function below(context: Context, step: string | number, strict: string): Context {
  return { ...context, path: [...context.path, step], strict };
}

function visitMap(map: Fields, values: GoType, context: Context, errors: Errors): Fields {
  const decoded: [string, unknown][] = Object.entries(map).map(([key, item]) => {
    const within = below(context, key, `${context.strict}.${key}`);
    return [key, visit(item, values, within, errors) ?? zero(values)];
  });
  return Object.fromEntries(decoded);
}

function visitStruct(object: Fields, name: string, context: Context, errors: Errors): Fields {
  const fields = fieldsOf(name);
  const decoded: [string, unknown][] = [];
  for (const [key, value] of Object.entries(object)) {
    const strict = context.strict === '' ? key : `${context.strict}.${key}`;
    const path = [...context.path, key];
    const field = fields.get(key);
    if (field === undefined) {
      notice(errors.unknown, { path, message: `unknown field ${quoted(strict)}` });
      continue;
    }
    const struct = name.slice(name.indexOf('.') + 1);
    const within = { struct, fields: [...context.fields, ...field.names], path, strict };
    const item = visit(value, field.type, within, errors);
    if (item !== undefined) decoded.push([key, item]);
  }
  return Object.fromEntries(decoded);
}

function notice(unknown: UnknownField[], field: UnknownField): void {
  if (unknown.length < MOST_UNKNOWN) unknown.push(field);
}

/** The types that read themselves, and at whose errors decoding ends. */
function visitCustom(value: unknown, name: string, context: Context, errors: Errors): unknown {
  const stop = (wanted: string, message: string) => {
    errors.stopping.push({ path: context.path, wanted, kind: 'custom', message });
    return undefined;
  };
  switch (name) {
    case 'resource.Quantity': {
      const quantity = readQuantity(value);
      return 'error' in quantity ? stop(name, quantity.error) : quantity;
    }
    case 'intstr.IntOrString':
      if (typeof value === 'string' || fits(value, 'int32')) return value;
      return stop('int32', mismatch(describe(value, { kind: 'int32' }), context, 'int32'));
    case 'v1.Time': {
      if (typeof value !== 'string') {
        return stop('string', mismatch(describe(value, { kind: 'string' }), context, 'string'));
      }
      const problem = parseTime(value);
      return problem === undefined ? value : stop('v1.Time', problem);
    }
    default:
      return value;
  }
}

/** What stands in a list or map in place of null. */
function zero(type: GoType): unknown {
  switch (type.kind) {
    case 'struct':
    case 'map':
      return {};
    case 'list':
      return [];
    case 'string':
      return '';
    case 'bool':
      return false;
    case 'custom':
      return readQuantity(0);
    default:
      return 0;
  }
}

function fits(value: unknown, kind: 'string' | 'bool' | 'int32' | 'int64'): boolean {
  switch (kind) {
    case 'string':
      return typeof value === 'string';
    case 'bool':
      return typeof value === 'boolean';
    case 'int32':
      return isInteger(value, 2 ** 31);
    default:
      return isInteger(value, 2 ** 63);
  }
}

function isInteger(value: unknown, limit: number): boolean {
  return Number.isInteger(value) && Number(value) >= -limit && Number(value) < limit;
}

function mismatch(found: string, { struct, fields }: Context, wanted: string): string {
  const place = struct === '' ? 'Go value' : `Go struct field ${struct}.${fields.join('.')}`;
  return `json: cannot unmarshal ${found} into ${place} of type ${wanted}`;
}

function describe(value: unknown, type: GoType): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value !== 'number') return typeof value;
  return type.kind === 'int32' || type.kind === 'int64' ? `number ${value}` : 'number';
}

function nameOf(type: GoType): string {
  switch (type.kind) {
    case 'list':
      return `[]${nameOf(type.items)}`;
    case 'map':
      return type.name ?? `map[string]${nameOf(type.values)}`;
    case 'struct':
    case 'custom':
      return type.name;
    default:
      return type.name ?? type.kind;
  }
}
