import { z } from 'zod';
import { normalPath } from '../chart/mount-path.ts';

/*
 * What the wizard asks, as one schema. A setting is a plain string or boolean, so that a form
 * field, a link and a file hold the same thing. An empty string means "the key is not there".
 */

const dnsLabel = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const quantity = /^\d+(\.\d+)?(Ei|Pi|Ti|Gi|Mi|Ki|E|P|T|G|M|k|m)?$/;
const labelKey = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** Text on one line. Control characters and halves of characters are never meant. */
const line = z.string().regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'Leave out control characters.');
/** Text that may have line breaks and tabs. */
const lines = z.string().regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'Leave out control characters.');

/** An RFC 1123 label: what Kubernetes takes as the name of a namespace, a container or a volume. */
export const dnsLabelSetting = z
  .string()
  .min(1, 'Enter a name.')
  .max(63, 'Use 63 characters or fewer.')
  .regex(
    dnsLabel,
    'Use lower case letters, digits and hyphens; start and end with a letter or digit.',
  );

/** A user or group ID. `platform` stands for an explicit null: the platform assigns the ID. */
export const platformAssigned = 'platform';
export const idSetting = z
  .string()
  .refine(
    (id) =>
      id === '' ||
      id === platformAssigned ||
      (/^(0|[1-9]\d{0,9})$/.test(id) && Number(id) <= 2_147_483_647),
    'Enter a whole number from 0 to 2147483647, or leave it empty.',
  );

const absolutePath = line
  .min(1, 'Enter a path.')
  .startsWith('/', 'Start the path with a slash.')
  .refine((path) => !path.split('/').includes('..'), 'Leave out "..".')
  .refine((path) => !path.includes(':'), 'Leave out ":", Kubernetes does not take it here.');

const countSetting = z
  .string()
  .regex(/^(0|[1-9]\d{0,4})?$/, 'Enter a whole number from 0 to 99999, or leave it empty.');

export const podLevels = ['privileged', 'baseline', 'restricted'] as const;

/** A mode of Pod Security admission as its two labels say it; empty: no such label. */
export const modeSettings = z.object({
  level: z
    .string()
    .refine(
      (level) => level === '' || podLevels.some((known) => known === level),
      'Choose privileged, baseline or restricted.',
    ),
  version: z
    .string()
    .regex(/^(|latest|v1\.(0|[1-9]\d{0,2}))$/, 'Enter latest or v1.N, or leave it empty.'),
});

const labelSetting = z.object({
  key: z
    .string()
    .min(1, 'Enter a key.')
    .regex(labelKey, 'Use a key such as team or example.com/team.'),
  value: z
    .string()
    .max(63, 'Use 63 characters or fewer.')
    .regex(labelValue, 'Use letters, digits, hyphens, dots and underscores.'),
});

const annotationSetting = labelSetting.extend({ value: lines });

/** The part before the slash of the labels that Pod Security admission reads. */
export const podSecurityPrefix = 'pod-security.kubernetes.io/';

/** Rows of which no two have the same key, as in the mapping that they become. */
function uniqueRows<T extends z.ZodType<{ key: string }>>(row: T) {
  return z.array(row).superRefine((rows, context) => {
    for (const [index, { key }] of rows.entries()) {
      if (rows.findIndex((other) => other.key === key) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'key'],
          message: 'Another row has this key already.',
        });
      }
    }
  });
}

function isPodSecurityLabel(key: string): boolean {
  return ['enforce', 'audit', 'warn'].some(
    (mode) => key === podSecurityPrefix + mode || key === `${podSecurityPrefix}${mode}-version`,
  );
}

export const namespaceSettings = z.object({
  name: dnsLabelSetting,
  enforce: modeSettings,
  audit: modeSettings,
  warn: modeSettings,
  /** Labels besides the Pod Security ones. */
  labels: uniqueRows(
    labelSetting.refine(({ key }) => !isPodSecurityLabel(key), {
      message: 'Set this label with the levels above.',
      path: ['key'],
    }),
  ),
  annotations: uniqueRows(annotationSetting),
});

export const podContextSettings = z.object({
  runAsNonRoot: z.boolean(),
  runAsUser: idSetting,
  runAsGroup: idSetting,
  fsGroup: idSetting,
  seccompProfile: z
    .object({
      type: line,
      /** Counts for the type Localhost alone. */
      localhostProfile: line,
    })
    .refine(({ type, localhostProfile }) => type !== 'Localhost' || localhostProfile !== '', {
      message: 'Enter the profile’s path on the node, such as profiles/agent.json.',
      path: ['localhostProfile'],
    }),
});

