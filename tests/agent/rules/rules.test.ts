import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../src/agent/assess/fix.ts';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import type { Effect, Finding } from '../../../src/agent/rules/finding.ts';
import type { Path } from '../../../src/yaml/path.ts';
import { append, assessed, changed, namespaceText, remove, set } from './base.ts';

/** What is expected of one finding. */
interface Expected {
  readonly rule: string;
  readonly effect: Effect;
  readonly message: string;
  readonly path: Path;
  readonly field: string;
  readonly pod?: string;
  readonly fix?: string;
}

interface Case {
  readonly name: string;
  readonly given: Documents;
  readonly expected: readonly Expected[];
  /** Rules that other tests look at and that this case cannot help. */
  readonly besides?: readonly string[];
}

const worker = ['workers', 0] as const;
const logs = '/usr/local/airflow/logs';
const sidecarOn = [
  set(['loggingSidecar'], {
    enabled: true,
    name: 'vector',
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [
      { name: 'task-logs', mountPath: '/etc/airflow/logs' },
      { name: 'vector-data', mountPath: '/var/lib/vector' },
    ],
  }),
  append([...worker, 'volumes'], { name: 'vector-data', emptyDir: { sizeLimit: '64Mi' } }),
  append(['triggerer', 'volumes'], { name: 'vector-data', emptyDir: { sizeLimit: '64Mi' } }),
];
const hardened = {
  allowPrivilegeEscalation: false,
  runAsUser: 1000,
  capabilities: { drop: ['ALL'] },
};

