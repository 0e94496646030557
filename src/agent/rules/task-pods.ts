import { valueAt } from '../documents/plain.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * canUseKubernetesPodOperator lets DAGs make pods in this namespace. The chart's settings do not
 * reach those: each DAG gives them security contexts of their own, or they are rejected.
 * Source: apache/airflow#49276.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    if (valueAt(pod.spec, 'canUseKubernetesPodOperator') !== true) return [];
    return [
      finding({
        rule: 'task-pods',
        effect: 'advice',
        message: `Pods that tasks of ${pod.id} make need security contexts of their own`,
        why: 'They run in this namespace but not from this file: set security_context and container_security_context in the DAG, for the XCom sidecar too.',
        path: [...pod.path, 'canUseKubernetesPodOperator'],
        pod: pod.id,
      }),
    ];
  });

export const taskPods: Rule = {
  id: 'task-pods',
  summary: 'Pods that tasks make do not get the chart’s security contexts.',
  remedy: 'Set security_context and container_security_context in the DAG.',
  help: pages.podOperator,
  effects: ['advice'],
  check,
};
