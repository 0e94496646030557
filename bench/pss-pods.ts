/** Pods as they are run: workloads of one to three containers with probes, ports and volumes. */

/** A pod with enough in it to be a Kubernetes object, and whether restricted:latest admits it. */
export interface BenchPod {
  readonly admitted: boolean;
  readonly pod: object;
}

const LOCKED = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};
const POD_LOCKED = {
  runAsNonRoot: true,
  runAsUser: 50_000,
  fsGroup: 50_000,
  seccompProfile: { type: 'RuntimeDefault' },
};
const PROBE = { httpGet: { path: '/healthz', port: 8080 }, initialDelaySeconds: 10 };
const RESOURCES = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } };

function pod(name: string, spec: object, annotations?: object): object {
  const metadata = { name, namespace: 'agents', labels: { app: name }, annotations };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec };
}

function container(name: string, more: object = {}): object {
  const env = [
    { name: 'HOME', value: '/home' },
    { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'token', key: 'token' } } },
  ];
  return { name, image: `registry.example/${name}:1.0`, env, resources: RESOURCES, ...more };
}

const web = container('web', {
  ports: [{ name: 'http', containerPort: 8080 }],
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  securityContext: LOCKED,
});
const worker = container('worker', {
  args: ['worker'],
  volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
  securityContext: LOCKED,
});
const sidecar = container('logs', { securityContext: LOCKED });
const volumes = [
  { name: 'tmp', emptyDir: {} },
  { name: 'config', configMap: { name: 'config' } },
  { name: 'token', projected: { sources: [] } },
];
const scraped = { 'prometheus.io/scrape': 'true', 'checksum/config': '5f2c' };

/** What a namespace at the restricted level runs: nearly all of it is admitted. */
const ADMITTED: readonly object[] = [
  pod('web', { securityContext: POD_LOCKED, containers: [web], volumes }, scraped),
  pod('worker', { securityContext: POD_LOCKED, containers: [worker], volumes }),
  pod('worker-logs', { securityContext: POD_LOCKED, containers: [worker, sidecar], volumes }),
  pod('triggerer', { securityContext: POD_LOCKED, containers: [worker], serviceAccountName: 't' }),
  pod('dag-processor', {
    securityContext: POD_LOCKED,
    initContainers: [container('migrate', { securityContext: LOCKED })],
    containers: [worker],
    volumes,
  }),
  pod('job', { restartPolicy: 'Never', securityContext: POD_LOCKED, containers: [sidecar] }),
  pod('own-settings', {
    containers: [
      container('a', { securityContext: { ...LOCKED, ...POD_LOCKED, fsGroup: undefined } }),
    ],
  }),
  pod('low-port', {
    securityContext: POD_LOCKED,
    containers: [
      container('proxy', {
        ports: [{ containerPort: 80 }, { containerPort: 443 }],
        securityContext: {
          ...LOCKED,
          capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
        },
      }),
    ],
  }),
  pod('claims', {
    securityContext: POD_LOCKED,
    containers: [web, sidecar],
    volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }, ...volumes],
  }),
];

/** What such a namespace refuses. */
const REFUSED: readonly object[] = [
  pod('bare', { containers: [container('bare')] }),
  pod('forgot-pod-level', { containers: [worker], volumes }),
  pod('root', { securityContext: { ...POD_LOCKED, runAsUser: 0 }, containers: [web] }),
  pod('node-logs', {
    securityContext: POD_LOCKED,
    containers: [worker],
    volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }],
  }),
  pod('node-exporter', {
    hostNetwork: true,
    hostPID: true,
    containers: [container('exporter', { ports: [{ containerPort: 9100, hostPort: 9100 }] })],
  }),
  pod('forgot-one', {
    securityContext: POD_LOCKED,
    initContainers: [container('migrate')],
    containers: [worker],
    volumes,
  }),
];

/** Parsed from JSON, as a program would get them, so that no two pods share an object. */
function parsed(pods: readonly object[], admitted: boolean): readonly BenchPod[] {
  return pods.map((object) => ({ admitted, pod: JSON.parse(JSON.stringify(object)) }));
}

export const admittedPods = parsed(ADMITTED, true);
export const refusedPods = parsed(REFUSED, false);
