import type { CheckId } from '../../pss/index.ts';
import { CHECKS } from '../../pss/registry.ts';
import { standardPages } from './pod-security-words.ts';
import { remedies } from './remedies.ts';
import type { RuleFacts } from './rule.ts';

/** What a check of the Pod Security Standards looks at. */
export interface CheckFacts extends RuleFacts {
  readonly id: CheckId;
  readonly level: 'baseline' | 'restricted';
  /** The fields of a pod that it reads; `containers[*]` stands for init containers, too. */
  readonly fields: readonly string[];
  /** What may stand in them. */
  readonly allowed: string;
  /** A part of a pod that passes, as YAML. */
  readonly example: string;
  /** What changed in it, oldest first: the minor from which on it holds, and what it says. */
  readonly versions: readonly { readonly since: number; readonly says: string }[];
}

type Words = Pick<CheckFacts, 'summary' | 'fields' | 'allowed' | 'example'>;

const podOrContainer = (field: string) => [
  `spec.securityContext.${field}`,
  `spec.containers[*].securityContext.${field}`,
];
const inContainer = (...lines: readonly string[]) =>
  [
    'containers:',
    '  - name: app',
    '    securityContext:',
    ...lines.map((line) => `      ${line}`),
  ].join('\n');
const inPod = (...lines: readonly string[]) =>
  ['securityContext:', ...lines.map((line) => `  ${line}`)].join('\n');

