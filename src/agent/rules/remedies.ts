import type { CheckId } from '../../pss/index.ts';

/** What to change in a manifest so that a check passes, in words. */
export const remedies: Readonly<Record<CheckId, string>> = {
  allowPrivilegeEscalation: 'Set securityContext.allowPrivilegeEscalation: false in the container.',
  appArmorProfile: 'Use the AppArmor profile RuntimeDefault or a Localhost one.',
  capabilities_baseline: 'Take these capabilities out of securityContext.capabilities.add.',
  capabilities_restricted:
    'Set securityContext.capabilities.drop: ["ALL"] in the container, and add none but NET_BIND_SERVICE.',
  hostNamespaces: 'Take hostNetwork, hostPID and hostIPC out of the pod.',
  hostPathVolumes: 'Use a volume of another type, such as a persistentVolumeClaim.',
  hostPorts:
    'Take hostPort out of the container’s ports and hostNetwork out of the pod, and use a Service.',
  hostProbesAndHostLifecycle: 'Take host out of the probe or the lifecycle handler.',
  privileged: 'Take securityContext.privileged out of the container.',
  procMount: 'Take securityContext.procMount out of the container.',
  procMount_restricted: 'Take securityContext.procMount out of the container.',
  restrictedVolumes:
    'Use a configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected or secret volume.',
  runAsNonRoot: 'Set securityContext.runAsNonRoot: true in the pod, and false nowhere.',
  runAsUser: 'Set another runAsUser than 0, or none.',
  seLinuxOptions: 'Take user and role out of seLinuxOptions, and use an allowed type or none.',
  seccompProfile_baseline: 'Use the seccomp profile RuntimeDefault or a Localhost one.',
  seccompProfile_restricted: 'Set securityContext.seccompProfile.type: RuntimeDefault in the pod.',
  sysctls: 'Take this sysctl out of securityContext.sysctls.',
  windowsHostProcess: 'Take windowsOptions.hostProcess out of the pod and its containers.',
};
