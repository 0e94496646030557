/*
 * Files that are not values of the agent's chart, though some look like it: made up, in the
 * shape that their kind has.
 */

export const certManager = `# cert-manager
global:
  leaderElection:
    namespace: kube-system
namespace: ""
replicaCount: 1
serviceAccount:
  create: true
  annotations: {}
securityContext:
  runAsNonRoot: true
  seccompProfile:
    type: RuntimeDefault
containerSecurityContext:
  allowPrivilegeEscalation: false
podSecurityContext: {}
volumes: []
volumeMounts: []
webhook:
  containerSecurityContext:
    readOnlyRootFilesystem: true
`;

/** Astronomer's chart of Airflow: it has a logging sidecar, too. */
export const airflowOfAstronomer = `global: {}
airflow:
  workers: {replicas: 1}
  triggerer: {}
sccEnabled: false
loggingSidecar:
  enabled: true
  name: sidecar-log-consumer
  image: registry.example/vector:1
  resources: {}
labels: {}
`;

/** Keys of the agent's that other charts have, too, all in one. */
export const lookAlike = `namespace: airflow
createNamespace: true
image: registry.example/app:1
imagePullSecretName: pull
labels: {}
podSecurityContext:
  runAsUser: 50000
containerSecurityContext: {}
serviceAccount:
  create: true
sentinel:
  enabled: true
triggerer:
  replicas: 1
dagProcessor: {}
workers:
  default: {}
`;

export const compose = `services:
  web:
    image: nginx:1.27
    ports: ["8080:80"]
    volumes:
      - data:/usr/share/nginx/html
  workers:
    image: registry.example/worker:1
volumes:
  data: {}
`;

export const workflow = `name: ci
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo "\${{ github.sha }}"
`;

export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: nginx
`;

export const chartTemplate = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "web.fullname" . }}
spec:
  {{- if .Values.autoscaling }}
  replicas: {{ .Values.replicas }}
  {{- end }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
`;

export const umbrellaByAlias = `# two agents of one umbrella chart
global: {}
east:
  resourceNamePrefix: east
west:
  agentTokenSecretName: tok
nginx:
  replicaCount: 2
`;

export const umbrellaByName = 'astro-remote-execution-agent:\n  namespace: airflow\n';

export const applicationSet = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: agents
spec:
  generators: []
  template:
    spec:
      destination:
        namespace: airflow
      sources:
        - repoURL: https://charts.example/other
          chart: other
        - repoURL: https://helm.example
          chart: astro-remote-execution-agent
          helm:
            releaseName: agent-{{cluster}}
            values: |
              namespace: "{{cluster}}"
`;

/** The text is there, but the mapping makes Argo CD ignore it. */
export const applicationWithBoth = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: a}
spec:
  source:
    chart: astro-remote-execution-agent
    helm:
      values: |
        resourceNamePrefix: ignored
      valuesObject:
        resourceNamePrefix: counts
`;

export const k3sChart = `apiVersion: helm.cattle.io/v1
kind: HelmChart
metadata:
  name: astro-agent
  namespace: kube-system
spec:
  chart: oci://registry.example/charts/astro-remote-execution-agent
  targetNamespace: airflow
  valuesContent: |-
    namespace: airflow
  podSecurityContext: {runAsUser: 1}
`;

export const k3sConfig = `apiVersion: helm.cattle.io/v1
kind: HelmChartConfig
metadata:
  name: agent
  namespace: kube-system
spec:
  valuesContent: |
    agentTokenSecretName: tok
`;

/** Of Flux, not of k3s: it fetches a chart and holds no values. */
export const fluxChart = `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmChart
metadata: {name: a}
spec:
  chart: astro-remote-execution-agent
  valuesContent: |
    resourceNamePrefix: not-read
`;

/** Of Flux, not of Kustomize. */
export const fluxKustomization = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: a}
helmCharts:
  - name: astro-remote-execution-agent
`;

/** Of the sigs' Application, not of Argo CD. */
export const sigApplication = `apiVersion: app.k8s.io/v1beta1
kind: Application
metadata: {name: a}
spec:
  source:
    chart: astro-remote-execution-agent
`;

export const bareKustomization = `namespace: airflow
helmCharts:
  - name: other
    valuesInline: {a: 1}
  - name: astro-remote-execution-agent
    valuesInline:
      namespace: airflow
`;

export const secret = `apiVersion: v1
kind: Secret
metadata: {name: agent-values, namespace: airflow}
stringData:
  note: nothing
  values.yaml: |
    agentToken: made-up
`;

/** A host within a text of another. */
export const configMapWithRelease = `apiVersion: v1
kind: ConfigMap
metadata: {name: bundle}
data:
  release.yaml: |
    apiVersion: helm.toolkit.fluxcd.io/v2
    kind: HelmRelease
    metadata: {name: a, namespace: airflow}
    spec:
      values:
        resourceNamePrefix: a
`;

export const releaseWithoutValues = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: a, namespace: flux-system}
spec:
  targetNamespace: airflow
  chart:
    spec: {chart: astro-remote-execution-agent}
  valuesFrom:
    - {kind: ConfigMap, name: agent-values}
`;

export const otherRelease = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: nginx}
spec:
  chart:
    spec: {chart: ingress-nginx}
  values:
    containerSecurityContext: {}
    workers: {replicas: 1}
`;

export const otherHelmfile = `releases:
  - name: redis
    chart: bitnami/redis
    values:
      - sentinel: {enabled: true}
`;

export const severalValues = `resourceNamePrefix: a
workers: []
---
resourceNamePrefix: b
`;

export const releaseAfterService = `apiVersion: v1
kind: Service
metadata: {name: airflow}
---
${releaseWithoutValues}  values:
    agentTokenSecretName: tok
`;

export const ansibleList = `- hosts: all
  tasks:
    - name: install
      command: helm install
`;
