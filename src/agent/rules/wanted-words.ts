import type { Refusal } from '../judge/deployment/refusals.ts';

/** The type that the API server wants, in words: `a whole number`, `true or false`. */
export function wantedWords({ kind, wanted }: NonNullable<Refusal['wanted']>): string {
  switch (kind) {
    case 'string':
      return 'a string';
    case 'bool':
      return 'true or false';
    case 'int32':
    case 'int64':
      return 'a whole number';
    case 'list':
      return 'a list';
    case 'map':
    case 'struct':
      return 'a mapping';
    default:
      return wanted === 'int32' ? 'a whole number or a string' : 'a time';
  }
}