export const containerContextSettings = z.object({
  /** True also stands for an absent key, which Kubernetes reads as allowed. */
  allowPrivilegeEscalation: z.boolean(),
  capabilities: z.object({ dropAll: z.boolean(), addNetBindService: z.boolean() }),
  readOnlyRootFilesystem: z.boolean(),
});

const contextPair = z.object({ pod: podContextSettings, container: containerContextSettings });

export const securitySettings = contextPair.extend({
  sentinel: contextPair.extend({
    /** Empty: `sentinel.enabled` is not in the file, and nobody knows which default holds. */
    enabled: z.enum(['', 'on', 'off']),
  }),
});

/** A writable folder: one emptyDir volume and its mount in the agent's own container. */
export const folderSettings = z.object({
  path: absolutePath,
  volume: dnsLabelSetting,
  sizeLimit: z
    .string()
    .refine(
      (size) => size === '' || quantity.test(size),
      'Enter a quantity such as 500Mi or 2Gi, or leave it empty.',
    ),
  medium: z.enum(['', 'Memory']),
});

const folders = z.array(folderSettings).superRefine((rows, context) => {
  for (const [index, row] of rows.entries()) {
    const path = normalPath(row.path);
    if (rows.findIndex((other) => normalPath(other.path) === path) < index) {
      context.addIssue({
        code: 'custom',
        path: [index, 'path'],
        message: 'Another row has this path already.',
      });
    }
    const sharing = rows.find((other) => other.volume === row.volume) ?? row;
    if (sharing.sizeLimit !== row.sizeLimit || sharing.medium !== row.medium) {
      context.addIssue({
        code: 'custom',
        path: [index, 'sizeLimit'],
        message: `The folder ${sharing.path} is on this volume too: give both the same size and medium.`,
      });
    }
  }
});

export const componentSettings = z.object({
  folders,
  /**
   * Own contexts, always written in full; null: as in step 2. A file may have only one of the
   * two: the other then reads as in step 2, and follows it until it is changed itself.
   */
  override: contextPair.nullable(),
});

export const workerSettings = componentSettings.extend({
  name: dnsLabelSetting,
  queues: line,
  replicas: countSetting,
});

export const componentsSettings = z.object({
  workers: z.array(workerSettings).superRefine((workers, context) => {
    for (const [index, worker] of workers.entries()) {
      if (workers.findIndex((other) => other.name === worker.name) < index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: 'Another worker has this name already.',
        });
      }
    }
  }),
  dagProcessor: componentSettings,
  triggerer: componentSettings,
});

export const sidecarSettings = z.object({
  enabled: z.boolean(),
  name: dnsLabelSetting,
  image: line.min(1, 'Enter an image, such as timberio/vector:0.45.0-debian.'),
  container: containerContextSettings,
  /** Where the sidecar mounts the volume that holds the task logs; empty: it does not. */
  logsPath: z.union([z.literal(''), absolutePath]),
  /** The volume mounted at Vector's data_dir; empty: none. */
  dataVolume: z.union([z.literal(''), dnsLabelSetting]),
  /** Vector's configuration as text. May hold credentials: never in a link. */
  config: lines,
});

export const settingsSchema = z.object({
  namespace: namespaceSettings,
  security: securitySettings,
  components: componentsSettings,
  sidecar: sidecarSettings,
});

export type Settings = z.infer<typeof settingsSchema>;
export type NamespaceSettings = z.infer<typeof namespaceSettings>;

/** Labels or annotations, in the order of the file. */
export type KeyValueRows = NamespaceSettings['labels'];
export type ModeSettings = z.infer<typeof modeSettings>;
export type SecuritySettings = z.infer<typeof securitySettings>;
export type PodContextSettings = z.infer<typeof podContextSettings>;
export type ContainerContextSettings = z.infer<typeof containerContextSettings>;
export type ContextPairSettings = z.infer<typeof contextPair>;
export type ComponentsSettings = z.infer<typeof componentsSettings>;
export type ComponentSettings = z.infer<typeof componentSettings>;
export type WorkerSettings = z.infer<typeof workerSettings>;
export type FolderSettings = z.infer<typeof folderSettings>;
export type SidecarSettings = z.infer<typeof sidecarSettings>;

/** The wizard's steps that hold settings; also the first segment of every field's id. */
export const settingSteps = ['namespace', 'security', 'components', 'sidecar'] as const;
export type SettingStep = (typeof settingSteps)[number];
