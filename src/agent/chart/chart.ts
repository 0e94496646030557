import type { PlainValue } from '../../yaml/change.ts';
import type { Path } from '../../yaml/path.ts';

/*
 * What is known of the chart, as of July 2026: from its documentation, its guide for restricted
 * namespaces, and real values files. Its templates are not public: what they render is inferred.
 */

/** What the chart is called in its repository. */
export const chartTitle = 'astro-remote-execution-agent';
export const chartRepository = 'https://helm.astronomer.io';
/** What `helm repo add` calls the repository in the documentation. */
export const repositoryName = 'astronomer';
export const chartName = `${repositoryName}/${chartTitle}`;

/** The user and group of the agent's image. */
export const agentUid = 50000;
/** The user and group of Sentinel's image. */
export const sentinelUid = 5000;

/** The agent keeps its socket file here, and Python's tempfile needs it at import time. */
export const tmpFolder = '/tmp';
/** AIRFLOW_HOME of the agent's image unless `homeEnv` says otherwise: no volume may hide it. */
export const airflowHome = '/usr/local/airflow';
/** Airflow's log folder unless `homeEnv` or `logFolderEnv` says otherwise. */
export const defaultLogFolder = '/usr/local/airflow/logs';
/** Where DAG bundles are cloned unless `bundleStorageEnv` says otherwise. */
export const defaultBundleStorage = '/tmp/airflow/dag_bundles';

export const homeEnv = 'AIRFLOW_HOME';
export const logFolderEnv = 'AIRFLOW__LOGGING__BASE_LOG_FOLDER';
export const bundleStorageEnv = 'AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_STORAGE_PATH';

/** Volume names of the guide, which the wizard writes where it has a choice. */
export const tmpVolume = 'tmp';
export const logsVolume = 'task-logs';
/** Our own name: the guide has no volume for Vector's checkpoints. */
export const vectorVolume = 'vector-data';

export const sidecarDefaults = {
  name: 'vector-logging-sidecar',
  image: 'timberio/vector:0.45.0-debian',
  /** The guide's mount of `task-logs` in the sidecar; its own path is free. */
  logsPath: '/etc/airflow/logs',
  /** Vector's `data_dir` unless its config sets one. */
  dataDir: '/var/lib/vector',
} as const;

export const agentImage =
  'images.astronomer.cloud/baseimages/astro-remote-execution-agent:3.2-2-python-3.13-astro-agent-1.6.0';
export const sentinelImage =
  'images.astronomer.cloud/baseimages/astro-remote-execution-sentinel:1.6.0';

/** A Deployment that the chart makes. */
export type Component = 'worker' | 'dagProcessor' | 'triggerer' | 'sentinel';

/** A component with one entry in the values file, `workers` aside. */
export type SingleComponent = Exclude<Component, 'worker'>;

export interface ComponentFacts {
  readonly component: Component;
  /** Where its values are; for workers, the list. */
  readonly path: readonly [string];
  /**
   * The name of the agent's own container. The real one is unknown: these follow the
   * arguments that the image's entrypoint takes, and only messages show them.
   */
  readonly container: string;
  /** The pod's id; for workers, the part before the slash. */
  readonly podId: string;
  /** Whether the global contexts are documented to apply. Sentinel: unknown, its own pair decides. */
  readonly takesGlobalContexts: boolean;
  /** Whether the chart adds the logging sidecar to its pods. */
  readonly takesSidecar: boolean;
  /** The user of its image. */
  readonly uid: number;
  readonly defaultImage: string;
}

/** In the chart's order: workers, DAG processor, triggerer, Sentinel. */
export const componentFacts: readonly ComponentFacts[] = [
  {
    component: 'worker',
    path: ['workers'],
    container: 'worker',
    podId: 'worker',
    takesGlobalContexts: true,
    takesSidecar: true,
    uid: agentUid,
    defaultImage: agentImage,
  },
  {
    component: 'dagProcessor',
    path: ['dagProcessor'],
    container: 'dag-processor',
    podId: 'dag-processor',
    takesGlobalContexts: true,
    takesSidecar: false,
    uid: agentUid,
    defaultImage: agentImage,
  },
  {
    component: 'triggerer',
    path: ['triggerer'],
    container: 'triggerer',
    podId: 'triggerer',
    takesGlobalContexts: true,
    takesSidecar: true,
    uid: agentUid,
    defaultImage: agentImage,
  },
  {
    component: 'sentinel',
    path: ['sentinel'],
    container: 'sentinel',
    podId: 'sentinel',
    takesGlobalContexts: false,
    takesSidecar: false,
    uid: sentinelUid,
    defaultImage: sentinelImage,
  },
];

/** The values path of a worker by its index in the list. */
export function workerPath(index: number): Path {
  return ['workers', index];
}

/** The values path of a component that there is one of. */
export function componentPath(component: SingleComponent): Path {
  return [component];
}

/** A pod's id: `worker/<name>`, or the component's id alone. */
export function podId(component: Component, workerName = ''): string {
  const facts = componentFacts.find((known) => known.component === component);
  const id = facts?.podId ?? component;
  return component === 'worker' ? `${id}/${workerName}` : id;
}

/**
 * The Deployment's name as far as it is known: only the workers' and Sentinel's are documented.
 * `workerName` counts for workers alone.
 */
export function deploymentName(prefix: string, component: Component, workerName = ''): string {
  const parts = {
    worker: ['worker', workerName],
    dagProcessor: ['dag-processor'],
    triggerer: ['triggerer'],
    sentinel: ['sentinel'],
  }[component];
  return [prefix, ...parts].filter((part) => part !== '').join('-');
}

/** The guide's pod context in its key order, with the user of the image given. */
export function fullPodContext(uid: number): PlainValue {
  return {
    seccompProfile: { type: 'RuntimeDefault' },
    runAsUser: uid,
    fsGroup: uid,
    runAsNonRoot: true,
  };
}

/** The guide's container context in its key order. */
export const fullContainerContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
} as const satisfies PlainValue;

/** End-of-line comments beside generated mounts, so that a reader of the file knows why. */
export const mountComments: Readonly<Record<string, string>> = {
  [tmpFolder]: 'the agent keeps its socket file here',
  [defaultLogFolder]: 'task logs; if Airflow logs elsewhere, mount that folder instead',
};

/** The comment beside the sidecar's mount of the task logs. */
export const sidecarMountComment =
  'where the sidecar reads the task logs; any folder that its config includes';

/** Secrets that the chart expects to exist, by values key, with the key inside the Secret. */
export const secretKeys = {
  imagePullSecretName: '.dockerconfigjson',
  agentTokenSecretName: 'token',
  sentinelAuthSecretName: 'secret',
  'openLineage.apiKeySecret': 'api-key',
} as const;
