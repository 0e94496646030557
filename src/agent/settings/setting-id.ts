import type { Settings } from './settings.ts';

/**
 * The ids of a schema's parts: keys joined with dots, `Index` for an item of a list. The same as
 * react-hook-form's `FieldPath`, which this layer may not import; a test holds the two together.
 */
type Ids<T, Index extends string> = T extends string | boolean
  ? never
  : T extends readonly (infer Item)[]
    ? Index | `${Index}.${Ids<Item, Index>}`
    : {
        [Key in keyof T & string]: Key | `${Key}.${Ids<NonNullable<T[Key]>, Index>}`;
      }[keyof T & string];

type Components<Index extends string> = `components.${
  | `workers.${Index}`
  | 'dagProcessor'
  | 'triggerer'}`;

/** What the form shows of the files without being a setting. */
type Shown<Index extends string> =
  | 'start'
  | 'start.file'
  | 'namespace.createNamespace'
  | 'security.platform'
  | `${Components<Index>}.volumes`
  | `${Components<Index>}.${'initContainers' | 'extraContainers'}`
  | `${Components<Index>}.${'initContainers' | 'extraContainers'}.${Index}`;

/** A setting, or a group of them: `security.pod.runAsUser`, `components.workers.0`. */
export type SettingId = Ids<Settings, `${number}`>;

/** A field of the form: a setting, or what the form only shows, such as `start.file`. */
export type FieldId = SettingId | Shown<`${number}`>;

/** A field with `#` for each index: `components.workers.#.name`. */
export type FieldTemplate = Ids<Settings, '#'> | Shown<'#'>;

/** A component that the wizard's third step lists. */
export type ComponentId = Components<`${number}`>;

/** A setting that holds a pair of contexts. */
export type ContextPairId = 'security' | 'security.sentinel' | `${ComponentId}.override`;
