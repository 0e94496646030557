import type { ReadInput } from '../input.ts';
import { madeOf } from '../made.ts';
import { type Made, type Output, refused } from '../output.ts';
import { podTemplate } from './pod-template.ts';
import { taskPodsPython } from './python.ts';
import { makesPods, taskPod } from './task-pod.ts';

/** For DAGs whose tasks make pods: the chart's settings do not reach those. */
export const taskPods: Output = {
  id: 'task-pods',
  group: 'For DAG authors',
  title: 'Task pods',
  kind: () => 'Python and pod template',
  purpose: 'What DAGs give to KubernetesPodOperator, so that the pods of their tasks are admitted.',
  folder: 'task-pods',
  fields: [],
  make: (input) => madeOf(input, [], makeBoth),
};

function makeBoth(input: ReadInput): Made {
  if (!makesPods(input)) {
    return refused(
      'No worker may make pods: canUseKubernetesPodOperator is not on. Tasks run in the workers’ own pods.',
    );
  }
  const pod = taskPod(input);
  return {
    ok: true,
    files: [
      { name: 'task_pods.py', says: 'for the DAG', text: taskPodsPython(pod) },
      { name: 'pod-template.yaml', says: 'for pod_template_file', text: podTemplate(pod) },
    ],
    note: 'Pods that tasks make get nothing from the chart’s values. Give each `KubernetesPodOperator` one of these.',
  };
}