const words: Readonly<Record<CheckId, Words>> = {
  allowPrivilegeEscalation: {
    summary: 'Every container says that its processes gain no more rights than their parent has.',
    fields: ['spec.containers[*].securityContext.allowPrivilegeEscalation'],
    allowed: 'false',
    example: inContainer('allowPrivilegeEscalation: false'),
  },
  appArmorProfile: {
    summary: 'Nothing turns AppArmor off or chooses an unknown profile.',
    fields: [
      ...podOrContainer('appArmorProfile.type'),
      'metadata.annotations["container.apparmor.security.beta.kubernetes.io/*"]',
    ],
    allowed: 'unset, RuntimeDefault, Localhost; in annotations empty, runtime/default, localhost/*',
    example: inPod('appArmorProfile:', '  type: RuntimeDefault'),
  },
  capabilities_baseline: {
    summary: 'Containers add only capabilities that container runtimes grant anyway.',
    fields: ['spec.containers[*].securityContext.capabilities.add'],
    allowed:
      'unset, or AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT',
    example: inContainer('capabilities:', '  add: [NET_BIND_SERVICE]'),
  },
  capabilities_restricted: {
    summary: 'Every container drops all capabilities and adds back at most NET_BIND_SERVICE.',
    fields: [
      'spec.containers[*].securityContext.capabilities.drop',
      'spec.containers[*].securityContext.capabilities.add',
    ],
    allowed: 'drop with ALL among its items; add unset or NET_BIND_SERVICE',
    example: inContainer('capabilities:', '  drop: [ALL]'),
  },
  hostNamespaces: {
    summary: 'A pod does not share the node’s network, processes or IPC.',
    fields: ['spec.hostNetwork', 'spec.hostPID', 'spec.hostIPC'],
    allowed: 'unset, false',
    example: 'hostNetwork: false',
  },
  hostPathVolumes: {
    summary: 'No volume is a folder or file of the node.',
    fields: ['spec.volumes[*].hostPath'],
    allowed: 'unset',
    example: 'volumes:\n  - name: data\n    emptyDir: {}',
  },
  hostPorts: {
    summary: 'Containers listen on no port of the node.',
    fields: ['spec.containers[*].ports[*].hostPort'],
    allowed: 'unset, 0',
    example: 'containers:\n  - name: app\n    ports:\n      - containerPort: 8080',
  },
  hostProbesAndHostLifecycle: {
    summary: 'Probes and lifecycle hooks name no host.',
    fields: ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.*'].flatMap((part) => [
      `spec.containers[*].${part}.httpGet.host`,
      `spec.containers[*].${part}.tcpSocket.host`,
    ]),
    allowed: 'unset, empty',
    example:
      'containers:\n  - name: app\n    livenessProbe:\n      httpGet:\n        path: /health\n        port: 8080',
  },
  privileged: {
    summary: 'No container is privileged.',
    fields: ['spec.containers[*].securityContext.privileged'],
    allowed: 'unset, false',
    example: inContainer('privileged: false'),
  },
  procMount: {
    summary: 'The parts of /proc that the runtime hides stay hidden.',
    fields: ['spec.containers[*].securityContext.procMount'],
    allowed: 'unset, Default',
    example: inContainer('procMount: Default'),
  },
  procMount_restricted: {
    summary: 'The parts of /proc that the runtime hides stay hidden, in a user namespace, too.',
    fields: ['spec.containers[*].securityContext.procMount'],
    allowed: 'unset, Default',
    example: inContainer('procMount: Default'),
  },
  restrictedVolumes: {
    summary: 'Volumes are of a type that does not reach into the node.',
    fields: ['spec.volumes[*]'],
    allowed:
      'configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret',
    example: 'volumes:\n  - name: data\n    emptyDir: {}',
  },
  runAsNonRoot: {
    summary: 'Every container is made to run as another user than root.',
    fields: podOrContainer('runAsNonRoot'),
    allowed: 'true; unset in containers if the pod says true, and in the pod if they all do',
    example: inPod('runAsNonRoot: true'),
  },
  runAsUser: {
    summary: 'Neither the pod nor a container asks for user 0.',
    fields: podOrContainer('runAsUser'),
    allowed: 'unset, any other number than 0',
    example: inPod('runAsUser: 50000'),
  },
  seLinuxOptions: {
    summary: 'SELinux keeps containers in a confined type, and they choose no user or role.',
    fields: ['type', 'user', 'role'].flatMap((key) => podOrContainer(`seLinuxOptions.${key}`)),
    allowed:
      'user and role unset or empty; type unset, empty, container_t, container_init_t, container_kvm_t or container_engine_t',
    example: inPod('seLinuxOptions:', '  type: container_t'),
  },
  seccompProfile_baseline: {
    summary: 'Nothing switches the seccomp filter off.',
    fields: podOrContainer('seccompProfile.type'),
    allowed: 'unset, RuntimeDefault, Localhost',
    example: inPod('seccompProfile:', '  type: RuntimeDefault'),
  },
  seccompProfile_restricted: {
    summary: 'Every container runs under a seccomp filter.',
    fields: podOrContainer('seccompProfile.type'),
    allowed:
      'RuntimeDefault, Localhost; unset in containers if the pod has one, and in the pod if they all do',
    example: inPod('seccompProfile:', '  type: RuntimeDefault'),
  },
  sysctls: {
    summary: 'A pod sets only kernel parameters that are its own and harmless to others.',
    fields: ['spec.securityContext.sysctls[*].name'],
    allowed: 'those named below, from the version on that allowed them',
    example: inPod('sysctls:', '  - name: net.ipv4.ip_unprivileged_port_start', '    value: "0"'),
  },
  windowsHostProcess: {
    summary: 'Windows containers do not run as processes of the node.',
    fields: podOrContainer('windowsOptions.hostProcess'),
    allowed: 'unset, false',
    example: inPod('windowsOptions:', '  hostProcess: false'),
  },
};

/** Every check of the Pod Security Standards, in the order of messages. */
export const checkFacts: readonly CheckFacts[] = CHECKS.map(({ id, level, versions }) => ({
  id,
  level,
  ...words[id],
  remedy: remedies[id],
  help: standardPages[level],
  effects: ['rejected', 'warned'],
  versions: versions.map(({ since, change }) => ({
    since,
    says: change?.says ?? 'Checked since then.',
  })),
}));
