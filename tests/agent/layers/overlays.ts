import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fileLayer, type Layer, setLayer } from '../../../src/sources/layers/layer.ts';
import { type Merge, mergeLayers } from '../../../src/sources/layers/merge-layers.ts';
import { dataOf } from '../../../src/yaml/value.ts';

/** What platforms and environments put over the agent's values, each under a key of its own. */
const fragments: Readonly<Record<string, readonly string[]>> = {
  namespace: ['namespace: agents-prod', 'namespace: null'],
  podSecurityContext: [
    'podSecurityContext:\n  runAsUser: 0',
    'podSecurityContext:\n  runAsNonRoot: true\n  seccompProfile:\n    type: Unconfined',
    'podSecurityContext: null',
    'podSecurityContext: {}',
    'podSecurityContext: word',
    'podSecurityContext:\n  seccompProfile: null',
  ],
  containerSecurityContext: [
    'containerSecurityContext:\n  allowPrivilegeEscalation: true',
    'containerSecurityContext:\n  capabilities:\n    add: [NET_ADMIN]',
    'containerSecurityContext: {readOnlyRootFilesystem: false}',
    'containerSecurityContext:\n  privileged: true',
    'containerSecurityContext: null',
  ],
  workers: [
    'workers:\n  - name: prod\n    replicas: 3',
    'workers:\n  - name: a\n    securityContext: {runAsUser: 0}\n  - name: b\n    volumes:\n      - name: host\n        hostPath: {path: /x}',
    'workers: []',
    'workers: null',
    'workers:\n  - name: a\n    volumes: &v\n      - name: tmp\n        emptyDir: {}\n    volumeMounts: &m\n      - {name: tmp, mountPath: /tmp}\n  - name: b\n    volumes: *v\n    volumeMounts: *m',
  ],
  dagProcessor: [
    'dagProcessor:\n  resources:\n    limits: {cpu: "2", memory: 4Gi}',
    'dagProcessor:\n  volumes: []',
    'dagProcessor:\n  containerSecurityContext: &c {privileged: true}\n  podSecurityContext: {runAsNonRoot: false}',
    'dagProcessor: null',
  ],
  triggerer: [
    'triggerer:\n  env:\n    - {name: A, value: 1}',
    'triggerer:\n  volumeMounts:\n    - {name: gone, mountPath: /gone}',
    'triggerer: {}',
  ],
  sentinel: ['sentinel:\n  enabled: true', 'sentinel: {enabled: false}', 'sentinel: null'],
  commonEnv: ['commonEnv:\n  - {name: B, value: true}'],
  image: ['image: registry.example/agent:1'],
};

const options = [
  'podSecurityContext.runAsUser=0',
  'podSecurityContext.runAsNonRoot=false',
  'podSecurityContext=null',
  'workers[0].replicas=2',
  'workers[0].containerSecurityContext.privileged=true',
  'sentinel.enabled=true',
  'containerSecurityContext.capabilities.add={SYS_ADMIN}',
  'namespace=other',
] as const;

const bases = ['already-restricted', 'team-edited', 'astro-ui-2x', 'quirks'].map((name) =>
  readFileSync(`tests/samples/${name}.yaml`, 'utf8'),
);

const small = `resourceNamePrefix: agent
podSecurityContext:
  runAsUser: 50000
workers:
  - name: default-worker
    volumes: &v
      - name: tmp
        emptyDir: {}
    volumeMounts: &m
      - name: tmp
        mountPath: /tmp
dagProcessor: {volumes: *v, volumeMounts: *m}
triggerer: {volumes: *v, volumeMounts: *m}
`;

const overlay = fc
  .tuple(
    ...Object.values(fragments).map((texts) =>
      fc.option(fc.constantFrom(...texts), { nil: undefined, freq: 2 }),
    ),
  )
  .map((chosen) => chosen.flatMap((text) => text ?? []).join('\n'))
  .map((text) => (text === '' ? '# nothing\n' : `${text}\n`));

interface Layering {
  readonly files: readonly string[];
  readonly options: readonly string[];
}

/** A base with one to three overlays, and now and then options. */
export const layerings: fc.Arbitrary<Layering> = fc
  .tuple(
    fc.constantFrom(small, small, small, ...bases),
    fc.array(overlay, { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom(...options), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([base, overlays, texts, hasOptions]) => ({
    files: [base, ...overlays],
    options: hasOptions ? texts : [],
  }));

/** The merge, unless Helm refuses it. */
export function mergeOrNone({ files, options }: Layering): Merge | undefined {
  const layers: readonly Layer[] = [
    ...files.map((text, index) => fileLayer(`layer-${index}.yaml`, text)),
    ...options.map((text) => setLayer({ kind: 'set', text })),
  ];
  const result = mergeLayers(layers, () => undefined);
  return result.ok ? result.merge : undefined;
}

export function dataIn({ tree }: Merge): unknown {
  return tree.root === undefined ? {} : dataOf(tree.root);
}
