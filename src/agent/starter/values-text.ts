import {
  agentImage,
  agentUid,
  mountComments,
  sentinelImage,
  sentinelUid,
  sidecarDefaults,
} from '../chart/chart.ts';

/*
 * Helm merges mappings over the chart's defaults but replaces lists as a whole, so the worker
 * carries the settings that the chart's templates may read, and the other components do not.
 */

const tmpMount = `- name: tmp
        mountPath: /tmp  # ${mountComments['/tmp']}`;
const logsMount = `- name: task-logs
        mountPath: /usr/local/airflow/logs  # ${mountComments['/usr/local/airflow/logs']}`;

/** One level further out, for the components that are no list items. */
const outdent = (text: string) => text.replaceAll('\n  ', '\n');

/** The guide's steps 2 to 4 around the settings that every install needs. */
export const valuesText = `# Values for the chart astronomer/astro-remote-execution-agent in a restricted namespace.
# Replace what stands in angle brackets; the Astro UI shows these values when an agent is registered.

# Starts the name of everything that the chart makes
resourceNamePrefix: astro-agent

# The namespace is made from namespace.yaml: one made by the chart would lack its labels
namespace: astro-agent-restricted
createNamespace: false

astroDeploymentAPIURL: https://<cluster-id>.external.astronomer.run/<deployment>

image: ${agentImage}
imagePullPolicy: IfNotPresent

# Secrets that have to be in the namespace before the install
imagePullSecretName: astro-registry
agentTokenSecretName: astro-agent-token

secretBackend: airflow.secrets.local_filesystem.LocalFilesystemBackend
xcomBackend: airflow.providers.common.io.xcom.backend.XComObjectStorageBackend

# Where DAGs come from: a JSON list in one string. This one reads the folder dags in the image
dagBundleConfigList: '[{"name": "dags-folder", "classpath": "airflow.dag_processing.bundles.local.LocalDagBundle", "kwargs": {}}]'

# Environment of workers, DAG processor and triggerer; every value in quotes
commonEnv:
  - name: ASTRO_ORGANIZATION_ID
    value: "<organization-id>"
  - name: ASTRO_WORKSPACE_ID
    value: "<workspace-id>"
  - name: ASTRO_DEPLOYMENT_ID
    value: "<deployment-id>"
  - name: ASTRO_DEPLOYMENT_NAMESPACE
    value: "<deployment-namespace>"

# Pods of workers, DAG processor and triggerer; ${agentUid} is the user of their image
podSecurityContext:
  seccompProfile:
    type: RuntimeDefault
  runAsUser: ${agentUid}
  fsGroup: ${agentUid}
  runAsNonRoot: true

# The agent's own container in those pods. Init, extra and sidecar containers need one of their own
containerSecurityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true  # beyond the standard; the reason for the volumes below
  capabilities:
    drop:
      - ALL

workers:
  - name: default-worker
    queues: default
    replicas: 1
    syncSlots: 20
    resources:
      limits:
        cpu: "1"
        memory: 2Gi
        ephemeral-storage: 1Gi  # logs and whatever is written to /tmp count too
      requests:
        cpu: "1"
        memory: 2Gi
        ephemeral-storage: 1Gi
    hpa:
      enabled: false
    terminationGracePeriodSeconds: 600
    # With a read-only root these folders are all that the agent can write
    volumes:
      - name: tmp
        emptyDir: {}
      - name: task-logs
        emptyDir: {}
    volumeMounts:
      ${tmpMount}
      ${logsMount}

dagProcessor:
  volumes:
    - name: tmp
      emptyDir: {}
    - name: task-logs
      emptyDir: {}
  volumeMounts:
    ${outdent(tmpMount)}
    ${outdent(logsMount)}

triggerer:
  replicas: 1
  asyncSlots: 1000
  volumes:
    - name: tmp
      emptyDir: {}
    - name: task-logs
      emptyDir: {}
  volumeMounts:
    ${outdent(tmpMount)}
    ${outdent(logsMount)}

# Optional: a container in worker and triggerer pods that sends the task logs away
loggingSidecar:
  enabled: false
  name: ${sidecarDefaults.name}
  image: ${sidecarDefaults.image}

# Watches the pods above. Its image has user ${sentinelUid}, so it has settings of its own
sentinel:
  enabled: true
  image: ${sentinelImage}
  podSecurityContext:
    seccompProfile:
      type: RuntimeDefault
    runAsUser: ${sentinelUid}
    fsGroup: ${sentinelUid}
    runAsNonRoot: true
  containerSecurityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop:
        - ALL
  volumes:
    - name: tmp
      emptyDir: {}
  volumeMounts:
    - name: tmp
      mountPath: /tmp
`;
