import '../../../no-compiling.ts';
import { z } from 'zod';
import { agentImage, agentUid, sentinelImage, sidecarDefaults } from '../chart.ts';
import {
  anyList,
  anyMapping,
  container,
  envVar,
  key,
  podSecurityContext,
  probe,
  quantity,
  resources,
  securityContext,
  stringMapping,
  toleration,
  volume,
  volumeMount,
} from './kubernetes.ts';

/*
 * The chart's values, 1.0 to 2.3: what real files hold and the
 * documentation names. The chart ships no schema that could be read, so unknown keys are allowed.
 */

const pullPolicy = z.enum(['Always', 'IfNotPresent', 'Never']);

const serviceAccount = z.looseObject({
  create: key(z.boolean(), 'Whether the chart makes it; false needs a name.', true),
  name: key(z.string(), 'Name of a service account of your own.'),
  annotations: key(stringMapping, 'Its annotations, such as a cloud role.'),
});

/** What workers, DAG processor, triggerer and Sentinel have in common. */
const component = {
  imagePullPolicy: key(pullPolicy, 'When the image is fetched.', 'IfNotPresent'),
  resources: key(resources, 'CPU, memory and ephemeral storage; emptyDirs on disk count too.'),
  env: key(z.array(envVar), 'Environment of the component’s own container.'),
  livenessProbe: key(probe, 'Restarts the container when it fails.'),
  readinessProbe: key(probe, 'Takes the pod out of service when it fails.'),
  podSecurityContext: key(podSecurityContext, 'Instead of the global one: write it in full.'),
  containerSecurityContext: key(
    securityContext,
    'Instead of the global one, for its own container: write it in full.',
  ),
  initContainers: key(z.array(container), 'Run first; each needs a securityContext of its own.'),
  extraContainers: key(
    z.array(container),
    'Run beside it; each needs a securityContext of its own.',
  ),
  volumes: key(z.array(volume), 'Volumes of the pod.'),
  volumeMounts: key(z.array(volumeMount), 'Mounts in its own container alone.'),
  nodeSelector: key(stringMapping, 'Labels of the nodes it may run on.'),
  affinity: key(anyMapping, 'Scheduling rules of the pod.'),
  tolerations: key(z.array(toleration), 'Taints of nodes that it tolerates.'),
};

const agentComponent = {
  ...component,
  image: key(z.string(), 'Instead of the global image.', agentImage),
};

const hpa = z.looseObject({
  enabled: key(z.boolean(), 'Scales the worker by a metric; replicas is ignored then.', false),
  minReplicaCount: key(z.int(), 'Fewest pods, at least 1.', 1),
  maxReplicaCount: key(z.int(), 'Most pods.', 1),
  metric: key(
    z.looseObject({
      enabled: key(z.boolean(), 'Whether the agent’s own metric is used.', true),
      name: key(z.string(), 'Name of the metric; needs a custom metrics adapter.'),
      target: key(
        z.looseObject({
          type: key(z.string(), 'Kind of the target value.', 'Value'),
          value: key(quantity, 'Target value.', 20),
          Value: key(quantity, 'How chart 1.0 spelt value.'),
        }),
        'What the metric is held at.',
      ),
    }),
    'The agent’s own metric.',
  ),
  extraMetrics: key(anyList, 'Further metrics as in HorizontalPodAutoscaler v2.'),
  behavior: key(anyMapping, 'Speed of scaling as in HorizontalPodAutoscaler v2.'),
});

const worker = z.looseObject({
  name: key(z.string(), 'Its name; the Deployment is <prefix>-worker-<name>.'),
  queues: key(z.string(), 'Queue that it takes tasks from.', 'default'),
  replicas: key(z.int(), 'Number of pods; ignored when hpa.enabled is true.', 1),
  syncSlots: key(z.int(), 'Tasks that one pod runs at a time.', 20),
  ...agentComponent,
  hpa: key(hpa, 'Scaling by a metric.'),
  terminationGracePeriodSeconds: key(z.int(), 'Seconds that tasks get to end.', 600),
  canUseKubernetesPodOperator: key(
    z.boolean(),
    'Lets its tasks make pods in this namespace; those need contexts of their own.',
    false,
  ),
  serviceAccount: key(serviceAccount, 'Goes before serviceAccount.workers.'),
});

const sentinel = z.looseObject({
  enabled: key(z.boolean(), 'Sources disagree on the default: write it.', true),
  image: key(z.string(), 'Image of Sentinel.', sentinelImage),
  port: key(z.int(), 'Port of its health endpoint; the probes need the same.', 8080),
  ...component,
  podSecurityContext: key(podSecurityContext, 'Its own; its image has user and group 5000.'),
  containerSecurityContext: key(securityContext, 'Its own; the global one may not reach it.'),
  config: key(z.string(), 'Text of sentinel.yaml, instead of the generated one.'),
});

