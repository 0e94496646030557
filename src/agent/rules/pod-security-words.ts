import type { CheckId } from '../../pss/index.ts';

/** What each check of the Pod Security Standards prevents, in one sentence. */
export const preventions: Readonly<Record<CheckId, string>> = {
  allowPrivilegeEscalation:
    'Without it a process can gain more rights than its parent, for example through a setuid program.',
  appArmorProfile: 'Without a profile AppArmor no longer limits what the container may reach.',
  capabilities_baseline: 'These capabilities reach beyond the container.',
  capabilities_restricted:
    'Capabilities are pieces of root’s power, and the agent needs none of them.',
  hostNamespaces: 'The node’s own network, processes or memory would be open to the pod.',
  hostPathVolumes: 'A folder of the node in the pod is a way out of the container.',
  hostPorts: 'A port of the node avoids network policies and clashes with other pods.',
  hostProbesAndHostLifecycle:
    'A probe of another host lets a pod make the node reach where it should not.',
  privileged: 'A privileged container has the whole node.',
  procMount: 'An unmasked /proc shows what the container runtime hides.',
  procMount_restricted: 'An unmasked /proc shows what the container runtime hides.',
  restrictedVolumes:
    'Volumes of this type reach into the node or need rights on it; only a person can decide what to use instead.',
  runAsNonRoot: 'It keeps an image that runs as root from starting.',
  runAsUser: 'User 0 is root, also on the node if the process breaks out.',
  seLinuxOptions: 'Other SELinux types, users or roles can lift the container’s confinement.',
  seccompProfile_baseline: 'Without a profile the container may make any system call.',
  seccompProfile_restricted:
    'Without a profile the container may make any system call, and the kernel is the shared part.',
  sysctls: 'This kernel parameter reaches beyond the pod.',
  windowsHostProcess: 'A host process has the whole Windows node.',
};

export const standardPages = {
  baseline: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  restricted: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
} as const;
