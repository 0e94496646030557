import { API_TYPES } from './api-types.ts';

/** A type of Go, as decoding needs it. A name is printed in messages. */
export type GoType =
  | { readonly kind: 'string' | 'bool' | 'int32' | 'int64'; readonly name?: string }
  | { readonly kind: 'list'; readonly items: GoType }
  | { readonly kind: 'map'; readonly values: GoType; readonly name?: string }
  | { readonly kind: 'struct'; readonly name: string }
  /** A type that decodes itself. */
  | { readonly kind: 'custom'; readonly name: string };

export interface FieldType {
  readonly type: GoType;
  /** How messages name the field: after the struct that it is embedded in, if any. */
  readonly names: readonly string[];
}

const known = new Map<string, ReadonlyMap<string, FieldType>>();

/** The fields of a struct by name, those of embedded structs included. */
export function fieldsOf(struct: string): ReadonlyMap<string, FieldType> {
  const found = known.get(struct);
  if (found !== undefined) return found;
  const fields = new Map<string, FieldType>();
  for (const field of (API_TYPES[struct] ?? '').split('; ')) {
    const space = field.indexOf(' ');
    const name = field.slice(0, space);
    const type = typeOf(field.slice(space + 1));
    if (!name.startsWith('+')) fields.set(name, { type, names: [name] });
    else if (type.kind === 'struct') embed(fields, name.slice(1), type.name);
  }
  known.set(struct, fields);
  return fields;
}

function embed(fields: Map<string, FieldType>, as: string, struct: string): void {
  for (const [name, { type, names }] of fieldsOf(struct)) {
    fields.set(name, { type, names: [as, ...names] });
  }
}

function typeOf(words: string): GoType {
  if (words.startsWith('[]')) return { kind: 'list', items: typeOf(words.slice(2)) };
  if (words.startsWith('!')) return { kind: 'custom', name: words.slice(1) };
  const [kind = '', ...rest] = words.split(' ');
  switch (kind) {
    case 'map':
      return rest.length === 1
        ? { kind, values: typeOf(rest[0] ?? '') }
        : { kind, name: rest[0] ?? '', values: typeOf(rest.slice(1).join(' ')) };
    case 'string':
    case 'bool':
    case 'int32':
    case 'int64':
      return rest[0] === undefined ? { kind } : { kind, name: rest[0] };
    default:
      return { kind: 'struct', name: kind };
  }
}