const loggingSidecar = z.looseObject({
  enabled: key(z.boolean(), 'Adds the container to worker and triggerer pods.', false),
  name: key(z.string(), 'Name of the container.', sidecarDefaults.name),
  image: key(z.string(), 'Image of the collector.', sidecarDefaults.image),
  imagePullPolicy: key(pullPolicy, 'When the image is fetched.', 'IfNotPresent'),
  preStopSleepSeconds: key(z.int(), 'Seconds to send the last lines.', 5),
  env: key(z.array(envVar), 'Its environment; commonEnv does not reach it.'),
  securityContext: key(securityContext, 'Its own; the global one does not reach it.'),
  volumeMounts: key(
    z.array(volumeMount),
    'Its mounts; workers and triggerer must declare the volumes.',
  ),
  resources: key(resources, 'What it needs and may use.'),
  config: key(z.union([z.string(), anyMapping]), 'Text of vector.yaml.'),
});

const openLineage = z.looseObject({
  enabled: key(z.boolean(), 'Whether lineage is sent.', true),
  apiKeySecret: key(z.string(), 'Secret with the key api-key.'),
  apiKey: key(z.string(), 'The key in plain text; rather use apiKeySecret.'),
  namespace: key(z.string(), 'Lineage namespace.'),
  url: key(z.string(), 'Where lineage is sent.'),
  endpoint: key(z.string(), 'Path and query below the URL.'),
  facetsEnvironmentVariables: key(z.array(z.string()), 'Variables that lineage carries.'),
});

/** The values file as a whole. */
export const valuesSchema = z
  .looseObject({
    resourceNamePrefix: key(z.string(), 'Starts the name of everything the chart makes.'),
    createNamespace: key(
      z.boolean(),
      'Whether the chart makes the namespace; it would lack the Pod Security labels.',
      false,
    ),
    namespace: key(z.string(), 'Namespace of the Deployments; give helm -n the same.'),
    astroDeploymentAPIURL: key(z.string(), 'API server of the Astro Deployment.'),
    image: key(z.string(), 'Image of workers, DAG processor and triggerer.', agentImage),
    imagePullPolicy: key(pullPolicy, 'When that image is fetched.', 'IfNotPresent'),
    imagePullSecretName: key(z.string(), 'Secret with the registry login.'),
    imagePullSecretData: key(z.string(), 'The login itself; rather use imagePullSecretName.'),
    agentTokenSecretName: key(z.string(), 'Secret with the agent token under the key token.'),
    agentToken: key(z.string(), 'The token itself; rather use agentTokenSecretName.'),
    agentTokenFile: key(z.string(), 'File with the token, which you mount yourself.'),
    sentinelAuthSecretName: key(z.string(), 'Secret between Sentinel and agents, key secret.'),
    sentinelAuthSecret: key(z.string(), 'That secret itself; absent: the chart makes one.'),
    sentinelAuthSecretFile: key(z.string(), 'File with that secret, which you mount yourself.'),
    secretBackend: key(z.string(), 'Class of the Airflow secrets backend.'),
    xcomBackend: key(z.string(), 'Class of the XCom backend.'),
    stateStoreBackend: key(z.string(), 'Class of the state store backend; Airflow 3.3.'),
    dagBundleConfigList: key(z.string(), 'JSON list of DAG bundles, as one string.'),
    commonEnv: key(z.array(envVar), 'Environment of workers, DAG processor and triggerer.'),
    openLineage: key(openLineage, 'Sending lineage.'),
    logLevel: key(z.string(), 'Log level of the components.', 'INFO'),
    labels: key(stringMapping, 'Labels of everything the chart makes.'),
    annotations: key(stringMapping, 'Annotations of everything the chart makes.'),
    podSecurityContext: key(
      podSecurityContext,
      'Of the pods of workers, DAG processor and triggerer.',
      { runAsUser: agentUid, fsGroup: agentUid, runAsNonRoot: true },
    ),
    containerSecurityContext: key(
      securityContext,
      'Of the agent’s own container in those pods; reaches no other container.',
    ),
    serviceAccount: key(
      z.looseObject({
        annotations: key(stringMapping, 'Annotations of all service accounts.'),
        workers: key(serviceAccount, 'Of the workers.'),
        dagProcessor: key(serviceAccount, 'Of the DAG processor.'),
        triggerer: key(serviceAccount, 'Of the triggerer.'),
        sentinel: key(serviceAccount, 'Of Sentinel.'),
      }),
      'Service accounts of the components.',
    ),
    loggingSidecar: key(loggingSidecar, 'Sends the task logs of workers and triggerer away.'),
    workers: key(z.array(worker), 'One Deployment an item.'),
    dagProcessor: key(z.looseObject(agentComponent), 'Parses the DAGs.'),
    triggerer: key(
      z.looseObject({
        replicas: key(z.int(), 'Number of pods.', 1),
        asyncSlots: key(z.int(), 'Triggers that one pod runs at a time.', 1000),
        ...agentComponent,
      }),
      'Runs deferred tasks.',
    ),
    sentinel: key(sentinel, 'Watches the agent’s pods.'),
  })
  .meta({ title: 'Values of the Astro Remote Execution Agent chart' });