const cases: readonly Case[] = [
  { name: 'clean', given: changed(), expected: [] },
  { name: 'clean with a sidecar', given: changed(...sidecarOn), expected: [] },
  {
    name: 'tmp-writable',
    given: changed(remove([...worker, 'volumeMounts', 0]), remove([...worker, 'volumes', 0])),
    expected: [
      {
        rule: 'tmp-writable',
        effect: 'fails',
        message: '/tmp is not writable: the agent cannot make its socket file',
        path: [...worker, 'volumeMounts'],
        field: 'components.workers.0.folders',
        pod: 'worker/w',
        fix: 'Add a writable /tmp to worker/w',
      },
    ],
  },
  {
    name: 'tmp-writable of a read-only kind',
    given: changed(set(['triggerer', 'volumes', 0], { name: 'tmp', configMap: { name: 'c' } })),
    expected: [
      {
        rule: 'tmp-writable',
        effect: 'fails',
        message: '/tmp is not writable: the agent cannot make its socket file',
        path: ['triggerer', 'volumeMounts'],
        field: 'components.triggerer.folders',
        pod: 'triggerer',
      },
    ],
  },
  {
    name: 'tmp-writable of Sentinel',
    given: changed(remove(['sentinel', 'volumeMounts']), remove(['sentinel', 'volumes'])),
    expected: [
      {
        rule: 'tmp-writable',
        effect: 'advice',
        message: '/tmp of Sentinel is not writable',
        path: ['sentinel', 'volumeMounts'],
        field: 'security.sentinel',
        pod: 'sentinel',
        fix: 'Add a writable /tmp to sentinel',
      },
    ],
  },
  {
    name: 'tmp-writable with a slash at the end',
    given: changed(set([...worker, 'volumeMounts', 0, 'mountPath'], '/tmp/')),
    expected: [],
  },
  {
    name: 'logs-writable',
    given: changed(remove(['triggerer', 'volumeMounts', 1]), remove(['triggerer', 'volumes', 1])),
    expected: [
      {
        rule: 'logs-writable',
        effect: 'fails',
        message: `${logs} is not writable: tasks fail before they run`,
        path: ['triggerer', 'volumeMounts'],
        field: 'components.triggerer.folders',
        pod: 'triggerer',
        fix: `Add a writable ${logs} to triggerer`,
      },
    ],
  },
  {
    name: 'logs-writable of the DAG processor',
    given: changed(
      remove(['dagProcessor', 'volumeMounts', 1]),
      remove(['dagProcessor', 'volumes', 1]),
    ),
    expected: [
      {
        rule: 'logs-writable',
        effect: 'advice',
        message: `${logs} is not writable: parsing logs are lost`,
        path: ['dagProcessor', 'volumeMounts'],
        field: 'components.dagProcessor.folders',
        pod: 'dag-processor',
        fix: `Add a writable ${logs} to dag-processor`,
      },
    ],
  },
  {
    name: 'logs-writable elsewhere',
    given: changed(
      set([...worker, 'env'], [{ name: 'AIRFLOW__LOGGING__BASE_LOG_FOLDER', value: '/logs' }]),
    ),
    expected: [
      {
        rule: 'logs-writable',
        effect: 'fails',
        message: '/logs is not writable: tasks fail before they run',
        path: [...worker, 'volumeMounts'],
        field: 'components.workers.0.folders',
        pod: 'worker/w',
        fix: 'Add a writable /logs to worker/w',
      },
    ],
  },
  {
    name: 'logs-writable from a Secret',
    given: changed(
      set(
        ['commonEnv'],
        [
          {
            name: 'AIRFLOW__LOGGING__BASE_LOG_FOLDER',
            valueFrom: { secretKeyRef: { name: 's', key: 'k' } },
          },
        ],
      ),
      set(['workers'], []),
      set(['triggerer', 'env'], [{ name: 'AIRFLOW__LOGGING__BASE_LOG_FOLDER', value: logs }]),
    ),
    expected: [
      {
        rule: 'logs-writable',
        effect: 'advice',
        message: 'AIRFLOW__LOGGING__BASE_LOG_FOLDER names a folder that only the cluster knows',
        path: ['dagProcessor', 'volumeMounts'],
        field: 'components.dagProcessor.folders',
        pod: 'dag-processor',
      },
    ],
  },
  {
    name: 'mount-read-only',
    given: changed(set([...worker, 'volumeMounts', 1, 'readOnly'], true)),
    expected: [
      {
        rule: 'mount-read-only',
        effect: 'fails',
        message: `${logs} is mounted read-only: the agent cannot write there`,
        path: [...worker, 'volumeMounts', 1, 'readOnly'],
        field: 'components.workers.0.folders',
        pod: 'worker/w',
        fix: `Make ${logs} writable for worker/w`,
      },
    ],
  },
  {
    name: 'bundle-storage',
    given: changed(
      set(['dagBundleConfigList'], '[{"name": "g", "classpath": "a.b.GitDagBundle"}]'),
      set(
        [...worker, 'env'],
        [{ name: 'AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_STORAGE_PATH', value: '/bundles' }],
      ),
      set([...worker, 'volumes', 0, 'emptyDir', 'sizeLimit'], '64Mi'),
      set(['triggerer', 'volumes', 0, 'emptyDir', 'sizeLimit'], '64Mi'),
    ),
    expected: [
      {
        rule: 'bundle-storage',
        effect: 'advice',
        message: '/bundles, the DAG bundles’ folder, is not writable',
        path: [...worker, 'volumeMounts'],
        field: 'components.workers.0.folders',
        pod: 'worker/w',
      },
      {
        rule: 'bundle-storage',
        effect: 'advice',
        message: 'Volume "tmp" may be too small for the clones of a Git bundle',
        path: ['triggerer', 'volumeMounts'],
        field: 'components.triggerer.folders',
        pod: 'triggerer',
      },
    ],
  },
  {
    name: 'airflow-home-hidden',
    given: changed(
      set(['dagBundleConfigList'], '[{"name": "l", "classpath": "a.b.LocalDagBundle"}]'),
      append([...worker, 'volumeMounts'], { name: 'tmp', mountPath: '/usr/local/airflow/' }),
      append(['dagProcessor', 'volumeMounts'], {
        name: 'tmp',
        mountPath: '/usr/local/airflow/dags',
      }),
    ),
    expected: [
      {
        rule: 'airflow-home-hidden',
        effect: 'fails',
        message: 'Volume "tmp" at /usr/local/airflow hides what the image has there',
        path: [...worker, 'volumeMounts', 2],
        field: 'components.workers.0.folders',
        pod: 'worker/w',
      },
      {
        rule: 'airflow-home-hidden',
        effect: 'fails',
        message: 'Volume "tmp" at /usr/local/airflow/dags hides what the image has there',
        path: ['dagProcessor', 'volumeMounts', 2],
        field: 'components.dagProcessor.folders',
        pod: 'dag-processor',
      },
    ],
  },
  {
    name: 'mount-without-volume with a known purpose',
    given: changed(remove([...worker, 'volumes', 0])),
    expected: [
      {
        rule: 'mount-without-volume',
        effect: 'rejected',
        message: 'worker/w has no volume "tmp" for the mount at /tmp',
        path: [...worker, 'volumeMounts', 0, 'name'],
        field: 'components.workers.0.folders',
        pod: 'worker/w',
        fix: 'Declare volume tmp in worker/w',
      },
    ],
  },
  {
    name: 'mount-without-volume of unknown purpose',
    given: changed(append(['triggerer', 'volumeMounts'], { name: 'data', mountPath: '/data' })),
    expected: [
      {
        rule: 'mount-without-volume',
        effect: 'rejected',
        message: 'triggerer has no volume "data" for the mount at /data',
        path: ['triggerer', 'volumeMounts', 2, 'name'],
        field: 'components.triggerer.folders',
        pod: 'triggerer',
      },
    ],
  },
  {
    name: 'mount-without-volume of the sidecar',
    given: changed(...sidecarOn, remove(['triggerer', 'volumes', 2])),
    expected: [
      {
        rule: 'mount-without-volume',
        effect: 'rejected',
        message: 'triggerer has no volume "vector-data" for the mount at /var/lib/vector',
        path: ['loggingSidecar', 'volumeMounts', 1, 'name'],
        field: 'sidecar.logsPath',
        pod: 'triggerer',
        fix: 'Declare volume vector-data in triggerer',
      },
    ],
  },
  {
    name: 'duplicate-volume and duplicate-mount-path',
    given: changed(
      append([...worker, 'volumes'], { name: 'tmp', emptyDir: { sizeLimit: '1Mi' } }),
      append([...worker, 'volumeMounts'], { name: 'tmp', mountPath: '/tmp' }),
      append(['triggerer', 'volumeMounts'], { name: 'tmp', mountPath: '/tmp/' }),
    ),
    expected: [
      {
        rule: 'duplicate-volume',
        effect: 'rejected',
        message: 'worker/w declares volume "tmp" twice',
        path: [...worker, 'volumes', 2, 'name'],
        field: 'components.workers.0.volumes',
        pod: 'worker/w',
      },
      {
        rule: 'duplicate-mount-path',
        effect: 'rejected',
        message: 'Container "worker" of worker/w has two mounts at /tmp',
        path: [...worker, 'volumeMounts', 2, 'mountPath'],
        field: 'components.workers.0.folders',
        pod: 'worker/w',
      },
      {
        rule: 'duplicate-mount-path',
        effect: 'advice',
        message: 'Container "triggerer" of triggerer has two mounts at /tmp',
        path: ['triggerer', 'volumeMounts', 2, 'mountPath'],
        field: 'components.triggerer.folders',
        pod: 'triggerer',
      },
    ],
  },
  {
    name: 'volume-unused, memory-medium and size-limits',
    given: changed(
      append([...worker, 'volumes'], { name: 'a', emptyDir: { medium: 'Memory' } }),
      append(['triggerer', 'volumes'], { name: 'b' }),
    ),
    expected: [
      {
        rule: 'volume-unused',
        effect: 'advice',
        message: 'No container of worker/w mounts volume "a"',
        path: [...worker, 'volumes', 2],
        field: 'components.workers.0.volumes',
        pod: 'worker/w',
      },
      {
        rule: 'volume-unused',
        effect: 'advice',
        message: 'No container of triggerer mounts volume "b"',
        path: ['triggerer', 'volumes', 2],
        field: 'components.triggerer.volumes',
        pod: 'triggerer',
      },
      {
        rule: 'size-limits',
        effect: 'advice',
        message: 'Volume "b" of triggerer has no sizeLimit',
        path: ['triggerer', 'volumes', 2, 'emptyDir'],
        field: 'components.triggerer.volumes',
        pod: 'triggerer',
        fix: 'Set sizeLimit: 512Mi on triggerer’s volumes',
      },
      {
        rule: 'memory-medium',
        effect: 'advice',
        message: 'Volume "a" is kept in memory',
        path: [...worker, 'volumes', 2, 'emptyDir', 'medium'],
        field: 'components.workers.0.volumes',
        pod: 'worker/w',
      },
    ],
  },
  {
    name: 'size-limits above the container’s',
    given: changed(set([...worker, 'resources'], { limits: { 'ephemeral-storage': '768Mi' } })),
    expected: [
      {
        rule: 'size-limits',
        effect: 'advice',
        message: 'The size limits of worker/w’s volumes exceed its ephemeral-storage limit',
        path: [...worker, 'volumes', 0, 'emptyDir', 'sizeLimit'],
        field: 'components.workers.0.volumes',
        pod: 'worker/w',
      },
    ],
  },
  {
    name: 'pvc-without-fsgroup',
    given: changed(
      remove(['podSecurityContext', 'fsGroup']),
      set([...worker, 'volumes', 1], {
        name: 'task-logs',
        persistentVolumeClaim: { claimName: 'logs' },
      }),
    ),
    expected: [
      {
        rule: 'pvc-without-fsgroup',
        effect: 'fails',
        message: 'Volume "task-logs" cannot be written without fsGroup',
        path: ['podSecurityContext', 'fsGroup'],
        field: 'security.pod.fsGroup',
        pod: 'worker/w',
        fix: 'Set fsGroup: 50000',
      },
    ],
  },
  {
    name: 'root-despite-non-root',
    given: changed(set(['sentinel', 'podSecurityContext', 'runAsUser'], 0)),
    expected: [
      {
        rule: 'runAsUser',
        effect: 'rejected',
        message: 'pod must not set runAsUser=0',
        path: ['sentinel', 'podSecurityContext', 'runAsUser'],
        field: 'security.sentinel.pod.runAsUser',
        pod: 'sentinel',
        fix: 'Complete Sentinel’s podSecurityContext',
      },
      {
        rule: 'root-despite-non-root',
        effect: 'fails',
        message: 'runAsUser: 0 contradicts runAsNonRoot: container "sentinel" does not start',
        path: ['sentinel', 'podSecurityContext', 'runAsUser'],
        field: 'security.sentinel.pod.runAsUser',
        pod: 'sentinel',
        fix: 'Complete Sentinel’s podSecurityContext',
      },
    ],
  },
  {
    name: 'unusual-uid and group-root',
    given: changed(
      set(['sentinel', 'podSecurityContext', 'runAsUser'], 50000),
      set(['sentinel', 'podSecurityContext', 'fsGroup'], 0),
      set(['sentinel', 'podSecurityContext', 'supplementalGroups'], [1, 0]),
    ),
    expected: [
      {
        rule: 'unusual-uid',
        effect: 'advice',
        message: 'runAsUser 50000 is not the image’s own user 5000',
        path: ['sentinel', 'podSecurityContext', 'runAsUser'],
        field: 'security.sentinel.pod.runAsUser',
        pod: 'sentinel',
      },
      {
        rule: 'group-root',
        effect: 'advice',
        message: 'fsGroup 0 is root’s group',
        path: ['sentinel', 'podSecurityContext', 'fsGroup'],
        field: 'security.sentinel.pod.fsGroup',
        pod: 'sentinel',
      },
      {
        rule: 'group-root',
        effect: 'advice',
        message: 'supplementalGroups 0 is root’s group',
        path: ['sentinel', 'podSecurityContext', 'supplementalGroups'],
        field: 'security.sentinel.pod',
        pod: 'sentinel',
      },
    ],
  },
  {
    name: 'partial-override',
    given: changed(set([...worker, 'podSecurityContext'], { runAsNonRoot: true, fsGroup: 7 })),
    expected: [
      {
        rule: 'seccompProfile_restricted',
        effect: 'rejected',
        message:
          'pod or container "worker" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
        path: [...worker, 'podSecurityContext', 'seccompProfile'],
        field: 'components.workers.0.override.pod.seccompProfile',
        pod: 'worker/w',
        fix: 'Complete worker/w’s own podSecurityContext',
      },
      {
        rule: 'partial-override',
        effect: 'fails',
        message:
          'podSecurityContext of worker/w is partial: it may replace the global one or be merged with it',
        path: [...worker, 'podSecurityContext'],
        field: 'components.workers.0.override.pod',
        pod: 'worker/w',
        fix: 'Complete worker/w’s own podSecurityContext',
      },
    ],
  },
  {
    name: 'sentinel-implicit',
    given: changed(remove(['sentinel', 'enabled'])),
    expected: [
      {
        rule: 'sentinel-implicit',
        effect: 'advice',
        message: 'The file does not say whether Sentinel runs',
        path: ['sentinel', 'enabled'],
        field: 'security.sentinel.enabled',
        fix: 'Write sentinel.enabled: true',
      },
    ],
  },
  {
    name: 'extra-container-uid and privileged-port',
    given: changed(
      set(
        ['triggerer', 'extraContainers'],
        [
          {
            name: 'proxy',
            image: 'proxy:1',
            ports: [{ containerPort: 80 }, { containerPort: 8080 }],
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          },
          {
            name: 'dns',
            image: 'dns:1',
            ports: [{ containerPort: 53 }],
            securityContext: {
              ...hardened,
              capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
            },
          },
        ],
      ),
    ),
    expected: [
      {
        rule: 'privileged-port',
        effect: 'fails',
        message: 'Container "proxy" cannot listen on port 80 without root',
        path: ['triggerer', 'extraContainers', 0, 'ports', 0, 'containerPort'],
        field: 'components.triggerer.extraContainers.0',
        pod: 'triggerer',
      },
      {
        rule: 'extra-container-uid',
        effect: 'advice',
        message: 'Container "proxy" runs as the pod’s user 50000',
        path: ['triggerer', 'extraContainers', 0, 'securityContext'],
        field: 'components.triggerer.extraContainers.0',
        pod: 'triggerer',
      },
    ],
  },
  {
    name: 'sidecar-log-mount',
    given: changed(...sidecarOn, remove(['loggingSidecar', 'volumeMounts', 0])),
    expected: ['worker/w', 'triggerer'].map((pod) => ({
      rule: 'sidecar-log-mount',
      effect: 'fails',
      message: `The sidecar mounts no volume that ${pod} has at ${logs}: it collects no logs`,
      path: ['loggingSidecar', 'volumeMounts'],
      field: 'sidecar.logsPath',
      pod,
      fix: 'Let the sidecar and the agents share volume task-logs',
    })),
  },
  {
    name: 'sidecar-data-dir with a read-only root',
    given: changed(
      ...sidecarOn,
      set(['loggingSidecar', 'config'], 'data_dir: /vector/\n'),
      remove(['loggingSidecar', 'volumeMounts', 1]),
      remove([...worker, 'volumes', 2]),
      remove(['triggerer', 'volumes', 2]),
    ),
    expected: ['worker/w', 'triggerer'].map((pod) => ({
      rule: 'sidecar-data-dir',
      effect: 'fails',
      message: '/vector of the sidecar is not writable: Vector does not start',
      path: ['loggingSidecar', 'volumeMounts'],
      field: 'sidecar.dataVolume',
      pod,
      fix: 'Give the sidecar a writable /vector',
    })),
    besides: ['size-limits'],
  },
  {
    name: 'sidecar-glob',
    given: changed(
      ...sidecarOn,
      set(
        ['loggingSidecar', 'config'],
        'sources:\n  logs:\n    type: file\n    include: ["/var/log/airflow/**/*.log"]\n',
      ),
    ),
    expected: [
      {
        rule: 'sidecar-glob',
        effect: 'advice',
        message:
          'The sidecar’s config includes /var/log/airflow/**/*.log, but the logs are mounted at /etc/airflow/logs',
        path: ['loggingSidecar', 'config'],
        field: 'sidecar.config',
      },
    ],
  },
  {
    name: 'seccomp-localhost',
    given: changed(set(['sentinel', 'podSecurityContext', 'seccompProfile', 'type'], 'Localhost')),
    expected: [
      {
        rule: 'seccomp-localhost',
        effect: 'rejected',
        message: 'seccompProfile Localhost needs a localhostProfile',
        path: ['sentinel', 'podSecurityContext', 'seccompProfile', 'localhostProfile'],
        field: 'security.sentinel.pod.seccompProfile.localhostProfile',
        pod: 'sentinel',
      },
    ],
  },
  {
    name: 'env-not-string',
    given: changed(
      set(
        [...worker, 'env'],
        [
          { name: 'A', value: true },
          { name: 'B', value: 0 },
          { name: 'C', value: 'x' },
          { name: 'D', value: null },
        ],
      ),
    ),
    expected: [
      {
        rule: 'env-not-string',
        effect: 'rejected',
        message: 'A must be a string: write "true" in quotes',
        path: [...worker, 'env', 0, 'value'],
        field: 'components.workers.0',
        pod: 'worker/w',
        fix: 'Quote the value of A',
      },
      {
        rule: 'env-not-string',
        effect: 'rejected',
        message: 'B must be a string: write "0" in quotes',
        path: [...worker, 'env', 1, 'value'],
        field: 'components.workers.0',
        pod: 'worker/w',
        fix: 'Quote the value of B',
      },
      {
        rule: 'env-not-string',
        effect: 'advice',
        message: 'D has no value: the variable will be empty',
        path: [...worker, 'env', 3, 'value'],
        field: 'components.workers.0',
        pod: 'worker/w',
      },
    ],
  },
  {
    name: 'bad-type',
    given: changed(set(['sentinel', 'podSecurityContext', 'runAsUser'], '5000')),
    expected: [
      {
        rule: 'bad-type',
        effect: 'rejected',
        message: 'podSecurityContext.runAsUser must be a number, not the string "5000"',
        path: ['sentinel', 'podSecurityContext', 'runAsUser'],
        field: 'security.sentinel.pod.runAsUser',
        pod: 'sentinel',
      },
    ],
  },
  {
    name: 'unknown-pod',
    given: changed(set(['triggerer'], null)),
    expected: [
      {
        rule: 'unknown-pod',
        effect: 'advice',
        message: 'The chart wants a mapping for triggerer.',
        path: ['triggerer'],
        field: 'components.triggerer',
        pod: 'triggerer',
      },
    ],
  },
  {
    name: 'bad-quantity',
    given: changed(
      set([...worker, 'volumes', 0, 'emptyDir', 'sizeLimit'], '1 GB'),
      set(['triggerer', 'resources'], { limits: { cpu: '-1' }, requests: { memory: '2gb' } }),
    ),
    expected: [
      {
        rule: 'bad-quantity',
        effect: 'rejected',
        message: '"1 GB" is no quantity for sizeLimit',
        path: [...worker, 'volumes', 0, 'emptyDir', 'sizeLimit'],
        field: 'components.workers.0.volumes',
        pod: 'worker/w',
      },
      {
        rule: 'bad-quantity',
        effect: 'rejected',
        message: '"-1" is no quantity for cpu',
        path: ['triggerer', 'resources', 'limits', 'cpu'],
        field: 'components.triggerer',
        pod: 'triggerer',
      },
      {
        rule: 'bad-quantity',
        effect: 'rejected',
        message: '"2gb" is no quantity for memory',
        path: ['triggerer', 'resources', 'requests', 'memory'],
        field: 'components.triggerer',
        pod: 'triggerer',
      },
    ],
  },
  {
    name: 'bad-name',
    given: changed(
      set([...worker, 'name'], 'My_Worker'),
      set(['resourceNamePrefix'], '-acme'),
      set([...worker, 'extraContainers'], [{ image: 'extra:1', securityContext: hardened }]),
    ),
    expected: [
      {
        rule: 'bad-name',
        effect: 'rejected',
        message:
          '"-acme" is no name for a prefix: use lower case letters, digits and hyphens; start and end with a letter or digit',
        path: ['resourceNamePrefix'],
        field: 'start.file',
      },
      {
        rule: 'bad-name',
        effect: 'rejected',
        message:
          '"My_Worker" is no name for a worker: use lower case letters, digits and hyphens; start and end with a letter or digit',
        path: [...worker, 'name'],
        field: 'components.workers.0.name',
        pod: 'worker/My_Worker',
      },
      {
        rule: 'bad-name',
        effect: 'rejected',
        message: 'A container has no name',
        path: [...worker, 'extraContainers', 0, 'name'],
        field: 'components.workers.0.extraContainers.0',
        pod: 'worker/My_Worker',
      },
    ],
  },
  {
    name: 'namespace-mismatch and create-namespace',
    given: changed(set(['namespace'], 'other'), set(['createNamespace'], true)),
    expected: [
      {
        rule: 'namespace-mismatch',
        effect: 'rejected',
        message: 'namespace is "other", but the manifest makes "agents"',
        path: ['namespace'],
        field: 'namespace.name',
        fix: 'Set namespace: agents',
      },
      {
        rule: 'create-namespace',
        effect: 'fails',
        message: 'createNamespace: true clashes with the manifest and with Secrets made before',
        path: ['createNamespace'],
        field: 'namespace.createNamespace',
        fix: 'Set createNamespace: false',
      },
    ],
  },
  {
    name: 'namespace-labels that cannot be read',
    given: {
      ...changed(),
      namespace: namespaceText('agents', {
        'pod-security.kubernetes.io/enforce': 'restrictd',
        'pod-security.kubernetes.io/warn-version': 'v1.01',
      }),
    },
    expected: [
      {
        rule: 'namespace-labels',
        effect: 'rejected',
        message:
          'metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "restrictd": must be one of privileged, baseline, restricted',
        path: ['metadata', 'labels', 'pod-security.kubernetes.io/enforce'],
        field: 'namespace.enforce.level',
      },
      {
        rule: 'namespace-labels',
        effect: 'rejected',
        message:
          'metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: "v1.01": must be "latest" or "v1.x"',
        path: ['metadata', 'labels', 'pod-security.kubernetes.io/warn-version'],
        field: 'namespace.warn.version',
      },
    ],
  },
  {
    name: 'namespace-labels that enforce too little, namespace-name',
    given: {
      ...changed(set(['namespace'], 'Agents')),
      namespace: namespaceText('Agents', { 'pod-security.kubernetes.io/enforce': 'baseline' }),
    },
    expected: [
      {
        rule: 'namespace-name',
        effect: 'rejected',
        message: 'The namespace cannot be called "Agents"',
        path: ['metadata', 'name'],
        field: 'namespace.name',
      },
      {
        rule: 'namespace-labels',
        effect: 'advice',
        message:
          'Only baseline is enforced: pods may run as root, keep capabilities and do without a seccomp profile',
        path: ['metadata', 'labels', 'pod-security.kubernetes.io/enforce'],
        field: 'namespace.enforce.level',
        fix: 'Set enforce: restricted',
      },
    ],
  },
  {
    name: 'read-only-root',
    given: changed(remove(['sentinel', 'containerSecurityContext', 'readOnlyRootFilesystem'])),
    expected: [
      {
        rule: 'read-only-root',
        effect: 'advice',
        message: 'Container "sentinel" may write to its root filesystem',
        path: ['sentinel', 'containerSecurityContext', 'readOnlyRootFilesystem'],
        field: 'security.sentinel.container.readOnlyRootFilesystem',
        pod: 'sentinel',
        fix: 'Make the root filesystem read-only',
      },
    ],
  },
  {
    name: 'task-pods',
    given: changed(set([...worker, 'canUseKubernetesPodOperator'], true)),
    expected: [
      {
        rule: 'task-pods',
        effect: 'advice',
        message: 'Pods that tasks of worker/w make need security contexts of their own',
        path: [...worker, 'canUseKubernetesPodOperator'],
        field: 'components.workers.0',
        pod: 'worker/w',
      },
    ],
  },
  {
    name: 'old-shape',
    given: changed(
      remove(['sentinel']),
      remove(['image']),
      ...[[...worker], ['dagProcessor'], ['triggerer']].map((path) =>
        set([...path, 'image'], 'registry.example.com/agent:1'),
      ),
    ),
    expected: [
      {
        rule: 'old-shape',
        effect: 'advice',
        message: 'This file has the shape of chart 1.x',
        path: [...worker, 'image'],
        field: 'start.file',
      },
    ],
  },
  {
    name: 'placeholder',
    given: changed(
      set(['logLevel'], '<level>'),
      set(['agentTokenSecretName'], '<token-secret>'),
      set(['loggingSidecar', 'config'], 'if a <b> c'),
    ),
    expected: [
      {
        rule: 'missing-value',
        effect: 'advice',
        message: '<token-secret> still stands for a real value',
        path: ['agentTokenSecretName'],
        field: 'start.file',
      },
      {
        rule: 'placeholder',
        effect: 'advice',
        message: '<level> still stands for a real value',
        path: ['logLevel'],
        field: 'start.file',
      },
    ],
  },
  {
    name: 'unknown-key',
    given: changed(set([...worker, 'securityContext'], { privileged: true })),
    expected: [
      {
        rule: 'unknown-key',
        effect: 'advice',
        message:
          '"securityContext" of item 1 of workers: the chart is not known to have this key; did you mean "containerSecurityContext"?',
        path: [...worker, 'securityContext'],
        field: 'components.workers.0',
      },
    ],
  },
];

