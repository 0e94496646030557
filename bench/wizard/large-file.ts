import { readFileSync } from 'node:fs';

/** A values file of 5,000 lines and more: the 2.x sample with 100 workers of some 45 lines each. */
export function largeFile(sample: string): string {
  const text = readFileSync(sample, 'utf8');
  const start = text.indexOf('\nworkers:\n');
  const end = text.indexOf('\n# DAG processor, always one pod');
  if (start < 0 || end < 0) throw new Error(`${sample} has no workers to multiply`);
  const workers = Array.from({ length: 100 }, (_, index) => worker(index)).join('');
  return `${text.slice(0, start)}\nworkers:\n${workers}${text.slice(end)}`;
}

function worker(index: number): string {
  return `  # Queue ${index}, owned by team ${index % 7}
  - name: worker-${index}
    queues: queue-${index}
    replicas: ${1 + (index % 4)}
    # Tasks one pod works on at the same time
    syncSlots: 20
    resources:
      limits:
        cpu: "1"
        ephemeral-storage: "4Gi"
        memory: "2Gi"
      requests:
        cpu: "1"
        ephemeral-storage: "4Gi"
        memory: "2Gi"
    env:
      - name: TEAM
        value: "team-${index % 7}"
      - name: TIER
        value: standard
    terminationGracePeriodSeconds: 600
    livenessProbe:
      httpGet:
        path: healthz
        port: 39091
      initialDelaySeconds: 30
      periodSeconds: 10
    readinessProbe:
      httpGet:
        path: healthz
        port: 39091
      initialDelaySeconds: 30
      periodSeconds: 10
    containerSecurityContext: {}
    initContainers: []
    extraContainers: []
    volumes:
      - name: tmp
        emptyDir: {}
      - name: task-logs
        emptyDir: {}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      - name: task-logs
        mountPath: /usr/local/airflow/logs
    canUseKubernetesPodOperator: false

`;
}
