import type { PlainValue } from '../../yaml/change.ts';
import { yamlText } from '../gitops/yaml-text.ts';
import type { TaskPod } from './task-pod.ts';

/** The name that KubernetesPodOperator and the Kubernetes executor look for. */
const baseContainer = 'base';

/** The pod as an object of Kubernetes. */
export function podObject(pod: TaskPod): { readonly [key: string]: PlainValue } {
  const { namespace, image, pullSecret, podContext, volume } = pod;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'task', namespace },
    spec: {
      restartPolicy: 'Never',
      securityContext: { ...podContext },
      ...(pullSecret === undefined ? {} : { imagePullSecrets: [{ name: pullSecret }] }),
      containers: [
        {
          name: baseContainer,
          image,
          securityContext: { ...pod.containerContext },
          volumeMounts: [{ name: volume.name, mountPath: volume.mountPath }],
        },
      ],
      volumes: [{ name: volume.name, emptyDir: { sizeLimit: volume.sizeLimit } }],
    },
  };
}

/** A file for `pod_template_file`. */
export function podTemplate(pod: TaskPod): string {
  return `# For pod_template_file of KubernetesPodOperator, which puts the task's own values over it.
# The image must have a user other than root, or the one of runAsUser must be able to run it.
${yamlText(podObject(pod))}`;
}
