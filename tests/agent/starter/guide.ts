/*
 * The YAML of the guide "install the agent in a restricted namespace", steps 1 to 4, as data:
 * what the starter must contain.
 */

export const step1 = `
apiVersion: v1
kind: Namespace
metadata:
  name: astro-agent-restricted
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/audit: restricted
    pod-security.kubernetes.io/warn: restricted
`;

export const step2 = `
podSecurityContext:
  seccompProfile:
    type: RuntimeDefault
  runAsUser: 50000
  fsGroup: 50000
  runAsNonRoot: true
containerSecurityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
`;

export const step3 = `
workers:
  - name: default-worker
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
dagProcessor:
  volumes:
    - name: tmp
      emptyDir: {}
  volumeMounts:
    - name: tmp
      mountPath: /tmp
triggerer:
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
`;

export const step4 = `
loggingSidecar:
  securityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop:
        - ALL
  volumeMounts:
    - name: task-logs
      mountPath: /etc/airflow/logs
`;
