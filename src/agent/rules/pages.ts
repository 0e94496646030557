import { standardPages } from './pod-security-words.ts';

const kubernetes = 'https://kubernetes.io/docs';
const airflow = 'https://airflow.apache.org/docs';

/** Pages of those who made what a rule is about: opened only when somebody follows the link. */
export const pages = {
  deployment: `${kubernetes}/reference/kubernetes-api/workload-resources/deployment-v1/`,
  guide:
    'https://www.astronomer.io/docs/astro/remote-execution/remote-agents-restricted-kubernetes',
  standard: standardPages.restricted,
  labels: `${kubernetes}/concepts/security/pod-security-admission/`,
  names: `${kubernetes}/concepts/overview/working-with-objects/names/`,
  quantities: `${kubernetes}/reference/kubernetes-api/common-definitions/quantity/`,
  volumes: `${kubernetes}/concepts/storage/volumes/`,
  emptyDir: `${kubernetes}/concepts/storage/volumes/#emptydir`,
  ephemeralStorage: `${kubernetes}/concepts/configuration/manage-resources-containers/#local-ephemeral-storage`,
  environment: `${kubernetes}/tasks/inject-data-application/define-environment-variable-container/`,
  securityContext: `${kubernetes}/tasks/configure-pod-container/security-context/`,
  seccomp: `${kubernetes}/tutorials/security/seccomp/`,
  helmValues: 'https://helm.sh/docs/chart_template_guide/values_files/',
  bundles: `${airflow}/apache-airflow/stable/administration-and-deployment/dag-bundles.html`,
  podOperator: `${airflow}/apache-airflow-providers-cncf-kubernetes/stable/operators.html`,
  vector: 'https://vector.dev/docs/reference/configuration/global-options/',
  vectorFile: 'https://vector.dev/docs/reference/configuration/sources/file/',
} as const;
