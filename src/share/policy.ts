import type { Settings } from '../agent/settings/settings.ts';
import { defaultSettings } from './default-settings.ts';
import { type Destination, type Part, type Policy, partOf } from './part.ts';

/** A policy for every setting: for a list, that of its items; a setting without one does not compile. */
export type PolicyOf<T> = T extends string | boolean
  ? Policy
  : T extends readonly (infer Item)[]
    ? PolicyOf<Item>
    : { readonly [Key in keyof T]-?: PolicyOf<NonNullable<T[Key]>> };

/** Chosen from what the form offers: cannot hold a credential. */
const open: Policy = { link: 'yes', storage: 'yes', file: 'yes' };
/** Typed by hand, and meant to be no credential. */
const typed: Policy = {
  link: 'unless-credential',
  storage: 'unless-credential',
  file: 'unless-credential',
};
/** May well hold a credential: never where others read it, or where it stays behind. */
const sensitive: Policy = { link: 'no', storage: 'unless-credential', file: 'no' };

const mode = { level: open, version: open };
const row = { key: typed, value: typed };

const pod = {
  runAsNonRoot: open,
  runAsUser: open,
  runAsGroup: open,
  fsGroup: open,
  seccompProfile: { type: typed, localhostProfile: typed },
};

const container = {
  allowPrivilegeEscalation: open,
  capabilities: { dropAll: open, addNetBindService: open },
  readOnlyRootFilesystem: open,
};

const pair = { pod, container };

const component = {
  folders: { path: typed, volume: typed, sizeLimit: open, medium: open },
  override: pair,
};

/** What may leave, for every setting there is. */
export const policy: PolicyOf<Settings> = {
  namespace: { name: typed, enforce: mode, audit: mode, warn: mode, labels: row, annotations: row },
  security: { ...pair, sentinel: { ...pair, enabled: open } },
  components: {
    workers: { ...component, name: typed, queues: typed, replicas: open },
    dagProcessor: component,
    triggerer: component,
  },
  sidecar: {
    enabled: open,
    name: typed,
    image: typed,
    container,
    logsPath: typed,
    dataVolume: typed,
    config: sensitive,
  },
};

/**
 * What of the settings goes to a destination: the differences from the starter, without what the
 * policy keeps back.
 */
export function permitted(settings: Settings, destination: Destination): Part {
  return partOf(settings, defaultSettings(), policy, destination);
}

/** What a link leaves out, for people: `the label token`. Empty if it carries everything. */
export function leftOut(settings: Settings): readonly string[] {
  return permitted(settings, 'link').omitted;
}
