import type { Base, Json, Setting } from './bases.ts';
import type { Mutation } from './walk.ts';

/*
 * Pairs, duplicates and limits that no single field shows. Paths begin in the pod's spec unless
 * they are written in full; each is tried in a Pod and in a Deployment's template.
 */

type Edge = Readonly<Record<string, Json>>;

const long = (length: number) => 'a'.repeat(length);
const c = 'containers.0';
const iso = 'requiredDuringSchedulingIgnoredDuringExecution';
const soft = 'preferredDuringSchedulingIgnoredDuringExecution';
const apparmor = 'container.apparmor.security.beta.kubernetes.io/agent';
const seccomp = 'container.seccomp.security.alpha.kubernetes.io/agent';
const names = (...list: readonly string[]) => list.map((name) => ({ name }));
const containers = (...list: readonly string[]) => list.map((name) => ({ name, image: 'i' }));
const port = (containerPort: number, more: object = {}) => ({ containerPort, ...more });
const volume = (name: string, source: object = { emptyDir: {} }) => ({ name, ...source });
const mount = (name: string, mountPath: string, more: object = {}) => ({
  name,
  mountPath,
  ...more,
});
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));

const edges: readonly Edge[] = [
  // names
  { containers: containers('a', 'a') },
  { containers: [] },
  { initContainers: containers('agent') },
  { initContainers: containers('b', 'b') },
  { containers: containers(long(63)) },
  { containers: containers('a_b', '', 'A') },
  { volumes: json([volume('data'), volume('data')]) },
  { volumes: json([volume('data', { emptyDir: {}, secret: { secretName: 's' } })]) },
  { volumes: json([volume('data', { secret: {}, configMap: {} })]) },
  {
    volumes: json([
      volume('data', { hostPath: { path: '/a' }, cephfs: {}, downwardAPI: {}, iscsi: {} }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume(long(60), {
        ephemeral: {
          volumeClaimTemplate: {
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data', {
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOncePod', 'ReadWriteMany'],
              resources: { requests: { storage: '0' } },
            },
          },
        },
      }),
      volume('c', { persistentVolumeClaim: { claimName: 'agent-data' } }),
    ]),
  },
  {
    volumes: json([
      volume('data', {
        ephemeral: {
          volumeClaimTemplate: {
            metadata: { labels: { 'a b': 'c' }, name: 'x' },
            spec: {
              accessModes: ['x'],
              resources: { requests: { storage: '1.5' }, limits: { storage: '100m' } },
              dataSource: { kind: 'A', name: 'b' },
              dataSourceRef: { kind: 'A', name: 'c', apiGroup: 'g' },
            },
          },
        },
      }),
    ]),
  },
  // mounts
  { [`${c}.volumeMounts`]: json([mount('data', '/a'), mount('data', '/a')]) },
  { [`${c}.volumeMounts`]: json([mount('data', '/a'), mount('data', '/a/')]) },
  {
    [`${c}.volumeMounts`]: json([
      mount('data', '/a', { subPath: '/x' }),
      mount('data', '/b', { subPath: '../x' }),
      mount('data', '/c', { subPath: '/y' }),
    ]),
  },
  { [`${c}.volumeMounts`]: json([mount('data', '/a', { subPath: 'x', subPathExpr: '$(A)/..' })]) },
  {
    [`${c}.volumeMounts`]: json([
      mount('data', '/a', { readOnly: true, recursiveReadOnly: 'Enabled' }),
    ]),
  },
  {
    [`${c}.volumeMounts`]: json([
      mount('data', '/a', {
        readOnly: true,
        recursiveReadOnly: 'Enabled',
        mountPropagation: 'HostToContainer',
      }),
    ]),
  },
  {
    [`${c}.volumeMounts`]: json([mount('data', '/a', { mountPropagation: 'Bidirectional' })]),
    [`${c}.securityContext`]: { privileged: true },
  },
  {
    [`${c}.volumeDevices`]: json([
      { name: 'data', devicePath: '/data' },
      { name: 'data', devicePath: '/data' },
      { name: 'x', devicePath: '/../x' },
    ]),
  },
  {
    [`${c}.volumeDevices`]: json([{ name: 'p', devicePath: '/dev/p' }]),
    volumes: json([volume('data'), volume('p', { persistentVolumeClaim: { claimName: 'c' } })]),
    hostUsers: false,
  },
  // env
  {
    [`${c}.env`]: json([
      { name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ]),
  },
  {
    [`${c}.env`]: json([
      {
        name: 'A',
        valueFrom: {
          fieldRef: { fieldPath: 'metadata.name' },
          secretKeyRef: { name: 'a', key: 'b' },
        },
      },
    ]),
  },
  { [`${c}.env`]: json([{ name: 'A', valueFrom: {} }]) },
  {
    [`${c}.env`]: json([
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
      { name: 'A', value: '$(A)3' },
      { name: 'A', value: '$(A)' },
    ]),
  },
  {
    [`${c}.env`]: json([
      { name: 'A', valueFrom: { secretKeyRef: { name: '', key: '..a' } } },
      { name: 'B', valueFrom: { configMapKeyRef: { name: 'a', key: 'a b' } } },
    ]),
  },
  {
    [`${c}.env`]: json([
      { name: '1A', value: '' },
      { name: 'a b' },
      { name: 'a=b' },
      { name: 'é' },
      { name: 'a\tb' },
    ]),
  },
  {
    [`${c}.env`]: json([
      { name: 'A', valueFrom: { fileKeyRef: { volumeName: 'data', path: '../a', key: 'K' } } },
      { name: 'B', valueFrom: { fileKeyRef: { volumeName: 'nope', path: 'a', key: 'a=b' } } },
    ]),
  },
  {
    [`${c}.env`]: json([
      { name: 'A', valueFrom: { fileKeyRef: { volumeName: 's', path: 'a', key: 'K' } } },
    ]),
    volumes: json([volume('data'), volume('s', { secret: { secretName: 'x' } })]),
  },
  {
    [`${c}.env`]: json([
      { name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '2' } } },
      { name: 'B', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1m' } } },
      {
        name: 'C',
        valueFrom: { resourceFieldRef: { resource: 'requests.hugepages-2Mi', divisor: '3' } },
      },
      {
        name: 'D',
        valueFrom: { resourceFieldRef: { resource: 'limits.ephemeral-storage', divisor: '1Ki' } },
      },
    ]),
  },
  {
    [`${c}.envFrom`]: json([
      {},
      { prefix: 'a=b', secretRef: { name: 'A' }, configMapRef: {} },
      { configMapRef: { name: 'a-' } },
    ]),
  },
  // ports
  { [`${c}.ports`]: json([port(80, { name: 'a' }), port(81, { name: 'a' })]) },
  { [`${c}.ports`]: json([port(80), port(80), port(80, { protocol: 'UDP' })]) },
  { [`${c}.ports`]: json([port(80, { hostPort: 80 }), port(81, { hostPort: 80 })]) },
  {
    [`${c}.ports`]: json([
      port(80, { hostPort: 80, hostIP: '1.1.1.1' }),
      port(80, { hostPort: 80 }),
      port(80, { hostIP: '2.2.2.2' }),
    ]),
  },
  {
    [`${c}.ports`]: json([
      port(80, { name: 'a--b' }),
      port(81, { name: '-1' }),
      port(82, { name: 'sixteen-letters-' }),
    ]),
  },
  { [`${c}.ports`]: json([port(80)]), hostNetwork: true },
  { [`${c}.ports`]: json([port(80, { hostPort: 81 })]), hostNetwork: true },
  {
    containers: json([
      { name: 'a', image: 'i', ports: [port(1, { name: 'p' })] },
      { name: 'b', image: 'i', ports: [port(2, { name: 'p' })] },
    ]),
  },
  {
    initContainers: json([
      { name: 'a', image: 'i', ports: [port(1, { hostPort: 1 }), port(2, { hostPort: 1 })] },
      { name: 'b', image: 'i', ports: [port(1, { hostPort: 5 }), port(2, { hostPort: 5 })] },
    ]),
  },
  // probes and hooks
  {
    [`${c}.livenessProbe`]: json({
      exec: { command: ['a'] },
      httpGet: { port: 1 },
      tcpSocket: { port: 1 },
      grpc: { port: 1 },
    }),
  },
  { [`${c}.livenessProbe`]: json({ tcpSocket: { port: 'x' }, successThreshold: 2 }) },
  {
    [`${c}.readinessProbe`]: json({
      tcpSocket: { port: 1 },
      successThreshold: 2,
      terminationGracePeriodSeconds: 5,
    }),
  },
  { [`${c}.startupProbe`]: json({ grpc: { port: 0 }, successThreshold: 2, periodSeconds: -1 }) },
  {
    [`${c}.livenessProbe`]: json({
      httpGet: { port: 1, httpHeaders: [{ name: 'a b' }, { name: 'A' }] },
    }),
  },
  { [`${c}.lifecycle`]: json({ preStop: { sleep: { seconds: 31 } }, postStart: { exec: {} } }) },
  {
    [`${c}.lifecycle`]: json({ preStop: { sleep: { seconds: 31 }, exec: { command: ['a'] } } }),
    terminationGracePeriodSeconds: 60,
  },
  { [`${c}.lifecycle`]: json({ stopSignal: 'SIGTERM' }) },
  { initContainers: json([{ name: 'a', image: 'i', lifecycle: { stopSignal: 'SIGTERM' } }]) },
  {
    initContainers: json([
      {
        name: 'a',
        image: 'i',
        lifecycle: {},
        livenessProbe: { tcpSocket: { port: 1 } },
        readinessProbe: {},
        startupProbe: {},
      },
    ]),
  },
  {
    initContainers: json([
      {
        name: 'a',
        image: 'i',
        restartPolicy: 'Always',
        lifecycle: { preStop: {} },
        livenessProbe: { tcpSocket: { port: 1 } },
        readinessProbe: {},
        startupProbe: { exec: {} },
      },
    ]),
  },
  { initContainers: json([{ name: 'a', image: 'i', restartPolicy: 'x' }]) },
  {
    initContainers: json([
      {
        name: 'a',
        image: 'i',
        resizePolicy: [
          { resourceName: 'cpu', restartPolicy: 'RestartContainer' },
          { resourceName: 'cpu', restartPolicy: 'NotRequired' },
        ],
      },
    ]),
  },
  { [`${c}.restartPolicy`]: 'Always' },
  {
    [`${c}.restartPolicy`]: 'Never',
    [`${c}.restartPolicyRules`]: json([
      { action: 'Restart', exitCodes: { operator: 'In', values: [1] } },
    ]),
  },
  {
    [`${c}.restartPolicyRules`]: json(
      Array.from({ length: 21 }, () => ({
        action: 'Restart',
        exitCodes: { operator: 'In', values: Array.from({ length: 256 }, (_, i) => i) },
      })),
    ),
  },
  // resources
  { [`${c}.resources`]: json({ limits: { memory: '1Gi' }, requests: { memory: '2Gi' } }) },
  { [`${c}.resources`]: json({ limits: { memory: '1Gi' }, requests: { memory: '1024Mi' } }) },
  {
    [`${c}.resources`]: json({
      limits: { 'nvidia.com/gpu': 2 },
      requests: { 'nvidia.com/gpu': 1 },
    }),
  },
  { [`${c}.resources`]: json({ requests: { 'nvidia.com/gpu': 1 } }) },
  { [`${c}.resources`]: json({ limits: { 'nvidia.com/gpu': 1.5 } }) },
  { [`${c}.resources`]: json({ limits: { 'hugepages-2Mi': '3Mi' } }) },
  {
    [`${c}.resources`]: json({
      limits: { 'hugepages-2Mi': '4Mi', cpu: 1 },
      requests: { 'hugepages-2Mi': '2Mi' },
    }),
  },
  { [`${c}.resources`]: json({ limits: { 'hugepages-x': '4Mi', cpu: 1 } }) },
  { [`${c}.resources`]: json({ limits: { storage: '1' } }) },
  { [`${c}.resources`]: json({ limits: { disk: '1' } }) },
  { [`${c}.resources`]: json({ limits: { 'kubernetes.io/x': '1' } }) },
  { [`${c}.resources`]: json({ limits: { 'requests.example.com/x': '1' } }) },
  { [`${c}.resources`]: json({ limits: { pods: '1.5' } }) },
  { [`${c}.resources`]: json({ limits: { 'a b': '1' } }) },
  { [`${c}.resources`]: json({ limits: { cpu: -1 } }) },
  { [`${c}.resources`]: json({ limits: { memory: '100m' } }) },
  { [`${c}.resources`]: json({ requests: { memory: '1.5', 'ephemeral-storage': '1u' } }) },
  { [`${c}.resources`]: json({ claims: [{ name: 'x' }, { name: '' }, { name: 'x' }] }) },
  {
    [`${c}.resources`]: json({
      claims: [{ name: 'x', request: 'A' }, { name: 'x', request: 'A' }, { name: 'x' }],
    }),
    resourceClaims: json([{ name: 'x', resourceClaimName: 'y' }]),
  },
  {
    resourceClaims: json([
      { name: 'x', resourceClaimName: 'y', resourceClaimTemplateName: 'z' },
      { name: 'x' },
      { name: 'A', resourceClaimName: 'A' },
    ]),
  },
  { resources: json({ limits: { cpu: '500m' } }) },
  {
    resources: json({ limits: { cpu: '2', memory: '2Gi' }, requests: { cpu: '3' } }),
  },
  { overhead: json({ cpu: '1', memory: '100m' }) },
  { overhead: json({ disk: '-1' }) },
  // security
  {
    [`${c}.securityContext`]: json({
      allowPrivilegeEscalation: false,
      privileged: true,
      capabilities: { add: ['CAP_SYS_ADMIN'], drop: [] },
      seLinuxOptions: { level: 's0' },
      windowsOptions: {},
      seccompProfile: { type: 'RuntimeDefault' },
      runAsUser: 1,
    }),
  },
  {
    [`${c}.securityContext`]: json({
      allowPrivilegeEscalation: false,
      capabilities: { add: ['CAP_SYS_ADMIN'] },
    }),
  },
  { [`${c}.securityContext`]: json({ procMount: 'Unmasked' }) },
  { [`${c}.securityContext`]: json({ procMount: 'Unmasked' }), hostUsers: false },
  { [`${c}.securityContext`]: json({ seccompProfile: { type: 'Localhost' } }) },
  {
    [`${c}.securityContext`]: json({
      seccompProfile: { type: 'Localhost', localhostProfile: '../x' },
    }),
  },
  {
    [`${c}.securityContext`]: json({ seccompProfile: { type: 'Localhost', localhostProfile: '' } }),
  },
  {
    [`${c}.securityContext`]: json({
      seccompProfile: { type: 'RuntimeDefault', localhostProfile: '<x>' },
    }),
  },
  { [`${c}.securityContext`]: json({ appArmorProfile: { type: 'Localhost' } }) },
  {
    [`${c}.securityContext`]: json({
      appArmorProfile: { type: 'Localhost', localhostProfile: ' ' },
    }),
  },
  {
    [`${c}.securityContext`]: json({
      appArmorProfile: { type: 'Localhost', localhostProfile: '' },
    }),
  },
  {
    [`${c}.securityContext`]: json({
      appArmorProfile: { type: 'Localhost', localhostProfile: long(4096) },
    }),
  },
  {
    [`${c}.securityContext`]: json({
      appArmorProfile: { type: 'Unconfined', localhostProfile: 'x' },
    }),
  },
  { hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true },
  { shareProcessNamespace: true, hostPID: true },
  {
    'securityContext.sysctls': json([
      ...names('kernel.shm_rmid_forced', 'kernel.shm_rmid_forced', '', 'A'),
      { name: 'net/ipv4/x' },
    ]),
    hostIPC: true,
    hostNetwork: true,
  },
  { 'securityContext.supplementalGroups': [0, -1, 2147483648] },
  { os: { name: 'windows' } },
  { os: { name: 'linux' }, 'securityContext.windowsOptions': json({ hostProcess: true }) },
  {
    'securityContext.windowsOptions': json({ hostProcess: true }),
    [`${c}.securityContext`]: json({ windowsOptions: { hostProcess: false } }),
  },
  {
    'securityContext.windowsOptions': json({
      hostProcess: true,
      gmsaCredentialSpec: '',
      gmsaCredentialSpecName: 'A_',
      runAsUserName: `${long(256)}\\${long(105)}`,
    }),
    hostNetwork: true,
  },
  // annotations
  { '/annotations': json({ [apparmor]: 'unconfined' }) },
  {
    '/annotations': json({ [apparmor]: 'runtime/default' }),
    [`${c}.securityContext`]: json({ appArmorProfile: { type: 'Unconfined' } }),
  },
  {
    '/annotations': json({ [apparmor]: 'runtime/default' }),
    'securityContext.appArmorProfile': json({ type: 'RuntimeDefault' }),
  },
  {
    '/annotations': json({ [apparmor]: 'localhost/x' }),
    [`${c}.securityContext`]: json({
      appArmorProfile: { type: 'Localhost', localhostProfile: 'y' },
    }),
  },
  { '/annotations': json({ [`${apparmor}x`]: 'foo' }) },
  { '/annotations': json({ [seccomp]: 'unconfined' }) },
  { '/annotations': json({ [seccomp]: 'localhost/../x' }) },
  {
    '/annotations': json({ [seccomp]: 'docker/default' }),
    [`${c}.securityContext`]: json({ seccompProfile: { type: 'Unconfined' } }),
  },
  { '/annotations': json({ 'seccomp.security.alpha.kubernetes.io/pod': 'x' }) },
  {
    '/annotations': json({ 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' }),
    securityContext: {},
  },
  {
    '/annotations': json({ 'seccomp.security.alpha.kubernetes.io/pod': 'localhost/a' }),
    securityContext: json({ seccompProfile: { type: 'Localhost', localhostProfile: 'b' } }),
  },
  { '/annotations': json({ 'scheduler.alpha.kubernetes.io/critical-pod': '' }) },
  { '/annotations': json({ 'kubernetes.io/config.mirror': 'x' }) },
  { '/annotations': json({ 'controller.kubernetes.io/pod-deletion-cost': '01' }) },
  { '/annotations': json({ 'controller.kubernetes.io/pod-deletion-cost': '-5' }) },
  { '/annotations': json({ 'A/B': 'x' }) },
  { '/annotations': json({ a: long(256 * 1024) }) },
  { '/labels': json({ app: 'agent', 'a/b/c': 'x' }) },
  { '/labels': json({ app: 'agent', a: 'b c' }) },
  // scheduling
  {
    tolerations: json([
      { operator: 'Exists' },
      { key: 'a' },
      { key: 'a', operator: 'Exists', value: 'b' },
      { value: 'x' },
      { key: 'A B', effect: 'x' },
    ]),
  },
  {
    tolerations: json([
      { key: 'a', operator: 'Lt', value: '1' },
      { key: 'a', tolerationSeconds: 1, effect: 'NoSchedule' },
      { key: 'a', value: 'a b' },
      { key: 'b', tolerationSeconds: 1, effect: 'NoExecute' },
    ]),
  },
  { nodeSelector: json({ 'beta.kubernetes.io/os': 'linux' }) },
  { affinity: json({ nodeAffinity: { [iso]: { nodeSelectorTerms: [] } } }) },
  {
    affinity: json({
      nodeAffinity: {
        [iso]: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: 'beta.kubernetes.io/arch', operator: 'In', values: ['a'] },
                { key: 'a', operator: 'Gt', values: ['1'] },
              ],
            },
          ],
        },
        [soft]: [
          {
            weight: 1,
            preference: {
              matchExpressions: [
                { key: 'node-role.kubernetes.io/master', operator: 'In', values: ['a b'] },
              ],
            },
          },
        ],
      },
    }),
  },
  {
    affinity: json({
      nodeAffinity: {
        [iso]: {
          nodeSelectorTerms: [
            {
              matchExpressions: [
                { key: 'a', operator: 'In' },
                { key: 'a', operator: 'Exists', values: ['a'] },
                { key: 'a', operator: 'Lt', values: [] },
                { key: 'a b', operator: 'x', values: ['a b'] },
              ],
              matchFields: [
                { key: 'metadata.name', operator: 'In', values: ['A', 'b'] },
                { key: 'x', operator: 'Exists' },
              ],
            },
          ],
        },
        [soft]: [{ weight: 0 }, { weight: 101, preference: {} }],
      },
    }),
  },
  {
    affinity: json({
      podAntiAffinity: {
        [soft]: [{ weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname' } }],
        [iso]: [
          { topologyKey: '' },
          {
            topologyKey: 'a b',
            namespaces: ['A'],
            labelSelector: {
              matchExpressions: [
                { key: 'a', operator: 'In' },
                { key: 'b', operator: 'Exists', values: ['c d'] },
                { key: 'b', operator: 'Gt' },
              ],
            },
          },
        ],
      },
    }),
  },
  {
    affinity: json({
      podAffinity: {
        [iso]: [
          {
            topologyKey: 'a',
            labelSelector: { matchLabels: { app: 'x' } },
            matchLabelKeys: ['app', 'b'],
            mismatchLabelKeys: ['b'],
          },
          { topologyKey: 'a', matchLabelKeys: ['a'] },
        ],
      },
    }),
  },
  {
    topologySpreadConstraints: json([
      { maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' },
      { maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' },
    ]),
  },
  {
    topologySpreadConstraints: json([
      { maxSkew: 1, topologyKey: 'beta.kubernetes.io/os', whenUnsatisfiable: 'ScheduleAnyway' },
    ]),
  },
  {
    topologySpreadConstraints: json([
      {
        maxSkew: 1,
        topologyKey: 'a',
        whenUnsatisfiable: 'ScheduleAnyway',
        minDomains: 0,
        labelSelector: {
          matchLabels: { 'a b': 'c' },
          matchExpressions: [{ key: 'app', operator: 'In', values: ['x'] }],
        },
        matchLabelKeys: ['app', 'x y'],
      },
    ]),
  },
  { schedulingGates: names('a', 'a', 'B C'), nodeName: 'n' },
  { readinessGates: json([{ conditionType: 'a b' }]) },
  // host
  { dnsPolicy: 'None' },
  { dnsPolicy: 'None', dnsConfig: {} },
  {
    dnsConfig: json({
      nameservers: ['1.1.1.1', '01.1.1.1', 'x', '::FFFF:1.2.3.4'],
      searches: ['.', 'a.', '_a', 'A', long(64)],
      options: [{}, { name: 'x' }],
    }),
  },
  { dnsConfig: json({ nameservers: ['2001:db8:0:0:0:0:0:1'] }) },
  { dnsConfig: json({ searches: Array.from({ length: 33 }, () => long(63)) }) },
  { hostAliases: json([{ ip: '1.1.1.1', hostnames: ['a', 'A'] }, { ip: '1.1.1.1' }, { ip: '' }]) },
  { hostAliases: json([{ ip: '1.1.1.1' }, { ip: '1.1.1.1' }, { ip: '::0' }]) },
  { imagePullSecrets: names('a', 'a', '') },
  { hostname: 'a.b', subdomain: 'A' },
  { hostnameOverride: long(65), setHostnameAsFQDN: true, hostNetwork: true },
  { activeDeadlineSeconds: 0 },
  { activeDeadlineSeconds: 10 },
  {
    restartPolicy: 'Never',
    [`${c}.resizePolicy`]: json([{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }]),
  },
  { terminationGracePeriodSeconds: -1 },
  { serviceAccountName: 'A', serviceAccount: 'b' },
  { serviceAccount: 'default' },
  // volumes in detail
  {
    volumes: json([
      volume('data'),
      volume('p', {
        projected: {
          sources: [
            {},
            { secret: {}, configMap: {} },
            { serviceAccountToken: { path: '', expirationSeconds: 1 } },
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        projected: {
          sources: [
            { secret: { name: 's', items: [{ key: 'a', path: 'x' }] } },
            {
              configMap: {
                name: 'c',
                items: [
                  { key: 'a', path: 'x' },
                  { key: 'b', path: 'y' },
                  { key: 'b', path: 'y/z' },
                ],
              },
            },
            { downwardAPI: { items: [{ path: 'x', fieldRef: { fieldPath: 'metadata.name' } }] } },
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        projected: {
          sources: [
            { secret: { name: 's', items: [{ key: 'a', path: 'x/' }] } },
            { configMap: { name: 'c', items: [{ key: 'a', path: 'x' }] } },
            {},
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', { projected: { sources: [{ serviceAccountToken: { path: 't' } }] } }),
    ]),
    serviceAccountName: 'a',
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        projected: {
          sources: [
            { clusterTrustBundle: { name: 'a:b:c', path: 'x' } },
            { clusterTrustBundle: { signerName: 'a.b/c', name: 'x', path: '' } },
            { clusterTrustBundle: { path: '../y' } },
            { clusterTrustBundle: { signerName: 'a.b/c', path: 'x', labelSelector: {} } },
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        projected: {
          sources: [
            {
              podCertificate: {
                signerName: 'kubernetes.io/x',
                keyType: 'RSA3072',
                maxExpirationSeconds: 90000,
                keyPath: 'k',
                certificateChainPath: 'k',
                userAnnotations: { a: 'b', 'a.b/C': 'd' },
              },
            },
            { podCertificate: { signerName: 'a/b', keyType: 'x', maxExpirationSeconds: 1 } },
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        secret: {
          secretName: 's',
          defaultMode: 511,
          items: [
            { key: 'a', path: 'x' },
            { key: 'b', path: 'x/y' },
            { key: 'c', path: 'z', mode: 512 },
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        configMap: {
          name: 'c',
          items: [
            { key: 'a', path: 'x' },
            { key: 'b', path: 'x//' },
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        downwardAPI: {
          items: [
            {
              path: 'a',
              fieldRef: { fieldPath: 'metadata.name' },
              resourceFieldRef: { resource: 'limits.cpu' },
            },
            { path: 'b' },
            {
              path: 'a',
              resourceFieldRef: { containerName: 'agent', resource: 'limits.cpu', divisor: '1m' },
            },
            { path: 'c', fieldRef: { fieldPath: 'spec.nodeName' } },
          ],
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', { azureDisk: { diskName: 'a', diskURI: 'b' } }),
      volume('q', {
        azureDisk: { diskName: 'a', diskURI: 'https://b', kind: 'Managed', cachingMode: 'x' },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        iscsi: {
          targetPortal: long(70),
          iqn: 'iqn.2001-04.com.example:a',
          initiatorName: 'eui.0123456789abcdef',
          lun: 256,
          chapAuthSession: true,
        },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', { fc: { targetWWNs: ['a'], wwids: ['b'] } }),
      volume('q', { fc: { targetWWNs: ['a'], lun: 300 } }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', {
        flexVolume: { driver: 'd', options: { 'a.kubernetes.io': 'c', x: 'y' } },
      }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', { flocker: { datasetName: 'a/b', datasetUUID: 'c' } }),
      volume('q', { quobyte: { registry: 'a:1', tenant: long(65), volume: 'v' } }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', { rbd: { monitors: ['a'], image: 'b' } }),
      volume('q', { cephfs: { monitors: ['a'] } }),
      volume('r', { glusterfs: { endpoints: 'a', path: 'b' } }),
      volume('s', { storageos: { volumeName: 'a' } }),
      volume('t', { gitRepo: { repository: 'a' } }),
      volume('u', {
        scaleIO: { gateway: 'a', system: 'b', volumeName: 'c', secretRef: { name: 's' } },
      }),
      volume('w', { photonPersistentDisk: { pdID: 'a' } }),
      volume('x', { quobyte: { registry: 'a:1', volume: 'v' } }),
      volume('y', { flocker: { datasetName: 'a' } }),
    ]),
  },
  {
    volumes: json([
      volume('data'),
      volume('p', { csi: { driver: 'A.b', nodePublishSecretRef: { name: 'A' } } }),
      volume('q', { csi: { driver: `${long(64)}_` } }),
      volume('r', { image: {} }),
      volume('s', { image: { reference: 'a', pullPolicy: 'x' } }),
    ]),
  },
  { volumes: json([volume('data', { emptyDir: { sizeLimit: '-1Gi' } })]) },
  { volumes: json([null]) },
  { volumes: json([volume('data', { emptydir: {} }), volume('p', { secret: { name: 's' } })]) },
  { containers: json([null]) },
  {
    ephemeralContainers: json([
      { name: 'agent', image: ' i', ports: [], targetContainerName: 'x', lifecycle: {} },
    ]),
  },
  { [`${c}.image`]: ' i ' },
  {
    [`${c}.imagePullPolicy`]: 'always',
    initContainers: json([{ name: 'a', image: 'a:latest', imagePullPolicy: '' }]),
  },
];

/** What only a Deployment has. */
const deploymentEdges: readonly (readonly Setting[])[] = [
  [[['spec', 'replicas'], -1]],
  [[['spec', 'selector'], null]],
  [[['spec', 'selector'], {}]],
  [[['spec', 'selector'], { matchLabels: { 'a b': 'c' } }]],
  [[['spec', 'selector'], { matchLabels: { app: 'other' } }]],
  [
    [
      ['spec', 'selector'],
      { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['agent', '<'] }] },
    ],
  ],
  [
    [
      ['spec', 'selector'],
      {
        matchExpressions: [
          { key: 'app', operator: 'NotIn', values: ['other'] },
          { key: 'x', operator: 'DoesNotExist' },
          { key: 'app', operator: 'Exists' },
          { key: 'app', operator: 'In', values: ['agent'] },
        ],
      },
    ],
  ],
  [[['spec', 'template', 'metadata', 'labels'], null]],
  [[['spec', 'template', 'metadata', 'labels'], {}]],
  [[['spec', 'template'], null]],
  [[['spec'], null]],
  [[['spec', 'strategy'], { type: 'Recreate', rollingUpdate: {} }]],
  [[['spec', 'strategy'], { type: 'x', rollingUpdate: { maxSurge: 1 } }]],
  [[['spec', 'strategy'], { type: 'x' }]],
  [[['spec', 'strategy'], { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }]],
  [[['spec', 'strategy'], { rollingUpdate: { maxSurge: '0%', maxUnavailable: '0%' } }]],
  [[['spec', 'strategy'], { rollingUpdate: { maxSurge: 'x', maxUnavailable: '101%' } }]],
  [[['spec', 'strategy'], { rollingUpdate: { maxSurge: '5', maxUnavailable: -1 } }]],
  [
    [['spec', 'progressDeadlineSeconds'], 10],
    [['spec', 'minReadySeconds'], 10],
  ],
  [[['spec', 'progressDeadlineSeconds'], -1]],
  [[['metadata', 'name'], long(64)]],
  [[['metadata', 'name'], 'a.b']],
  [[['metadata', 'name'], long(254)]],
  [
    [['metadata', 'name'], 'A'],
    [['metadata', 'labels'], { 'a b': 'c' }],
  ],
  [
    [
      ['metadata', 'finalizers'],
      ['a', 'a.b/c', 'orphan', 'foregroundDeletion'],
    ],
  ],
  [[['metadata', 'ownerReferences'], [{ apiVersion: 'v1', kind: 'Event', name: 'a', uid: 'b' }]]],
];

export function edgeMutations(): readonly Mutation[] {
  return [
    ...edges.flatMap((edge): Mutation[] => [
      { base: 'pod', set: settingsOf('pod', edge) },
      { base: 'deployment', set: settingsOf('deployment', edge) },
    ]),
    ...deploymentEdges.map((set): Mutation => ({ base: 'deployment', set })),
  ];
}

function settingsOf(base: Base, edge: Edge): readonly Setting[] {
  const template = base === 'pod' ? [] : ['spec', 'template'];
  return Object.entries(edge).map(([key, value]): Setting => {
    const steps = key.startsWith('/') ? ['metadata', key.slice(1)] : ['spec', ...key.split('.')];
    const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return [[...template, ...path], value];
  });
}
