/** Rendered Deployments as Helm writes them, about 10 kB each, no two alike. */

/** One in this many would be refused. */
const refusedEvery = 10;

/** Whether restricted:latest admits the pods of the Deployment with this number. */
export function isAdmitted(number: number): boolean {
  return number % refusedEvery !== 0;
}

/** Documents number `from` to `to`, the last one left out. */
export function renderedDeployments(from: number, to: number): string {
  let text = '';
  for (let number = from; number < to; number += 1) text += deployment(number);
  return text;
}

function deployment(number: number): string {
  const name = `agent-${number}`;
  const namespace = `team-${number % 20}`;
  return `---
# Source: agent/templates/deployment-${number}.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/instance: release-${number % 100}
    app.kubernetes.io/version: "1.${number % 50}.0"
    app.kubernetes.io/managed-by: Helm
    helm.sh/chart: agent-2.0.${number % 10}
  annotations:
    checksum/config: ${(number * 2654435761).toString(16)}
spec:
  replicas: ${1 + (number % 5)}
  revisionHistoryLimit: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 0
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: '9102'
    spec:
      serviceAccountName: ${name}
      terminationGracePeriodSeconds: 600
      securityContext:
        runAsNonRoot: true
        runAsUser: 50000
        fsGroup: 50000
${isAdmitted(number) ? '        seccompProfile:\n          type: RuntimeDefault\n' : ''}      initContainers:
${container(`${name}-init`, number, 6)}      containers:
${container(name, number, 42)}${container('logs', number, 12)}      volumes:
        - name: tmp
          emptyDir: {}
        - name: task-logs
          emptyDir:
            sizeLimit: 2Gi
        - name: config
          configMap:
            name: ${name}-config
            items:
              - key: vector.yaml
                path: vector.yaml
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels:
                    app.kubernetes.io/name: ${name}
      tolerations:
        - key: dedicated
          operator: Equal
          value: agents
          effect: NoSchedule
`;
}

function container(name: string, number: number, variables: number): string {
  const env = Array.from(
    { length: variables },
    (_, index) => `            - name: AIRFLOW__SECTION_${index}__OPTION_${index}
              value: "${number}-${index} some value of a setting"
`,
  ).join('');
  return `        - name: ${name}
          image: images.example.com/baseimages/agent:3.2-${number % 9}-python-3.13
          imagePullPolicy: IfNotPresent
          command: ["/usr/bin/tini", "--", "agent"]
          args:
            - "worker"
            - --queues=default,${name}
          env:
${env}            - name: AGENT_TOKEN
              valueFrom:
                secretKeyRef:
                  name: agent-token
                  key: token
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
          livenessProbe:
            httpGet:
              path: /healthz
              port: 8080
            initialDelaySeconds: 10
            periodSeconds: 30
          resources:
            requests:
              cpu: 500m
              memory: 1Gi
            limits:
              memory: 2Gi
              ephemeral-storage: "10Gi"
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop:
                - ALL
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            - name: task-logs
              mountPath: /usr/local/airflow/logs
`;
}
