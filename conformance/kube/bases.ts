/** Objects that the API server takes, with something in every list that mutations reach for. */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

const container = {
  name: 'agent',
  image: 'registry.example.com/agent:1',
  env: [{ name: 'A', value: 'a' }, { name: 'B' }],
  envFrom: [{ secretRef: { name: 'settings' } }],
  ports: [{ name: 'http', containerPort: 8080 }],
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
  resources: {
    limits: { cpu: '1', memory: '1Gi' },
    requests: { cpu: '500m', memory: '512Mi' },
  },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  },
  livenessProbe: { httpGet: { path: '/', port: 'http' } },
} as const;

const spec = {
  containers: [container],
  initContainers: [{ name: 'first', image: 'registry.example.com/first:1' }],
  volumes: [{ name: 'data', emptyDir: {} }, { name: 'v' }],
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 1000,
    fsGroup: 1000,
    seccompProfile: { type: 'RuntimeDefault' },
  },
} as const;

const labels = { app: 'agent' };

export const bases: Readonly<Record<'pod' | 'deployment', Json>> = {
  pod: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'agent', labels },
    spec,
  },
  deployment: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'agent' },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec },
    },
  },
};

export type Base = keyof typeof bases;

/** A value to set at a path; parents that aren't there are made. */
export type Setting = readonly [path: readonly (string | number)[], value: Json];

/** A base with settings applied, in order. */
export function withSettings(base: Base, settings: readonly Setting[]): Json {
  return settings.reduce<Json>((object, [path, value]) => set(object, path, value), bases[base]);
}

function set(target: Json | undefined, path: readonly (string | number)[], value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(target) ? [...target] : [];
    while (list.length < step) list.push(null);
    list[step] = set(list[step], rest, value);
    return list;
  }
  const fields = isFields(target) ? target : {};
  return { ...fields, [step]: set(fields[step], rest, value) };
}

function isFields(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