function asExpected({ rule, effect, message, path, field, pod, fix }: Finding): Expected {
  return {
    rule,
    effect,
    message,
    path,
    field,
    ...(pod === undefined ? {} : { pod }),
    ...(fix === undefined ? {} : { fix: fix.title }),
  };
}

describe('each rule', () => {
  it.each(cases)('$name', ({ given, expected, besides = [] }) => {
    const { findings } = assessed(given);
    const shown = findings.filter(({ rule }) => !besides.includes(rule));
    expect(shown.map(asExpected)).toEqual(expected);
  });

  it.each(cases.filter(({ expected }) => expected.some(({ fix }) => fix)))(
    '$name: its fixes take it away',
    ({ given }) => {
      for (const problem of assessed(given).problems) {
        if (problem.fix === undefined) continue;
        const { documents, refused } = applyFix(given, problem.fix);
        expect(refused).toEqual([]);
        const left = assessed(documents).problems.filter(({ rule, path }) => {
          return rule === problem.rule && JSON.stringify(path) === JSON.stringify(problem.path);
        });
        expect(left).toEqual([]);
      }
    },
  );

  it('says why and where, for every finding', () => {
    for (const { given } of cases) {
      for (const { why, message, field, step } of assessed(given).findings) {
        expect(why).toMatch(/^[A-Z].*[.]$/);
        expect(message).not.toBe('');
        expect(field.split('.')[0]).toBe(step);
      }
    }
  });
});
