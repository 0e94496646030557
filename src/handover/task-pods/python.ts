import type { TaskPod } from './task-pod.ts';

/** A value of Python; the texts of JSON are texts of Python, too. */
type PythonValue =
  | string
  | number
  | boolean
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue };

/**
 * What a DAG gives to KubernetesPodOperator, so that its pods are admitted. The XCom sidecar, which
 * is Airflow's own, takes a context only since the provider's change of July 2026
 * (apache/airflow#69613); before it, do_xcom_push has to be off.
 */
export function taskPodsPython(pod: TaskPod): string {
  const { namespace, pullSecret, podContext, containerContext, volume } = pod;
  const secrets =
    pullSecret === undefined
      ? ''
      : `    "image_pull_secrets": [k8s.V1LocalObjectReference(name=${literal(pullSecret)})],\n`;
  return `# KubernetesPodOperator(task_id=..., image=..., **RESTRICTED)
# The image must have a user other than root, or the one of runAsUser must be able to run it.
from kubernetes.client import models as k8s

RESTRICTED = {
    "namespace": ${literal(namespace)},
${secrets}    "security_context": ${literal(podContext, 4)},
    "container_security_context": ${literal(containerContext, 4)},
    "volumes": [
        k8s.V1Volume(
            name=${literal(volume.name)},
            empty_dir=k8s.V1EmptyDirVolumeSource(size_limit=${literal(volume.sizeLimit)}),
        )
    ],
    "volume_mounts": [
        k8s.V1VolumeMount(name=${literal(volume.name)}, mount_path=${literal(volume.mountPath)})
    ],
}

# With do_xcom_push=True also **RESTRICTED_XCOM, from the CNCF Kubernetes provider of July 2026 on:
# an older one does not take it, and its XCom sidecar is rejected.
RESTRICTED_XCOM = {
    "xcom_sidecar_container_security_context": ${literal({ ...containerContext, runAsNonRoot: true }, 4)},
}
`;
}

/** A value as Python writes it; mappings with an entry a line. */
function literal(value: PythonValue, indent = 0): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return pythonText(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  const inner = ' '.repeat(indent + 4);
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${pythonText(key)}: ${literal(item, indent + 4)},\n`,
  );
  return `{\n${entries.join('')}${' '.repeat(indent)}}`;
}

/** As JSON, but for what JSON leaves bare; a half of a surrogate pair is one in Python, too. */
function pythonText(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}
