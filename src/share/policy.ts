import type { Settings } from '../agent/settings/settings.ts';
import { defaultSettings } from './default-settings.ts';
import type { Form } from './harmless-forms.ts';
import { type Part, partOf } from './part.ts';

/**
 * Whether a setting may leave the page, in a link or in a file of settings: `always`, because it
 * is chosen from what the form offers or checked to be a number; or only as a text of a form that
 * holds no credential. What is of another form leaves when somebody says so, for that one.
 */
export type Permission = 'always' | Form;

/** A policy for every setting: for a list, that of its items; a setting without one does not compile. */
export type PolicyOf<T> = T extends string | boolean
  ? Permission
  : T extends readonly (infer Item)[]
    ? PolicyOf<Item>
    : { readonly [Key in keyof T]-?: PolicyOf<NonNullable<T[Key]>> };

const mode = { level: 'always', version: 'always' } as const;
const row = { key: 'key', value: 'value' } as const;

const pod = {
  runAsNonRoot: 'always',
  runAsUser: 'always',
  runAsGroup: 'always',
  fsGroup: 'always',
  seccompProfile: { type: 'value', localhostProfile: 'path' },
} as const;

const container = {
  allowPrivilegeEscalation: 'always',
  capabilities: { dropAll: 'always', addNetBindService: 'always' },
  readOnlyRootFilesystem: 'always',
} as const;

const pair = { pod, container } as const;

const component = {
  folders: { path: 'path', volume: 'name', sizeLimit: 'always', medium: 'always' },
  override: pair,
} as const;

/** What may leave, for every setting there is. */
export const policy: PolicyOf<Settings> = {
  namespace: {
    name: 'name',
    enforce: mode,
    audit: mode,
    warn: mode,
    labels: row,
    annotations: row,
  },
  security: { ...pair, sentinel: { ...pair, enabled: 'always' } },
  components: {
    workers: { ...component, name: 'name', queues: 'names', replicas: 'always' },
    dagProcessor: component,
    triggerer: component,
  },
  sidecar: {
    enabled: 'always',
    name: 'name',
    image: 'image',
    container,
    logsPath: 'path',
    dataVolume: 'name',
    config: 'config',
  },
};

const nothing: ReadonlySet<string> = new Set();

/**
 * What of the settings leaves: the differences from the starter, without what is of no harmless
 * form.
 * @param included the ids of what is to leave all the same
 */
export function permitted(settings: Settings, included: ReadonlySet<string> = nothing): Part {
  return partOf(settings, defaultSettings(), policy, included);
}
